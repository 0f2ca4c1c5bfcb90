/** Wind power: a tall mill on a meadow with sheep, a pair of them, or one on a mast of lattice. */
import { bush, tree } from "../kit/plants.ts";
import { ball, box, cylinder, panel, plate } from "../kit/shapes.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { flag, lawn } from "./lot.ts";
import { beam, beast, fence } from "./yard.ts";

const WHITE = "#fbf8f2";
const FLOWERS = ["#f7d65c", "#ffffff", "#e0718b", "#b58ce0"] as const;

export const wind: Build = (mesh, order) => {
  const { chance, variant } = order;
  lawn(mesh, order);
  ball(mesh, [0, 0.0, -0.04], [0.42, 0.07, 0.4], "#a5cb62", { sides: 9, rings: 2, half: true, foot: 0.9 });
  if (variant === 0) single(mesh, order);
  else if (variant === 1) pair(mesh, order);
  else lattice(mesh, order);
  for (let i = 0; i < (variant === 1 ? 1 : 2); i++)
    bush(mesh, chance, [chance.between(-0.42, 0.42), 0.025, chance.between(0.3, 0.44)], 0.55, chance.pick(FLOWERS));
};

function single(mesh: Mesh, order: Order): void {
  mill(mesh, order, [0, 0.06, -0.06], 1.26, 0.47, 0.1);
  hut(mesh, order, [-0.28, 0.025, 0.2]);
  plate(mesh, [-0.12, 0.075, 0.12], 0.1, 0.02, "#dccfae");
  fence(mesh, [0.02, 0.02, 0.455], 0.9, 6);
  beast(mesh, [0.26, 0.035, 0.24], 0.6, "#fffaf0", "#4d4440");
  beast(mesh, [0.36, 0.03, 0.02], -1, "#fffaf0", "#4d4440", 0.9);
}

function pair(mesh: Mesh, order: Order): void {
  mill(mesh, order, [-0.17, 0.05, -0.06], 1.24, 0.34, 0.1);
  mill(mesh, order, [0.2, 0.05, 0.04], 0.76, 0.28, 0.1);
  hut(mesh, order, [-0.26, 0.025, 0.24]);
}

function lattice(mesh: Mesh, order: Order): void {
  const { owner } = order;
  const [height, foot, head] = [1.12, 0.16, 0.035];
  const corner = (i: number, k: number): Point => {
    const [t, r] = [Math.PI / 4 + (i * Math.PI) / 2, (foot + (head - foot) * k) * 1.3];
    return [Math.cos(t) * r, 0.05 + height * k, -0.06 + Math.sin(t) * r];
  };
  box(mesh, [0, 0.02, -0.06], [0.4, 0.06, 0.4], "#d9d0bf", { bevel: 0.02 });
  for (let i = 0; i < 4; i++) {
    beam(mesh, corner(i, 0), corner(i, 1), 0.016, WHITE, { sides: 3 });
    for (const [low, high] of [[0, 0.34], [0.34, 0.64], [0.64, 0.9]] as const)
      beam(mesh, corner(i, low), corner(i + 1, high), 0.01, low === 0.34 ? owner.colour : "#e6e2d8", { sides: 3 });
  }
  rotor(mesh, order, [0, height + 0.07, -0.06], 0.47, 0.1);
  hut(mesh, order, [0.28, 0.025, 0.26]);
  flag(mesh, [-0.36, 0.025, 0.32], 0.5, order);
  tree(mesh, order.chance, [-0.36, 0.02, -0.36], 0.7, "pine");
}

function mill(mesh: Mesh, order: Order, [x, y, z]: Point, height: number, blade: number, turn: number): void {
  const { owner } = order;
  const at = (k: number) => 0.052 - 0.028 * k;
  cylinder(mesh, [x, y - 0.03, z], 0.12, 0.1, 0.05, 8, "#d9d0bf");
  for (const [low, high, paint] of [[0, 0.3, WHITE], [0.3, 0.42, owner.colour], [0.42, 1, WHITE]] as const)
    cylinder(mesh, [x, y + height * low, z], at(low), at(high), height * (high - low), 8, paint, {
      smooth: true, top: null, foot: low ? 0.95 : 0.8,
    });
  rotor(mesh, order, [x, y + height + 0.02, z], blade, turn);
}

/** The engine's house and its hub, which looks south when not turned; its blades are life/air.ts. */
function rotor(mesh: Mesh, { owner }: Order, [x, y, z]: Point, blade: number, turn: number): void {
  mesh.at(x, y, z, turn, () => {
    const k = blade / 0.46;
    box(mesh, [0, -0.04 * k, -0.03], [0.085 * k, 0.085 * k, 0.19 * k], WHITE, { bevel: 0.018 * k });
    box(mesh, [0, 0.045 * k, -0.08 * k], [0.05 * k, 0.03 * k, 0.07 * k], owner.colour);
    const hub: Point = [0, 0, 0.085 * k];
    beam(mesh, [0, 0, 0.05 * k], hub, 0.042 * k, owner.colour, { sides: 7 });
    beam(mesh, hub, [0, 0, 0.14 * k], 0.042 * k, owner.colour, { sides: 7, head: 0.004 });
    mesh.spot("rotor", hub, blade);
  });
}

function hut(mesh: Mesh, { owner }: Order, [x, y, z]: Point): void {
  box(mesh, [x, y - 0.01, z], [0.2, 0.03, 0.16], "#d9d0bf");
  box(mesh, [x, y + 0.02, z], [0.15, 0.11, 0.11], "#f4ead8", { open: true });
  box(mesh, [x, y + 0.13, z], [0.18, 0.025, 0.14], owner.colour, { top: owner.light });
  panel(mesh, [x - 0.03, y + 0.02, z + 0.058], 0.05, 0.085, owner.dark);
  panel(mesh, [x + 0.04, y + 0.05, z + 0.058], 0.035, 0.04, "#f2c14a");
}
