/** Water power: a dam with sluices and its reservoir, pipes down to a powerhouse, foam below. */
import { mix, shade } from "../kit/colour.ts";
import { bush, tree } from "../kit/plants.ts";
import { ball, box, cylinder, gable, house, panel, plate } from "../kit/shapes.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { flag, lot, roofOf } from "./lot.ts";
import { beam, extrude, STEEL } from "./yard.ts";

const STONE = "#d8cbb5";
const DEEP = "#2a8fa8";
const WATER = "#45b4c4";
const FOAM = "#effcfa";

export const hydro: Build = (mesh, order) => {
  const { variant } = order;
  lot(mesh, "#9fb868");
  if (variant === 0) wall(mesh, order);
  else if (variant === 1) weir(mesh, order);
  else high(mesh, order);
};

/** A dam across the lot, three sluices, the powerhouse beside the pool. */
function wall(mesh: Mesh, order: Order): void {
  reservoir(mesh, -0.33, 0.29, 0.36);
  dam(mesh, order, -0.12, 0.42, [-0.3, -0.08, 0.14]);
  pool(mesh, [-0.1, 0.22], [0.74, 0.44]);
  for (const x of [-0.3, -0.08, 0.14]) spill(mesh, x, 0.26, -0.01, 0.16, 0.2);
  powerhouse(mesh, order, [0.33, 0.02, 0.22], [0.24, 0.22, 0.42]);
  pipe(mesh, order, [0.36, 0.3, -0.1], [0.36, 0.12, 0.06]);
  flag(mesh, [-0.45, 0.42, -0.14], 0.3, order);
  tree(mesh, order.chance, [0.42, 0.3, -0.4], 0.42, "pine");
}

/** A low weir beside a mill-house with two generators in the open. */
function weir(mesh: Mesh, order: Order): void {
  const { owner } = order;
  reservoir(mesh, -0.28, 0.17, 0.46);
  dam(mesh, order, -0.04, 0.26, [0.02, 0.2, 0.38]);
  pool(mesh, [0.2, 0.26], [0.54, 0.42]);
  for (const x of [0.02, 0.2, 0.38]) spill(mesh, x, 0.16, 0.05, 0.16, 0.18);
  powerhouse(mesh, order, [-0.28, 0.02, 0.04], [0.36, 0.34, 0.42]);
  for (const x of [-0.38, -0.19]) generator(mesh, order, [x, 0.02, 0.36], 0.075);
  beam(mesh, [-0.28, 0.1, 0.36], [-0.28, 0.1, 0.24], 0.03, STEEL, { sides: 6 });
  mesh.at(0.3, 0, -0.28, 0.7, () => {
    ball(mesh, [0, 0.18, 0], [0.06, 0.03, 0.035], owner.colour, { sides: 6, rings: 1, half: true });
  });
}

/** A lake high up; three pipes fall to the powerhouse at the foot. */
function high(mesh: Mesh, order: Order): void {
  const { chance } = order;
  reservoir(mesh, -0.34, 0.42, 0.32);
  dam(mesh, order, -0.16, 0.54, [-0.34]);
  pool(mesh, [-0.26, 0.22], [0.42, 0.44]);
  spill(mesh, -0.34, 0.36, -0.04, 0.17, 0.22);
  for (const x of [0.04, 0.18, 0.32]) pipe(mesh, order, [x, 0.42, -0.12], [x, 0.12, 0.14]);
  powerhouse(mesh, order, [0.18, 0.02, 0.26], [0.5, 0.2, 0.26]);
  tree(mesh, chance, [-0.41, 0.02, 0.42], 0.5, "pine");
  tree(mesh, chance, [0.43, 0.44, -0.42], 0.4, "pine");
  bush(mesh, chance, [-0.1, 0.025, 0.43], 0.7);
}

/** Water behind the dam, held by banks of rock with grass on them. */
function reservoir(mesh: Mesh, z: number, level: number, depth: number): void {
  const rock = "#b39a7c";
  const [back, front] = [-0.4, z + depth / 2];
  box(mesh, [0, 0.02, (back + front) / 2], [0.8, level - 0.02, front - back], rock, { top: DEEP, foot: 0.75 });
  plate(mesh, [0.04, level + 0.003, z + 0.03], 0.66, depth * 0.5, WATER);
  const slope = ["#8fa552", "#93ba57", "#a3c662", rock];
  const bank = (inner: number, top: number): [number, number][] => [
    [-0.478, 0.02], [-0.445, level * 0.6], [-0.4, top], [inner, top], [inner, level],
  ];
  for (const s of [-1, 1])
    mesh.at(0, 0, (front - 0.47) / 2, (s * Math.PI) / 2, () => {
      extrude(mesh, bank(-0.37, level + 0.035), -(front + 0.47) / 2, (front + 0.47) / 2, slope, "#93a85a");
    });
  extrude(mesh, bank(-0.39, level + 0.025), -0.44, 0.44, slope, null);
}

