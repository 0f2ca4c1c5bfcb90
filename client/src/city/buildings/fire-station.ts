/** Fire stations: red brick with wide doors, an engine before them, a tower for hoses with a flame. */
import { shade } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { bush } from "../kit/plants.ts";
import { box, cylinder, gable, hip, house, panel, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { figure, FLAME, fourSides, person, sapling, type Outline } from "./civic.ts";
import { lot, roofOf } from "./lot.ts";

const BRICK = "#d2543a";
const RED = "#e8321f";
const CREAM = "#fbeed3";
const DARK = "#2c3038";
/** What burns brightest. */
const DROP: Outline = [[0, -0.8], [0.6, -0.3], [0.1, 0.9], [-0.6, -0.3]];

export const fireStation: Build = (mesh, order) => {
  const { chance, variant } = order;
  lot(mesh, "#cfc8ba");
  const [doors, z] = [variant === 1 ? 2 : 3, 0.1];
  const x = variant === 1 ? 0.14 : variant === 2 ? 0 : -0.08;
  const wide = doors * 0.225 + 0.06;
  plate(mesh, [x, 0.033, 0.28], wide, 0.34, "#8a8d92");
  for (const s of [-1, 1]) plate(mesh, [x + s * (wide / 2 - 0.012), 0.035, 0.28], 0.016, 0.34, "#f6cf45");
  hall(mesh, order, x, z, wide, variant === 1 ? 0.34 : 0.38);
  for (let i = 0; i < doors; i++) door(mesh, x + (i - (doors - 1) / 2) * 0.225, z, i === 0);
  if (variant === 0) {
    flat(mesh, order, x, wide, 0.4);
    hoseTower(mesh, order, [0.34, 0.02, -0.2], 0.2, 0.66);
  } else if (variant === 1) {
    mesh.at(x, 0.36, -0.15, Math.PI / 2, () => {
      gable(mesh, [0, 0, 0], [0.5, 0.22, wide], roofOf(order), BRICK, 0.04, 0.03);
    });
    figure(mesh, [x, 0.43, 0.106], FLAME, 0.07, "#ffc93c");
    hoseTower(mesh, order, [-0.31, 0.02, -0.08], 0.25, 0.58);
  } else {
    barrel(mesh, order, wide);
    hoseTower(mesh, order, [-0.02, 0.4, -0.32], 0.24, 0.26);
  }
  const first = x - ((doors - 1) / 2) * 0.225;
  engine(mesh, [first, 0.035, 0.285], 0);
  hydrant(mesh, [variant === 1 ? -0.1 : 0.41, 0.03, 0.44]);
  sapling(mesh, chance, [variant === 1 ? -0.36 : 0.4, 0.03, 0.2], 0.75, chance.pick(["#78b04a", "#a3c95a"]));
  if (variant === 1) sapling(mesh, chance, [-0.36, 0.03, -0.36], 0.85, "#6fa24a");
  bush(mesh, chance, [-0.42, 0.03, 0.42], 0.9);
  person(mesh, [first + 0.17, 0.035, 0.42], "#f2b632");
};

/** Brick with a cream band, its front at z. */
function hall(mesh: Mesh, order: Order, x: number, z: number, wide: number, height: number): void {
  const [depth, middle] = [0.5, z - 0.25];
  box(mesh, [x, 0.02, middle], [wide + 0.02, 0.04, depth + 0.02], "#8d8276", { open: true });
  house(mesh, [x, 0.02, middle], [wide, height, depth], BRICK, {
    across: 7,
    up: 5.4,
    width: 0.5,
    height: 0.55,
    lit: 0.6,
    seed: order.chance.next(),
  }, { open: true });
}

function flat(mesh: Mesh, order: Order, x: number, wide: number, y: number): void {
  box(mesh, [x, y, -0.15], [wide + 0.04, 0.03, 0.54], CREAM, { open: true });
  box(mesh, [x, y + 0.03, -0.15], [wide + 0.02, 0.04, 0.52], order.owner.colour, { bevel: 0.03, top: roofOf(order) });
  box(mesh, [x + 0.04, y + 0.07, -0.2], [0.2, 0.05, 0.16], "#e8e4da", { top: "#9cc4d6" });
}

/** A roof like half a barrel, its axis to the south. */
function barrel(mesh: Mesh, order: Order, wide: number): void {
  const [n, a, front, back, y] = [8, wide / 2 + 0.02, 0.13, -0.42, 0.4];
  const paint = roofOf(order);
  box(mesh, [0, y - 0.03, -0.15], [wide + 0.04, 0.03, 0.54], CREAM, { open: true });
  const arc = Array.from({ length: n + 1 }, (_, i) => {
    const t = (i / n) * Math.PI;
    return [Math.cos(t) * a, y + Math.sin(t) * 0.2] as const;
  });
  arc.forEach((p, i) => {
    const q = arc[i + 1];
    if (!q) return;
    const tone = shade(paint, 0.88 + (0.24 * (p[1] + q[1] - 2 * y)) / 0.4 - (i % 2) * 0.05);
    mesh.quad([p[0], p[1], front], [p[0], p[1], back], [q[0], q[1], back], [q[0], q[1], front], tone);
    mesh.triangle([0, y, front - 0.02], [p[0], p[1], front - 0.02], [q[0], q[1], front - 0.02], CREAM);
    mesh.triangle([0, y, back + 0.02], [q[0], q[1], back + 0.02], [p[0], p[1], back + 0.02], CREAM);
  });
  figure(mesh, [0, y + 0.085, 0.116], FLAME, 0.08, RED);
}

/** A bay: a red door with windows in a cream frame, or open with the light on. */
function door(mesh: Mesh, x: number, z: number, open: boolean): void {
  panel(mesh, [x, 0.02, z + 0.004], 0.2, 0.28, CREAM);
  if (open) {
    mesh.glow = 0.35;
    panel(mesh, [x, 0.02, z + 0.008], 0.165, 0.255, "#4a4038");
    mesh.glow = 0;
    panel(mesh, [x, 0.235, z + 0.011], 0.165, 0.04, RED);
    return;
  }
  panel(mesh, [x, 0.02, z + 0.008], 0.165, 0.255, RED);
  for (const y of [0.075, 0.13]) panel(mesh, [x, y, z + 0.011], 0.165, 0.008, "#a81f14");
  mesh.glow = 0.7;
  for (const s of [-1, 0, 1]) panel(mesh, [x + s * 0.052, 0.185, z + 0.011], 0.038, 0.05, "#ffe9b8");
  mesh.glow = 0;
}

/** The shaft, the flame on its four sides, an open loft with a roof of the borough. */
function hoseTower(mesh: Mesh, order: Order, [x, y, z]: Point, wide: number, height: number): void {
  const { owner } = order;
  house(mesh, [x, y, z], [wide, height, wide], BRICK, { across: 5, up: 4.5, width: 0.3, height: 0.6, lit: 0.5, seed: order.chance.next() }, { open: true, foot: 0.75 });
  const block = y + height;
  box(mesh, [x, block, z], [wide + 0.05, 0.03, wide + 0.05], CREAM);
  box(mesh, [x, block + 0.03, z], [wide + 0.03, wide + 0.05, wide + 0.03], "#a92617", { open: true, foot: 0.85 });
  mesh.glow = 0.6;
  fourSides(mesh, [x, block + 0.05 + wide / 2, z], wide / 2 + 0.015, () => {
    figure(mesh, [0, 0, 0.005], FLAME, wide * 0.52, "#ff9d1f");
    figure(mesh, [0, -wide * 0.2, 0.009], DROP, wide * 0.3, "#fff0a6");
  });
  mesh.glow = 0;
  const loft = block + 0.08 + wide;
  box(mesh, [x, loft, z], [wide + 0.06, 0.025, wide + 0.06], CREAM);
  for (const [a, b] of [[1, 1], [1, -1], [-1, 1], [-1, -1]] as const)
    box(mesh, [x + a * wide * 0.42, loft + 0.025, z + b * wide * 0.42], [0.03, 0.09, 0.03], CREAM, { open: true });
  hip(mesh, [x, loft + 0.115, z], [wide, 0.13, wide], shade(owner.colour, 1.02), 0, 0.045);
}

/** An engine that looks along z: a cab, a ladder on its back, blue lights. */
function engine(mesh: Mesh, at: Point, turn: number): void {
  mesh.at(...at, turn, () => {
    box(mesh, [0, 0, 0], [0.12, 0.025, 0.33], DARK, { open: true });
    box(mesh, [0, 0.02, -0.045], [0.135, 0.085, 0.25], RED, { top: "#c8cdd1" });
    box(mesh, [0, 0.02, 0.125], [0.13, 0.055, 0.085], RED);
    box(mesh, [0, 0.075, 0.115], [0.125, 0.045, 0.075], DARK, { top: "#fff7ea" });
    for (const s of [-1, 1]) {
      plate(mesh, [s * 0.025, 0.128, -0.04], 0.012, 0.28, "#fff7ea");
      mesh.at(0, 0.055, 0, 0, () => {
        const z = [-0.16, 0.07] as const;
        const [near, far] = s > 0 ? [z[1], z[0]] : [z[0], z[1]];
        mesh.quad([s * 0.069, 0, near], [s * 0.069, 0, far], [s * 0.069, 0.02, far], [s * 0.069, 0.02, near], "#fff7ea");
      });
    }
    for (const z of [-0.13, -0.07, -0.01, 0.05]) plate(mesh, [0, 0.127, z], 0.045, 0.012, "#fff7ea");
    mesh.glow = 1;
    box(mesh, [0, 0.12, 0.13], [0.1, 0.02, 0.028], "#3f86ff");
    mesh.glow = 0;
  });
}

function hydrant(mesh: Mesh, [x, y, z]: Point): void {
  cylinder(mesh, [x, y, z], 0.018, 0.014, 0.055, 5, RED, { top: "#f5c83e" });
}
