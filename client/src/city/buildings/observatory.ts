/** Observatories: a white dome with a slit and a telescope on a rocky top, a path with steps. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { tree } from "../kit/plants.ts";
import { ball, box, cylinder, gable, house, panel, plate, tower } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { beam, person } from "./civic.ts";
import { flag, lawn, roofOf } from "./lot.ts";

const WHITE = "#f6f3ec";
const DOME = "#f1f3f4";
const ROCKS = ["#b79c7e", "#a88d70", "#c4ab8c"] as const;
const BRASS = "#d8a945";

export const observatory: Build = (mesh, order) => {
  const { chance, variant } = order;
  lawn(mesh, order);
  for (const [x, z, r] of [[-0.3, 0.24, 0.15], [0.31, -0.22, 0.15], [-0.34, -0.3, 0.12], [0.38, 0.1, 0.09], [0.2, 0.36, 0.08]] as const)
    rock(mesh, order, x, z, r);
  const floor = 0.22;
  cylinder(mesh, [0, 0.01, -0.03], 0.455, 0.42, 0.1, 9, ROCKS[1], { top: ROCKS[2], foot: 0.78 });
  cylinder(mesh, [-0.01, 0.1, -0.04], 0.43, 0.39, 0.1, 8, ROCKS[0], { top: ROCKS[2], turn: 0.3, foot: 0.85 });
  cylinder(mesh, [-0.02, floor - 0.03, -0.04], 0.4, 0.385, 0.04, 14, "#cdbfa6", { top: "#e4d8c0" });
  if (variant === 0) {
    drum(mesh, order, [-0.02, floor, -0.06], 0.3, 0.25, 0.7);
    porch(mesh, order, [-0.02, floor, 0.26]);
  } else if (variant === 1) {
    drum(mesh, order, [-0.12, floor, -0.12], 0.25, 0.33, 0.8);
    drum(mesh, order, [0.2, floor, 0.1], 0.15, 0.15, 0.5);
    porch(mesh, order, [-0.12, floor, 0.15]);
  } else {
    drum(mesh, order, [0.06, floor, -0.12], 0.25, 0.24, 0.8);
    annexe(mesh, order, [-0.22, floor, 0.06]);
    dish(mesh, [0.19, floor, 0.23]);
  }
  const way = variant === 2 ? -0.02 : variant === 1 ? -0.12 : -0.02;
  for (let i = 0; i < 4; i++) box(mesh, [way, 0.01, 0.445 - i * 0.045], [0.14, 0.05 + i * 0.048, 0.05], "#d9ccb2");
  for (const s of [-1, 1]) {
    cylinder(mesh, [way + s * 0.1, 0.02, 0.44], 0.012, 0.01, 0.1, 4, "#4d5660", { top: null });
    mesh.glow = 1;
    box(mesh, [way + s * 0.1, 0.12, 0.44], [0.03, 0.03, 0.03], "#ffe2a0");
    mesh.glow = 0;
  }
  mesh.spot("lamp", [way, 0.03, 0.42], 0.5);
  flag(mesh, [0.32, 0.03, 0.4], 0.4, order);
  tree(mesh, chance, [-0.37, 0.03, 0.37], 0.75, "pine");
  tree(mesh, chance, [0.36, 0.03, -0.38], 0.85, "pine");
  tree(mesh, chance, [-0.38, 0.03, -0.38], 0.75, "pine");
  person(mesh, [0.16, floor + 0.01, 0.26], "#d9564a", 0.9);
};

function rock(mesh: Mesh, { chance }: Order, x: number, z: number, r: number): void {
  ball(mesh, [x, 0.01, z], [r, r * chance.between(0.9, 1.5), r], chance.pick(ROCKS), {
    sides: 6,
    rings: 2,
    half: true,
    uneven: 0.14,
    chance,
    foot: 0.75,
  });
}

/** A round house with its dome: radius, height of the wall, and how far up the telescope looks. */
function drum(mesh: Mesh, order: Order, [x, y, z]: Point, r: number, height: number, rise: number): void {
  const { owner, chance } = order;
  const n = 14;
  const outline = Array.from({ length: n }, (_, i) => {
    const t = (-i / n) * 2 * Math.PI;
    return [x + Math.cos(t) * r, z + Math.sin(t) * r] as const;
  });
  cylinder(mesh, [x, y, z], r + 0.02, r + 0.015, 0.04, n, "#b9b0a0");
  tower(mesh, outline, y + 0.03, y + height, WHITE, { across: 1 / (r * 0.45), up: 1 / height, width: 0.42, height: 0.5, lit: 0.5, seed: chance.next() }, { open: true });
  cylinder(mesh, [x, y + height - 0.005, z], r + 0.035, r + 0.035, 0.055, n, owner.colour, { top: owner.light, foot: 0.9, smooth: true });
  const base = y + height + 0.045;
  ball(mesh, [x, base, z], [r, r, r], DOME, { sides: 16, rings: 5, half: true, smooth: true, foot: 0.72 });
  mesh.at(x, base, z, [0.12, 1.3, 1.2][order.variant] ?? 0, () => {
    slit(mesh, order, r, rise);
  });
}

