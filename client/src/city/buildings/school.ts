/** Schools: pitched roofs, a turret with a clock on each side, a playground, a flag. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh } from "../kit/mesh.ts";
import { bush, hedge } from "../kit/plants.ts";
import { ball, box, cylinder, gable, hip, house, panel, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { beam, court, DISC, figure, fourSides, person, sapling } from "./civic.ts";
import { flag, lawn, roofOf } from "./lot.ts";

const TRIM = "#f8ecd2";
const WALLS = ["#c9745a", "#edc987", "#d99a72"] as const;

export const school: Build = (mesh, order) => {
  const { chance, variant } = order;
  lawn(mesh, order);
  const wall = WALLS[variant] ?? WALLS[0];
  if (variant === 1) {
    wing(mesh, order, wall, [0.1, -0.27], 0.66, 0.28, 0);
    wing(mesh, order, wall, [-0.28, -0.02], 0.76, 0.26, Math.PI / 2);
    turret(mesh, order, wall, -0.28, -0.27, 0.5);
    door(mesh, order, 0.12, -0.126);
    court(mesh, [0.19, 0.034, 0.2], 0.5, 0.42, "#d07d5c");
    hoop(mesh, 0.41, 0.2);
  } else if (variant === 2) {
    for (const x of [-0.24, 0.08]) wing(mesh, order, wall, [x, -0.16], 0.5, 0.28, Math.PI / 2);
    turret(mesh, order, wall, 0.33, -0.17, 0.42);
    door(mesh, order, -0.08, 0.1);
    court(mesh, [-0.2, 0.034, 0.29], 0.42, 0.3, "#5f9fb4");
    swings(mesh, 0.25, 0.24);
  } else {
    wing(mesh, order, wall, [0, -0.2], 0.84, 0.3, 0);
    turret(mesh, order, wall, 0, -0.04, 0.44);
    door(mesh, order, 0, 0.052);
    court(mesh, [-0.26, 0.034, 0.25], 0.36, 0.34, "#d07d5c");
    slide(mesh, 0.26, 0.2);
  }
  plate(mesh, [variant === 1 ? -0.08 : 0, 0.032, 0.26], 0.1, 0.44, "#e6d9bf");
  flag(mesh, [variant === 1 ? -0.09 : 0.1, 0.03, 0.4], 0.46, order);
  hedge(mesh, [-0.455, 0.03, 0], 0.03, 0.9, 0.045);
  if (variant !== 2) hedge(mesh, [0, 0.03, -0.455], 0.9, 0.03, 0.045);
  sapling(mesh, chance, [0.4, 0.03, 0.4], 0.8, chance.pick(["#78b04a", "#e0a24a", "#f2a7b6"]));
  if (variant === 0) sapling(mesh, chance, [-0.4, 0.03, 0.02], 0.7, "#8dba4e");
  bush(mesh, chance, [-0.4, 0.03, 0.43], 0.9);
  const coats = ["#e2574c", "#f2c14a", "#3f8ed0", "#f3f0ea"] as const;
  for (const i of [0, 1])
    person(mesh, [chance.between(-0.34, 0.02) + i * 0.1, 0.035, chance.between(0.2, 0.38)], coats[(i + variant) % 4] ?? coats[0], 0.85);
};

/** A house of classrooms with two rows of windows. */
function wing(mesh: Mesh, order: Order, wall: Paint, [x, z]: readonly [number, number], length: number, depth: number, turn: number): void {
  mesh.at(x, 0, z, turn, () => {
    box(mesh, [0, 0.02, 0], [length + 0.02, 0.04, depth + 0.02], "#a98f76", { open: true });
    house(mesh, [0, 0.05, 0], [length, 0.27, depth], wall, {
      across: 8.5,
      up: 7.4,
      width: 0.56,
      height: 0.62,
      lit: 0.4,
      seed: order.chance.next(),
    }, { open: true });
    gable(mesh, [0, 0.32, 0], [length, 0.17, depth], roofOf(order), mix(wall, TRIM, 0.2), 0.035, 0.028);
  });
}

