/** What a family's file makes: a building as a piece of the model. */
import type { Borough } from "../../board/boroughs.ts";
import type { Chance } from "../kit/chance.ts";
import type { Mesh } from "../kit/mesh.ts";

/** What a building is made for. */
export interface Order {
  readonly owner: Borough;
  /** 0, 1 or 2: shapes that differ plainly. */
  readonly variant: number;
  /** Draws for small things: colours, plants, what lies about. Always the same for an order. */
  readonly chance: Chance;
}

/**
 * Makes a building in the middle of its lot, its front to the south (z > 0): a lot of one tile
 * reaches from -0.5 to 0.5 in x and z, one of two by two from -1 to 1. The lot's ground lies at y = 0;
 * 0.03 all round is left free.
 */
export type Build = (mesh: Mesh, order: Order) => void;