/** The dam's wall, which leans upstream, with a road on it and gates over its sluices. */
function dam(mesh: Mesh, { owner }: Order, z: number, top: number, gates: readonly number[]): void {
  extrude(mesh, [[z - 0.06, 0.02], [z - 0.06, top], [z + 0.03, top], [z + 0.13, 0.02]], -0.47, 0.47, [STONE, "#e9dfcc", STONE], STONE);
  box(mesh, [0, top, z + 0.025], [0.94, 0.035, 0.016], owner.colour, { top: owner.light, foot: 1 });
  box(mesh, [0, top, z - 0.055], [0.94, 0.035, 0.016], owner.colour, { top: owner.light, foot: 1 });
  for (const x of gates) {
    for (const dx of [-0.085, 0.085]) box(mesh, [x + dx, top, z + 0.03], [0.028, 0.13, 0.05], STONE, { top: "#f4ead8" });
    box(mesh, [x, top + 0.1, z + 0.03], [0.21, 0.04, 0.065], owner.colour, { top: owner.light });
  }
}

/** Water that falls from a sluice down the dam, and its foam. */
function spill(mesh: Mesh, x: number, from: number, z: number, width: number, run: number): void {
  const a = width / 2 - 0.015;
  const line: readonly Point[] = [[0, from + 0.04, z - 0.04], [0, from * 0.75, z + 0.055], [0, 0.045, z + 0.14], [0, 0.043, z + 0.14 + run]];
  const paints = ["#8fd8e0", "#cdf1f2", FOAM, "#8ad3dc"] as const;
  for (let i = 0; i < 3; i++) {
    const [p, q] = [line[i], line[i + 1]];
    if (!p || !q) continue;
    mesh.quad([x - a, q[1], q[2]], [x + a, q[1], q[2]], [x + a, p[1], p[2]], [x - a, p[1], p[2]], paints[i + 1] ?? FOAM, paints[i]);
  }
  for (const [dx, dz, r] of [[-0.05, 0.15, 0.04], [0.04, 0.17, 0.045], [0, 0.24, 0.028]] as const)
    ball(mesh, [x + dx, 0.035, z + dz], [r, r * 0.7, r], FOAM, { sides: 5, rings: 1, half: true, foot: 0.92 });
}

function pool(mesh: Mesh, [x, z]: readonly [number, number], [width, depth]: readonly [number, number]): void {
  plate(mesh, [x, 0.029, z], width + 0.05, depth + 0.05, mix("#b39a7c", "#e2c98e", 0.5));
  plate(mesh, [x, 0.034, z], width, depth, DEEP);
  plate(mesh, [x, 0.038, z - 0.02], width * 0.84, depth * 0.8, WATER);
}

function powerhouse(mesh: Mesh, order: Order, at: Point, size: Point): void {
  const { chance, owner } = order;
  const brick = "#f0d9b0";
  const along = size[2] > size[0];
  house(mesh, at, size, brick, { across: 6.5, up: 4.5, width: 0.5, height: 0.68, lit: 0.8, seed: chance.next() }, { open: true });
  mesh.at(at[0], at[1] + size[1], at[2], along ? Math.PI / 2 : 0, () => {
    gable(mesh, [0, 0, 0], along ? [size[2], 0.13, size[0]] : [size[0], 0.13, size[2]], roofOf(order), brick, 0.03, 0.022);
  });
  // A bolt of lightning on the front tells what is made here.
  const [x, y, z] = [at[0], at[1] + size[1] * 0.5, at[2] + size[2] / 2 + 0.008];
  mesh.glow = 0.6;
  const [w, h] = [0.05, 0.17];
  mesh.triangle([x - w, y + h * 0.3, z], [x + w * 0.3, y + h * 0.42, z], [x + w * 0.55, y + h, z], "#ffc93c");
  mesh.triangle([x - w * 0.5, y - h * 0.45, z], [x + w, y + h * 0.5, z], [x - w * 0.3, y + h * 0.36, z], "#ffc93c");
  mesh.glow = 0;
  panel(mesh, [at[0], at[1], at[2] + size[2] / 2 + 0.004], 0.1, size[1] * 0.5, owner.dark);
}

function pipe(mesh: Mesh, { owner }: Order, from: Point, to: Point): void {
  beam(mesh, from, to, 0.05, STEEL, { sides: 7, cap: shade(STEEL, 0.8) });
  const middle = (k: number): Point => [from[0], from[1] + (to[1] - from[1]) * k, from[2] + (to[2] - from[2]) * k];
  beam(mesh, middle(0.3), middle(0.42), 0.06, owner.colour, { sides: 7 });
}

function generator(mesh: Mesh, { owner }: Order, [x, y, z]: Point, r: number): void {
  cylinder(mesh, [x, y, z], r * 1.15, r * 1.1, 0.04, 8, STONE);
  cylinder(mesh, [x, y + 0.04, z], r, r, 0.12, 8, "#f4ead8", { smooth: true, top: null });
  cylinder(mesh, [x, y + 0.16, z], r, r * 0.6, 0.05, 8, owner.colour, { top: owner.light });
}
