/** Police stations: slate blue blocks, a gold star on a tower under a blue lamp, patrol cars, a mast. */
import type { Mesh, Point } from "../kit/mesh.ts";
import { bush } from "../kit/plants.ts";
import { ball, box, cylinder, hip, house, panel, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { beam, figure, fourSides, patrol, sapling, STAR } from "./civic.ts";
import { flag, lot, roofOf } from "./lot.ts";

const STONE = "#dbe1e6";
const NAVY = "#2b4a80";
const GOLD = "#ffca3a";

export const police: Build = (mesh, order) => {
  const { chance, variant } = order;
  lot(mesh, "#cdc8bd");
  plate(mesh, [0, 0.033, 0.34], 0.88, 0.22, "#83888f");
  for (const x of [-0.36, -0.18, 0, 0.18, 0.36]) plate(mesh, [x, 0.036, 0.36], 0.012, 0.17, "#f4ecd8");
  if (variant === 0) {
    block(mesh, order, [-0.04, 0.02, -0.14], [0.8, 0.38, 0.5]);
    badge(mesh, [0.27, 0.02, 0.0], 0.3, 0.44);
    garage(mesh, order, -0.2, 0.112, 2);
    mast(mesh, [-0.34, 0.45, -0.3], 0.42);
    box(mesh, [-0.1, 0.46, -0.22], [0.16, 0.06, 0.12], "#e4e8ea");
  } else if (variant === 1) {
    block(mesh, order, [0, 0.02, -0.2], [0.84, 0.24, 0.4]);
    badge(mesh, [0, 0.02, -0.16], 0.36, 0.36);
    hipped(mesh, order, -0.29);
    hipped(mesh, order, 0.29);
    steps(mesh, order);
    mast(mesh, [0.36, 0.28, -0.36], 0.5);
  } else {
    block(mesh, order, [-0.24, 0.02, -0.05], [0.38, 0.56, 0.72]);
    block(mesh, order, [0.2, 0.02, -0.24], [0.48, 0.24, 0.34]);
    badge(mesh, [0.22, 0.26, -0.22], 0.32, 0.06);
    garage(mesh, order, 0.19, -0.065, 2);
    mast(mesh, [-0.3, 0.63, -0.3], 0.34);
    plate(mesh, [0.2, 0.033, 0.08], 0.44, 0.3, "#83888f");
  }
  const out = variant === 2 ? 0.12 : variant === 1 ? 0.34 : 0.22;
  patrol(mesh, [variant === 2 ? 0.28 : -0.27, 0.035, out], 0, NAVY);
  if (variant !== 1) patrol(mesh, [variant === 0 ? 0.09 : 0.27, 0.035, 0.36], variant === 2 ? 0 : Math.PI, NAVY);
  flag(mesh, [-0.42, 0.03, 0.43], 0.5, order);
  sapling(mesh, chance, [0.41, 0.03, variant === 1 ? 0.1 : 0.24], 0.7, chance.pick(["#78b04a", "#a3c95a"]));
  bush(mesh, chance, [0.43, 0.03, 0.43]);
};

/** Two storeys parted by a band of white and navy squares, under a parapet of the borough. */
function block(mesh: Mesh, order: Order, [x, y, z]: Point, [width, height, depth]: Point): void {
  house(mesh, [x, y, z], [width, height, depth], STONE, {
    across: 7.5,
    up: 5.6,
    width: 0.6,
    height: 0.54,
    lit: 0.7,
    seed: order.chance.next(),
  }, { open: true });
  box(mesh, [x, y + height - 0.02, z], [width + 0.02, 0.05, depth + 0.02], NAVY, { open: true, foot: 1 });
  for (let i = 0; i < 4; i++) {
    if (height < 0.3) break; // few triangles are left, and its neighbour has them
    const [long, half] = i % 2 ? [depth, width / 2] : [width, depth / 2];
    mesh.at(x, y + height - 0.014, z, (i * Math.PI) / 2, () => {
      for (let k = 0; k < 3; k++) panel(mesh, [((k + 0.5) / 3 - 0.5) * long, 0, half + 0.015], long / 6, 0.03, "#f6f8fa");
    });
  }
  box(mesh, [x, y + height + 0.03, z], [width + 0.045, 0.04, depth + 0.045], order.owner.colour, {
    bevel: 0.022,
    top: roofOf(order),
    foot: 0.9,
  });
}

/** A navy tower with a star on each side, and the blue lamp on top. */
function badge(mesh: Mesh, [x, y, z]: Point, wide: number, below: number): void {
  house(mesh, [x, y, z], [wide * 0.86, below, wide * 0.86], "#c7cfd7", {
    across: 7.5,
    up: 5.6,
    width: 0.4,
    height: 0.6,
    lit: 0.8,
    seed: 0.4,
  }, { open: true });
  const foot = y + below;
  box(mesh, [x, foot, z], [wide, wide, wide], NAVY, { foot: 0.8, top: "#e9edf0" });
  mesh.glow = 0.5;
  fourSides(mesh, [x, foot + wide / 2 - 0.015, z], wide / 2, () => {
    figure(mesh, [0, 0, 0.005], STAR, wide * 0.47, GOLD);
  });
  mesh.glow = 0;
  const top = foot + wide;
  cylinder(mesh, [x, top, z], 0.1, 0.085, 0.03, 6, "#eef1f3");
  mesh.glow = 1;
  cylinder(mesh, [x, top + 0.03, z], 0.066, 0.066, 0.06, 6, "#2f7bff", { top: null, smooth: true, foot: 1 });
  ball(mesh, [x, top + 0.09, z], [0.066, 0.055, 0.066], "#4b90ff", { half: true, sides: 6, rings: 2, smooth: true, foot: 1 });
  mesh.glow = 0;
  mesh.spot("lamp", [x, top + 0.06, z], 0.6);
}

/** Doors for cars; one stands open. */
function garage(mesh: Mesh, { owner }: Order, x: number, z: number, doors: number): void {
  for (let i = 0; i < doors; i++) {
    const at = x + (i - (doors - 1) / 2) * 0.19;
    panel(mesh, [at, 0.025, z + 0.004], 0.17, 0.17, "#f4f6f8");
    panel(mesh, [at, 0.025, z + 0.008], 0.14, 0.15, i ? owner.dark : "#28323d");
    if (i) for (const y of [0.06, 0.1, 0.14]) panel(mesh, [at, y, z + 0.01], 0.13, 0.008, owner.light);
  }
}

function hipped(mesh: Mesh, order: Order, x: number): void {
  hip(mesh, [x, 0.335, -0.2], [0.24, 0.12, 0.38], roofOf(order), 0.2, 0.03);
}

/** A porch with columns before the tower. */
function steps(mesh: Mesh, { owner }: Order): void {
  box(mesh, [0, 0.02, 0.1], [0.4, 0.03, 0.2], "#eceff1");
  for (const x of [-0.14, 0.14]) {
    box(mesh, [x, 0.05, 0.15], [0.05, 0.2, 0.05], "#f6f8fa", { open: true });
    mesh.glow = 1;
    box(mesh, [x, 0.29, 0.15], [0.045, 0.05, 0.045], "#4b90ff");
    mesh.glow = 0;
  }
  box(mesh, [0, 0.25, 0.1], [0.38, 0.04, 0.18], owner.colour, { bevel: 0.01 });
  panel(mesh, [0, 0.05, 0.026], 0.14, 0.18, NAVY);
}

function mast(mesh: Mesh, [x, y, z]: Point, height: number): void {
  beam(mesh, [x, y, z], [x, y + height, z], 0.018, 0.007, 3, "#e5e9ec");
  for (const [at, wide] of [[0.55, 0.14], [0.8, 0.09]] as const)
    box(mesh, [x, y + height * at, z], [wide, 0.012, 0.012], "#8f99a2", { open: true });
  mesh.glow = 1;
  box(mesh, [x, y + height, z], [0.018, 0.018, 0.018], "#ff4d40");
  mesh.glow = 0;
}
