/** Coal power: boiler house, cooling tower, striped stack, a heap of coal with its conveyor, transformers. */
import { shade, type Paint } from "../kit/colour.ts";
import { tree } from "../kit/plants.ts";
import { ball, box, cylinder, house, lid, panel, plate } from "../kit/shapes.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { flag, lot } from "./lot.ts";
import { beam, DARK, stack, STEEL } from "./yard.ts";

const CONCRETE = "#ebe2d2";
const COAL = "#3f3d42";
const CREAM = "#fff3e2";
const PANES = { across: 5.5, up: 4.6, width: 0.6, height: 0.6, lit: 0.65 };
const YELLOW = "#e3a941";

export const coal: Build = (mesh, order) => {
  const { chance, owner, variant } = order;
  lot(mesh, "#aaa294", 2);
  plate(mesh, [0, 0.028, 0.82], 1.86, 0.2, "#86847f");
  const bands: readonly Paint[] = [owner.colour, CREAM, owner.colour, CREAM, owner.colour];
  if (variant === 0) {
    cooler(mesh, order, [-0.5, 0.02, -0.5], 1);
    boilers(mesh, order, [0.36, 0.02, -0.16], [0.86, 0.56]);
    for (const x of [0.16, 0.6]) stack(mesh, [x, 0.02, -0.68], 0.1, 1.55, CREAM, bands, 0.24);
    heap(mesh, order, [-0.48, 0.02, 0.34], 0.36, [0, 0.62, -0.02]);
    transformers(mesh, order, [0.4, 0.02, 0.48], 3);
  } else if (variant === 1) {
    cooler(mesh, order, [-0.56, 0.02, -0.56], 0.8);
    cooler(mesh, order, [0.1, 0.02, -0.58], 0.8);
    boilers(mesh, order, [-0.3, 0.02, 0.26], [0.9, 0.5]);
    stack(mesh, [0.68, 0.02, -0.6], 0.13, 1.8, CREAM, bands, 0.28);
    mesh.at(0.58, 0, 0.3, 0, () => {
      heap(mesh, order, [0, 0.02, 0], 0.32, [-0.5, 0.6, -0.04]);
    });
  } else {
    cooler(mesh, order, [0.5, 0.02, -0.5], 0.95);
    mesh.at(-0.5, 0.02, -0.2, Math.PI / 2, () => {
      boilers(mesh, order, [0, 0, 0], [0.96, 0.54]);
    });
    for (const [i, z] of [-0.68, -0.34, 0].entries())
      stack(mesh, [-0.06, 0.02, z], 0.085, 1.3 + i * 0.14, "#c07a58", [CREAM, owner.colour, CREAM], 0.2);
    heap(mesh, order, [0.46, 0.02, 0.38], 0.36, [-0.16, 0.5, 0.18]);
  }
  wagons(mesh, order, variant === 2 ? -0.4 : 0.3);
  flag(mesh, [-0.92, 0.02, 0.66], 0.75, order);
  tree(mesh, chance, [0.87, 0.02, 0.63], 0.7, "pine");
  tree(mesh, chance, [-0.87, 0.02, variant === 2 ? 0.4 : 0.02], 0.7, "pine");
};

/** A tower that is narrow at its waist; steam comes out of it. */
function cooler(mesh: Mesh, { owner }: Order, [x, y, z]: Point, size: number): void {
  const radii = [0.42, 0.355, 0.305, 0.275, 0.268, 0.285];
  const step = 0.21 * size;
  const n = 14;
  for (let i = 0; i < 5; i++) {
    const [low, high] = [(radii[i] ?? 0.3) * size, (radii[i + 1] ?? 0.3) * size];
    const paint = i === 3 ? owner.colour : CONCRETE;
    cylinder(mesh, [x, y + i * step, z], low, high, step, n, paint, { smooth: true, top: null, foot: i === 0 ? 0.62 : 0.95 });
  }
  const [lip, top] = [0.3 * size, y + 5 * step];
  cylinder(mesh, [x, top, z], lip, lip, 0.035, n, CREAM, { top: null, foot: 0.9 });
  const round = (r: number) => Array.from({ length: n }, (_, i) => {
    const t = (i / n) * 2 * Math.PI;
    return [x + Math.cos(t) * r, z - Math.sin(t) * r] as const;
  });
  lid(mesh, round(lip), top + 0.034, CREAM);
  lid(mesh, round(lip * 0.86), top + 0.037, "#6d6862");
  mesh.spot("smoke", [x, top + 0.04, z], 0.4 * size);
}

