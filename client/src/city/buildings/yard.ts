/** What stands about where people work: beams and pipes, stacks, sheds by outline, lorries, fences, beasts. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { box, cylinder } from "../kit/shapes.ts";

export const BRICKS = ["#c07a58", "#b86a4d", "#cb8a63"] as const;
export const STEEL = "#a9b1b6";
export const DARK = "#3d4349";
export const SOOT = "#3a3330";

export interface BeamLook {
  readonly sides?: number;
  /** Radius at the far end. */
  readonly head?: number;
  /** Colour of both ends; without it they stay open. */
  readonly cap?: Paint;
  /** Radians by which the first edge is turned. */
  readonly turn?: number;
}

/** A bar or pipe from one point to another. */
export function beam(mesh: Mesh, a: Point, b: Point, radius: number, paint: Paint, look: BeamLook = {}): void {
  const n = look.sides ?? 4;
  const d = unit([b[0] - a[0], b[1] - a[1], b[2] - a[2]]);
  const u = unit(Math.abs(d[1]) > 0.9 ? cross(d, [0, 0, 1]) : cross(d, [0, 1, 0]));
  const v = cross(d, u);
  const round = (at: Point, r: number) =>
    Array.from({ length: n }, (_, i): Point => {
      const t = (look.turn ?? Math.PI / n) + (i / n) * 2 * Math.PI;
      const [p, q] = [Math.cos(t) * r, Math.sin(t) * r];
      return [at[0] + u[0] * p + v[0] * q, at[1] + u[1] * p + v[1] * q, at[2] + u[2] * p + v[2] * q];
    });
  const [low, high] = [round(a, radius), round(b, look.head ?? radius)];
  low.forEach((p, i) => {
    const [q, r, s] = [low[(i + 1) % n], high[(i + 1) % n], high[i]];
    if (q && r && s) mesh.quad(p, q, r, s, shade(paint, 0.92), paint);
  });
  if (!look.cap) return;
  for (let i = 1; i < n - 1; i++) {
    const [p, q, r] = [high[0], high[i], high[i + 1]];
    const [s, t, w] = [low[0], low[i], low[i + 1]];
    if (p && q && r && (look.head ?? 1) > 0) mesh.triangle(p, q, r, look.cap);
    if (s && t && w) mesh.triangle(s, w, t, look.cap);
  }
}

/** A body along x: `line` is its outline as [z, y], from the north foot over the top to the south foot. */
export function extrude(
  mesh: Mesh,
  line: readonly (readonly [number, number])[],
  west: number,
  east: number,
  paints: Paint | readonly Paint[],
  end: Paint | null,
): void {
  const heights = line.map(([, y]) => y);
  const low = Math.min(...heights);
  const range = Math.max(...heights) - low || 1;
  const tint = (paint: Paint, y: number) => shade(paint, 0.84 + (0.24 * (y - low)) / range);
  const list: readonly Paint[] = typeof paints === "string" || isColour(paints) ? [paints] : paints;
  line.forEach((p, i) => {
    const [q, first, paint] = [line[i + 1], line[0], list[i % list.length]];
    if (!q || !first || !paint) return;
    mesh.quad([east, p[1], p[0]], [west, p[1], p[0]], [west, q[1], q[0]], [east, q[1], q[0]], tint(paint, p[1]), tint(paint, q[1]));
    if (!end || i === 0) return;
    const [a, b, c] = [tint(end, first[1]), tint(end, p[1]), tint(end, q[1])];
    mesh.triangle([east, first[1], first[0]], [east, p[1], p[0]], [east, q[1], q[0]], a, b, c);
    mesh.triangle([west, first[1], first[0]], [west, q[1], q[0]], [west, p[1], p[0]], a, c, b);
  });
}

