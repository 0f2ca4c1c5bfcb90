/** Farms: a red barn with silos among furrowed fields in several crops, hay, a tractor, beasts. */
import { shade, type Paint } from "../kit/colour.ts";
import { bush, tree } from "../kit/plants.ts";
import { ball, box, cylinder, gable, house, panel, plate } from "../kit/shapes.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { cabbages, crop, hay, sunflower } from "./fields.ts";
import { flag, lot, roofOf } from "./lot.ts";
import { beam, beast, extrude, fence, roll } from "./yard.ts";

const RED = "#b5432f";
const TRIM = "#fbeedb";

export const farm: Build = (mesh, order) => {
  const { variant } = order;
  lot(mesh, "#b9bf6c", 2);
  if (variant === 0) crofts(mesh, order);
  else if (variant === 1) orchard(mesh, order);
  else glasshouses(mesh, order);
  flag(mesh, variant === 0 ? [0.18, 0.02, -0.02] : [-0.02, 0.02, -0.12], 0.62, order);
  fence(mesh, [-0.35, 0.025, 0.95], 1.2, 7);
  mesh.at(-0.95, 0, 0.15, Math.PI / 2, () => {
    fence(mesh, [0, 0.025, 0], 1.5, 8);
  });
};

/** Barn in the corner, strips of wheat, lavender and cabbages. */
function crofts(mesh: Mesh, order: Order): void {
  const { chance } = order;
  plate(mesh, [-0.42, 0.028, -0.05], 0.92, 0.34, "#d9bf8c");
  plate(mesh, [0.1, 0.029, 0.4], 0.16, 1.1, "#d9bf8c");
  barn(mesh, order, [-0.5, 0.02, -0.52], 0.86, 0.56);
  silo(mesh, order, [0.1, 0.02, -0.66], 0.13, 0.72);
  silo(mesh, order, [0.1, 0.02, -0.36], 0.1, 0.54);
  crop(mesh, [0.26, -0.94, 0.94, -0.14], 7, "#e9c257", 0.085);
  crop(mesh, [0.26, -0.06, 0.94, 0.94], 8, "#9a77c4", 0.06);
  cabbages(mesh, order, [-0.86, 0.16, -0.02, 0.52]);
  crop(mesh, [-0.86, 0.56, -0.02, 0.9], 4, "#8dbb48", 0.06);
  tractor(mesh, [-0.2, 0.028, -0.02], 1.25, order.owner.colour);
  hay(mesh, [-0.78, 0.025, -0.04]);
  tree(mesh, chance, [-0.86, 0.02, -0.86], 0.9, "round");
}

/** A lane of fruit trees, a wind pump, cows, wheat. */
function orchard(mesh: Mesh, order: Order): void {
  const { chance } = order;
  plate(mesh, [0.46, 0.028, 0.02], 0.9, 0.3, "#d9bf8c");
  plate(mesh, [0, 0.029, 0.4], 0.15, 1.1, "#d9bf8c");
  mesh.at(0.54, 0.02, -0.54, Math.PI / 2, () => {
    barn(mesh, order, [0, 0, 0], 0.74, 0.6);
  });
  silo(mesh, order, [0.02, 0.02, -0.66], 0.13, 0.66);
  crop(mesh, [-0.9, -0.94, -0.16, -0.1], 7, "#ecc95f", 0.085);
  crop(mesh, [0.12, 0.56, 0.94, 0.94], 4, "#a77c50", 0.045);
  crop(mesh, [0.12, 0.22, 0.94, 0.54], 4, "#e4a13c", 0.06);
  for (const [i, [x, z]] of ([[-0.74, 0.14], [-0.3, 0.18], [-0.5, 0.58]] as const).entries())
    tree(mesh, chance, [x, 0.02, z], 1, i === 1 ? "round" : "blossom");
  beast(mesh, [-0.52, 0.025, 0.36], 0.5, "#fbf3e6", "#6b4a3a");
  beast(mesh, [-0.34, 0.025, 0.76], 2.6, "#8a5a3e", "#f4e4cc");
  beast(mesh, [-0.72, 0.025, 0.8], -0.3, "#fbf3e6", "#4d4440");
  pump(mesh, order, [-0.02, 0.02, -0.3]);
  tractor(mesh, [0.66, 0.028, 0.03], Math.PI / 2, order.owner.colour);
  hay(mesh, [0.3, 0.025, 0.06]);
}

/** Houses of glass and the barn across the yard, sunflowers before them. */
function glasshouses(mesh: Mesh, order: Order): void {
  const { chance } = order;
  plate(mesh, [0.1, 0.028, -0.06], 1.6, 0.2, "#d9bf8c");
  barn(mesh, order, [0.44, 0.02, -0.54], 0.84, 0.58);
  silo(mesh, order, [-0.14, 0.02, -0.74], 0.14, 0.8);
  for (const z of [-0.74, -0.36]) {
    house(mesh, [-0.6, 0.02, z], [0.6, 0.13, 0.28], "#eef4ee", { across: 9, up: 7, width: 0.8, height: 0.8, lit: 0.3, seed: 0.95 }, { open: true });
    mesh.glow = 0.12;
    gable(mesh, [-0.6, 0.15, z], [0.6, 0.13, 0.28], "#a9dcc6", "#d8efe2", 0.02, 0.012);
    mesh.glow = 0;
    for (const x of [-0.8, -0.6, -0.4]) beam(mesh, [x, 0.3, z - 0.02], [x, 0.3, z + 0.02], 0.02, TRIM);
  }
  crop(mesh, [-0.9, 0.1, -0.06, 0.5], 5, "#d9556f", 0.055);
  crop(mesh, [-0.9, 0.54, -0.06, 0.92], 4, "#6fa33f", 0.05);
  crop(mesh, [0.06, 0.1, 0.94, 0.92], 8, "#e9c257", 0.09);
  for (let i = 0; i < 7; i++) sunflower(mesh, [-0.83 + i * 0.13, 0.03, 0.73 + (i % 2) * 0.07]);
  tractor(mesh, [0.1, 0.028, -0.06], -1.4, order.owner.colour);
  hay(mesh, [0.76, 0.025, -0.1]);
  bush(mesh, chance, [0.9, 0.025, -0.9], 1.2);
}

