/** Squares: a fountain, a market, or a column with a golden figure, on paving with a pattern. */
import { mix, shade } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { sprig, tree } from "../kit/plants.ts";
import { awning, ball, box, cylinder, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { bench, flowers, lamp, oval, patch, person, pond, STONE } from "./greenery.ts";
import { flag, lot } from "./lot.ts";

const G = 0.026; // the paving's top

export const plaza: Build = (mesh, order) => {
  lot(mesh, "#eadbc0");
  if (order.variant === 0) fountain(mesh, order);
  else if (order.variant === 1) market(mesh, order);
  else column(mesh, order);
};

/** Rings of paving, one in the borough's colour. */
function rings(mesh: Mesh, { owner }: Order, n: number): void {
  patch(mesh, oval(0, 0, 0.43, 0.43, n), 0.029, "#cdb996");
  patch(mesh, oval(0, 0, 0.39, 0.39, n), 0.031, mix(owner.colour, "#f4e6cc", 0.25));
  patch(mesh, oval(0, 0, 0.34, 0.34, n), 0.033, "#f6ead4");
}

function fountain(mesh: Mesh, order: Order): void {
  rings(mesh, order, 12);
  pond(mesh, [0, 0.034, 0], 0.24, 0.24, 10);
  cylinder(mesh, [0, 0.04, 0], 0.05, 0.035, 0.12, 6, STONE, { top: null });
  cylinder(mesh, [0, 0.15, 0], 0.04, 0.12, 0.035, 8, STONE, { top: "#7fdcea" });
  cylinder(mesh, [0, 0.18, 0], 0.026, 0.02, 0.07, 5, STONE, { top: null });
  cylinder(mesh, [0, 0.24, 0], 0.02, 0.06, 0.022, 6, STONE, { top: "#9be8f2" });
  mesh.glow = 0.25;
  cylinder(mesh, [0, 0.26, 0], 0.028, 0, 0.13, 5, "#d9f7fb", { foot: 0.95 });
  for (let i = 0; i < 6; i++) {
    const t = (i / 6) * 2 * Math.PI;
    cylinder(mesh, [Math.cos(t) * 0.12, 0.05, Math.sin(t) * 0.12], 0.022, 0.006, 0.12, 3, "#c9f2f8", { foot: 1, top: null });
  }
  mesh.glow = 0;
  corners(mesh, order);
  flag(mesh, [0, G, -0.43], 0.42, order);
  for (const s of [-1, 1]) bench(mesh, [s * 0.4, G, 0], s * (Math.PI / 2) * -1, order.owner.dark);
}

/** Trees in tubs and lamps. */
function corners(mesh: Mesh, { chance, owner }: Order): void {
  for (const [x, z] of [
    [-0.37, -0.37],
    [0.37, -0.37],
    [-0.37, 0.37],
  ] as const) {
    box(mesh, [x, G, z], [0.14, 0.05, 0.14], owner.colour, { top: "#7a5a3a", foot: 0.8 });
    tree(mesh, chance, [x, 0.07, z], 0.72, "round", true);
  }
  lamp(mesh, [0.38, G, 0.38]);
}

function market(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  for (let i = 0; i < 3; i++)
    for (let k = 0; k < 3; k++)
      if ((i + k) % 2 === 0) plate(mesh, [(i - 1) * 0.3, 0.03, (k - 1) * 0.3], 0.29, 0.29, "#d6c09a");
  const stalls = [
    [-0.22, -0.24, 0, owner.colour, "#ff8a3c"],
    [0.22, -0.24, 0, owner.dark, "#e8473f"],
    [-0.22, 0.16, 0, owner.light, "#8ed03c"],
  ] as const;
  for (const [x, z, turn, paint, goods] of stalls)
    mesh.at(x, G, z, turn, () => {
      stall(mesh, paint, goods);
    });
  well(mesh, owner.colour);
  for (const [x, z, coat] of [
    [0.02, 0.02, "#d94f43"],
    [0.36, -0.02, "#3b78c9"],
    [-0.06, 0.38, "#f2c14a"],
    [0.04, 0.42, "#5a9a58"],
  ] as const)
    person(mesh, [x, G, z], coat);
  lamp(mesh, [0.42, G, 0.42]);
  tree(mesh, chance, [-0.42, G, 0.42], 0.7, "round", true);
}

function stall(mesh: Mesh, paint: string, goods: string): void {
  for (const x of [-0.14, 0.14]) cylinder(mesh, [x, 0, 0.12], 0.011, 0.011, 0.2, 3, "#fff6e6", { top: null });
  box(mesh, [0, 0, 0.05], [0.28, 0.09, 0.1], "#c08a52", { top: "#e6bd80" });
  awning(mesh, [0, 0.28, 0.02], 0.34, 0.14, 0.07, [paint, "#fff8ea"], 5);
  mesh.at(0, 0, 0, Math.PI, () => {
    awning(mesh, [0, 0.28, -0.02], 0.34, 0.12, 0.06, [paint, "#fff8ea"], 3);
  });
  for (const x of [-0.08, 0.02, 0.1])
    sprig(mesh, [x, 0.09, 0.065], 0.05, 0.045, goods, x === 0.02 ? "#f5d23c" : goods);
}

function well(mesh: Mesh, paint: string): void {
  cylinder(mesh, [0.22, G, 0.2], 0.1, 0.1, 0.07, 7, "#d9cdb8", { top: "#4fb8cf" });
  for (const s of [-1, 1]) box(mesh, [0.22 + s * 0.085, G, 0.2], [0.018, 0.2, 0.018], "#8a5f38", { open: true });
  cylinder(mesh, [0.22, 0.21, 0.2], 0.14, 0, 0.1, 4, paint, { turn: Math.PI / 4, foot: 0.85 });
}

function column(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  rings(mesh, order, 10);
  star(mesh, owner.colour, owner.light);
  cylinder(mesh, [0, 0.034, 0], 0.16, 0.15, 0.03, 8, STONE);
  box(mesh, [0, 0.06, 0], [0.15, 0.11, 0.15], STONE, { bevel: 0.015 });
  cylinder(mesh, [0, 0.17, 0], 0.055, 0.043, 0.3, 8, "#fbf2e0", { smooth: true, top: null });
  box(mesh, [0, 0.47, 0], [0.13, 0.03, 0.13], STONE);
  mesh.at(0, 0.5, 0, 0.6, () => {
    victory(mesh);
  });
  for (const [x, z] of [
    [-0.38, -0.38],
    [0.3, -0.38],
    [-0.38, 0.38],
    [0.3, 0.4],
  ] as const)
    flag(mesh, [x, G, z], 0.4, order);
  for (const [x, z] of [
    [-0.42, 0],
    [0.42, 0],
  ] as const) {
    box(mesh, [x, G, z], [0.09, 0.045, 0.3], STONE, { top: "#7cc23c" });
    flowers(mesh, chance, [x, 0.07, z], 0.03, 0.12, 7, owner.light);
  }
  for (const x of [-0.2, 0.2]) {
    box(mesh, [x, G, -0.4], [0.13, 0.05, 0.11], STONE, { top: "#7a5a3a" });
    tree(mesh, chance, [x, 0.07, -0.4], 0.72, "round", true);
  }
  mesh.spot("lamp", [0, G, 0.1], 1.1);
}

/** A winged figure of gold. */
function victory(mesh: Mesh): void {
  const [gold, bright] = ["#f2b82c", "#ffdc62"];
  mesh.glow = 0.2;
  cylinder(mesh, [0, 0, 0], 0.062, 0.024, 0.17, 6, gold, { foot: 0.8, top: null });
  ball(mesh, [0, 0.2, 0], [0.032, 0.036, 0.032], bright, { sides: 5, rings: 3 });
  for (const s of [-1, 1]) {
    const [root, tip, low]: [Point, Point, Point] = [
      [s * 0.02, 0.16, -0.02],
      [s * 0.17, 0.29, -0.04],
      [s * 0.07, 0.08, -0.03],
    ];
    mesh.triangle(root, tip, low, bright, bright, gold);
    mesh.triangle(low, tip, root, gold, bright, bright);
  }
  mesh.glow = 0;
}

/** A star of eight points in the paving. */
function star(mesh: Mesh, paint: string, light: string): void {
  for (let i = 0; i < 8; i++) {
    const at = (turn: number, r: number) => [Math.cos(turn) * r, 0.036, -Math.sin(turn) * r] as const;
    const t = (i / 8) * 2 * Math.PI;
    const far = i % 2 ? 0.24 : 0.33;
    mesh.triangle([0, 0.036, 0], at(t - 0.39, 0.13), at(t, far), shade(paint, 0.9));
    mesh.triangle([0, 0.036, 0], at(t, far), at(t + 0.39, 0.13), light);
  }
}
