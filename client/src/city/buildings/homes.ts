/** What homes share: chimneys, doors, dormers, balconies, parapets; all with few triangles. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { box, cylinder, lid, panel } from "../kit/shapes.ts";

export type Outline = readonly (readonly [number, number])[];

/** A chimney with a cap. */
export function chimney(mesh: Mesh, [x, y, z]: Point, height: number, size = 0.06): void {
  box(mesh, [x, y, z], [size, height - 0.02, size], "#b06c50", { open: true });
  box(mesh, [x, y + height - 0.02, z], [size + 0.018, 0.022, size + 0.018], "#efe2cc", { top: "#5d4038" });
}

/** A thin post with three sides. */
export function post(mesh: Mesh, at: Point, height: number, paint: Paint = "#fff8ec"): void {
  cylinder(mesh, at, 0.011, 0.011, height, 3, paint, { top: null, turn: 0.5 });
}

/** A door in its frame on a wall that looks south at z. */
export function door(mesh: Mesh, [x, y, z]: Point, paint: Paint, width = 0.075, height = 0.15): void {
  panel(mesh, [x, y, z + 0.006], width + 0.035, height + 0.018, "#fff8ec");
  panel(mesh, [x, y, z + 0.01], width, height, paint);
}

/** A window that is lit by night, on a wall that looks south at z. */
export function pane(mesh: Mesh, [x, y, z]: Point, width: number, height: number): void {
  panel(mesh, [x, y - 0.01, z], width + 0.026, height + 0.02, "#fff8ec");
  mesh.glow = 0.8;
  panel(mesh, [x, y, z + 0.004], width, height, "#6f90a6");
  mesh.glow = 0;
}

/** A dormer whose front looks south at z and whose roof runs back into a slope. */
export function dormer(
  mesh: Mesh,
  [x, y, z]: Point,
  width: number,
  depth: number,
  roof: Paint,
  wall: Paint,
): void {
  const [a, b, eave, ridge] = [width / 2, width / 2 + 0.014, y + width * 0.8, y + width * 1.3];
  const back = z - depth;
  mesh.triangle([x - a, eave, z], [x + a, eave, z], [x, ridge, z], wall);
  panel(mesh, [x, y, z], width, eave - y, wall);
  mesh.glow = 0.8;
  panel(mesh, [x, y + width * 0.18, z + 0.004], width * 0.55, width * 0.58, "#6f90a6");
  mesh.glow = 0;
  mesh.quad([x + a, y, z], [x + a, y, back], [x + a, eave, back], [x + a, eave, z], shade(wall, 0.9));
  mesh.quad([x - a, y, back], [x - a, y, z], [x - a, eave, z], [x - a, eave, back], shade(wall, 0.9));
  const [front, top, low] = [z + 0.014, ridge + 0.012, eave - 0.004];
  const [dull, bright] = [shade(roof, 0.92), shade(roof, 1.1)];
  mesh.quad([x + b, low, front], [x + b, low, back], [x, top, back], [x, top, front], dull, bright);
  mesh.quad([x - b, low, back], [x - b, low, front], [x, top, front], [x, top, back], dull, bright);
}

/** A balcony on a wall that looks south at z; y is its floor. */
export function balcony(mesh: Mesh, [x, y, z]: Point, width: number, rail: Paint, depth = 0.06): void {
  const [a, front, low, high] = [width / 2, z + depth, y - 0.012, y + 0.05];
  const foot = mix(rail, "#fffaf0", 0.35);
  mesh.quad([x - a, low, front], [x + a, low, front], [x + a, high, front], [x - a, high, front], foot, rail);
  const side = shade(foot, 0.9);
  mesh.quad([x + a, low, front], [x + a, low, z], [x + a, high, z], [x + a, high, front], side, rail);
  mesh.quad([x - a, low, z], [x - a, low, front], [x - a, high, front], [x - a, high, z], side, rail);
  mesh.quad([x - a, y, front], [x + a, y, front], [x + a, y, z], [x - a, y, z], "#d9cfbe");
}

/** Points of an outline moved towards (or, below 0, away from) a middle by a share of each side. */
export function inset(outline: Outline, by: number): [number, number][] {
  const n = outline.length;
  const middle = [0, 1].map((k) => outline.reduce((sum, p) => sum + (p[k] ?? 0), 0) / n);
  const [mx, mz] = [middle[0] ?? 0, middle[1] ?? 0];
  return outline.map(([x, z]) => [x - Math.sign(x - mx) * by, z - Math.sign(z - mz) * by]);
}

/** Sloping sides from one outline up to another of as many corners; `head`: the colour above. */
export function slope(
  mesh: Mesh,
  from: Outline,
  low: number,
  to: Outline,
  high: number,
  foot: Paint,
  head: Paint = foot,
): void {
  from.forEach((p, i) => {
    const k = (i + 1) % from.length;
    const [q, r, s] = [from[k], to[k], to[i]];
    if (q && r && s)
      mesh.quad([p[0], low, p[1]], [q[0], low, q[1]], [r[0], high, r[1]], [s[0], high, s[1]], foot, head);
  });
}

/** A wall round a flat roof: outside, rim, inside, and the roof's floor. */
export function parapet(
  mesh: Mesh,
  outline: Outline,
  y: number,
  height: number,
  paint: Paint,
  floor: Paint = "#cfc7b8",
): void {
  const [outer, inner] = [inset(outline, -0.014), inset(outline, 0.02)];
  slope(mesh, outer, y - 0.02, outer, y + height, shade(paint, 0.86), paint);
  slope(mesh, outer, y + height, inner, y + height, shade(paint, 1.14));
  slope(mesh, inner.toReversed(), y, inner.toReversed(), y + height, shade(paint, 0.7), shade(paint, 0.85));
  lid(mesh, inner, y + 0.004, floor);
}

/** The corners of a rectangle as an outline. */
export function rectangle(x: number, z: number, width: number, depth: number): [number, number][] {
  const [a, b] = [width / 2, depth / 2];
  return [
    [x - a, z + b],
    [x + a, z + b],
    [x + a, z - b],
    [x - a, z - b],
  ];
}