/** The boiler house: a long hall, a taller block on it, a roof in the borough's colour. */
function boilers(mesh: Mesh, { chance, owner }: Order, [x, y, z]: Point, [width, depth]: readonly [number, number]): void {
  const wall = "#d9bd98";
  house(mesh, [x, y, z], [width, 0.4, depth], wall, { ...PANES, seed: chance.next() }, { top: "#a79c8c" });
  box(mesh, [x, y + 0.39, z], [width + 0.04, 0.05, depth + 0.04], owner.colour, { top: owner.light, foot: 0.95 });
  const [high, long] = [0.34, width * 0.5];
  house(mesh, [x - width * 0.16, y + 0.42, z], [long, high, depth * 0.86], shade(wall, 0.93), { ...PANES, up: 5.4, seed: chance.next() }, { open: true });
  box(mesh, [x - width * 0.16, y + 0.42 + high, z], [long + 0.04, 0.06, depth * 0.86 + 0.04], owner.colour, { top: owner.light, bevel: 0.015 });
  for (const k of [0.22, 0.4])
    beam(mesh, [x + width * k, y + 0.44, z], [x + width * k, y + 0.54, z], 0.06, STEEL, { sides: 6, cap: "#6f777d" });
  mesh.glow = 0.7;
  panel(mesh, [x + width * 0.28, y, z + depth / 2 + 0.004], 0.2, 0.2, "#e2a34e");
  mesh.glow = 0;
  panel(mesh, [x + width * 0.28, y + 0.12, z + depth / 2 + 0.008], 0.2, 0.08, owner.dark);
  mesh.spot("lamp", [x, y + 0.1, z + depth / 2 + 0.15], 0.9);
}

/** A heap of coal, and a covered belt from it up to a point relative to it. */
function heap(mesh: Mesh, { chance }: Order, [x, y, z]: Point, r: number, [tx, ty, tz]: Point): void {
  plate(mesh, [x, y + 0.008, z], r * 2.1, r * 1.6, "#6f6a66");
  ball(mesh, [x, y, z], [r, r * 0.8, r * 0.72], COAL, { sides: 9, rings: 3, half: true, uneven: 0.2, chance, foot: 0.75 });
  ball(mesh, [x + r * 0.62, y, z + r * 0.36], [r * 0.4, r * 0.38, r * 0.36], shade(COAL, 1.15), { sides: 7, rings: 2, half: true, uneven: 0.24, chance });
  const reach = tx === 0 ? 0.62 : tx;
  const [from, to]: [Point, Point] = [[x + r * 0.1, y + r * 0.66, z], [x + reach, y + ty, z + (tx === 0 ? -0.5 : tz - 0.12)]];
  beam(mesh, from, to, 0.062, YELLOW, { cap: DARK });
  for (const k of [0.35, 0.75]) {
    const at: Point = [from[0] + (to[0] - from[0]) * k, from[1] + (to[1] - from[1]) * k, from[2] + (to[2] - from[2]) * k];
    for (const side of [-0.05, 0.05]) beam(mesh, [at[0] + side, y, at[2] + side], at, 0.014, DARK, { sides: 3 });
  }
}

function transformers(mesh: Mesh, { owner }: Order, [x, y, z]: Point, count: number): void {
  plate(mesh, [x, y + 0.009, z], count * 0.24, 0.3, "#cbbfa6");
  for (let i = 0; i < count; i++) {
    const at = x + (i - (count - 1) / 2) * 0.22;
    box(mesh, [at, y, z], [0.14, 0.14, 0.12], owner.dark, { top: owner.colour });
    for (const side of [-0.035, 0.035]) beam(mesh, [at + side, y + 0.14, z], [at + side, y + 0.22, z], 0.014, "#f4ead8", { sides: 4, cap: "#c76b3f" });
  }
}

/** Two wagons of coal on rails along the front. */
function wagons(mesh: Mesh, { owner }: Order, x: number): void {
  for (const z of [0.775, 0.865]) beam(mesh, [-0.92, 0.034, z], [0.92, 0.034, z], 0.009, "#5e6266", { sides: 3 });
  for (const [i, dx] of [-0.19, 0.19].entries()) {
    box(mesh, [x + dx, 0.04, 0.82], [0.28, 0.03, 0.09], DARK);
    box(mesh, [x + dx, 0.065, 0.82], [0.34, 0.09, 0.15], i ? "#b0573c" : owner.colour, { open: true });
    ball(mesh, [x + dx, 0.145, 0.82], [0.175, 0.05, 0.08], COAL, { sides: 6, rings: 1, half: true });
    plate(mesh, [x + dx, 0.146, 0.82], 0.34, 0.15, COAL);
  }
}
