/**
 * The sides on which no road goes on: the pavement's edge, quay walls with parapets along water, arches
 * under bridges, stone walls before hills. All in the frame of a side: its edge lies at z = 0.5.
 */
import { shade } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { box } from "../kit/shapes.ts";
import { WATER_LEVEL } from "../land/elevation.ts";
import { QUARTER, SIDES, WALK_LEVEL, type Shape } from "./shape.ts";

const STONE = "#dcc7a0";
const CAP = "#efe2c8";
const RING = "#f3e6cb";
const EARTH = "#b7ab97";
const DEPTH = -0.3;
const PARAPET = 0.09;
const SPRING = -0.16; // where an arch begins
const CROWN = -0.006;
const ARCH_HALF = 0.4;
const PIECES = 6;

export function edges(mesh: Mesh, shape: Shape): void {
  for (const q of SIDES) {
    if (shape.open[q]) continue;
    mesh.at(shape.x, 0, shape.z, q * QUARTER, () => {
      const beyond = shape.beyond[q];
      if (shape.bridge && beyond !== "hill" && beyond !== "edge") {
        arch(mesh);
        parapet(mesh, shape, q);
      } else if (beyond === "water") {
        face(mesh, DEPTH);
        parapet(mesh, shape, q);
      } else face(mesh, shape.wet || beyond === "edge" ? DEPTH : -0.03);
      if (beyond === "hill") retaining(mesh);
    });
  }
}

function face(mesh: Mesh, low: number): void {
  const deep = low < -0.1;
  mesh.quad(
    [-0.5, low, 0.5],
    [0.5, low, 0.5],
    [0.5, WALK_LEVEL, 0.5],
    [-0.5, WALK_LEVEL, 0.5],
    shade(deep ? STONE : EARTH, 0.7),
    deep ? STONE : EARTH,
  );
}

/** A wall that holds back the slope of a hill. */
function retaining(mesh: Mesh): void {
  box(mesh, [0, 0.03, 0.435], [1, 0.15, 0.07], "#b9a07e", { top: "#cdb894", foot: 0.72 });
}

/** Low walls with a coping; pillars where it ends or where a bridge's pier stands below. */
function parapet(mesh: Mesh, shape: Shape, q: number): void {
  const [inner, outer] = [0.452, 0.505];
  const [low, top] = [WALK_LEVEL, WALK_LEVEL + PARAPET];
  const head: Point[] = [
    [-0.5, top, outer],
    [0.5, top, outer],
    [0.5, top, inner],
    [-0.5, top, inner],
  ];
  const [a, b, c, d] = head;
  if (!a || !b || !c || !d) return;
  mesh.quad([-0.5, low - 0.02, outer], [0.5, low - 0.02, outer], b, a, shade(STONE, 0.9), STONE);
  mesh.quad([0.5, low, inner], [-0.5, low, inner], d, c, shade(STONE, 0.85), STONE);
  mesh.quad(a, b, c, d, CAP);
  for (const end of [-1, 1]) {
    // The wall meets another at a corner, goes on in the next tile, or ends there.
    const next = (q + (end > 0 ? 1 : 3)) & 3;
    const goesOn = shape.open[next] === true && shape.bridge;
    pillar(mesh, end, shape.bridge ? DEPTH : low - 0.04, goesOn ? 0.09 : 0.075, goesOn);
  }
}

function pillar(mesh: Mesh, end: number, low: number, wide: number, through: boolean): void {
  const [inner, outer, paint] = [0.438, 0.528, shade(STONE, 1.02)];
  const top = WALK_LEVEL + PARAPET + 0.028;
  const [west, east] = end < 0 ? [-0.5, -0.5 + wide] : [0.5 - wide, 0.5];
  const wall = (ax: number, az: number, bx: number, bz: number, foot: number) => {
    mesh.quad([ax, foot, az], [bx, foot, bz], [bx, top, bz], [ax, top, az], shade(paint, 0.72), paint);
  };
  wall(west, outer, east, outer, low);
  wall(east, inner, west, inner, WALK_LEVEL);
  // Where the wall goes on, the next tile's pillar stands against this one.
  if (end > 0 || !through) wall(west, inner, west, outer, low);
  if (end < 0 || !through) wall(east, outer, east, inner, low);
  mesh.quad([west, top, outer], [east, top, outer], [east, top, inner], [west, top, inner], CAP);
}

/** The outer face of a bridge with its arch; what is seen of the vault. */
function arch(mesh: Mesh): void {
  const point = (i: number, grow = 0): readonly [number, number] => {
    const turn = Math.PI * (1 - i / PIECES);
    return [
      Math.cos(turn) * (ARCH_HALF - grow * 0.4),
      SPRING + Math.sin(turn) * (CROWN - SPRING - grow),
    ];
  };
  const [z, top] = [0.5, WALK_LEVEL];
  for (let i = 0; i < PIECES; i++) {
    const [[ax, ay], [bx, by]] = [point(i), point(i + 1)];
    mesh.quad([ax, ay, z], [bx, by, z], [bx, top, z], [ax, top, z], shade(STONE, 0.7), shade(STONE, 0.9));
    const [[cx, cy], [dx, dy]] = [point(i, 0.028), point(i + 1, 0.028)];
    const front = z + 0.008;
    mesh.quad([cx, cy, front], [dx, dy, front], [bx, by, front], [ax, ay, front], shade(RING, i % 2 ? 0.93 : 1.02));
    // The vault; its crown is never seen from above.
    if (i > 1 && i < PIECES - 2) continue;
    mesh.quad([ax, ay, z], [ax, ay, 0], [bx, by, 0], [bx, by, z], shade(STONE, 0.5));
  }
  // The water under a vault lies in the dark.
  const wet = WATER_LEVEL + 0.003;
  mesh.quad([-0.4, wet, 0.49], [0.4, wet, 0.49], [0.4, wet, 0.1], [-0.4, wet, 0.1], "#235f70", "#0f3644");
  // A string course at the level of the roadway.
  const out = z + 0.018;
  mesh.quad([-0.5, 0.016, out], [0.5, 0.016, out], [0.5, 0.04, out], [-0.5, 0.04, out], CAP);
  mesh.quad([-0.5, 0.04, out], [0.5, 0.04, out], [0.5, 0.04, z], [-0.5, 0.04, z], CAP);
}
