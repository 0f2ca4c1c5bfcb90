/** Workshops: a joiner's timber shed, a garage for repairs, a smithy; each under a great cogwheel. */
import { mix, shade } from "../kit/colour.ts";
import { bush, tree } from "../kit/plants.ts";
import { awning, box, cylinder, gable, hip, house, panel, plate } from "../kit/shapes.ts";
import type { Mesh } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { car, flag, lot, roofOf } from "./lot.ts";
import { BRICKS, cog, DARK, roll, stack, STEEL } from "./yard.ts";

const WHITE = "#fff6e4";

export const workshop: Build = (mesh, order) => {
  const { chance, variant } = order;
  lot(mesh, variant === 0 ? "#d8c39c" : "#cfc6b6");
  if (variant === 0) joinery(mesh, order);
  else if (variant === 1) garage(mesh, order);
  else smithy(mesh, order);
  for (let i = 0; i < (variant === 0 ? 1 : 2); i++)
    bush(mesh, chance, [-0.43 + i * 0.09, 0.025, 0.43 - i * 0.02], chance.between(0.7, 0.95));
};

const PANES = { across: 7, up: 3.2, width: 0.5, height: 0.5, lit: 0.7 };

function joinery(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const wood = "#c98f58";
  const roof = roofOf(order);
  house(mesh, [-0.04, 0.02, -0.16], [0.72, 0.3, 0.46], wood, { ...PANES, seed: chance.next() }, { open: true });
  gable(mesh, [-0.04, 0.32, -0.16], [0.72, 0.22, 0.46], roof, wood, 0.05, 0.03);
  box(mesh, [-0.04, 0.53, -0.16], [0.16, 0.07, 0.1], wood, { top: shade(roof, 1.06) });
  sign(mesh, order, -0.04, 0.44, 0.11, 0.15);
  door(mesh, -0.22, 0.075, 0.2, "#8c5a38", false);
  door(mesh, 0.16, 0.075, 0.2, "#8c5a38", true);
  const [bark, cut] = ["#8d6242", "#ecc98f"];
  for (const [y, z] of [[0.02, 0.2], [0.02, 0.29], [0.02, 0.38], [0.1, 0.245], [0.1, 0.335]] as const)
    roll(mesh, [-0.22, y, z], 0.045, 0.34, shade(bark, chance.between(0.9, 1.1)), cut, 5);
  for (let i = 0; i < 4; i++)
    box(mesh, [0.2, 0.025 + i * 0.024, 0.25 + (i % 2) * 0.01], [0.28 - i * 0.02, 0.018, 0.12], shade("#e7bd80", 1 - (i % 2) * 0.08));
  tree(mesh, chance, [0.4, 0.02, -0.12], 0.62, "round");
  box(mesh, [0.41, 0.02, 0.4], [0.08, 0.09, 0.08], owner.colour, { top: "#f0d9a8" });
}

function garage(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const wall = "#f3e3c4";
  house(mesh, [0.02, 0.02, -0.18], [0.82, 0.34, 0.46], wall, { ...PANES, up: 2.9, seed: chance.next() }, { top: "#b5aea0" });
  for (const [x, z, wide, deep] of [[0.02, 0.045, 0.86, 0.03], [0.02, -0.405, 0.86, 0.03], [0.435, -0.18, 0.03, 0.42], [-0.395, -0.18, 0.03, 0.42]] as const)
    box(mesh, [x, 0.33, z], [wide, 0.075, deep], owner.colour, { top: owner.light, foot: 0.9 });
  for (const [i, x] of [-0.24, 0.02, 0.28].entries()) door(mesh, x, 0.056, 0.2, i === 1 ? "#5b6670" : mix(owner.dark, "#ffffff", 0.15), i === 1);
  awning(mesh, [0.02, 0.33, 0.06], 0.8, 0.1, 0.05, [owner.colour, "#fff6e6"], 6);
  cog(mesh, [-0.16, 0.55, -0.1], 0.16, WHITE, owner.dark);
  box(mesh, [-0.16, 0.34, -0.1], [0.05, 0.08, 0.05], DARK);
  box(mesh, [0.24, 0.35, -0.22], [0.16, 0.07, 0.12], "#c7ccd0", { bevel: 0.012 });
  car(mesh, [0.02, 0.02, 0.28], 0.12, "#d94f43");
  for (let i = 0; i < 3; i++) cylinder(mesh, [-0.38, 0.02 + i * 0.04, 0.26], 0.055, 0.055, 0.034, 7, "#3b3f45");
  for (const [x, paint] of [[0.31, "#3b78c9"], [0.4, "#f2c14a"]] as const)
    cylinder(mesh, [x, 0.02, 0.36], 0.038, 0.038, 0.1, 7, paint);
}

function smithy(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const brick = chance.pick(BRICKS);
  house(mesh, [-0.1, 0.02, -0.1], [0.56, 0.32, 0.56], brick, { ...PANES, seed: chance.next() }, { open: true });
  hip(mesh, [-0.1, 0.35, -0.1], [0.56, 0.26, 0.56], roofOf(order), 0.25, 0.06);
  stack(mesh, [0.3, 0.02, -0.28], 0.11, 0.92, brick, [shade(brick, 1.1), owner.colour, "#f6e6cf"], 0.13);
  box(mesh, [0.3, 0.02, -0.2], [0.24, 0.24, 0.34], shade(brick, 0.9), { top: owner.dark });
  mesh.glow = 1;
  panel(mesh, [0.3, 0.05, -0.028], 0.13, 0.13, "#ff9a3d");
  mesh.glow = 0;
  mesh.spot("lamp", [0.3, 0.1, 0.05], 0.5);
  door(mesh, -0.19, 0.186, 0.2, "#7a4c34", true);
  sign(mesh, order, -0.1, 0.47, 0.2, 0.14);
  cylinder(mesh, [0.14, 0.02, 0.3], 0.075, 0.06, 0.09, 7, "#8d6242", { top: "#d8b07a" });
  box(mesh, [0.14, 0.11, 0.3], [0.06, 0.035, 0.05], DARK);
  box(mesh, [0.15, 0.145, 0.3], [0.17, 0.035, 0.075], "#5a6570", { top: "#8d99a3" });
  flag(mesh, [-0.41, 0.02, 0.24], 0.6, order);
  for (let i = 0; i < 3; i++)
    box(mesh, [0.36, 0.02 + i * 0.03, 0.3], [0.14 - i * 0.02, 0.025, 0.2], i % 2 ? STEEL : shade(STEEL, 0.85));
}

/** A door of a hall that looks south; behind an open one there is light. */
function door(mesh: Mesh, x: number, z: number, width: number, paint: string | readonly [number, number, number], open: boolean): void {
  panel(mesh, [x, 0.02, z], width + 0.04, 0.24, "#f6ead6");
  mesh.glow = open ? 0.7 : 0;
  panel(mesh, [x, 0.02, z + 0.004], width, 0.22, open ? "#e8b460" : paint);
  mesh.glow = 0;
  if (open) panel(mesh, [x, 0.16, z + 0.008], width, 0.08, paint);
  else for (const y of [0.08, 0.14]) panel(mesh, [x, y, z + 0.008], width, 0.012, mix(paint, "#ffffff", 0.35));
  plate(mesh, [x, 0.027, z + 0.08], width, 0.14, "#b9b0a0");
}

function sign(mesh: Mesh, { owner }: Order, x: number, y: number, z: number, r: number): void {
  cog(mesh, [x, y, z], r, WHITE, owner.dark);
}
