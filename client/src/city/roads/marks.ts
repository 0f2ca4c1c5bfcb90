/** What is painted on the asphalt, and what is let into it. */
import type { Chance } from "../kit/chance.ts";
import { shade, type Paint } from "../kit/colour.ts";
import type { Mesh } from "../kit/mesh.ts";
import { lid } from "../kit/shapes.ts";
import type { Scene } from "../../board/scene.ts";
import {
  ASPHALT_LEVEL,
  hasStrip,
  isJunction,
  QUARTER,
  ROAD_HALF,
  runsAlong,
  SIDES,
  type Shape,
} from "./shape.ts";
import { flat, onLine } from "./surface.ts";

const LINES = "#f4ead0";
const LEVEL = ASPHALT_LEVEL + 0.0016;
const PATCH_LEVEL = ASPHALT_LEVEL + 0.0008;

function bar(mesh: Mesh, x: number, z: number, width: number, depth: number, paint: Paint): void {
  const [a, b] = [width / 2, depth / 2];
  flat(mesh, LEVEL, [x - a, z - b], [x + a, z - b], [x + a, z + b], [x - a, z + b], paint);
}

export function marks(mesh: Mesh, scene: Scene, shape: Shape, chance: Chance): void {
  const { form, front } = shape;
  wear(mesh, shape, chance);
  if (form === "straight" || form === "bend")
    mesh.at(shape.x, 0, shape.z, front * QUARTER, () => {
      lanes(mesh, shape);
    });
  if (form === "straight") seams(mesh, scene, shape);
  if (form === "end")
    mesh.at(shape.x, 0, shape.z, front * QUARTER, () => {
      for (const z of [0.42, 0.26]) bar(mesh, 0, z, 0.024, 0.11, LINES);
    });
  if (form === "junction") for (const q of SIDES) crossing(mesh, scene, shape, q);
}

/** Dashes between lanes. */
function lanes(mesh: Mesh, shape: Shape): void {
  const bent = shape.form === "bend";
  const asides = hasStrip(shape) ? [-0.232, 0.232] : [0];
  for (const aside of asides)
    for (let i = 0; i < 3; i++) {
      const [from, to] = [(i + 0.24) / 3, (i + 0.76) / 3];
      const pieces = bent ? 2 : 1;
      for (let n = 0; n < pieces; n++) {
        const t = from + ((to - from) * n) / pieces;
        const u = from + ((to - from) * (n + 1)) / pieces;
        const point = (at: number, s: number) => onLine(shape, at, aside + s * 0.0125);
        flat(mesh, LEVEL, point(t, -1), point(t, 1), point(u, 1), point(u, -1), LINES);
      }
    }
}

/** A double line where two roads lie side by side; the northern or western one draws it. */
function seams(mesh: Mesh, scene: Scene, shape: Shape): void {
  const side = shape.front === 0 ? 1 : 0;
  if (!shape.open[side] || !runsAlong(scene, shape, side)) return;
  mesh.at(shape.x, 0, shape.z, side * QUARTER, () => {
    for (const s of [-1, 1]) bar(mesh, 0, 0.5 + s * 0.018, 1, 0.016, LINES);
  });
}

/** Zebra stripes over an arm, and the line before which cars stop. */
function crossing(mesh: Mesh, scene: Scene, shape: Shape, q: number): void {
  const { open, filled, width, tile } = shape;
  if (!open[q] || filled[q] || filled[(q + 3) & 3]) return;
  // Between two crossings side by side, one zebra is enough.
  if (isJunction(scene, shape, q) && q > 1) return;
  const half = width[q] ?? ROAD_HALF;
  const stripes = half > ROAD_HALF ? 6 : 5;
  const pitch = (2 * half - 0.02) / stripes;
  mesh.at(shape.x, 0, shape.z, q * QUARTER, () => {
    for (let i = 0; i < stripes; i++)
      bar(mesh, (i + 0.5) * pitch - half + 0.01, 0.4, pitch * 0.5, 0.115, shade(LINES, 1 - ((tile + i) % 3) * 0.015));
    bar(mesh, half / 2 + 0.005, 0.485, half - 0.03, 0.02, LINES);
  });
}

/** Mended places and manholes. */
function wear(mesh: Mesh, { x, z, form, avenue }: Shape, chance: Chance): void {
  const lane = avenue ? 0.23 : 0.15;
  if (chance.next() < 0.4 && form !== "end")
    mesh.at(x, 0, z, Math.floor(chance.next() * 4) * QUARTER, () => {
      const [a, b] = [chance.between(-0.2, 0.1), chance.between(0.02, 0.06)];
      const [long, wide] = [chance.between(0.1, 0.28), chance.between(0.09, 0.16)];
      flat(mesh, PATCH_LEVEL, [a, b], [a + long, b], [a + long, b + wide], [a, b + wide], chance.pick(["#666b78", "#7d8290"]));
    });
  if (chance.next() > 0.45) return;
  const [a, b] = [chance.between(-0.12, 0.12), lane * (chance.next() < 0.5 ? 1 : -1)];
  const [cx, cz] = avenue ? [b, a] : [a, b];
  const disc = (radius: number) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((i): [number, number] => {
      const turn = (-i / 8) * 2 * Math.PI;
      return [x + cx + Math.cos(turn) * radius, z + cz + Math.sin(turn) * radius];
    });
  lid(mesh, disc(0.036), LEVEL, "#565b67");
}
