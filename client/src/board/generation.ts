/** Power that a plant makes where it stands. */
import type { Tables } from "../rules/operations.ts";
import { at, HILL, type Scene } from "./scene.ts";

export type PowerTables = Pick<Tables, "generation" | "hill_generation">;

/** Units a round of the plant whose corner this is. */
export function generated(
  { kind, terrain }: Pick<Scene, "kind" | "terrain">,
  corner: number,
  { generation, hill_generation }: PowerTables,
): number {
  const made = at(terrain, corner) === HILL ? hill_generation : generation;
  return made[at(kind, corner)] ?? 0;
}
