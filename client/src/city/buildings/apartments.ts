/** Apartments of four and five storeys: a terrace of coloured houses, a court with balconies, a mansard. */
import { mix, shade } from "../kit/colour.ts";
import { box, cylinder, gable, house, lid, panel, plate, prism, tower, type Glazing } from "../kit/shapes.ts";
import { hedge } from "../kit/plants.ts";
import type { Mesh } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { sapling, shrub } from "./front-garden.ts";
import { balcony, chimney, door, dormer, inset, pane, parapet, rectangle, slope, type Outline } from "./homes.ts";
import { machinery, paving, roofOf } from "./lot.ts";

const CREAM = "#fff6e6";

export const apartments: Build = (mesh, order) => {
  paving(mesh);
  [terrace, court, mansard][order.variant]?.(mesh, order);
};

const panes = (order: Order, across: number, up: number, lit = 0.55): Glazing => ({
  across,
  up,
  width: 0.46,
  height: 0.54,
  lit,
  seed: order.chance.next(),
});

/** Three narrow houses, each of its own colour and height; the middle one has a stepped gable. */
function terrace(mesh: Mesh, order: Order): void {
  const { chance } = order;
  const roof = roofOf(order);
  const rows = [
    { x: -0.305, high: 0.6, wall: "#f0b98f", door: "#2f6a86" },
    { x: 0, high: 0.72, wall: "#f7ead0", door: "#9c3f35" },
    { x: 0.305, high: 0.64, wall: "#a9c9c4", door: "#d79a2f" },
  ];
  plate(mesh, [0, 0.027, -0.4], 0.92, 0.12, "#94bd55");
  rows.forEach(({ x, high, wall, door: paint }, i) => {
    const top = 0.025 + high;
    house(mesh, [x, 0.025, -0.07], [0.3, high, 0.5], wall, panes(order, 7.4, 6.6), { open: true });
    panel(mesh, [x, 0.025, 0.184], 0.3, 0.05, shade(wall, 0.72));
    if (i === 1)
      mesh.at(0, 0, -0.09, Math.PI / 2, () => {
        gable(mesh, [0, top, 0], [0.45, 0.24, 0.3], roof, wall, 0.01, 0.025);
      });
    else {
      gable(mesh, [x, top, -0.07], [0.3, 0.22, 0.5], shade(roof, i ? 1.05 : 0.96), wall, 0.02, 0.028);
      dormer(mesh, [x, top + 0.02, 0.16], 0.13, 0.18, roof, CREAM);
    }
    door(mesh, [x - 0.06, 0.045, 0.184], paint, 0.07, 0.125);
    box(mesh, [x - 0.06, 0.02, 0.22], [0.12, 0.025, 0.08], "#efe4d0");
    shrub(mesh, chance, [x + 0.07, 0.025, 0.23], 0.8, i % 2 ? "#e8708c" : "#7fae4a");
  });
  for (const [width, low, high] of [[0.31, 0.72, 0.81], [0.22, 0.81, 0.9], [0.12, 0.9, 1.02]] as const) {
    box(mesh, [0, low, 0.165], [width, high - low, 0.06], "#f7ead0", { top: CREAM, foot: 0.97 });
  }
  pane(mesh, [0, 0.8, 0.198], 0.055, 0.08);
  chimney(mesh, [-0.15, 0.7, -0.12], 0.26, 0.075);
  chimney(mesh, [0.15, 0.74, -0.16], 0.26, 0.075);
  mesh.spot("smoke", [0.15, 1.02, -0.16], 0.1);
  sapling(mesh, chance, [-0.24, 0.02, 0.37], 0.95, "#78b04a");
  sapling(mesh, chance, [0.36, 0.02, 0.37], 0.95, "#f2a7b6");
  hedge(mesh, [-0.05, 0.02, -0.445], 0.8, 0.03);
  mesh.spot("lamp", [0, 0.2, 0.34], 0.6);
}

