/** Cottages in gardens: a timbered one with a wing, a bungalow with a pool, a tall one with a turret. */
import { mix, shade } from "../kit/colour.ts";
import { box, cylinder, gable, hip, house, panel, plate, tower, type Glazing } from "../kit/shapes.ts";
import { hedge, tree } from "../kit/plants.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { fence, sapling, shrub, stones } from "./front-garden.ts";
import { chimney, door, dormer, pane, post } from "./homes.ts";
import { car, lawn, roofOf } from "./lot.ts";

const TIMBER = "#7b5138";
const STONE = "#b9a48c";
const FLOWERS = ["#e8708c", "#f4d25c", "#fff2f2", "#b48ae0"] as const;

export const cottage: Build = (mesh, order) => {
  lawn(mesh, order);
  hedge(mesh, [0, 0.02, -0.445], 0.9, 0.035);
  hedge(mesh, [-0.445, 0.02, 0.02], 0.035, 0.86);
  [timbered, bungalow, turreted][order.variant]?.(mesh, order);
};

const panes = (order: Order, across: number, up: number): Glazing => ({
  across,
  up,
  width: 0.44,
  height: 0.52,
  lit: 0.75,
  seed: order.chance.next(),
});

function flowers(mesh: Mesh, order: Order, x: number, z: number, count: number, step = 0.085): void {
  for (let i = 0; i < count; i++)
    shrub(mesh, order.chance, [x + i * step, 0.025, z], 0.72, FLOWERS[i % 4] ?? FLOWERS[0]);
}

/** A gable over the street with beams, a porch beside it, a vegetable garden. */
function timbered(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const [roof, wall] = [roofOf(order), "#fdf1d8"];
  box(mesh, [-0.02, 0.02, -0.12], [0.56, 0.05, 0.37], STONE, { open: true });
  house(mesh, [-0.02, 0.06, -0.12], [0.53, 0.24, 0.34], wall, panes(order, 5.6, 4), { open: true });
  gable(mesh, [-0.02, 0.3, -0.12], [0.53, 0.25, 0.34], roof, wall, 0.055, 0.032);
  box(mesh, [-0.15, 0.02, 0.1], [0.27, 0.05, 0.26], STONE, { open: true });
  house(mesh, [-0.15, 0.06, 0.08], [0.24, 0.26, 0.27], wall, panes(order, 7, 4), { open: true });
  mesh.at(-0.15, 0, 0.065, Math.PI / 2, () => {
    gable(mesh, [0, 0.32, 0], [0.3, 0.19, 0.24], shade(roof, 1.03), wall, 0.05, 0.03);
  });
  panel(mesh, [-0.15, 0.3, 0.222], 0.24, 0.022, TIMBER);
  for (const x of [-0.26, -0.15, -0.04]) panel(mesh, [x, 0.06, 0.22], 0.02, 0.25, TIMBER);
  pane(mesh, [-0.15, 0.365, 0.219], 0.05, 0.06);
  door(mesh, [0.055, 0.06, 0.05], owner.dark);
  box(mesh, [0.07, 0.225, 0.1], [0.17, 0.02, 0.13], roof);
  post(mesh, [0.14, 0.03, 0.15], 0.2);
  chimney(mesh, [0.14, 0.36, -0.17], 0.3);
  mesh.spot("smoke", [0.14, 0.68, -0.17], 0.12);
  stones(mesh, 0.06, 0.1, 0.45, 4);
  for (let i = 0; i < 3; i++)
    box(mesh, [0.35, 0.02, 0.06 + i * 0.1], [0.15, 0.025, 0.055], "#8a6142", {
      top: ["#6f9f45", "#e58a3c", "#93bf4f"][i] ?? "#93bf4f",
    });
  fence(mesh, 0.45, -0.4, 0.42, 6);
  sapling(mesh, chance, [0.35, 0.02, -0.33], 1.15, "#f2a7b6");
  hedge(mesh, [-0.2, 0.02, 0.435], 0.42, 0.03, 0.05);
  hedge(mesh, [0.3, 0.02, 0.435], 0.3, 0.03, 0.05);
  flowers(mesh, order, -0.25, 0.28, 3, 0.1);
}

