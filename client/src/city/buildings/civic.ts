/** What civic buildings share: emblems on four sides, slanting poles, cars of the services, people. */
import type { Chance } from "../kit/chance.ts";
import { shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { ball, box, cylinder, lid, plate } from "../kit/shapes.ts";

/** Corners of a flat figure about its middle, to the left round: x right, y up. */
export type Outline = readonly (readonly [number, number])[];

/** Points on circles: the radii take turns, the first at the top. */
function around(n: number, radii: readonly number[]): Outline {
  return Array.from({ length: n }, (_, i) => {
    const [turn, r] = [(i / n) * 2 * Math.PI, radii[i % radii.length] ?? 1];
    return [-Math.sin(turn) * r, Math.cos(turn) * r] as const;
  });
}

export const DISC = around(8, [1]);
export const STAR = around(10, [1, 0.43]);
const ARM = 0.34;
export const CROSS: Outline = [
  [-ARM, -1],
  [ARM, -1],
  [ARM, -ARM],
  [1, -ARM],
  [1, ARM],
  [ARM, ARM],
  [ARM, 1],
  [-ARM, 1],
  [-ARM, ARM],
  [-1, ARM],
  [-1, -ARM],
  [-ARM, -ARM],
];
export const FLAME: Outline = [
  [-0.4, -0.95],
  [0.4, -0.95],
  [0.72, -0.4],
  [0.62, 0.3],
  [0.36, 0.02],
  [0.16, 1],
  [-0.3, 0.42],
  [-0.42, 0.1],
  [-0.62, 0.34],
  [-0.72, -0.4],
];

/** A figure of this radius that looks south from z. */
export function figure(mesh: Mesh, [x, y, z]: Point, outline: Outline, r: number, paint: Paint): void {
  const low = shade(paint, 0.9);
  outline.forEach((p, i) => {
    const q = outline[(i + 1) % outline.length];
    if (!q) return;
    const a: Point = [x + p[0] * r, y + p[1] * r, z];
    const b: Point = [x + q[0] * r, y + q[1] * r, z];
    mesh.triangle([x, y, z], a, b, paint, p[1] < 0 ? low : paint, q[1] < 0 ? low : paint);
  });
}

/** Makes the same on the four sides of a block: each time as if its wall looked south at z = 0. */
export function fourSides(mesh: Mesh, [x, y, z]: Point, half: number, make: () => void): void {
  for (let i = 0; i < 4; i++)
    mesh.at(x, y, z, (i * Math.PI) / 2, () => {
      mesh.at(0, 0, half, 0, make);
    });
}

/** A disc that lies flat. */
export function flatDisc(mesh: Mesh, [x, y, z]: Point, r: number, paint: Paint): void {
  lid(mesh, DISC.map(([a, b]) => [x + a * r, z - b * r] as const), y, paint);
}

/** A straight pole, beam or cone between two points; `end`: its far face, `middle`: that face's centre. */
export function beam(mesh: Mesh, from: Point, to: Point, low: number, high: number, n: number, paint: Paint, end: Paint | null = paint, middle = end): void {
  const d = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const;
  const length = Math.hypot(...d);
  const [dx, dy, dz] = [d[0] / length, d[1] / length, d[2] / length];
  const flat = Math.hypot(dx, dz);
  const [ux, uz] = flat < 1e-6 ? [1, 0] : [-dz / flat, dx / flat];
  const [vx, vy, vz] = [dy * uz, dz * ux - dx * uz, -dy * ux];
  const corner = (at: Point, r: number, i: number): Point => {
    const [c, s] = [Math.cos((i / n) * 2 * Math.PI) * r, Math.sin((i / n) * 2 * Math.PI) * r];
    return [at[0] + ux * c + vx * s, at[1] + vy * s, at[2] + uz * c + vz * s];
  };
  for (let i = 0; i < n; i++) {
    const [a, b] = [corner(from, low, i), corner(from, low, i + 1)];
    const [c, e] = [corner(to, high, i + 1), corner(to, high, i)];
    mesh.quad(a, b, c, e, shade(paint, 0.9), paint);
    if (end && middle) mesh.triangle(to, e, c, middle, end, end);
  }
}

/** A car of a service that looks along z: a box with a stripe, a dark front window and a light. */
export function van(mesh: Mesh, at: Point, turn: number, paint: Paint, stripe: Paint, beacon: Paint): void {
  mesh.at(...at, turn, () => {
    box(mesh, [0, 0.006, 0], [0.12, 0.05, 0.24], stripe, { open: true, foot: 0.4 });
    box(mesh, [0, 0.056, 0], [0.118, 0.014, 0.236], paint);
    box(mesh, [0, 0.07, -0.03], [0.118, 0.055, 0.17], paint);
    box(mesh, [0, 0.07, 0.07], [0.1, 0.04, 0.04], "#33434f", { top: paint });
    mesh.glow = 0.9;
    box(mesh, [0, 0.125, 0.03], [0.08, 0.018, 0.028], beacon);
    mesh.glow = 0;
  });
}

/** A patrol car that looks along z. */
export function patrol(mesh: Mesh, at: Point, turn: number, stripe: Paint): void {
  mesh.at(...at, turn, () => {
    box(mesh, [0, 0.006, 0], [0.106, 0.03, 0.22], stripe, { open: true, foot: 0.7 });
    box(mesh, [0, 0.036, 0], [0.1, 0.018, 0.214], "#f4f6f8");
    box(mesh, [0, 0.054, -0.012], [0.086, 0.034, 0.11], "#33434f", { top: "#f4f6f8" });
    mesh.glow = 1;
    box(mesh, [0, 0.088, -0.01], [0.072, 0.018, 0.026], "#3f7dff");
    mesh.glow = 0;
  });
}

/** Someone small, seen from far above. */
export function person(mesh: Mesh, [x, y, z]: Point, paint: Paint, size = 1): void {
  cylinder(mesh, [x, y, z], 0.02 * size, 0.014 * size, 0.055 * size, 4, paint, { top: null });
  ball(mesh, [x, y + 0.068 * size, z], [0.016 * size, 0.017 * size, 0.016 * size], "#e7b68f", { sides: 4, rings: 2 });
}

/** A young tree: of few triangles, where the house needs them. */
export function sapling(mesh: Mesh, chance: Chance, [x, y, z]: Point, size: number, leaf: Paint): void {
  cylinder(mesh, [x, y, z], 0.02 * size, 0.016 * size, 0.14 * size, 4, "#7a5a40", { top: null });
  ball(mesh, [x, y + 0.23 * size, z], [0.13 * size, 0.14 * size, 0.13 * size], shade(leaf, chance.between(0.94, 1.06)), {
    sides: 6,
    rings: 3,
    uneven: 0.16,
    chance,
  });
}

/** White lines round a court, and across its middle. */
export function court(mesh: Mesh, [x, y, z]: Point, width: number, depth: number, paint: Paint): void {
  plate(mesh, [x, y, z], width, depth, "#f7f0e2");
  for (const s of [-1, 1])
    plate(mesh, [x + (s * width) / 4, y + 0.004, z], width / 2 - 0.014, depth - 0.024, paint);
}
