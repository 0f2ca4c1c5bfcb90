/** Front gardens of homes: small trees and flowers, a fence, stepping stones; all with few triangles. */
import type { Chance } from "../kit/chance.ts";
import { shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { ball, box, cylinder, lid, type BallLook } from "../kit/shapes.ts";
import { post, rectangle } from "./homes.ts";

/** A round body of leaves that differs from its neighbours by its turn and measures. */
function leaves(
  mesh: Mesh,
  chance: Chance,
  [x, y, z]: Point,
  [rx, ry, rz]: Point,
  paint: Paint,
  look: BallLook,
): void {
  const [wide, high, turn] = [chance.between(0.9, 1.1), chance.between(0.9, 1.12), chance.between(0, 6)];
  mesh.at(x, y, z, turn, () => {
    ball(mesh, [0, 0, 0], [rx * wide, ry * high, rz / wide], shade(paint, chance.between(0.94, 1.06)), look);
  });
}

/** A small round tree for a front garden; `size` 1 is a third of a tile high. */
export function sapling(mesh: Mesh, chance: Chance, [x, y, z]: Point, size: number, leaf: Paint): void {
  cylinder(mesh, [x, y, z], 0.016 * size, 0.013 * size, 0.13 * size, 3, "#7a5a40", { top: null });
  const measures: Point = [0.11 * size, 0.125 * size, 0.11 * size];
  leaves(mesh, chance, [x, y + 0.22 * size, z], measures, leaf, { sides: 6, rings: 3 });
}

/** A bush or a clump of flowers. */
export function shrub(mesh: Mesh, chance: Chance, at: Point, size: number, paint: Paint): void {
  const measures: Point = [0.05 * size, 0.06 * size, 0.05 * size];
  leaves(mesh, chance, at, measures, paint, { sides: 5, rings: 2, half: true });
}

/** A white garden fence along z, from one end to the other. */
export function fence(mesh: Mesh, x: number, from: number, to: number, posts: number): void {
  box(mesh, [x, 0.052, (from + to) / 2], [0.012, 0.016, Math.abs(to - from)], "#fff8ec", { foot: 0.9 });
  for (let i = 0; i < posts; i++)
    post(mesh, [x, 0.02, from + ((to - from) * (i + 0.5)) / posts], 0.065);
}

/** A level path of stepping stones from the door (north end) to the street. */
export function stones(mesh: Mesh, x: number, from: number, to: number, count: number): void {
  const step = (to - from) / count;
  for (let i = 0; i < count; i++) {
    const [z, odd] = [from + (i + 0.5) * step, i % 2];
    const stone = rectangle(x + (odd ? 0.008 : -0.008), z, 0.084, step * 0.78);
    lid(mesh, stone, 0.03, shade("#e8dcc4", 0.96 + 0.06 * odd));
  }
}
