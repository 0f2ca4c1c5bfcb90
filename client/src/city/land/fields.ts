/** Fields on fertile land: furrows with crops, the same over blocks of two by two tiles. */
import { at, chance, FERTILE, type Scene } from "../../board/scene.ts";
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { elevation } from "./elevation.ts";

interface Crop {
  readonly foot: Paint;
  readonly head: Paint;
  readonly high: number;
  /** Width of a row, of the 1/6 tile it has. */
  readonly wide: number;
}

const CROPS: readonly Crop[] = [
  { foot: "#b98a34", head: "#ffdc6a", high: 0.085, wide: 0.135 }, // wheat
  { foot: "#5f8a4a", head: "#ad7cec", high: 0.06, wide: 0.105 }, // lavender
  { foot: "#4f8a3a", head: "#a8e048", high: 0.05, wide: 0.1 }, // greens
  { foot: "#7a5534", head: "#b98a5c", high: 0.03, wide: 0.11 }, // ploughed
  { foot: "#5a8f3a", head: "#ffcf3a", high: 0.095, wide: 0.1 }, // sunflowers
];
const ROWS = 6;
const MARGIN = 0.07;

/** Puts the crop of a fertile tile into the mesh: at most 60 triangles. */
export function field(mesh: Mesh, scene: Scene, tile: number): void {
  const { size } = scene;
  const [column, line] = [tile % size, Math.floor(tile / size)];
  const block = (line >> 1) * size + (column >> 1);
  const along = chance(block, 41) < 0.5;
  const pick = Math.floor(chance(block, 43) * (CROPS.length + 1));
  const goesOn = (dx: number, dz: number) => {
    const [x, z] = [column + dx, line + dz];
    const next = z * size + x;
    const inside = x >= 0 && z >= 0 && x < size && z < size;
    const same = (z >> 1) * size + (x >> 1) === block;
    return inside && same && at(scene.terrain, next) === FERTILE && !at(scene.road, next) && !at(scene.kind, next);
  };
  const [before, after] = along ? [goesOn(-1, 0), goesOn(1, 0)] : [goesOn(0, -1), goesOn(0, 1)];
  const [left, right] = along ? [goesOn(0, -1), goesOn(0, 1)] : [goesOn(-1, 0), goesOn(1, 0)];
  const from = before ? 0 : MARGIN;
  const to = after ? 1 : 1 - MARGIN;
  const near = left ? 0 : MARGIN;
  const step = ((right ? 1 : 1 - MARGIN) - near) / ROWS;
  const crop = CROPS[pick];
  const place = (u: number, v: number): Point => {
    const [x, z] = along ? [column + u, line + v] : [column + v, line + u];
    return [x, elevation(scene, x, z), z];
  };
  // A row that would run into the water or up a slope is left out, and so are one or two alone.
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const v = near + (row + 0.5) * step;
    return { row, a: place(from, v), b: place(to, v) };
  }).filter(({ a, b }) => Math.min(a[1], b[1]) > -0.02 && Math.abs(a[1] - b[1]) < 0.08);
  if (rows.length < 3) return;
  for (const { row, a, b } of rows) {
    const tone = 0.94 + 0.12 * chance(block * 7 + row, 47);
    if (crop) ridge(mesh, a, b, along, crop, tone, [!before, !after]);
    else stubble(mesh, a, b, along, step * 0.55, tone);
  }
  if (!crop)
    for (const i of [0, 1]) {
      const at = place(0.2 + 0.35 * i + 0.2 * chance(tile, 53 + i), 0.25 + 0.5 * chance(tile, 59 + i));
      if (at[1] > -0.02) bale(mesh, at, chance(tile, 61 + i) * 3);
    }
}

function ridge(
  mesh: Mesh,
  [ax, ay, az]: Point,
  [bx, by, bz]: Point,
  along: boolean,
  { foot, head, high, wide }: Crop,
  tone: number,
  ends: readonly [boolean, boolean],
): void {
  const [low, top] = [shade(foot, tone), shade(head, tone)];
  const cross = (x: number, y: number, z: number): [Point, Point, Point, Point] => {
    const corner = (w: number, h: number): Point =>
      along ? [x, y + h, z + w] : [x - w, y + h, z];
    const [w, n] = [wide / 2, wide * 0.2];
    return [corner(w, -0.01), corner(n, high), corner(-n, high), corner(-w, -0.01)];
  };
  const [p, q] = [cross(ax, ay, az), cross(bx, by, bz)];
  const side = mix(low, top, 0.75);
  mesh.quad(p[0], q[0], q[1], p[1], low, side);
  mesh.quad(p[1], q[1], q[2], p[2], top);
  mesh.quad(q[3], p[3], p[2], q[2], low, side);
  if (ends[0]) mesh.quad(p[3], p[0], p[1], p[2], low, side);
  if (ends[1]) mesh.quad(q[0], q[3], q[2], q[1], low, side);
}

function stubble(mesh: Mesh, a: Point, b: Point, along: boolean, wide: number, tone: number): void {
  const w = wide / 2;
  const [dx, dz] = along ? [0, w] : [-w, 0];
  const corner = ([x, y, z]: Point, s: number): Point => [x + dx * s, y + 0.014, z + dz * s];
  mesh.quad(corner(a, 1), corner(b, 1), corner(b, -1), corner(a, -1), shade("#e8c765", tone));
}

/** A round bale of hay. */
function bale(mesh: Mesh, [x, y, z]: Point, turn: number): void {
  mesh.at(x, y, z, turn, () => {
    const n = 7;
    const r = 0.075;
    const rim = (side: number): Point[] =>
      Array.from({ length: n }, (_, i): Point => {
        const t = (i / n) * 2 * Math.PI;
        return [Math.cos(t) * r, r + Math.sin(t) * r, side * 0.07];
      });
    const [back, front] = [rim(-1), rim(1)];
    for (let i = 0; i < n; i++) {
      const k = (i + 1) % n;
      const [p, q, s, t] = [front[i], back[i], back[k], front[k]];
      if (p && q && s && t) mesh.quad(p, q, s, t, shade("#e6b84e", 0.9 + (i % 2) * 0.12));
      const [f, g] = [front[0], back[0]];
      if (f && g && p && q && s && t && i > 0 && k > 0) {
        mesh.triangle(f, p, t, "#f6d987");
        mesh.triangle(g, s, q, "#d9b765");
      }
    }
  });
}
