/** Grand Central: a hall under a great arch of glass between two clock towers. */
import { shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { ball, box, cylinder, hip, house, panel, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { car, flag, paving } from "./lot.ts";
import { carriage, track } from "./rails.ts";
import { STONE, allRound, banner, clock, columns, lantern, parapet, person, planter, steps } from "./townscape.ts";
import { arch, archWindow, vault } from "./vaults.ts";

const WHITE = "#fffaf0";
const GOLD = "#f0c24a";

export const central: Build = (mesh, order) => {
  paving(mesh);
  [nave, transept, sheds][order.variant]?.(mesh, order);
  car(mesh, [0.28, 0.025, 0.425], Math.PI / 2, "#f2c14a");
  car(mesh, [-0.3, 0.025, 0.425], Math.PI / 2, "#f2c14a");
  person(mesh, [-0.12, 0.025, 0.44], "#3f6fa8");
  person(mesh, [0.1, 0.025, 0.41], "#b5563f");
  person(mesh, [0.04, 0.025, 0.45], "#3a4654");
};

/** What a tower ends in. */
type Crown = "spire" | "dome" | "tent";

function clockTower(mesh: Mesh, { owner }: Order, [x, z]: readonly [number, number], high: number, width: number, wall: Paint, crown: Crown): void {
  const room = width * 1.1;
  const face = high - room;
  box(mesh, [x, 0.02, z], [width + 0.05, 0.08, width + 0.05], "#d8c7a8");
  house(mesh, [x, 0.1, z], [width, face - 0.1, width], wall, { across: 2 / width, up: 5.5, width: 0.42, height: 0.66, lit: 0.5, seed: 0.2 }, { open: true });
  box(mesh, [x, face, z], [width + 0.05, 0.025, width + 0.05], WHITE);
  box(mesh, [x, face + 0.025, z], [width + 0.01, room, width + 0.01], wall, { open: true, foot: 0.95 });
  allRound(mesh, x, z, () => {
    clock(mesh, [0, face + 0.025 + room / 2, width / 2 + 0.012], width * 0.35, owner.dark);
  });
  box(mesh, [x, high + 0.02, z], [width + 0.07, 0.035, width + 0.07], WHITE);
  const top = high + 0.055;
  const turn = Math.PI / 4;
  if (crown === "dome") {
    cylinder(mesh, [x, top, z], width * 0.46, width * 0.46, 0.07, 8, WHITE, { top: null });
    ball(mesh, [x, top + 0.065, z], [width * 0.54, width * 0.6, width * 0.54], owner.colour, { half: true, sides: 12, rings: 4, smooth: true });
    cylinder(mesh, [x, top + 0.06 + width * 0.58, z], 0.02, 0.004, 0.13, 4, GOLD, { top: null });
    return;
  }
  const tall = crown === "spire" ? 0.36 : 0.2;
  cylinder(mesh, [x, top, z], width * 0.74, width * 0.4, tall * 0.35, 4, owner.colour, { top: null, turn });
  cylinder(mesh, [x, top + tall * 0.35, z], width * 0.4, 0, tall * 0.65, 4, owner.light, { top: null, turn });
  cylinder(mesh, [x, top + tall * 0.95, z], 0.02, 0.004, 0.1, 4, GOLD, { top: null });
  if (crown === "spire")
    for (const [a, b] of [[1, 1], [1, -1], [-1, 1], [-1, -1]] as const)
      cylinder(mesh, [x + a * width * 0.5, top, z + b * width * 0.5], 0.026, 0, 0.1, 4, WHITE, { top: null, turn });
}

/** A hall of glass along z: walls to `legs`, then a vault, with the borough's ribs. */
function glassHall(mesh: Mesh, order: Order, [x, y, z]: Point, [width, rise, length]: Point, bays: number, ribs: number, sides = 10): void {
  const { owner, chance } = order;
  vault(mesh, [x, y, z], [width, rise, length], bays, chance.next(), undefined, sides);
  for (let i = 0; i < ribs; i++) {
    const at = z + length / 2 - ((i + 0.5) * length) / ribs + 0.015;
    arch(mesh, [x, y, at], [width - 0.01, rise - 0.005, 0.03], 0.02, owner.colour, sides);
  }
  box(mesh, [x, y + rise - 0.01, z], [0.05, 0.035, length], owner.dark, { top: owner.light });
}

/** The front of a hall that looks south: glass, a wide stone arch, a clock at its crown. */
function portal(mesh: Mesh, { owner, chance }: Order, [x, y, z]: Point, [width, legs, rise]: Point, stone: Paint, sides = 10): void {
  const wide = 0.05;
  archWindow(mesh, [x, y, z], width, legs, rise, chance.next(), sides);
  arch(mesh, [x, y + legs, z + 0.025], [width, rise, 0.09], wide, stone, sides);
  arch(mesh, [x, y + legs, z + 0.035], [width + wide * 1.2, rise + wide * 0.6, 0.05], 0.028, owner.colour, sides);
  for (const s of [1, -1])
    box(mesh, [x + s * (width / 2 + wide / 2), y, z - 0.02], [wide, legs, 0.09], stone);
  box(mesh, [x, y + 0.115, z + 0.045], [width * 0.94, 0.022, 0.12], owner.colour, { foot: 0.85 });
  for (const i of [-1, 0, 1]) panel(mesh, [x + i * width * 0.28, y, z + 0.008], width * 0.18, 0.1, "#5a4030");
}

/** The hall runs from front to back, trains leave behind it. */
function nave(mesh: Mesh, order: Order): void {
  const { owner } = order;
  const stone = STONE;
  steps(mesh, [0, 0.02, 0.3], 0.44, 0.09, 0.04, 2);
  box(mesh, [0, 0.02, -0.06], [0.5, 0.3, 0.7], stone, { open: true });
  glassHall(mesh, order, [0, 0.32, -0.06], [0.52, 0.32, 0.68], 8, 3);
  portal(mesh, order, [0, 0.05, 0.3], [0.44, 0.27, 0.27], stone);
  for (const s of [1, -1]) {
    house(mesh, [s * 0.34, 0.02, -0.14], [0.2, 0.28, 0.5], stone, { across: 7, up: 7, width: 0.46, height: 0.66, lit: 0.8, seed: 0.5 }, { open: true });
    mesh.at(s * 0.34, 0.31, -0.14, Math.PI / 2, () => {
      hip(mesh, [0, 0, 0], [0.5, 0.1, 0.2], owner.colour, 0.8, 0.02);
    });
    clockTower(mesh, order, [s * 0.35, 0.23], 0.86, 0.19, stone, "spire");
    banner(mesh, [s * 0.35, 0.56, 0.332], 0.1, 0.26, order);
  }
  rear(mesh, order, 0.5, 0.32, 0.3);
}

/** The north end, with two tracks that come out of it. */
function rear(mesh: Mesh, order: Order, width: number, legs: number, rise: number): void {
  mesh.at(0, 0, -0.412, Math.PI, () => {
    archWindow(mesh, [0, 0.02, 0.003], width, legs - 0.02, rise, 0.6, 8);
  });
  for (const s of [-0.12, 0.12])
    mesh.at(s, 0, -0.4, Math.PI / 2, () => {
      track(mesh, [0, 0.02, 0], 0.14, 2);
    });
  mesh.at(0.12, 0, -0.38, Math.PI / 2, () => {
    carriage(mesh, [0.02, 0.03, 0], 0.15, order, 0.4);
  });
}

/** The hall lies across, a second one meets it at the front; towers with domes beside it. */
function transept(mesh: Mesh, order: Order): void {
  const { owner } = order;
  const stone = "#f3d9ac";
  box(mesh, [0, 0.02, -0.1], [0.92, 0.06, 0.64], "#d8c7a8");
  steps(mesh, [0, 0.02, 0.26], 0.4, 0.11, 0.06, 3);
  house(mesh, [0, 0.08, -0.14], [0.88, 0.3, 0.5], stone, { across: 7, up: 6.6, width: 0.46, height: 0.7, lit: 0.8, seed: 0.3 }, { open: true });
  plate(mesh, [0, 0.38, -0.14], 0.88, 0.5, "#d3c8b4");
  parapet(mesh, [0, 0.38, -0.14], [0.91, 0.045, 0.53], owner.colour);
  mesh.at(0, 0, -0.16, Math.PI / 2, () => {
    glassHall(mesh, order, [0, 0.39, 0], [0.4, 0.27, 0.82], 10, 4);
    for (const end of [0, Math.PI])
      mesh.at(0, 0, 0, end, () => {
        archWindow(mesh, [0, 0.39, 0.412], 0.39, 0.005, 0.265, 0.4, 8);
      });
  });
  glassHall(mesh, order, [0, 0.4, 0.02], [0.34, 0.24, 0.48], 6, 0);
  box(mesh, [0, 0.08, 0.13], [0.36, 0.32, 0.22], stone, { open: true });
  portal(mesh, order, [0, 0.08, 0.26], [0.32, 0.3, 0.24], WHITE);
  for (const s of [1, -1]) {
    clockTower(mesh, order, [s * 0.3, 0.18], 0.78, 0.18, stone, "dome");
    flag(mesh, [s * 0.36 - 0.05, 0.4, -0.37], 0.3, order);
    planter(mesh, [s * 0.38, 0.025, 0.34], 0.14, 0.06, "#e0718b");
  }
}

/** Three sheds of brick and glass side by side, the towers at the middle one's shoulders. */
function sheds(mesh: Mesh, order: Order): void {
  const { owner } = order;
  const brick = "#cd8560";
  for (const s of [1, -1]) {
    box(mesh, [s * 0.32, 0.02, -0.1], [0.28, 0.22, 0.66], brick, { open: true });
    glassHall(mesh, order, [s * 0.32, 0.24, -0.1], [0.28, 0.15, 0.66], 8, 3, 6);
    portal(mesh, order, [s * 0.32, 0.03, 0.236], [0.2, 0.2, 0.1], shade(brick, 1.1), 6);
    mesh.at(s * 0.32, 0, -0.43, Math.PI, () => {
      archWindow(mesh, [0, 0.02, 0.003], 0.27, 0.22, 0.145, 0.6, 6);
    });
    clockTower(mesh, order, [s * 0.205, 0.25], 0.98, 0.15, brick, "tent");
    lantern(mesh, [s * 0.43, 0.025, 0.35]);
  }
  box(mesh, [0, 0.02, -0.08], [0.38, 0.42, 0.66], brick, { open: true });
  glassHall(mesh, order, [0, 0.44, -0.08], [0.4, 0.25, 0.66], 8, 3);
  portal(mesh, order, [0, 0.03, 0.27], [0.26, 0.42, 0.16], WHITE);
  columns(mesh, 2, 0.24, [0, 0.02, 0.35], 0.125, 0.014);
  clock(mesh, [0, 0.7, 0.312], 0.06, owner.dark);
  rear(mesh, order, 0.36, 0.42, 0.23);
}
