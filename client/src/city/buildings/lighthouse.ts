/** Lighthouses: a tall red and white tower with a lantern, the keeper's house, rocks and a boat. */
import { shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { bush, tree } from "../kit/plants.ts";
import { ball, box, cylinder, gable, house, panel, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { beam, person } from "./civic.ts";
import { flag, lot, roofOf } from "./lot.ts";

const RED = "#e0402c";
const WHITE = "#fffaf0";
const IRON = "#434a55";
const ROCKS = ["#a79c8b", "#8f8678", "#b8ac98"] as const;
const SIDES = 12;

export const lighthouse: Build = (mesh, order) => {
  const { chance, variant } = order;
  lot(mesh, "#ead7a4");
  const [x, z] = variant === 0 ? [-0.1, -0.12] : variant === 1 ? [0.16, -0.16] : [-0.16, 0.02];
  mound(mesh, order, x, z);
  const top = shaft(mesh, order, [x, 0.16, z]);
  lantern(mesh, order, [x, top, z]);
  if (variant === 0) keeper(mesh, order, [0.25, 0.04, 0.16], 0);
  else if (variant === 1) keeper(mesh, order, [-0.24, 0.04, 0.0], Math.PI / 2);
  else keeper(mesh, order, [0.25, 0.04, -0.2], 0);
  for (let i = 0; i < 6; i++) {
    const [t, r] = [chance.between(0, 0.6) + i * 1.05, chance.between(0.05, 0.1)];
    const place = (n: number) => Math.max(-0.42 + r / 2, Math.min(0.42 - r / 2, n * 0.5));
    stone(mesh, order, [place(Math.cos(t)), 0.015, place(Math.sin(t))], r);
  }
  boat(mesh, order, variant === 2 ? [0.22, 0.03, 0.3] : [-0.2, 0.03, 0.34]);
  flag(mesh, [variant === 1 ? -0.4 : 0.32, 0.03, variant === 0 ? 0.4 : -0.41], 0.5, order);
  tree(mesh, chance, [variant === 1 ? -0.36 : 0.38, 0.03, variant === 2 ? 0.06 : -0.36], 0.75, "pine");
  bush(mesh, chance, [variant === 1 ? -0.1 : 0.1, 0.03, 0.42], 0.9, "#9db65a");
  bush(mesh, chance, [0.42, 0.03, 0.05], 0.8, "#b7bb63");
  person(mesh, [0.05, 0.035, 0.4], "#f2c14a", 0.9);
};

function stone(mesh: Mesh, { chance }: Order, at: Point, r: number): void {
  ball(mesh, at, [r, r * chance.between(0.7, 1.1), r], chance.pick(ROCKS), { sides: 6, rings: 2, half: true, uneven: 0.2, chance });
}

/** Rocks on which the tower stands, and the steps up to it. */
function mound(mesh: Mesh, order: Order, x: number, z: number): void {
  ball(mesh, [x, 0, z], [0.33, 0.19, 0.33], ROCKS[0], { sides: 9, rings: 3, half: true, uneven: 0.16, chance: order.chance });
  cylinder(mesh, [x, 0.1, z], 0.24, 0.225, 0.07, SIDES, "#d9cfbb", { top: "#e8dfcd" });
  for (let i = 0; i < 4; i++) box(mesh, [x, 0.02, z + 0.36 - i * 0.045], [0.12, 0.03 + i * 0.033, 0.05], "#e0d5bf");
}

/** The tower; how high its gallery lies. */
function shaft(mesh: Mesh, { variant }: Order, [x, y, z]: Point): number {
  const height = [1.05, 1, 1.12][variant] ?? 1;
  const [wide, slim] = variant === 1 ? [0.175, 0.105] : [0.165, 0.095];
  const rows = variant === 2 ? 8 : variant === 1 ? 3 : 5;
  const n = variant === 1 ? 8 : SIDES;
  const radius = (t: number) => wide + (slim - wide) * t + (1 - t) ** 4 * 0.03;
  for (let j = 0; j < rows; j++) {
    const [low, high] = [j / rows, (j + 1) / rows];
    const [a, b] = [radius(low), radius(high)];
    if (variant === 2) coil(mesh, [x, y + low * height, z], a, b, height / rows, j);
    else cylinder(mesh, [x, y + low * height, z], a, b, height / rows, n, j % 2 ? WHITE : RED, { top: null, foot: j ? 0.95 : 0.8, smooth: variant === 0, turn: Math.PI / n });
  }
  mesh.at(x, y, z, 0, () => {
    box(mesh, [0, 0, radius(0) - 0.01], [0.12, 0.19, 0.06], WHITE, { top: RED });
    panel(mesh, [0, 0.005, radius(0) + 0.022], 0.07, 0.14, "#6a4632");
  });
  mesh.glow = 0.8;
  for (const [k, t] of [0.34, 0.52, 0.7, 0.84].entries())
    mesh.at(x, y + t * height, z, (k % 2) * (Math.PI / 2), () => {
      panel(mesh, [0, 0, radius(t) + 0.001], 0.036, 0.06, "#5b7f98");
    });
  mesh.glow = 0;
  return y + height;
}

/** A row of a tower whose red and white run round it like a ribbon. */
function coil(mesh: Mesh, [x, y, z]: Point, a: number, b: number, height: number, row: number): void {
  for (let i = 0; i < SIDES; i++) {
    const [t, u] = [i, i + 1].map((k) => ((k + row) / SIDES) * -2 * Math.PI) as [number, number];
    const lean = -(2 * Math.PI) / SIDES;
    const at = (r: number, high: number, turn: number): Point => [x + Math.cos(turn) * r, y + high, z + Math.sin(turn) * r];
    const paint = i % 6 < 3 ? RED : WHITE;
    const [p, q, r, s] = [at(a, 0, t), at(a, 0, u), at(b, height, u + lean), at(b, height, t + lean)];
    const normal = (k: Point): Point => [k[0] - x, 0.02, k[2] - z];
    const foot = shade(paint, row ? 0.97 : 0.82);
    mesh.smooth([p, q, r], [normal(p), normal(q), normal(r)], [foot, foot, paint]);
    mesh.smooth([p, r, s], [normal(p), normal(r), normal(s)], [foot, paint, paint]);
  }
}

/** Gallery, light and cap. */
function lantern(mesh: Mesh, { owner }: Order, [x, y, z]: Point): void {
  cylinder(mesh, [x, y - 0.04, z], 0.1, 0.17, 0.05, SIDES, IRON, { top: null, smooth: true });
  cylinder(mesh, [x, y + 0.01, z], 0.175, 0.175, 0.022, SIDES, owner.colour, { foot: 0.95, top: "#d7d2c6" });
  for (let i = 0; i < 8; i++) {
    const [c, s] = [Math.cos((i / 8) * 2 * Math.PI), Math.sin((i / 8) * 2 * Math.PI)];
    const [d, e] = [Math.cos(((i + 1) / 8) * 2 * Math.PI), Math.sin(((i + 1) / 8) * 2 * Math.PI)];
    const [rail, high] = [0.165, y + 0.095];
    beam(mesh, [x + c * rail, high, z + s * rail], [x + d * rail, high, z + e * rail], 0.008, 0.008, 3, owner.dark);
    beam(mesh, [x + c * rail, y + 0.03, z + s * rail], [x + c * rail, high, z + s * rail], 0.006, 0.006, 3, owner.dark);
  }
  cylinder(mesh, [x, y + 0.03, z], 0.1, 0.1, 0.05, 8, WHITE, { top: IRON });
  mesh.glow = 1;
  cylinder(mesh, [x, y + 0.08, z], 0.085, 0.085, 0.13, 8, "#ffe9a3", { top: null, foot: 1, smooth: true });
  mesh.glow = 0;
  for (let i = 0; i < 8; i++) {
    const [c, s] = [Math.cos(((i + 0.5) / 8) * 2 * Math.PI) * 0.088, Math.sin(((i + 0.5) / 8) * 2 * Math.PI) * 0.088];
    beam(mesh, [x + c, y + 0.08, z + s], [x + c, y + 0.21, z + s], 0.007, 0.007, 3, IRON);
  }
  cylinder(mesh, [x, y + 0.2, z], 0.125, 0.12, 0.02, SIDES, owner.dark, { top: null });
  cylinder(mesh, [x, y + 0.22, z], 0.125, 0.025, 0.12, SIDES, owner.colour, { top: null, foot: 0.85 });
  ball(mesh, [x, y + 0.36, z], [0.03, 0.032, 0.03], "#f0c850", { sides: 6, rings: 3 });
  cylinder(mesh, [x, y + 0.38, z], 0.006, 0.004, 0.09, 3, IRON, { top: null });
  mesh.spot("lamp", [x, 0.03, z], 2);
}

function keeper(mesh: Mesh, order: Order, [x, y, z]: Point, turn: number): void {
  const wall: Paint = "#fdf3df";
  mesh.at(x, y, z, turn, () => {
    box(mesh, [0, -0.02, 0], [0.34, 0.04, 0.26], "#a79c8b");
    house(mesh, [0, 0.02, 0], [0.32, 0.17, 0.24], wall, { across: 9.4, up: 5.9, width: 0.46, height: 0.5, lit: 0.85, seed: order.chance.next() }, { open: true });
    gable(mesh, [0, 0.19, 0], [0.32, 0.14, 0.24], roofOf(order), wall, 0.035, 0.026);
    box(mesh, [0.09, 0.24, -0.04], [0.05, 0.15, 0.05], "#b5624a", { top: "#5d4038" });
    panel(mesh, [0, 0.02, 0.124], 0.06, 0.125, order.owner.dark);
  });
  mesh.spot("smoke", [x + 0.09, y + 0.4, z - 0.04], 0.05);
}

/** A rowing boat drawn up on the sand. */
function boat(mesh: Mesh, { owner, chance }: Order, at: Point): void {
  mesh.at(...at, chance.between(0.9, 1.5), () => {
    const deck: Point[] = [[0, 0.06, 0.13], [0.05, 0.05, 0.03], [0.042, 0.05, -0.1], [-0.042, 0.05, -0.1], [-0.05, 0.05, 0.03]];
    deck.forEach((p, i) => {
      const q = deck[(i + 1) % deck.length];
      if (!q) return;
      const keel = ([a, , c]: Point): Point => [a * 0.5, 0, c * 0.8];
      mesh.quad(keel(p), keel(q), q, p, owner.dark, owner.colour);
      mesh.triangle([0, 0.045, 0], p, q, "#c99a63");
    });
    for (const z of [-0.05, 0.03]) plate(mesh, [0, 0.056, z], 0.08, 0.022, "#f3e3c0");
  });
}
