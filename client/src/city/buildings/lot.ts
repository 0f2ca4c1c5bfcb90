/** What many lots have: their ground, the borough's colours on roofs and flags, small furniture. */
import { mix, shade, type Colour, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { box, cylinder } from "../kit/shapes.ts";
import type { Order } from "./build.ts";

const GRASS = "#9bc25a";
const PAVING = "#d9d0bf";

/** The ground of a lot, `side` tiles wide, a little above the land around. */
export function lot(mesh: Mesh, paint: Paint, side = 1): void {
  const wide = side - 0.06;
  box(mesh, [0, -0.03, 0], [wide, 0.055, wide], paint, { bevel: 0.012, foot: 0.8, top: paint });
}

export function lawn(mesh: Mesh, order: Order, side = 1): void {
  lot(mesh, shade(GRASS, order.chance.between(0.96, 1.05)), side);
}

export function paving(mesh: Mesh, side = 1): void {
  lot(mesh, PAVING, side);
}

/** A roof in the borough's colour: a shade of its own for every house. */
export function roofOf({ owner, chance }: Order): Colour {
  return shade(mix(owner.colour, owner.light, chance.between(0, 0.35)), chance.between(0.92, 1.04));
}

/** A flag of the borough on a pole of this height. */
export function flag(mesh: Mesh, [x, y, z]: Point, height: number, { owner }: Order): void {
  cylinder(mesh, [x, y, z], 0.009, 0.007, height, 5, "#e9e4da");
  const [top, low] = [y + height - 0.01, y + height - 0.11];
  const corners: [Point, Point, Point, Point] = [
    [x, low, z],
    [x + 0.15, low - 0.01, z + 0.02],
    [x + 0.15, top - 0.015, z + 0.02],
    [x, top, z],
  ];
  mesh.quad(...corners, owner.colour);
  mesh.quad(corners[1], corners[0], corners[3], corners[2], owner.dark);
}

/** A box of machinery on a flat roof. */
export function machinery(mesh: Mesh, [x, y, z]: Point, size = 1): void {
  box(mesh, [x, y, z], [0.09 * size, 0.06 * size, 0.08 * size], "#c7ccd0", { bevel: 0.008 });
  cylinder(mesh, [x, y + 0.06 * size, z], 0.028 * size, 0.028 * size, 0.006, 8, "#777f86");
}

export const CARS = ["#e5e7ea", "#d94f43", "#3b78c9", "#f2c14a", "#4c5563", "#7fb8a4", "#f0efe9"] as const;

/** A parked car that looks along z. */
export function car(mesh: Mesh, [x, y, z]: Point, turn: number, paint: Paint): void {
  mesh.at(x, y, z, turn, () => {
    box(mesh, [0, 0.012, 0], [0.1, 0.04, 0.2], paint, { bevel: 0.01 });
    box(mesh, [0, 0.048, -0.012], [0.084, 0.035, 0.11], "#37444f", { top: paint, bevel: 0.008 });
  });
}
