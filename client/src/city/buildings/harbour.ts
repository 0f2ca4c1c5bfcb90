/** Harbours: a stone quay with a basin, a crane over a moored boat, containers, a warehouse. */
import { shade, type Paint } from "../kit/colour.ts";
import { ball, box, cylinder, gable, house, panel, plate, prism } from "../kit/shapes.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { flag, lot, roofOf } from "./lot.ts";
import { beam, BRICKS, DARK } from "./yard.ts";

const STONE = "#c9bda8";
const QUAY = 0.1;
const CARGO = ["#d94f43", "#3b78c9", "#f2c14a", "#5fa08a", "#e8e2d4", "#9a6aa8"] as const;

export const harbour: Build = (mesh, order) => {
  const { owner, variant } = order;
  lot(mesh, "#a89c88");
  // The basin lies to the east, open to the north; the quay round it is higher.
  plate(mesh, [0.31, 0.032, 0], 0.32, 0.94, "#2f9fae");
  plate(mesh, [0.31, 0.034, -0.2], 0.26, 0.5, "#45b9c2");
  box(mesh, [-0.165, 0.02, 0], [0.62, QUAY - 0.02, 0.94], STONE, { top: "#d8cdb9", foot: 0.7 });
  box(mesh, [0.31, 0.02, 0.43], [0.33, QUAY - 0.02, 0.08], STONE, { top: "#d8cdb9", foot: 0.7 });
  for (let i = 0; i < 4; i++) box(mesh, [0.15, 0.03, -0.36 + i * 0.22], [0.02, 0.06, 0.05], DARK, { foot: 1 });
  if (variant === 0) containers(mesh, order);
  else if (variant === 1) fishing(mesh, order);
  else derrick(mesh, order);
  beam(mesh, [0.45, 0.02, 0.42], [0.45, 0.22, 0.42], 0.028, "#fff6e8", { sides: 6, cap: owner.colour });
  mesh.glow = 1;
  beam(mesh, [0.45, 0.22, 0.42], [0.45, 0.27, 0.42], 0.022, "#ffd27a", { sides: 6, head: 0.005 });
  mesh.glow = 0;
  mesh.spot("lamp", [0.1, QUAY, 0.2], 0.7);
};

/** A gantry over the basin, stacks of containers, a freighter. */
function containers(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  for (let i = 0; i < 9; i++) {
    const [column, up] = i < 6 ? [i % 3, 0] : [i - 6, 1];
    const row = i < 6 ? Math.floor(i / 3) : 0;
    const paint: Paint = i % 4 === 1 ? owner.colour : chance.pick(CARGO);
    if (i === 8) continue;
    box(mesh, [-0.4 + column * 0.125, QUAY + up * 0.095, 0.2 + row * 0.2], [0.11, 0.09, 0.185], paint, { top: shade(paint, 1.14) });
  }
  shed(mesh, order, [-0.24, QUAY, -0.26], [0.42, 0.2, 0.34]);
  gantry(mesh, order, [0.07, QUAY, 0]);
  boat(mesh, [0.32, 0.03, -0.06], 0.62, owner.dark, () => {
    for (const [i, z] of [-0.06, 0.05, 0.16].entries())
      box(mesh, [0, 0.09, z], [0.15, 0.075, 0.095], CARGO[(i * 2 + 1) % 6] ?? STONE);
    box(mesh, [0, 0.09, -0.19], [0.15, 0.14, 0.09], "#fffaf0", { top: owner.colour });
  });
}

/** Fish sheds under steep roofs, two small boats, crates and nets. */
function fishing(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  for (const [i, z] of [-0.3, -0.03, 0.24].entries()) {
    const wood = ["#e9d3ae", "#cf7a52", "#9fc0bd"][i] ?? STONE;
    house(mesh, [-0.29, QUAY, z], [0.32, 0.2, 0.21], wood, { across: 6, up: 5, width: 0.42, height: 0.5, lit: 0.7, seed: chance.next() }, { open: true });
    gable(mesh, [-0.29, QUAY + 0.2, z], [0.32, 0.15, 0.21], roofOf(order), wood, 0.03, 0.02);
    mesh.at(-0.13, QUAY, z, Math.PI / 2, () => {
      panel(mesh, [0, 0, 0.004], 0.08, 0.14, owner.dark);
    });
  }
  for (let i = 0; i < 5; i++)
    box(mesh, [0.03 + (i % 2) * 0.065, QUAY + Math.floor(i / 4) * 0.04, 0.16 + Math.floor(i / 2) * 0.09], [0.055, 0.04, 0.07], "#c9955c", { top: i % 2 ? "#b9d6df" : "#e8bf86" });
  jib(mesh, order, [0.04, QUAY, -0.16], 0.5, 0.34);
  for (const [i, z] of [-0.2, 0.2].entries())
    boat(mesh, [0.31, 0.03, z], 0.34, i ? "#d94f43" : owner.colour, () => {
      box(mesh, [0, 0.07, -0.04], [0.11, 0.1, 0.12], "#fffaf0", { top: i ? owner.colour : "#d9a25e" });
      beam(mesh, [0, 0.07, 0.09], [0, 0.46, 0.09], 0.012, "#8d6242", { sides: 4 });
      mesh.triangle([0, 0.43, 0.085], [0, 0.16, -0.16], [0, 0.16, 0.085], "#fff3dc");
      mesh.triangle([0, 0.43, 0.085], [0, 0.16, 0.085], [0, 0.16, -0.16], "#ffe9c4");
    }, i ? 0.55 : 0.62);
  flag(mesh, [-0.42, QUAY, 0.42], 0.5, order);
}

