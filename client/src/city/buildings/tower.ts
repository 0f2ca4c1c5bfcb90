/** Tower blocks: a slab with fins, set-backs with planted terraces, a round tower with balcony rings. */
import { mix, shade } from "../kit/colour.ts";
import { ball, box, cylinder, house, lid, plate, tower, type Glazing } from "../kit/shapes.ts";
import { hedge } from "../kit/plants.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { sapling, shrub } from "./front-garden.ts";
import { balcony, door, inset, parapet, rectangle, slope, type Outline } from "./homes.ts";
import { machinery, paving } from "./lot.ts";

const CREAM = "#fff6e6";

export const towerBlock: Build = (mesh, order) => {
  paving(mesh);
  [finned, terraced, round][order.variant]?.(mesh, order);
  mesh.spot("lamp", [0, 0.15, 0.44], 0.6);
};

const panes = (order: Order, across: number, up: number, more: Partial<Glazing> = {}): Glazing => ({
  across,
  up,
  width: 0.6,
  height: 0.56,
  lit: 0.5,
  seed: order.chance.next(),
  ...more,
});

const LOBBY = { width: 0.8, height: 0.78, lit: 0.95 };

/** A mast with a light at its tip. */
function mast(mesh: Mesh, [x, y, z]: Point, height: number): void {
  cylinder(mesh, [x, y, z], 0.014, 0.004, height, 4, "#e8e2d6", { top: null });
  mesh.glow = 1;
  ball(mesh, [x, y + height, z], [0.016, 0.016, 0.016], "#ff6a55", { sides: 4, rings: 2, foot: 1 });
  mesh.glow = 0;
}

/** A slab of fins and balconies with a lift shaft in the borough's colour. */
function finned(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const [wall, low, high] = ["#f0c9a0", 0.2, 1.86];
  house(mesh, [0, 0.02, 0], [0.84, 0.18, 0.7], "#dcc3a0", panes(order, 7, 5.5, LOBBY), { top: "#94bd55" });
  const slab = rectangle(0.03, -0.02, 0.58, 0.42);
  tower(mesh, slab, low, high, wall, panes(order, 8.6, 7.2), { open: true });
  for (let i = 0; i < 6; i++) {
    const [x, top] = [-0.255 + i * 0.1155, high];
    for (const turn of [0, Math.PI])
      mesh.at(0.03, 0, -0.02, turn, () => {
        const [a, b, near, far] = [x - 0.034 + 0.012, x - 0.034 - 0.012, 0.255, 0.21];
        mesh.quad([b, low, near], [a, low, near], [a, top, near], [b, top, near], "#eadbc2", CREAM);
        mesh.quad([a, low, near], [a, low, far], [a, top, far], [a, top, near], "#d8c6a8", "#efe2cc");
        mesh.quad([b, low, far], [b, low, near], [b, top, near], [b, top, far], "#d8c6a8", "#efe2cc");
      });
  }
  const rail = mix(owner.colour, owner.light, 0.3);
  for (let i = 1; i < 10; i++)
    mesh.at(0.32, 0, -0.02, Math.PI / 2, () => { balcony(mesh, [0, low + i * 0.166, 0], 0.3, rail, 0.07); });
  parapet(mesh, inset(slab, -0.022), high, 0.08, owner.colour);
  const stairs = panes(order, 4, 5, { width: 0.24 });
  house(mesh, [-0.29, 0.02, -0.02], [0.14, 2.06, 0.26], owner.colour, stairs, { top: owner.light });
  box(mesh, [0.02, high, -0.06], [0.26, 0.14, 0.2], CREAM, { top: "#d9cfbe" });
  machinery(mesh, [0.22, high, 0.06], 1.1);
  mast(mesh, [-0.29, 2.08, -0.02], 0.3);
  box(mesh, [0.08, 0.15, 0.39], [0.34, 0.025, 0.12], owner.colour);
  hedge(mesh, [-0.2, 0.2, 0.29], 0.34, 0.05, 0.05);
  hedge(mesh, [0.26, 0.2, 0.29], 0.26, 0.05, 0.05);
  for (const x of [-0.3, 0.36]) sapling(mesh, chance, [x, 0.02, 0.42], 0.75, x < 0 ? "#78b04a" : "#b3d05f");
}

