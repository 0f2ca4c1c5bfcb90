/** Rails, and what runs on them. */
import type { Mesh, Point } from "../kit/mesh.ts";
import { box, house, plate } from "../kit/shapes.ts";
import type { Order } from "./build.ts";

const WHITE = "#fbf4e4";

/** Two rails along x on sleepers. */
export function track(mesh: Mesh, [x, y, z]: Point, length: number, sleepers = 9): void {
  plate(mesh, [x, y + 0.006, z], length, 0.2, "#a99c8a");
  for (let i = 0; i < sleepers; i++)
    plate(mesh, [x - length / 2 + (length * (i + 0.5)) / sleepers, y + 0.012, z], 0.035, 0.16, "#6f5442");
  for (const s of [-0.05, 0.05]) box(mesh, [x, y + 0.008, z + s], [length, 0.016, 0.014], "#8d949b", { top: "#c9ced2" });
}

/** A carriage along x in the borough's colour. */
export function carriage(mesh: Mesh, [x, y, z]: Point, length: number, { owner }: Order, seed: number): void {
  box(mesh, [x, y + 0.02, z], [length * 0.86, 0.03, 0.1], "#3b444d", { open: true });
  box(mesh, [x, y + 0.05, z], [length, 0.045, 0.13], owner.colour, { foot: 0.9 });
  house(mesh, [x, y + 0.095, z], [length, 0.065, 0.13], WHITE, { across: 15, up: 15, width: 0.66, height: 0.8, lit: 0.95, seed }, { open: true });
  box(mesh, [x, y + 0.16, z], [length, 0.03, 0.13], owner.dark, { bevel: 0.02, top: owner.light, foot: 1 });
}
