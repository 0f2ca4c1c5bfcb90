/** Furniture of parks, squares and gardens: water, paths, beds, benches, lamps, deer, people. */
import type { Chance } from "../kit/chance.ts";
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { sprig } from "../kit/plants.ts";
import { box, cylinder, lid } from "../kit/shapes.ts";

export const GRAVEL = "#ecd9ae";
export const STONE = "#f3e8d2";
export const WATER = "#3cb6d2";
export const WOOD = "#a8703e";
const PETALS = ["#ff6f8f", "#ffd51f", "#fff6ea", "#c07cf0"] as const;

type Outline = readonly (readonly [number, number])[];

/** An oval, to the left round as seen from above; `wave`: how far it swings in and out. */
export function oval(x: number, z: number, rx: number, rz: number, n: number, wave = 0): Outline {
  return Array.from({ length: n }, (_, i): [number, number] => {
    const t = (i / n) * 2 * Math.PI;
    const r = 1 + wave * Math.sin(t * 3 + 1) + wave * 0.6 * Math.cos(t * 2);
    return [x + Math.cos(t) * rx * r, z - Math.sin(t) * rz * r];
  });
}

/** Still water within a stone rim. */
export function pond(
  mesh: Mesh,
  [x, y, z]: Point,
  rx: number,
  rz: number,
  n: number,
  wave = 0,
  rim: Paint = STONE,
): void {
  const [outer, inner] = [oval(x, z, rx, rz, n, wave), oval(x, z, rx - 0.025, rz - 0.025, n, wave)];
  const top = y + 0.022;
  outer.forEach((p, i) => {
    const k = (i + 1) % n;
    const [q, r, s] = [outer[k], inner[k], inner[i]];
    if (!q || !r || !s) return;
    mesh.quad([p[0], y, p[1]], [q[0], y, q[1]], [q[0], top, q[1]], [p[0], top, p[1]], shade(rim, 0.84), rim);
    mesh.quad([p[0], top, p[1]], [q[0], top, q[1]], [r[0], top, r[1]], [s[0], top, s[1]], rim);
    // Deep in the middle, pale along the rim.
    const [pale, deep] = [mix(WATER, "#b8f0ee", 0.55), shade(WATER, 0.9)];
    mesh.triangle([s[0], top - 0.008, s[1]], [r[0], top - 0.008, r[1]], [x, top - 0.008, z], pale, pale, deep);
  });
}

/** A level patch: a path, a lawn, sand. */
export function patch(mesh: Mesh, outline: Outline, y: number, paint: Paint): void {
  lid(mesh, outline, y, paint);
}

/** Flowers strewn over an oval. */
export function flowers(
  mesh: Mesh,
  chance: Chance,
  [x, y, z]: Point,
  rx: number,
  rz: number,
  count: number,
  paint?: Paint,
): void {
  for (let i = 0; i < count; i++) {
    const turn = i * 2.4;
    const far = Math.sqrt((i + 0.5) / count);
    const at: Point = [x + Math.cos(turn) * far * rx, y, z + Math.sin(turn) * far * rz];
    sprig(mesh, at, 0.026, 0.036, "#5f9f30", paint ?? chance.pick(PETALS));
  }
}

/** A bench that looks south. */
export function bench(mesh: Mesh, [x, y, z]: Point, turn: number, paint: Paint = WOOD): void {
  mesh.at(x, y, z, turn, () => {
    box(mesh, [0, 0, 0], [0.14, 0.03, 0.045], paint);
    box(mesh, [0, 0.03, -0.022], [0.14, 0.035, 0.01], shade(paint, 0.9));
  });
}

export function lamp(mesh: Mesh, [x, y, z]: Point, high = 0.22): void {
  cylinder(mesh, [x, y, z], 0.011, 0.007, high, 3, "#39454a", { top: null });
  mesh.glow = 1;
  cylinder(mesh, [x, y + high, z], 0.018, 0.028, 0.034, 4, "#fff2c4", { top: null });
  mesh.glow = 0;
  cylinder(mesh, [x, y + high + 0.034, z], 0.036, 0, 0.025, 4, "#39454a");
  mesh.spot("lamp", [x, y, z], 0.75);
}

/** Somebody who strolls. */
export function person(mesh: Mesh, [x, y, z]: Point, coat: Paint): void {
  cylinder(mesh, [x, y, z], 0.02, 0.012, 0.06, 4, coat, { top: null });
  cylinder(mesh, [x, y + 0.058, z], 0.015, 0.006, 0.03, 4, "#e9b48c", { top: "#6a4630" });
}

/** A gate: two posts and a board in the borough's colour. */
export function gate(mesh: Mesh, [x, y, z]: Point, wide: number, high: number, post: Paint, board: Paint): void {
  for (const s of [-1, 1]) box(mesh, [x + (s * wide) / 2, y, z], [0.026, high, 0.026], post, { open: true });
  box(mesh, [x, y + high - 0.02, z], [wide + 0.07, 0.055, 0.03], board, { foot: 0.9 });
}

/** A deer that looks east, with antlers or without. */
export function deer(mesh: Mesh, [x, y, z]: Point, turn: number, stag: boolean, size = 1): void {
  mesh.at(
    x,
    y,
    z,
    turn,
    () => {
      const [coat, dark] = ["#c98546", "#8a5428"];
      for (const [dx, dz] of [
        [-0.045, 0.014],
        [0.04, -0.014],
      ] as const)
        cylinder(mesh, [dx, 0, dz], 0.011, 0.013, 0.06, 3, dark, { top: null });
      box(mesh, [0, 0.055, 0], [0.13, 0.05, 0.05], coat, { foot: 1.15 });
      cylinder(mesh, [0.06, 0.09, 0], 0.026, 0.014, 0.075, 4, coat, { top: null });
      box(mesh, [0.085, 0.15, 0], [0.06, 0.03, 0.028], coat);
      cylinder(mesh, [-0.066, 0.085, 0], 0.018, 0, 0.03, 3, "#fff1dc", { foot: 1 });
      if (!stag) return;
      for (const s of [-1, 1])
        for (const k of [0, 1]) {
          const root: Point = [0.068, 0.175, s * 0.01];
          const tip: Point = [0.05 + k * 0.05, 0.26 - k * 0.02, s * 0.05];
          mesh.triangle(root, [0.086, 0.178, s * 0.012], tip, "#f0dcb4");
          mesh.triangle([0.086, 0.178, s * 0.012], root, tip, "#f0dcb4");
        }
    },
    size,
  );
}