/** Four steps, each with a garden behind its parapet, under a pointed crown. */
function terraced(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const wall = "#dd9470";
  const steps = [[0.8, 0.16, 0.46], [0.62, 0.46, 1.06], [0.45, 1.06, 1.56], [0.29, 1.56, 1.84]] as const;
  const ground = rectangle(0, -0.03, 0.82, 0.82);
  tower(mesh, ground, 0.02, 0.165, "#e6c594", panes(order, 7, 6, LOBBY), { open: true });
  steps.forEach(([width, low, high], i) => {
    const plan = rectangle(0, -0.03, width, width);
    const paint = i === 0 ? "#f1d6ac" : mix(wall, "#f7dcb4", i * 0.2);
    tower(mesh, plan, low, high, paint, panes(order, 8.4, 7.4), { open: true });
    if (i === 3) return;
    parapet(mesh, plan, high, 0.045, owner.colour, "#94bd55");
    if (i === 2) return;
    const middle = width / 2 - 0.05;
    for (let side = 0; side < 4; side++)
      mesh.at(0, high, -0.03, (side * Math.PI) / 2, () => {
        shrub(mesh, chance, [middle - 0.01, 0, middle - 0.01], 1.3, "#6fa24a");
        if (side + i === 0) shrub(mesh, chance, [-middle * 0.1, 0, middle], 0.9, "#e8708c");
      });
    sapling(mesh, chance, [-middle * 0.55, high, middle - 0.02], 0.8, i ? "#f2a7b6" : "#b3d05f");
  });
  const rail = mix(owner.colour, owner.light, 0.3);
  for (const turn of [0, Math.PI / 2])
    mesh.at(0, 0, -0.03, turn, () => {
      for (const y of [0.632, 0.868]) balcony(mesh, [0, y, 0.31], 0.24, rail, 0.05);
    });
  const crown: Outline = rectangle(0, -0.03, 0.34, 0.34);
  slope(mesh, crown, 1.82, crown, 1.87, owner.dark, owner.colour);
  slope(mesh, crown, 1.87, rectangle(0, -0.03, 0.03, 0.03), 2.14, shade(owner.colour, 0.92), owner.light);
  mast(mesh, [0, 2.1, -0.03], 0.22);
  door(mesh, [0, 0.025, 0.37], owner.dark, 0.12, 0.12);
  box(mesh, [0, 0.165, 0.41], [0.26, 0.025, 0.1], owner.colour);
  sapling(mesh, chance, [-0.3, 0.02, 0.42], 0.75, "#78b04a");
}

/** Rings of balconies about a round tower that carries a drum in the borough's colour. */
function round(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const circle = (radius: number): [number, number][] =>
    Array.from({ length: 10 }, (_, i): [number, number] => {
      const t = (-i / 10) * 2 * Math.PI;
      return [radius * Math.cos(t), radius * Math.sin(t) - 0.04];
    });
  const [low, rings, step] = [0.19, 6, 0.27];
  const top = low + rings * step;
  house(mesh, [0, 0.02, -0.04], [0.8, 0.17, 0.74], "#d8c4a4", panes(order, 7, 5.5, LOBBY), { top: "#94bd55" });
  const wide = panes(order, 11, 7.41, { width: 0.72, height: 0.62 });
  tower(mesh, circle(0.285), low, top, "#cfe0de", wide, { open: true });
  for (let i = 0; i < rings - 1; i++) {
    const y = low + (i + 1) * step;
    const [outer, inner] = [circle(0.345), circle(0.28)];
    const rail = i % 2 ? owner.light : CREAM;
    slope(mesh, outer, y - 0.07, outer, y, shade(rail, 0.86), rail);
    slope(mesh, outer, y, inner, y - 0.012, "#cdbfa8");
  }
  const crown = circle(0.345);
  slope(mesh, crown, top - 0.07, crown, top + 0.13, owner.dark, owner.colour);
  lid(mesh, crown, top + 0.13, "#d9cfbe");
  cylinder(mesh, [0, top + 0.13, -0.04], 0.19, 0.17, 0.1, 6, CREAM, { top: owner.light });
  box(mesh, [0.2, top + 0.13, 0.06], [0.09, 0.06, 0.08], "#c7ccd0");
  mast(mesh, [0, top + 0.23, -0.04], 0.32);
  box(mesh, [0, 0.15, 0.37], [0.3, 0.025, 0.12], owner.colour);
  plate(mesh, [0, 0.03, 0.4], 0.2, 0.12, "#efe4d0");
  for (const x of [-0.3, 0.3]) sapling(mesh, chance, [x, 0.02, 0.41], 0.75, x < 0 ? "#f2a7b6" : "#78b04a");
  for (const x of [-0.22, 0.22]) hedge(mesh, [x, 0.19, 0.29], 0.3, 0.05, 0.05);
}

