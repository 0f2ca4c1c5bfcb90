/** Factories: brick halls under saw-tooth roofs, striped stacks, tanks, lorries at the gate. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import { tree } from "../kit/plants.ts";
import { ball, box, cylinder, house, panel, plate } from "../kit/shapes.ts";
import type { Mesh } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { flag, lot, roofOf } from "./lot.ts";
import { beam, BRICKS, lorry, stack, STEEL } from "./yard.ts";

const CREAM = "#fbf0dc";
const PANES = { across: 7.5, up: 4, width: 0.62, height: 0.62, lit: 0.75 };

export const factory: Build = (mesh, order) => {
  const { chance, variant } = order;
  lot(mesh, "#bdb4a4");
  const brick = BRICKS[variant] ?? BRICKS[0];
  if (variant === 0) row(mesh, order, brick);
  else if (variant === 1) cross(mesh, order, brick);
  else mill(mesh, order, brick);
  tree(mesh, chance, [variant === 1 ? -0.41 : 0.41, 0.02, 0.41], 0.62, "poplar");
};

/** Three stacks in a row behind a low hall. */
function row(mesh: Mesh, order: Order, brick: Paint): void {
  const { owner } = order;
  hall(mesh, order, brick, [-0.04, 0.03], [0.82, 0.52], 0.26, 4);
  for (const [i, x] of [-0.3, -0.04, 0.22].entries())
    stack(mesh, [x, 0.02, -0.36], 0.08, 0.98 + (i % 2) * 0.16, shade(brick, 1.05), [CREAM, owner.colour]);
  beam(mesh, [-0.34, 0.24, -0.28], [0.3, 0.24, -0.28], 0.03, STEEL, { sides: 5 });
  gate(mesh, order, -0.2, 0.292);
  lorry(mesh, [0.18, 0.025, 0.39], Math.PI / 2 + 0.06, owner.colour, CREAM);
  crates(mesh, -0.42, 0.4);
}

/** Teeth towards the street, two great stacks beside. */
function cross(mesh: Mesh, order: Order, brick: Paint): void {
  const { owner } = order;
  mesh.at(-0.12, 0, -0.06, -Math.PI / 2, () => {
    hall(mesh, order, brick, [0, 0], [0.76, 0.62], 0.24, 4);
  });
  for (const [i, z] of [-0.34, -0.08].entries())
    stack(mesh, [0.34, 0.02, z], 0.095, 1.2 - i * 0.16, CREAM, [owner.colour, CREAM, owner.colour], 0.18);
  beam(mesh, [0.2, 0.2, -0.08], [0.32, 0.2, -0.08], 0.04, STEEL, { sides: 5 });
  tank(mesh, [0.34, 0.02, 0.17], 0.1, 0.26, order);
  gate(mesh, order, -0.14, 0.326);
  lorry(mesh, [0.36, 0.025, 0.38], Math.PI / 2, "#f2c14a", CREAM);
}

/** A tall mill, its low hall, one stack. */
function mill(mesh: Mesh, order: Order, brick: Paint): void {
  const { chance, owner } = order;
  hall(mesh, order, brick, [0.14, 0.08], [0.56, 0.52], 0.24, 3);
  house(mesh, [-0.27, 0.02, -0.06], [0.34, 0.62, 0.72], brick, { ...PANES, up: 5, seed: chance.next() }, { top: "#a79f93" });
  box(mesh, [-0.27, 0.62, -0.06], [0.38, 0.06, 0.76], owner.colour, { top: owner.light, bevel: 0.02 });
  box(mesh, [-0.27, 0.68, 0.1], [0.22, 0.16, 0.22], brick, { top: owner.dark });
  beam(mesh, [-0.27, 0.77, 0.2], [-0.27, 0.77, 0.225], 0.065, owner.dark, { sides: 8, cap: CREAM });
  stack(mesh, [0.3, 0.02, -0.34], 0.11, 1.24, shade(brick, 1.05), [CREAM, owner.colour, CREAM, owner.colour], 0.2);
  tank(mesh, [0.02, 0.02, -0.34], 0.1, 0.3, order);
  beam(mesh, [-0.12, 0.42, -0.3], [0.02, 0.36, -0.34], 0.03, STEEL, { sides: 5 });
  panel(mesh, [-0.27, 0.02, 0.306], 0.18, 0.16, "#6b4a3a");
  lorry(mesh, [0.1, 0.025, 0.4], -Math.PI / 2, owner.colour, "#e9e4da");
  flag(mesh, [-0.43, 0.02, 0.42], 0.55, order);
}

