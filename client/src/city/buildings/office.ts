/** Offices: glass behind floors that stand out; a slab, a pair, and a round one. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { box, cylinder, house, lid, panel, plate, prism, tower } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { machinery, paving } from "./lot.ts";
import { columns, lantern, parapet, person, planter, topiary } from "./townscape.ts";

const STOREY = 0.125;
const WHITE = "#f7f1e4";

export const office: Build = (mesh, order) => {
  paving(mesh);
  [slab, pair, round][order.variant]?.(mesh, order);
};

type Outline = readonly (readonly [number, number])[];

/** So many storeys on an outline, centred on (0, 0): glass, and a floor above each. */
function storeys(mesh: Mesh, outline: Outline, low: number, count: number, paint: Paint, seed: number): number {
  const high = low + count * STOREY;
  const look = { across: 9, up: 1 / STOREY, width: 0.84, height: 0.9, lit: 0.6, seed };
  tower(mesh, outline, low, high, "#9cc0cc", look, { open: true });
  const floor = outline.map(([x, z]): [number, number] => [x + Math.sign(x) * 0.022, z + Math.sign(z) * 0.022]);
  for (let i = 0; i <= count; i++) {
    const y = low + i * STOREY;
    prism(mesh, floor, y - 0.022, y + 0.016, paint, { foot: 0.86 });
  }
  return high;
}

function block(width: number, depth: number, x = 0, z = 0): Outline {
  const [a, b] = [width / 2, depth / 2];
  return [
    [x - a, z + b],
    [x + a, z + b],
    [x + a, z - b],
    [x - a, z - b],
  ];
}

/** A board with a name on the side of a roof: lit by night. */
function sign(mesh: Mesh, [x, y, z]: Point, width: number, { owner }: Order): void {
  box(mesh, [x, y, z], [width, 0.12, 0.03], owner.colour, { foot: 0.9 });
  mesh.glow = 0.9;
  for (let i = 0; i < 4; i++)
    panel(mesh, [x - width * 0.3 + i * width * 0.2, y + 0.035, z + 0.019], width * 0.12, 0.05, owner.on);
  mesh.glow = 0;
}

/** A slab with a core of stone up its west side. */
function slab(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  let high = 0;
  mesh.at(0.06, 0, -0.04, 0, () => {
    columns(mesh, 4, 0.5, [0, 0.02, 0.24], 0.16, 0.02, 4);
    house(mesh, [0, 0.02, 0], [0.5, 0.16, 0.42], "#8a7f72", { across: 7, up: 6, width: 0.86, height: 0.9, lit: 1, seed: 0.4 });
    high = storeys(mesh, block(0.56, 0.5), 0.18, 8, WHITE, chance.next());
    parapet(mesh, [0, high + 0.014, 0], [0.6, 0.08, 0.54], owner.colour);
    machinery(mesh, [0.12, high + 0.016, -0.1], 1.4);
    machinery(mesh, [0.14, high + 0.016, 0.1], 0.9);
    sign(mesh, [-0.02, high + 0.06, 0.24], 0.4, order);
  });
  box(mesh, [-0.3, 0.02, -0.04], [0.15, high + 0.16, 0.34], "#dccdb4", { top: owner.colour, bevel: 0.012 });
  box(mesh, [-0.3, 0.02, 0.134], [0.05, high + 0.06, 0.02], owner.colour);
  mesh.at(-0.378, 0, -0.04, -Math.PI / 2, () => {
    panel(mesh, [0, 0.02, 0], 0.06, high + 0.08, owner.colour);
  });
  cylinder(mesh, [-0.3, high + 0.18, -0.1], 0.012, 0.004, 0.24, 4, "#e9e4da");
  forecourt(mesh, order);
}

/** Two blocks of unlike height, a garden on the lower one's roof. */
function pair(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const sand = "#f0d9b4";
  mesh.at(-0.17, 0, -0.12, 0, () => {
    const high = storeys(mesh, block(0.42, 0.5), 0.06, 8, sand, chance.next());
    parapet(mesh, [0, high + 0.014, 0], [0.46, 0.07, 0.54], owner.colour);
    box(mesh, [-0.04, high, -0.08], [0.22, 0.13, 0.22], owner.colour, { bevel: 0.015, top: owner.light });
    machinery(mesh, [0.08, high + 0.016, 0.14], 1.1);
  });
  mesh.at(0.2, 0, 0.06, 0, () => {
    const high = storeys(mesh, block(0.34, 0.56), 0.06, 4, WHITE, chance.next());
    parapet(mesh, [0, high + 0.014, 0], [0.38, 0.05, 0.6], shade(owner.dark, 1.05));
    plate(mesh, [0, high + 0.022, 0], 0.31, 0.53, "#93bd58");
    topiary(mesh, order, [0.07, high + 0.02, 0.14], 0.9);
    sign(mesh, [0, high - 0.01, 0.3], 0.3, order);
  });
  box(mesh, [-0.17, 0.16, 0.2], [0.3, 0.022, 0.16], owner.colour, { foot: 0.9 });
  panel(mesh, [-0.17, 0.03, 0.134], 0.2, 0.12, "#5c4b3e");
  forecourt(mesh, order);
}

/** A round tower that narrows twice, a ring of the borough's colour at its head. */
function round(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const ringOf = (radius: number): Outline =>
    Array.from({ length: 8 }, (_, i): [number, number] => {
      const turn = -((i + 0.5) / 8) * 2 * Math.PI;
      return [Math.cos(turn) * radius, Math.sin(turn) * radius];
    });
  mesh.at(0, 0, -0.06, 0, () => {
    house(mesh, [0, 0.02, 0], [0.78, 0.12, 0.6], WHITE, { across: 7, up: 8, width: 0.8, height: 0.72, lit: 1, seed: 0.3 }, { top: "#b9d07a" });
    const middle = storeys(mesh, ringOf(0.3), 0.16, 6, "#eef1ee", chance.next());
    const high = storeys(mesh, ringOf(0.22), middle, 3, "#eef1ee", chance.next());
    prism(mesh, ringOf(0.25), high, high + 0.09, owner.colour, { open: true, foot: 0.9 });
    lid(mesh, ringOf(0.25), high + 0.09, mix(owner.light, owner.colour, 0.4));
    cylinder(mesh, [0, high + 0.09, 0], 0.12, 0.1, 0.06, 5, WHITE);
    cylinder(mesh, [0, high + 0.15, 0], 0.014, 0.004, 0.22, 4, "#e9e4da");
  });
  box(mesh, [0, 0.13, 0.26], [0.26, 0.024, 0.14], owner.colour, { foot: 0.9 });
  panel(mesh, [0, 0.025, 0.246], 0.16, 0.1, "#4a5660");
  forecourt(mesh, order);
}

function forecourt(mesh: Mesh, order: Order): void {
  planter(mesh, [-0.3, 0.025, 0.41], 0.24, 0.07, order.owner.light);
  topiary(mesh, order, [0.42, 0.025, 0.41], 1.1);
  person(mesh, [0.02, 0.025, 0.4], order.chance.pick(["#b5563f", "#4f7fae", "#d0a24a"]));
  lantern(mesh, [-0.44, 0.025, 0.3]);
}