function turret(mesh: Mesh, order: Order, wall: Paint, x: number, z: number, height: number): void {
  box(mesh, [x, 0.02, z], [0.18, height, 0.18], mix(wall, TRIM, 0.55), { open: true });
  box(mesh, [x, 0.02 + height, z], [0.23, 0.028, 0.23], TRIM);
  box(mesh, [x, 0.048 + height, z], [0.2, 0.2, 0.2], "#fff6e2", { open: true, foot: 0.94 });
  fourSides(mesh, [x, 0.15 + height, z], 0.1, () => {
    figure(mesh, [0, 0, 0.005], DISC, 0.094, order.owner.dark);
    mesh.glow = 0.55;
    figure(mesh, [0, 0, 0.009], DISC, 0.076, "#fffaf0");
    mesh.glow = 0;
    panel(mesh, [0, -0.008, 0.013], 0.016, 0.068, "#2f3742");
    panel(mesh, [0.022, -0.008, 0.014], 0.05, 0.016, "#2f3742");
  });
  const eave = 0.27 + height;
  hip(mesh, [x, eave, z], [0.2, 0.27, 0.2], shade(order.owner.colour, 1.02), 0, 0.04);
  cylinder(mesh, [x, eave + 0.25, z], 0.008, 0.005, 0.09, 4, "#e9c25a", { top: null });
  ball(mesh, [x, eave + 0.29, z], [0.02, 0.02, 0.02], "#f0c850", { sides: 4, rings: 2 });
}

function door(mesh: Mesh, { owner }: Order, x: number, z: number): void {
  panel(mesh, [x, 0.04, z + 0.004], 0.13, 0.18, TRIM);
  panel(mesh, [x, 0.04, z + 0.008], 0.09, 0.15, owner.dark);
  box(mesh, [x, 0.03, z + 0.03], [0.15, 0.02, 0.06], "#cdbfa6");
}

function hoop(mesh: Mesh, x: number, z: number): void {
  cylinder(mesh, [x, 0.03, z], 0.01, 0.01, 0.2, 4, "#5c6670", { top: null });
  box(mesh, [x, 0.19, z], [0.012, 0.09, 0.13], "#fbf7ee");
  box(mesh, [x - 0.03, 0.2, z], [0.05, 0.01, 0.05], "#e2574c");
}

function slide(mesh: Mesh, x: number, z: number): void {
  box(mesh, [x, 0.022, z], [0.3, 0.016, 0.2], "#ecd9a0");
  box(mesh, [x - 0.1, 0.03, z], [0.09, 0.13, 0.09], "#3f8ed0", { top: "#8ec5ea" });
  hip(mesh, [x - 0.1, 0.25, z], [0.09, 0.07, 0.09], "#e2574c", 0, 0.015);
  for (const s of [-1, 1]) box(mesh, [x - 0.1 + s * 0.035, 0.16, z], [0.014, 0.08, 0.07], "#f6eedd", { open: true });
  mesh.quad([x - 0.06, 0.15, z + 0.035], [x + 0.12, 0.045, z + 0.035], [x + 0.12, 0.045, z - 0.035], [x - 0.06, 0.15, z - 0.035], "#f7c83f");
  mesh.quad([x - 0.06, 0.1, z + 0.036], [x + 0.12, 0.03, z + 0.036], [x + 0.12, 0.06, z + 0.036], [x - 0.06, 0.17, z + 0.036], "#d99f25");
  mesh.quad([x + 0.12, 0.06, z - 0.034], [x - 0.06, 0.17, z - 0.034], [x - 0.06, 0.15, z - 0.034], [x + 0.12, 0.045, z - 0.034], "#d99f25");
}

function swings(mesh: Mesh, x: number, z: number): void {
  plate(mesh, [x, 0.033, z], 0.32, 0.2, "#ecd9a0");
  for (const s of [-1, 1])
    for (const t of [-1, 1])
      beam(mesh, [x + s * 0.12, 0.03, z + t * 0.07], [x + s * 0.12, 0.23, z], 0.009, 0.009, 3, "#e2574c", null);
  beam(mesh, [x - 0.13, 0.23, z], [x + 0.13, 0.23, z], 0.01, 0.01, 3, "#e2574c");
  for (const s of [-1, 1]) {
    box(mesh, [x + s * 0.055, 0.07, z], [0.06, 0.012, 0.035], "#3f8ed0");
    for (const t of [-1, 1])
      panel(mesh, [x + s * 0.055 + t * 0.026, 0.08, z], 0.006, 0.15, "#5c6670");
  }
}
