/** Forest reserves: old trees and deer around a watch-tower, a giant oak, or a ranger's cabin. */
import { mix, shade } from "../kit/colour.ts";
import type { Mesh } from "../kit/mesh.ts";
import { bush, sprig, tree, type Species } from "../kit/plants.ts";
import { box, cylinder, gable, house, panel, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { deer, gate, oval, patch, WOOD } from "./greenery.ts";
import { flag, lot, roofOf } from "./lot.ts";

const G = 0.026; // the forest floor
type Planting = readonly (readonly [x: number, z: number, size: number, species: Species])[];

export const reserve: Build = (mesh, order) => {
  lot(mesh, "#6aa838");
  plate(mesh, [-0.2, 0.031, 0.36], 0.11, 0.2, "#d9b679");
  gate(mesh, [-0.2, G, 0.45], 0.2, 0.19, WOOD, order.owner.colour);
  fence(mesh);
  if (order.variant === 0) lookout(mesh, order);
  else if (order.variant === 1) oak(mesh, order);
  else cabin(mesh, order);
  for (const x of [-0.38, -0.02, 0.2, 0.4])
    sprig(mesh, [x, G, 0.4], 0.035, 0.07, "#4f8f2e", "#c5e04a");
};

/** Rails of logs along the front, beside the gate. */
function fence(mesh: Mesh): void {
  for (const [x, wide] of [
    [0.2, 0.5],
    [-0.4, 0.12],
  ] as const)
    for (const y of [0.04, 0.085]) box(mesh, [x, G + y, 0.45], [wide, 0.018, 0.014], "#c08a52");
  for (const x of [0.06, 0.25, 0.44, -0.45])
    cylinder(mesh, [x, G, 0.45], 0.018, 0.016, 0.13, 3, WOOD, { top: null });
}

function grow(mesh: Mesh, { chance }: Order, trees: Planting): void {
  for (const [x, z, size, species] of trees) tree(mesh, chance, [x, G, z], size, species, true);
}

function lookout(mesh: Mesh, order: Order): void {
  const { owner } = order;
  mesh.at(-0.06, G, -0.04, 0.3, () => {
    for (const dx of [-0.085, 0.085])
      for (const dz of [-0.085, 0.085]) box(mesh, [dx, 0, dz], [0.026, 0.84, 0.026], WOOD, { open: true });
    for (const s of [-1, 1])
      mesh.at(0, 0, 0, s > 0 ? 0 : Math.PI / 2, () => {
        // Braces, seen from the front and from the right.
        mesh.quad([-0.09, 0.1, 0.1], [-0.07, 0.1, 0.1], [0.09, 0.46, 0.1], [0.07, 0.46, 0.1], "#c08a52");
        mesh.quad([0.07, 0.1, 0.1], [0.09, 0.1, 0.1], [-0.07, 0.46, 0.1], [-0.09, 0.46, 0.1], "#8f5f36");
      });
    box(mesh, [0, 0.54, 0], [0.28, 0.025, 0.28], "#c08a52");
    box(mesh, [0, 0.565, 0], [0.26, 0.09, 0.26], owner.light, { top: "#9a6a3c" });
    box(mesh, [0, 0.655, 0], [0.15, 0.15, 0.15], "#d9a566", { open: true });
    mesh.glow = 0.8;
    panel(mesh, [0, 0.69, 0.078], 0.1, 0.08, "#8fc0d6");
    mesh.glow = 0;
    cylinder(mesh, [0, 0.8, 0], 0.225, 0, 0.17, 4, owner.colour, { turn: Math.PI / 4, foot: 0.85 });
  });
  flag(mesh, [-0.06, 0.97, -0.04], 0.2, order);
  grow(mesh, order, [
    [-0.29, -0.27, 1.75, "pine"],
    [0.05, -0.31, 1.55, "pine"],
    [0.3, -0.27, 1.7, "round"],
    [-0.33, 0.1, 1.3, "autumn"],
    [0.31, 0.04, 1.5, "pine"],
  ]);
  deer(mesh, [0.2, G, 0.28], 0.4, true, 1.35);
}

function oak(mesh: Mesh, order: Order): void {
  const { chance } = order;
  // The oldest tree of all: three crowns on one trunk.
  cylinder(mesh, [0.06, G, -0.1], 0.11, 0.06, 0.16, 6, "#7a5534", { top: null });
  tree(mesh, chance, [0.06, G, -0.12], 2.5, "round");
  tree(mesh, chance, [0.19, 0.09, 0], 1.6, "round", true);
  tree(mesh, chance, [-0.13, 0.1, -0.02], 1.75, "round", true);
  grow(mesh, order, [
    [-0.3, -0.3, 1.7, "pine"],
    [0.34, -0.34, 1.4, "pine"],
  ]);
  deer(mesh, [0.06, G, 0.28], 0.1, true, 1.35);
  deer(mesh, [-0.17, G, 0.2], 2.6, false, 1.05);
  bush(mesh, chance, [-0.4, G, 0.26], 1.1);
}

function cabin(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  patch(mesh, oval(-0.04, 0.16, 0.26, 0.18, 7), 0.03, "#c9ab70");
  mesh.at(-0.14, G, -0.12, 0, () => {
    house(mesh, [0, 0, 0], [0.34, 0.23, 0.26], "#c0854a", {
      across: 6,
      up: 5,
      width: 0.42,
      height: 0.46,
      lit: 0.8,
      seed: chance.next(),
    }, { open: true });
    panel(mesh, [0.08, 0, 0.134], 0.075, 0.14, owner.dark);
    gable(mesh, [0, 0.23, 0], [0.34, 0.17, 0.26], roofOf(order), "#c98d50", 0.06, 0.03);
    box(mesh, [-0.1, 0.28, -0.06], [0.06, 0.2, 0.06], "#a39a8c", { top: "#4d433c" });
    mesh.spot("smoke", [-0.1, 0.5, -0.06], 0.09);
  });
  for (let i = 0; i < 3; i++)
    cylinder(mesh, [0.1 + (i - 1) * 0.04, G, 0.17 + (i % 2) * 0.035], 0.022, 0, 0.05, 3, shade("#7a5030", 1 + i * 0.1));
  mesh.glow = 1;
  cylinder(mesh, [0.1, G + 0.02, 0.18], 0.026, 0, 0.075, 4, mix("#ff8a2c", "#ffd24a", 0.4));
  mesh.glow = 0;
  mesh.spot("lamp", [0.1, G, 0.18], 0.7);
  grow(mesh, order, [
    [-0.33, -0.34, 1.45, "pine"],
    [0, -0.32, 1.75, "pine"],
    [0.19, -0.2, 1.35, "pine"],
    [0.31, -0.32, 1.6, "pine"],
    [0.32, -0.04, 1.5, "pine"],
    [-0.37, 0.26, 0.95, "birch"],
  ]);
  deer(mesh, [0.32, G, 0.28], 2.7, true, 1.25);
}