/** A hall whose roof is a row of teeth: their steep sides, of glass, look east. */
function hall(
  mesh: Mesh,
  order: Order,
  brick: Paint,
  [x, z]: readonly [number, number],
  [width, depth]: readonly [number, number],
  height: number,
  teeth: number,
): void {
  const seed = order.chance.next();
  house(mesh, [x, 0.02, z], [width, height, depth], brick, { ...PANES, seed }, { open: true });
  const [north, south, wide, low] = [z - depth / 2, z + depth / 2, width / teeth, 0.02 + height];
  const high = low + 0.15;
  for (let i = 0; i < teeth; i++) {
    const west = x - width / 2 + i * wide;
    const east = west + wide;
    const roof = roofOf(order);
    mesh.quad([west, low, north], [west, low, south], [east, high, south], [east, high, north], shade(roof, 0.86), shade(roof, 1.1));
    mesh.wall([east, low, south], [east, low, north], [east, high, north], [east, high, south], "#dfe5e4", "#dfe5e4", {
      columns: 6, rows: 1, width: 0.84, height: 0.72, lit: 0.8, seed: (seed + i * 0.3) % 1,
    });
    mesh.triangle([west, low, south], [east, low, south], [east, high, south], brick);
    mesh.triangle([east, low, north], [west, low, north], [east, high, north], brick);
    beam(mesh, [east, high, north - 0.01], [east, high, south + 0.01], 0.014, CREAM);
  }
}

function gate(mesh: Mesh, { owner }: Order, x: number, z: number): void {
  plate(mesh, [x, 0.027, z + 0.07], 0.3, 0.14, "#8f8b86");
  mesh.glow = 0.6;
  panel(mesh, [x, 0.02, z], 0.2, 0.17, "#d9a864");
  mesh.glow = 0;
  panel(mesh, [x, 0.1, z + 0.004], 0.2, 0.09, mix(owner.dark, "#8d98a0", 0.3));
  box(mesh, [x, 0.2, z + 0.03], [0.28, 0.022, 0.08], owner.colour);
  mesh.spot("lamp", [x, 0.18, z + 0.06], 0.5);
}

function tank(mesh: Mesh, [x, y, z]: readonly [number, number, number], r: number, height: number, { owner }: Order): void {
  cylinder(mesh, [x, y, z], r, r, height * 0.7, 10, CREAM, { smooth: true, top: null });
  cylinder(mesh, [x, y + height * 0.7, z], r * 1.02, r * 1.02, height * 0.3, 10, owner.colour, { smooth: true, top: null, foot: 0.95 });
  ball(mesh, [x, y + height, z], [r * 1.02, r * 0.45, r * 1.02], owner.light, { sides: 10, rings: 2, half: true, smooth: true, foot: 0.95 });
}

function crates(mesh: Mesh, x: number, z: number): void {
  box(mesh, [x, 0.02, z], [0.09, 0.08, 0.09], "#d3a566", { top: "#e5bd80" });
  box(mesh, [x + 0.1, 0.02, z + 0.01], [0.08, 0.07, 0.08], "#c4935a", { top: "#dcb176" });
  box(mesh, [x + 0.02, 0.1, z], [0.07, 0.06, 0.07], "#dfb679");
}