/** Two wings about a green court: balconies in the borough's colour, a garden on the lower roof. */
function court(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const wall = "#f3cf9f";
  const long = rectangle(-0.22, -0.02, 0.38, 0.8);
  const short = rectangle(0.205, -0.23, 0.47, 0.38);
  tower(mesh, long, 0.02, 0.9, wall, panes(order, 7.6, 5.7), { open: true });
  tower(mesh, short, 0.02, 0.72, "#e59a77", panes(order, 7.6, 5.7), { open: true });
  parapet(mesh, long, 0.9, 0.045, owner.colour);
  parapet(mesh, short, 0.72, 0.045, owner.colour, "#94bd55");
  const rail = mix(owner.colour, owner.light, 0.35);
  for (let floor = 1; floor < 5; floor++) {
    const y = 0.035 + floor * 0.176;
    balcony(mesh, [-0.22, y, 0.38], 0.2, rail);
    mesh.at(-0.03, 0, 0.2, Math.PI / 2, () => { balcony(mesh, [0, y, 0], 0.24, rail); });
    mesh.at(-0.41, 0, 0, -Math.PI / 2, () => { balcony(mesh, [0, y, 0], 0.3, rail, 0.045); });
    if (floor > 3) continue;
    mesh.at(0.2, 0, -0.42, Math.PI, () => {
      balcony(mesh, [0, y, 0], 0.26, rail, 0.045);
    });
    balcony(mesh, [0.25, y, -0.04], 0.26, rail);
    mesh.at(0.44, 0, -0.23, Math.PI / 2, () => { balcony(mesh, [0, y, 0], 0.16, rail, 0.03); });
  }
  plate(mesh, [0.22, 0.029, 0.2], 0.44, 0.46, "#94bd55");
  plate(mesh, [0.12, 0.032, 0.2], 0.08, 0.46, "#e8dcc4");
  door(mesh, [0.12, 0.025, -0.04], owner.dark, 0.09, 0.14);
  sapling(mesh, chance, [0.3, 0.025, 0.25], 1.35, "#78b04a");
  shrub(mesh, chance, [0.2, 0.025, 0.08], 0.9, "#f4d25c");
  shrub(mesh, chance, [0.4, 0.025, 0.07], 0.9, "#e8708c");
  hedge(mesh, [0.31, 0.02, 0.435], 0.28, 0.035);
  machinery(mesh, [-0.28, 0.905, -0.27], 1.2);
  box(mesh, [-0.2, 0.905, 0.0], [0.18, 0.1, 0.16], CREAM, { top: owner.light });
  for (const z of [-0.33, -0.13]) hedge(mesh, [0.2, 0.72, z], 0.34, 0.05, 0.045);
  cylinder(mesh, [0.22, 0.81, -0.23], 0.085, 0, 0.045, 6, owner.light, { top: null, foot: 0.95 });
  mesh.spot("lamp", [0.15, 0.2, 0.15], 0.6);
}

/** A corner house with a steep roof full of dormers and a cupola over its cut corner. */
function mansard(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const [roof, wall] = [roofOf(order), "#f6e2bd"];
  const plan: Outline = [[-0.4, 0.3], [0.2, 0.3], [0.38, 0.12], [0.38, -0.4], [-0.4, -0.4]];
  const shopfront = { ...panes(order, 6, 5.3, 0.9), width: 0.66, height: 0.6 };
  tower(mesh, plan, 0.02, 0.21, "#d9bd95", shopfront, { open: true });
  prism(mesh, inset(plan, -0.02), 0.21, 0.235, CREAM, { foot: 0.9 });
  tower(mesh, plan, 0.235, 0.73, wall, panes(order, 7.4, 6), { open: true });
  prism(mesh, inset(plan, -0.03), 0.73, 0.765, CREAM, { foot: 0.85 });
  const head = inset(plan, 0.085);
  slope(mesh, plan, 0.765, head, 0.97, shade(roof, 0.9), shade(roof, 1.06));
  lid(mesh, head, 0.97, shade(roof, 0.78));
  for (const x of [-0.29, -0.1, 0.09]) dormer(mesh, [x, 0.775, 0.285], 0.1, 0.09, roof, CREAM);
  mesh.at(0.38, 0, -0.14, Math.PI / 2, () => {
    for (const x of [-0.15, 0.02, 0.19]) dormer(mesh, [x, 0.775, -0.015], 0.1, 0.09, roof, CREAM);
  });
  mesh.at(-0.4, 0, -0.05, -Math.PI / 2, () => { dormer(mesh, [0, 0.775, -0.015], 0.1, 0.09, roof, CREAM); });
  mesh.at(0, 0, -0.4, Math.PI, () => { dormer(mesh, [0, 0.775, -0.015], 0.1, 0.09, roof, CREAM); });
  const [x, z] = [0.25, 0.17];
  const facet = { top: null, turn: Math.PI / 8 };
  cylinder(mesh, [x, 0.76, z], 0.115, 0.11, 0.2, 8, CREAM, facet);
  cylinder(mesh, [x, 0.96, z], 0.135, 0.075, 0.1, 8, roof, facet);
  cylinder(mesh, [x, 1.06, z], 0.075, 0, 0.13, 8, shade(roof, 1.1), facet);
  mesh.at(0.29, 0, 0.21, Math.PI / 4, () => {
    pane(mesh, [0, 0.82, 0.051], 0.05, 0.09);
    for (const y of [0.4, 0.565]) balcony(mesh, [0, y, 0], 0.18, owner.colour);
    door(mesh, [0, 0.025, 0.005], owner.dark, 0.1, 0.14);
  });
  for (const y of [0.4, 0.565]) balcony(mesh, [-0.1, y, 0.3], 0.36, owner.colour, 0.045);
  mesh.at(0.38, 0, -0.14, Math.PI / 2, () => { balcony(mesh, [0, 0.4, 0], 0.36, owner.colour, 0.045); });
  chimney(mesh, [-0.25, 0.95, -0.15], 0.17, 0.08);
  chimney(mesh, [0.12, 0.95, -0.27], 0.17, 0.08);
  mesh.spot("smoke", [-0.25, 1.14, -0.15], 0.1);
  sapling(mesh, chance, [-0.3, 0.02, 0.4], 0.9, "#f2a7b6");
  sapling(mesh, chance, [0.1, 0.02, 0.4], 0.85, "#78b04a");
  shrub(mesh, chance, [0.42, 0.025, 0.05], 0.7, "#e8708c");
  hedge(mesh, [-0.1, 0.02, 0.42], 0.24, 0.05);
  mesh.spot("lamp", [0.3, 0.2, 0.3], 0.5);
}