/** A chimney that smokes, with bands round its head. */
export function stack(
  mesh: Mesh,
  [x, y, z]: Point,
  radius: number,
  height: number,
  shaft: Paint,
  bands: readonly Paint[],
  puff = 0.16,
): void {
  const wide = (k: number) => radius * (1 - 0.32 * k);
  const plain = 1 - bands.length * 0.1;
  cylinder(mesh, [x, y, z], radius, wide(plain), height * plain, 8, shaft, { smooth: true, top: null, foot: 0.72 });
  bands.forEach((paint, i) => {
    const k = plain + i * 0.1;
    const last = i === bands.length - 1;
    const wider = last ? 1.12 : 1;
    cylinder(mesh, [x, y + height * k, z], wide(k) * wider, wide(k + 0.1) * wider, height * 0.1, 8, paint, {
      smooth: true,
      top: last ? SOOT : null,
      foot: 0.94,
    });
  });
  mesh.spot("smoke", [x, y + height + 0.02, z], puff);
}

/** A cogwheel on a round shield that looks south and north. */
export function cog(mesh: Mesh, [x, y, z]: Point, r: number, paint: Paint, shield: Paint): void {
  beam(mesh, [x, y, z - r * 0.08], [x, y, z + r * 0.08], r * 1.24, shield, { sides: 8, cap: shield });
  for (let i = 0; i < 3; i++) {
    const [c, s] = [Math.cos((i * Math.PI) / 3) * r, Math.sin((i * Math.PI) / 3) * r];
    beam(mesh, [x - c, y - s, z], [x + c, y + s, z], r * 0.21, paint, { cap: shade(paint, 1.05) });
  }
  beam(mesh, [x, y, z - r * 0.16], [x, y, z + r * 0.16], r * 0.74, shade(paint, 0.94), { sides: 8, cap: paint });
  beam(mesh, [x, y, z - r * 0.2], [x, y, z + r * 0.2], r * 0.3, shield, { cap: shield });
}

/** A lorry that looks along z. */
export function lorry(mesh: Mesh, [x, y, z]: Point, turn: number, cab: Paint, load: Paint): void {
  mesh.at(x, y, z, turn, () => {
    box(mesh, [0, 0, 0], [0.085, 0.035, 0.25], DARK);
    box(mesh, [0, 0.035, -0.035], [0.11, 0.105, 0.18], load, { bevel: 0.008 });
    box(mesh, [0, 0.025, 0.1], [0.1, 0.075, 0.07], cab, { top: cab });
    box(mesh, [0, 0.062, 0.107], [0.088, 0.022, 0.062], "#33424f", { foot: 1, top: cab });
  });
}

/** A fence of posts and two rails along x. */
export function fence(mesh: Mesh, [x, y, z]: Point, length: number, posts: number, paint: Paint = "#efe4d0"): void {
  for (let i = 0; i <= posts; i++) {
    const at = x - length / 2 + (i / posts) * length;
    beam(mesh, [at, y, z], [at, y + 0.085, z], 0.011, paint, { sides: 3 });
  }
  for (const up of [0.035, 0.068])
    beam(mesh, [x - length / 2, y + up, z], [x + length / 2, y + up, z], 0.008, paint, { sides: 3 });
}

/** A sheep or cow that looks along x. */
export function beast(mesh: Mesh, [x, y, z]: Point, turn: number, coat: Paint, head: Paint, size = 1): void {
  mesh.at(x, y, z, turn, () => {
    box(mesh, [0, 0.014, 0], [0.07, 0.02, 0.03], mix(head, DARK, 0.5));
    box(mesh, [0, 0.022, 0], [0.095, 0.05, 0.055], coat, { bevel: 0.016 });
    box(mesh, [0.058, 0.05, 0], [0.034, 0.03, 0.03], head);
  }, size);
}

/** Round bales, drums or logs: lying along x. */
export function roll(mesh: Mesh, [x, y, z]: Point, r: number, length: number, paint: Paint, cap: Paint, sides = 7): void {
  beam(mesh, [x - length / 2, y + r, z], [x + length / 2, y + r, z], r, paint, { sides, cap });
}

function isColour(paints: Paint | readonly Paint[]): paints is Paint {
  return typeof paints !== "string" && typeof paints[0] === "number";
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit([x, y, z]: Point): Point {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