/** A barn with a broken roof, its gables to west and east, a door in each long side. */
function barn(mesh: Mesh, order: Order, [x, y, z]: Point, width: number, depth: number): void {
  const { chance, owner } = order;
  const roof = roofOf(order);
  const b = depth / 2;
  house(mesh, [x, y, z], [width, 0.3, depth], RED, { across: 4, up: 3.2, width: 0.34, height: 0.42, lit: 0.5, seed: chance.next() }, { open: true });
  mesh.at(x, y + 0.29, z, 0, () => {
    const line = (k: number): [number, number][] => [[-b * k, 0], [-b * 0.68 * k, 0.2 * k], [0, 0.33 * k], [b * 0.68 * k, 0.2 * k], [b * k, 0]];
    extrude(mesh, line(1), -width / 2, width / 2, RED, RED);
    extrude(mesh, line(1.1), -width / 2 - 0.05, width / 2 + 0.05, [shade(roof, 0.82), shade(roof, 1.06)], null);
    for (const s of [1, -1])
      mesh.at((s * width) / 2, 0, 0, (s * Math.PI) / 2, () => {
        // Boards along the roof's edge, and a loft's door.
        panel(mesh, [0, 0.02, 0.004], 0.17, 0.16, TRIM);
        mesh.glow = 0.5;
        panel(mesh, [0, 0.035, 0.008], 0.12, 0.125, "#6f4530");
        mesh.glow = 0;
        panel(mesh, [0, -0.012, 0.006], depth, 0.025, TRIM);
      });
  });
  box(mesh, [x, y + 0.58, z], [0.14, 0.12, 0.14], TRIM, { open: true });
  gable(mesh, [x, y + 0.7, z], [0.14, 0.07, 0.14], owner.colour, TRIM, 0.03, 0.015);
  for (const s of [0, Math.PI])
    mesh.at(x, y, z, s, () => {
      panel(mesh, [0, 0, b + 0.004], 0.3, 0.27, TRIM);
      for (const side of [-1, 1]) {
        panel(mesh, [side * 0.066, 0.015, b + 0.008], 0.118, 0.235, shade(RED, 0.86));
        const [w, c] = [side * 0.12, side * 0.012];
        const [left, right] = [Math.min(w, c), Math.max(w, c)];
        mesh.quad([left, 0.02, b + 0.012], [left + 0.025, 0.02, b + 0.012], [right, 0.25, b + 0.012], [right - 0.025, 0.25, b + 0.012], TRIM);
      }
    });
}

function silo(mesh: Mesh, { owner }: Order, [x, y, z]: Point, r: number, height: number): void {
  cylinder(mesh, [x, y, z], r, r, height * 0.62, 10, "#e3e5e1", { smooth: true, top: null });
  cylinder(mesh, [x, y + height * 0.62, z], r * 1.03, r * 1.03, height * 0.1, 10, owner.colour, { smooth: true, top: null, foot: 1 });
  cylinder(mesh, [x, y + height * 0.72, z], r, r, height * 0.28, 10, "#eef0ec", { smooth: true, top: null, foot: 0.95 });
  ball(mesh, [x, y + height, z], [r * 1.04, r * 0.75, r * 1.04], owner.colour, { sides: 10, rings: 2, half: true, smooth: true, foot: 0.9 });
}

function tractor(mesh: Mesh, [x, y, z]: Point, turn: number, paint: Paint): void {
  mesh.at(x, y, z, turn, () => {
    box(mesh, [0, 0.04, 0.06], [0.075, 0.07, 0.15], paint, { bevel: 0.012 });
    box(mesh, [0, 0.045, -0.06], [0.09, 0.13, 0.1], "#3a4853", { top: paint });
    for (const [dz, r] of [[-0.07, 0.055], [0.09, 0.036]] as const)
      roll(mesh, [0, 0, dz], r, 0.15, "#2f3338", "#f3cf5a", 7);
    beam(mesh, [0.02, 0.1, 0.09], [0.02, 0.17, 0.09], 0.007, "#2f3338", { sides: 3 });
  });
}

/** A wind pump on three legs; its wheel does not turn. */
function pump(mesh: Mesh, { owner }: Order, [x, y, z]: Point): void {
  for (let i = 0; i < 3; i++) {
    const t = i * 2.094;
    beam(mesh, [x + Math.cos(t) * 0.08, y, z + Math.sin(t) * 0.08], [x, y + 0.62, z], 0.01, "#8a7a66", { sides: 3 });
  }
  mesh.at(x, y + 0.62, z, 0.6, () => {
    for (let i = 0; i < 4; i++) {
      const [c, s] = [Math.cos((i * Math.PI) / 4) * 0.13, Math.sin((i * Math.PI) / 4) * 0.13];
      beam(mesh, [-c, -s, 0.05], [c, s, 0.05], 0.022, "#e8ecec", { sides: 3 });
    }
    beam(mesh, [0, 0, -0.16], [0, 0, 0.07], 0.02, owner.colour, { cap: owner.dark });
  });
}