/** A turning crane on a pier of stone, a long brick store, barrels, a tug. */
function derrick(mesh: Mesh, order: Order): void {
  const { chance, owner } = order;
  const brick = chance.pick(BRICKS);
  house(mesh, [-0.27, QUAY, -0.06], [0.34, 0.36, 0.78], brick, { across: 6, up: 5.5, width: 0.4, height: 0.52, lit: 0.5, seed: chance.next() }, { open: true });
  mesh.at(-0.27, QUAY + 0.36, -0.06, Math.PI / 2, () => {
    gable(mesh, [0, 0, 0], [0.78, 0.18, 0.34], roofOf(order), brick, 0.035, 0.025);
  });
  panel(mesh, [-0.27, QUAY, 0.336], 0.14, 0.2, owner.dark);
  cylinder(mesh, [0.04, QUAY, -0.05], 0.09, 0.075, 0.16, 8, STONE);
  jib(mesh, order, [0.04, QUAY + 0.16, -0.05], 0.5, 0.42);
  boat(mesh, [0.32, 0.03, -0.08], 0.46, "#c8402f", () => {
    box(mesh, [0, 0.08, -0.02], [0.13, 0.1, 0.17], "#fffaf0", { top: "#e8dcc6" });
    box(mesh, [0, 0.18, 0.02], [0.1, 0.07, 0.08], "#33424f", { top: "#fffaf0" });
    cylinder(mesh, [0, 0.18, -0.07], 0.04, 0.035, 0.15, 7, owner.colour, { top: DARK });
    mesh.spot("smoke", [0, 0.34, -0.07], 0.07);
  });
  for (const [x, z] of [[-0.02, 0.3], [0.06, 0.36], [-0.06, 0.39]] as const)
    cylinder(mesh, [x, QUAY, z], 0.035, 0.035, 0.09, 7, "#a56c40", { top: "#d9a568" });
}

function shed(mesh: Mesh, order: Order, at: Point, size: Point): void {
  const brick = "#b8694c";
  house(mesh, at, size, brick, { across: 6, up: 5, width: 0.5, height: 0.4, lit: 0.6, seed: order.chance.next() }, { open: true });
  gable(mesh, [at[0], at[1] + size[1], at[2]], [size[0], 0.14, size[2]], roofOf(order), brick, 0.03, 0.025);
  panel(mesh, [at[0], at[1], at[2] + size[2] / 2 + 0.004], 0.16, 0.15, "#f1e2c6");
}

/** A portal of four legs with an arm far out over the water. */
function gantry(mesh: Mesh, { owner }: Order, [x, y, z]: Point): void {
  const { colour, dark } = owner;
  for (const dx of [-0.07, 0.07])
    for (const dz of [-0.13, 0.13]) beam(mesh, [x + dx, y, z + dz], [x + dx * 0.8, y + 0.56, z + dz * 0.7], 0.02, colour);
  box(mesh, [x, y + 0.54, z], [0.2, 0.07, 0.26], colour, { top: owner.light });
  box(mesh, [x - 0.05, y + 0.61, z], [0.12, 0.1, 0.12], "#fff6e8", { top: dark });
  const [west, east, head]: Point[] = [[x - 0.22, y + 0.63, z], [x + 0.4, y + 0.69, z], [x + 0.03, y + 0.94, z]];
  if (!west || !east || !head) return;
  beam(mesh, west, east, 0.028, colour, { cap: dark });
  beam(mesh, [x + 0.03, y + 0.61, z], head, 0.02, dark);
  for (const end of [west, east]) beam(mesh, head, end, 0.008, DARK, { sides: 3 });
  hook(mesh, [x + 0.26, y + 0.66, z], 0.3, "#f2c14a");
}

/** A mast with a slanting arm to the east. */
function jib(mesh: Mesh, { owner }: Order, [x, y, z]: Point, height: number, reach: number): void {
  beam(mesh, [x, y, z], [x, y + height, z], 0.032, owner.colour, { cap: owner.dark });
  box(mesh, [x - 0.03, y + 0.1, z], [0.13, 0.12, 0.12], "#fff6e8", { top: owner.colour });
  const tip: Point = [x + reach, y + height * 0.95, z];
  beam(mesh, [x + 0.02, y + 0.16, z], tip, 0.024, owner.colour, { head: 0.014, cap: owner.dark });
  beam(mesh, [x, y + height, z], tip, 0.008, DARK, { sides: 3 });
  hook(mesh, tip, height * 0.5, "#e0a24a");
}

function hook(mesh: Mesh, [x, y, z]: Point, drop: number, paint: Paint): void {
  beam(mesh, [x, y - drop, z], [x, y, z], 0.006, DARK, { sides: 3 });
  box(mesh, [x, y - drop - 0.07, z], [0.1, 0.07, 0.09], paint);
}

/** A hull along z, its bow to the south; `deck` puts on what it carries. */
function boat(mesh: Mesh, [x, y, z]: Point, length: number, paint: Paint, deck: () => void, narrow = 1): void {
  const [a, b] = [0.1 * (narrow + 0.1), length / 2];
  mesh.at(x, y, z, 0, () => {
    const hull = [[-a, -b], [-a, b * 0.5], [0, b], [a, b * 0.5], [a, -b]] as const;
    prism(mesh, hull, 0, 0.075, paint, { top: "#e2c08c", foot: 0.75 });
    prism(mesh, hull.map(([p, q]) => [p * 1.04, q * 1.02] as const), 0.05, 0.078, "#fff6e8", { top: "#d8b47e" });
    deck();
  });
  ball(mesh, [x, 0.03, z + b + 0.005], [0.05, 0.006, 0.03], "#e9fbf8", { sides: 6, rings: 1, half: true });
}
