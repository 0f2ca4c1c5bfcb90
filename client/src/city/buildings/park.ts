/** Parks: trees around a pond with a bridge, a bandstand, or a playground; a gate in the borough's colour. */
import { mix, shade } from "../kit/colour.ts";
import type { Mesh } from "../kit/mesh.ts";
import { bush, hedge, tree, type Species } from "../kit/plants.ts";
import { box, cylinder, gable, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { bench, flowers, gate, GRAVEL, lamp, oval, patch, pond, WOOD } from "./greenery.ts";
import { lot } from "./lot.ts";

const G = 0.026; // the lawn's top
const PATH = 0.032;

export const park: Build = (mesh, order) => {
  lot(mesh, "#8ccc46");
  gate(mesh, [order.variant === 1 ? 0 : 0.12, G, 0.45], 0.2, 0.2, "#fbf3e2", order.owner.colour);
  if (order.variant === 0) lakeside(mesh, order);
  else if (order.variant === 1) bandstand(mesh, order);
  else playground(mesh, order);
};

function lakeside(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  patch(mesh, oval(0.12, 0.36, 0.06, 0.11, 4), PATH, GRAVEL);
  patch(mesh, oval(-0.02, 0.02, 0.42, 0.34, 9, 0.07), PATH - 0.003, GRAVEL);
  pond(mesh, [-0.02, G, 0.02], 0.345, 0.265, 9, 0.08, "#e8dcc0");
  mesh.at(-0.02, 0, 0.03, 0.5, () => {
    bridge(mesh, owner.light);
  });
  for (const [x, z] of [
    [-0.2, 0.1],
    [-0.15, 0.13],
  ] as const)
    cylinder(mesh, [x, 0.04, z], 0.022, 0, 0.03, 4, "#ffffff");
  plants(mesh, order, [
    [-0.31, -0.34, 1.25, "round"],
    [0.33, -0.33, 1.1, "blossom"],
    [0.02, -0.38, 0.95, "birch"],
    [-0.36, 0.35, 0.9, "autumn"],
  ]);
  bench(mesh, [-0.1, G, 0.4], Math.PI, WOOD);
  lamp(mesh, [0.34, G, 0.36]);
  flowers(mesh, chance, [0.41, G, 0.1], 0.04, 0.2, 6);
}

function bridge(mesh: Mesh, paint: string): void {
  const step = (i: number): [number, number] => [-0.24 + i * 0.12, 0.035 + 0.075 * Math.sin((i / 4) * Math.PI)];
  for (let i = 0; i < 4; i++) {
    const [[x0, y0], [x1, y1]] = [step(i), step(i + 1)];
    const w = 0.055;
    mesh.quad([x0, y0, w], [x1, y1, w], [x1, y1, -w], [x0, y0, -w], "#e8b878");
    for (const s of [1, -1]) {
      const [a, b] = s > 0 ? [0, 1] : [1, 0];
      const [[xa, ya], [xb, yb]] = [step(i + a), step(i + b)];
      mesh.quad([xa, ya - 0.02, w * s], [xb, yb - 0.02, w * s], [xb, yb + 0.03, w * s], [xa, ya + 0.03, w * s], shade(paint, 0.9), paint);
      mesh.quad([xb, yb, w * s], [xa, ya, w * s], [xa, ya + 0.03, w * s], [xb, yb + 0.03, w * s], shade(paint, 0.95));
    }
  }
}

function bandstand(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  plate(mesh, [0, PATH, 0.3], 0.13, 0.34, GRAVEL);
  plate(mesh, [0, PATH - 0.001, 0], 0.9, 0.11, GRAVEL);
  patch(mesh, oval(0, 0, 0.3, 0.3, 8), PATH + 0.001, GRAVEL);
  cylinder(mesh, [0, G, 0], 0.21, 0.2, 0.05, 8, "#f6ead2", { turn: 0.39 });
  for (let i = 0; i < 8; i++) {
    const turn = (i / 8) * 2 * Math.PI + 0.39;
    cylinder(mesh, [Math.cos(turn) * 0.165, 0.07, Math.sin(turn) * 0.165], 0.012, 0.012, 0.2, 3, "#fffaf0", { top: null });
  }
  cylinder(mesh, [0, 0.25, 0], 0.245, 0.24, 0.035, 8, "#fffaf0", { turn: 0.39, top: null });
  cylinder(mesh, [0, 0.28, 0], 0.255, 0.06, 0.13, 8, mix(owner.colour, owner.light, 0.15), { turn: 0.39, top: null, foot: 0.85 });
  cylinder(mesh, [0, 0.4, 0], 0.075, 0, 0.1, 8, owner.light, { turn: 0.39 });
  cylinder(mesh, [0, 0.49, 0], 0.02, 0, 0.07, 4, "#f3c652");
  mesh.spot("lamp", [0, 0.1, 0], 0.9);
  for (const [x, z] of [
    [-0.24, 0.24],
    [0.24, 0.24],
  ] as const)
    flowers(mesh, chance, [x, G, z], 0.08, 0.08, 7, x < 0 ? owner.light : "#fff6ea");
  plants(mesh, order, [
    [-0.32, -0.33, 1.2, "round"],
    [0.33, -0.34, 1.15, "birch"],
    [-0.37, 0.36, 0.8, "blossom"],
  ]);
  bench(mesh, [0.36, G, 0.2], -Math.PI / 2);
}

function playground(mesh: Mesh, order: Order): void {
  const { owner } = order;
  patch(mesh, oval(0.02, 0.03, 0.42, 0.36, 10, 0.04), PATH, "#f4d08a");
  plate(mesh, [0.12, PATH - 0.002, 0.4], 0.12, 0.16, GRAVEL);
  // A tower with a slide.
  for (const dx of [-0.07, 0.07])
    for (const dz of [-0.07, 0.07])
      box(mesh, [-0.12 + dx, G, -0.1 + dz], [0.022, 0.34, 0.022], WOOD, { open: true });
  box(mesh, [-0.12, 0.19, -0.1], [0.17, 0.025, 0.17], "#f5c843");
  gable(mesh, [-0.12, 0.36, -0.1], [0.17, 0.12, 0.17], owner.colour, null, 0.03, 0.02);
  mesh.quad([-0.17, 0.04, 0.2], [-0.08, 0.04, 0.2], [-0.08, 0.21, -0.02], [-0.17, 0.21, -0.02], "#ff7a3c", "#ffb03c");
  mesh.quad([-0.17, 0.03, 0.2], [-0.17, 0.06, 0.2], [-0.17, 0.24, -0.02], [-0.17, 0.2, -0.02], "#e9452f");
  mesh.quad([-0.08, 0.06, 0.2], [-0.08, 0.03, 0.2], [-0.08, 0.2, -0.02], [-0.08, 0.24, -0.02], "#e9452f");
  swings(mesh, owner.colour);
  cylinder(mesh, [0.22, G, 0.26], 0.1, 0.1, 0.03, 6, owner.light, { top: "#ffe6ac" });
  plants(mesh, order, [
    [-0.33, -0.34, 1.15, "round"],
    [0.35, -0.35, 0.95, "autumn"],
    [-0.38, 0.34, 0.85, "birch"],
  ]);
  lamp(mesh, [0.41, G, 0.38]);
  hedge(mesh, [-0.445, G, 0], 0.035, 0.5);
}

function swings(mesh: Mesh, paint: string): void {
  box(mesh, [0.2, 0.3, -0.12], [0.34, 0.022, 0.022], paint);
  for (const x of [0.04, 0.36])
    for (const s of [-1, 1])
      mesh.at(x, G, -0.12, s > 0 ? 0 : Math.PI, () => {
        mesh.quad([-0.012, 0, 0.1], [0.012, 0, 0.1], [0.012, 0.29, 0], [-0.012, 0.29, 0], paint);
        mesh.quad([0.012, 0, 0.08], [-0.012, 0, 0.08], [-0.012, 0.27, 0], [0.012, 0.27, 0], paint);
      });
  for (const x of [0.14, 0.27]) {
    box(mesh, [x, 0.1, -0.09], [0.06, 0.014, 0.035], "#39454a");
    mesh.quad([x - 0.004, 0.11, -0.09], [x + 0.004, 0.11, -0.09], [x + 0.004, 0.3, -0.11], [x - 0.004, 0.3, -0.11], "#5b6468");
  }
}

function plants(
  mesh: Mesh,
  { chance }: Order,
  trees: readonly (readonly [x: number, z: number, size: number, species: Species])[],
): void {
  for (const [x, z, size, species] of trees) tree(mesh, chance, [x, G, z], size, species, x * z > 0 || z < -0.36);
  bush(mesh, chance, [-0.2, G, -0.43], 0.9);
  bush(mesh, chance, [0.43, G, -0.16], 0.85, "#ff7f9a");
}