/** The open strip of a dome that faces south, its shutters, and the telescope that looks out. */
function slit(mesh: Mesh, { owner }: Order, r: number, rise: number): void {
  const w = r * 0.2;
  const at = (x: number, t: number, k: number): Point => [x, Math.sin(t) * r * k, Math.cos(t) * r * k];
  const steps = 6;
  for (let i = 0; i < steps; i++) {
    const [t, u] = [0.16 + (i / steps) * 1.6, 0.16 + ((i + 1) / steps) * 1.6];
    mesh.glow = 0.3;
    mesh.quad(at(-w, t, 1.015), at(w, t, 1.015), at(w, u, 1.015), at(-w, u, 1.015), "#3a3f4c", "#242b38");
    mesh.glow = 0;
    for (const s of [-1, 1]) {
      const [a, b] = s > 0 ? [w, w * 1.7] : [-w * 1.7, -w];
      mesh.quad(at(a, t, 1.06), at(b, t, 1.06), at(b, u, 1.06), at(a, u, 1.06), owner.colour);
      const [inner, outer] = [s * w, s * w * 1.7];
      const low: [number, number] = s > 0 ? [t, u] : [u, t];
      mesh.quad(at(outer, low[0], 1.06), at(outer, low[0], 0.96), at(outer, low[1], 0.96), at(outer, low[1], 1.06), owner.dark);
      mesh.quad(at(inner, low[1], 1.06), at(inner, low[1], 0.98), at(inner, low[0], 0.98), at(inner, low[0], 1.06), owner.dark);
    }
  }
  const [c, s] = [Math.cos(rise), Math.sin(rise)];
  const along = (k: number): Point => [0, s * r * k, c * r * k];
  beam(mesh, along(0.6), along(1.3), w * 0.62, w * 0.62, 8, "#f5f1e6");
  beam(mesh, along(1.25), along(1.52), w * 0.86, w * 0.86, 8, BRASS, "#1d2c44");
}

function porch(mesh: Mesh, { owner }: Order, [x, y, z]: Point): void {
  box(mesh, [x, y, z - 0.03], [0.17, 0.17, 0.12], WHITE, { open: true });
  box(mesh, [x, y + 0.17, z - 0.03], [0.21, 0.03, 0.15], owner.colour, { top: owner.light });
  mesh.glow = 0.5;
  panel(mesh, [x, y, z + 0.034], 0.09, 0.13, "#ffd48a");
  mesh.glow = 0;
}

function annexe(mesh: Mesh, order: Order, [x, y, z]: Point): void {
  house(mesh, [x, y, z], [0.26, 0.16, 0.34], WHITE, { across: 9, up: 6, width: 0.5, height: 0.6, lit: 0.8, seed: order.chance.next() }, { open: true });
  mesh.at(x, y + 0.16, z, Math.PI / 2, () => {
    gable(mesh, [0, 0, 0], [0.34, 0.11, 0.26], roofOf(order), WHITE, 0.03, 0.025);
  });
  panel(mesh, [x + 0.05, y, z + 0.175], 0.07, 0.12, order.owner.dark);
}

/** A dish that listens to the sky. */
function dish(mesh: Mesh, [x, y, z]: Point): void {
  const paint: Paint = mix(WHITE, "#c9d2d8", 0.3);
  beam(mesh, [x, y, z], [x, y + 0.13, z], 0.03, 0.018, 5, "#8d959c");
  const [from, to]: [Point, Point] = [[x, y + 0.12, z], [x + 0.055, y + 0.2, z + 0.055]];
  beam(mesh, from, to, 0.03, 0.15, 10, shade(paint, 0.8), "#e3e8ec", "#6f7b86");
  beam(mesh, to, [x + 0.12, y + 0.29, z + 0.12], 0.008, 0.006, 3, "#5f6972");
  plate(mesh, [x, y + 0.012, z], 0.16, 0.16, "#b9b0a0");
}