/** Low and broad under a hipped roof, with a veranda, a pool and a parasol. */
function bungalow(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const [roof, wall] = [roofOf(order), "#f6d9ac"];
  mesh.at(-0.08, 0, -0.16, 0, () => {
    box(mesh, [0, 0.02, 0.07], [0.64, 0.035, 0.5], "#c99d6f", { top: "#dcb487" });
    house(mesh, [0, 0.05, 0], [0.6, 0.21, 0.34], wall, panes(order, 6.6, 4.5), { open: true });
    hip(mesh, [0, 0.26, 0], [0.6, 0.23, 0.34], roof, 0.48, 0.05);
    const [sw, se, ne, nw]: [Point, Point, Point, Point] = [
      [-0.34, 0.2, 0.31],
      [0.34, 0.2, 0.31],
      [0.33, 0.275, 0.17],
      [-0.33, 0.275, 0.17],
    ];
    mesh.quad(sw, se, ne, nw, shade(roof, 0.85), roof);
    mesh.quad([-0.34, 0.175, 0.31], [0.34, 0.175, 0.31], se, sw, "#fff8ec");
    mesh.triangle([0.34, 0.175, 0.31], [0.33, 0.2, 0.17], ne, shade(roof, 0.7));
    mesh.triangle([-0.33, 0.2, 0.17], [-0.34, 0.175, 0.31], nw, shade(roof, 0.7));
    for (const x of [-0.31, -0.1, 0.1, 0.31]) post(mesh, [x, 0.05, 0.29], 0.14);
    door(mesh, [0, 0.05, 0.17], owner.dark, 0.09, 0.14);
    dormer(mesh, [0, 0.29, 0.16], 0.13, 0.14, shade(roof, 1.06), wall);
    box(mesh, [-0.2, 0.3, -0.09], [0.1, 0.24, 0.075], "#c9b49a", { top: "#5d4038" });
    mesh.spot("smoke", [-0.2, 0.56, -0.09], 0.1);
  });
  box(mesh, [0.22, 0.02, 0.33], [0.4, 0.016, 0.22], "#f4ead8");
  plate(mesh, [0.25, 0.0385, 0.33], 0.28, 0.15, "#46bfd6");
  plate(mesh, [0.19, 0.04, 0.355], 0.1, 0.012, "#a5e4ea");
  post(mesh, [0.37, 0.03, 0.2], 0.2);
  cylinder(mesh, [0.37, 0.2, 0.2], 0.1, 0, 0.06, 8, owner.light, { top: null, foot: 0.95 });
  box(mesh, [0.36, 0.025, 0.175], [0.13, 0.025, 0.05], "#fffaf0");
  fence(mesh, 0.45, -0.43, 0.13, 4);
  stones(mesh, -0.08, 0.19, 0.45, 3);
  tree(mesh, chance, [0.345, 0.02, -0.33], 0.88, "pine");
  sapling(mesh, chance, [-0.33, 0.02, 0.32], 0.85, "#b3d05f");
  hedge(mesh, [-0.27, 0.02, 0.445], 0.28, 0.03, 0.05);
  flowers(mesh, order, -0.24, 0.22, 2);
}

/** Two storeys and an attic, a round turret at the corner, a garage with a car before it. */
function turreted(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const [roof, wall] = [roofOf(order), "#f0c7a2"];
  box(mesh, [0.06, 0.02, -0.14], [0.37, 0.05, 0.41], STONE, { open: true });
  house(mesh, [0.06, 0.06, -0.14], [0.34, 0.42, 0.38], wall, panes(order, 6.2, 4.8), { open: true });
  panel(mesh, [0.06, 0.265, 0.053], 0.34, 0.018, "#fff8ec");
  mesh.at(0.06, 0, -0.14, Math.PI / 2, () => {
    gable(mesh, [0, 0.48, 0], [0.38, 0.27, 0.34], roof, mix(wall, "#fff8ec", 0.55), 0.05, 0.032);
    dormer(mesh, [0.08, 0.53, 0.15], 0.1, 0.13, roof, "#fdf1d8");
  });
  pane(mesh, [0.02, 0.54, 0.054], 0.06, 0.08);
  const ring = Array.from({ length: 8 }, (_, i): [number, number] => {
    const t = (-i / 8) * 2 * Math.PI + 0.39;
    return [0.24 + 0.1 * Math.cos(t), 0.03 + 0.1 * Math.sin(t)];
  });
  tower(mesh, ring, 0.02, 0.56, "#fdf1d8", panes(order, 12, 5.4), { open: true });
  cylinder(mesh, [0.24, 0.535, 0.03], 0.135, 0.115, 0.03, 8, shade(roof, 0.8), { top: null, turn: 0.39 });
  cylinder(mesh, [0.24, 0.565, 0.03], 0.135, 0, 0.27, 8, shade(roof, 1.08), { top: null, turn: 0.39 });
  post(mesh, [0.24, 0.8, 0.03], 0.1, "#f2d489");
  door(mesh, [0.04, 0.06, 0.05], owner.dark);
  box(mesh, [0.04, 0.02, 0.09], [0.14, 0.03, 0.08], "#e8dcc4");
  chimney(mesh, [-0.05, 0.5, -0.24], 0.32);
  mesh.spot("smoke", [-0.05, 0.84, -0.24], 0.12);
  box(mesh, [-0.25, 0.02, -0.12], [0.26, 0.2, 0.3], mix(wall, "#fff8ec", 0.4), { open: true });
  gable(mesh, [-0.25, 0.22, -0.12], [0.26, 0.1, 0.3], roof, null, 0.03, 0.022);
  panel(mesh, [-0.26, 0.025, 0.034], 0.17, 0.14, "#fffaf0");
  panel(mesh, [-0.26, 0.085, 0.038], 0.17, 0.012, owner.dark);
  plate(mesh, [-0.26, 0.03, 0.25], 0.18, 0.42, "#ddd2bd");
  car(mesh, [-0.26, 0.03, 0.25], 0, "#4f9fa8");
  stones(mesh, 0.04, 0.15, 0.45, 3);
  sapling(mesh, chance, [0.38, 0.02, -0.34], 1.1, "#e0a24a");
  flowers(mesh, order, 0.16, 0.22, 3, 0.1);
  hedge(mesh, [0.27, 0.02, 0.435], 0.34, 0.03, 0.05);
  hedge(mesh, [0.45, 0.02, 0.1], 0.03, 0.66, 0.05);
}

