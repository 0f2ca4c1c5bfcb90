/** Shops: a striped awning over the window, and on the roof what is sold, far too large. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { awning, ball, box, cylinder, gable, house, panel, plate, tower } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { paving } from "./lot.ts";
import { lantern, parapet, parasol, person, planter, stripes, topiary } from "./townscape.ts";

const CREAM = "#fff8ea";

export const shop: Build = (mesh, order) => {
  paving(mesh);
  [cafe, greengrocer, parlour][order.variant]?.(mesh, order);
};

/** A low corner house with a terrace; a cup of coffee on its roof. */
function cafe(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const wall = chance.pick(["#f7e2bf", "#efc9a4", "#f4d3c4"]);
  front(mesh, [-0.06, 0.02, -0.15], [0.68, 0.33, 0.54], wall, chance.next());
  parapet(mesh, [-0.06, 0.35, -0.15], [0.72, 0.07, 0.58], owner.colour);
  awning(mesh, [-0.06, 0.27, 0.12], 0.66, 0.15, 0.08, stripes(order), 7);
  mesh.at(0.28, 0, -0.15, Math.PI / 2, () => {
    awning(mesh, [0, 0.27, 0], 0.5, 0.12, 0.07, stripes(order), 5);
  });
  mesh.at(-0.08, 0.35, -0.15, 0.35, () => {
    cup(mesh, [-0.02, 0, 0], owner.colour);
  }, 1.3);
  parasol(mesh, [0.29, 0.025, 0.33], stripes(order));
  parasol(mesh, [0.03, 0.025, 0.37], [CREAM, owner.light]);
  planter(mesh, [-0.29, 0.025, 0.41], 0.3, 0.07, "#e0718b");
  topiary(mesh, order, [0.41, 0.025, -0.4], 1.1);
  topiary(mesh, order, [-0.43, 0.025, 0.22], 0.9);
  person(mesh, [0.16, 0.025, 0.29], "#3f6fa8");
}

function cup(mesh: Mesh, [x, y, z]: Point, band: Paint): void {
  cylinder(mesh, [x, y, z], 0.13, 0.165, 0.025, 10, CREAM);
  cylinder(mesh, [x, y + 0.03, z], 0.08, 0.115, 0.09, 10, CREAM, { top: null, smooth: true });
  cylinder(mesh, [x, y + 0.12, z], 0.115, 0.13, 0.05, 10, band, { top: "#8a5632", smooth: true, foot: 0.9 });
  box(mesh, [x + 0.15, y + 0.13, z], [0.07, 0.025, 0.03], CREAM);
  box(mesh, [x + 0.175, y + 0.065, z], [0.025, 0.07, 0.03], CREAM);
  box(mesh, [x + 0.13, y + 0.055, z], [0.07, 0.025, 0.03], CREAM);
  mesh.spot("smoke", [x, y + 0.2, z], 0.06);
}

/** A narrow house with a steep roof over stalls; a great apple on the shed beside it. */
function greengrocer(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const wall = chance.pick(["#e9dfc4", "#d9e2d2", "#f3d9b2"]);
  house(mesh, [-0.17, 0.02, -0.14], [0.5, 0.5, 0.5], wall, {
    across: 6,
    up: 4,
    width: 0.46,
    height: 0.6,
    seed: chance.next(),
  });
  gable(mesh, [-0.17, 0.52, -0.14], [0.5, 0.24, 0.5], shade(owner.colour, 1.02), wall, 0.045, 0.03);
  box(mesh, [-0.3, 0.6, -0.26], [0.07, 0.22, 0.07], "#a9674e", { top: "#5d4038" });
  front(mesh, [0.24, 0.02, -0.2], [0.34, 0.26, 0.4], "#f2e7cf", chance.next());
  parapet(mesh, [0.24, 0.28, -0.2], [0.36, 0.045, 0.42], owner.dark);
  ball(mesh, [0.24, 0.42, -0.2], [0.145, 0.14, 0.145], "#d63a33", { sides: 9, rings: 5, smooth: true });
  box(mesh, [0.24, 0.53, -0.2], [0.018, 0.08, 0.018], "#5b4030");
  mesh.quad([0.24, 0.57, -0.19], [0.33, 0.58, -0.15], [0.36, 0.63, -0.19], [0.27, 0.62, -0.23], "#4d8f3a");
  panel(mesh, [-0.17, 0.03, 0.116], 0.4, 0.18, "#5c3f2e");
  awning(mesh, [-0.17, 0.29, 0.11], 0.5, 0.2, 0.1, stripes(order), 7);
  const fruit = ["#e2683a", "#8fc04c", "#f0c23f", "#c9414f", "#9a6ab0"];
  for (let i = 0; i < 5; i++) crate(mesh, [-0.37 + i * 0.135, 0.025, i > 3 ? 0.1 : 0.31], fruit[i] ?? CREAM);
  topiary(mesh, order, [0.4, 0.025, 0.36], 1.1);
  lantern(mesh, [-0.42, 0.025, 0.42]);
  person(mesh, [0.24, 0.025, 0.27], owner.dark);
}

function crate(mesh: Mesh, [x, y, z]: Point, fruit: Paint): void {
  box(mesh, [x, y, z], [0.11, 0.07, 0.1], "#b98a58", { top: "#8a6142" });
  cylinder(mesh, [x, y + 0.07, z], 0.05, 0.02, 0.035, 4, fruit, { turn: Math.PI / 4, foot: 0.8 });
}

/** An ice-cream parlour with a rounded corner to the south-east, a cone above it. */
function parlour(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const wall = chance.pick(["#f6d3cf", "#d3e6df", "#fbe6c0"]);
  const corner = [0, 1, 2, 3, 4].map((i): [number, number] => {
    const turn = (1 - i / 4) * (Math.PI / 2);
    return [0.05 + Math.cos(turn) * 0.25, -0.05 + Math.sin(turn) * 0.25];
  });
  const outline: [number, number][] = [[-0.42, 0.2], ...corner, [0.3, -0.42], [-0.42, -0.42]];
  tower(mesh, outline, 0.02, 0.36, wall, { across: 6, up: 3, width: 0.72, height: 0.7, lit: 1, seed: chance.next() });
  tower(mesh, outline.map(([x, z]) => [x * 1.04, z * 1.04]), 0.36, 0.42, owner.colour, { across: 0, up: 0, width: 0, seed: 0 }, {
    top: mix(owner.light, "#efe4d0", 0.75),
    foot: 0.95,
  });
  canopy(mesh, outline.slice(0, 7), stripes(order));
  cylinder(mesh, [0.05, 0.4, -0.05], 0.025, 0.115, 0.24, 8, "#dba45f", { foot: 0.75 });
  ball(mesh, [0.05, 0.66, -0.05], [0.13, 0.1, 0.13], "#f6a9b8", { sides: 8, rings: 4 });
  ball(mesh, [0.06, 0.77, -0.05], [0.1, 0.085, 0.1], "#fff3d6", { sides: 8, rings: 3 });
  ball(mesh, [0.06, 0.87, -0.05], [0.035, 0.035, 0.035], "#d0343f", { sides: 6, rings: 3 });
  box(mesh, [-0.26, 0.42, -0.27], [0.14, 0.07, 0.12], "#c7ccd0", { bevel: 0.01 });
  parasol(mesh, [0.38, 0.025, 0.38], [owner.light, CREAM]);
  planter(mesh, [-0.3, 0.025, 0.42], 0.26, 0.07, "#f0c23f");
  topiary(mesh, order, [0.41, 0.025, -0.4]);
  person(mesh, [0.1, 0.025, 0.41], "#e2b43f");
}

/** Stripes that follow an outline. */
function canopy(mesh: Mesh, line: readonly (readonly [number, number])[], paints: readonly [Paint, Paint]): void {
  for (let i = 0; i < line.length - 1; i++) {
    const [p, q] = [line[i], line[i + 1]];
    if (!p || !q) continue;
    const parts = Math.max(1, Math.round(Math.hypot(q[0] - p[0], q[1] - p[1]) / 0.12));
    for (let k = 0; k < parts; k++) {
      const on = (t: number, out: number, y: number): Point => [
        (p[0] + (q[0] - p[0]) * t + 0.05) * out - 0.05,
        y,
        (p[1] + (q[1] - p[1]) * t + 0.05) * out - 0.05,
      ];
      const [a, b] = [k / parts, (k + 1) / parts];
      const stripe = paints[(i + k) % 2] ?? paints[0];
      mesh.quad(on(a, 1.2, 0.22), on(b, 1.2, 0.22), on(b, 1, 0.3), on(a, 1, 0.3), stripe);
      mesh.quad(on(a, 1.2, 0.185), on(b, 1.2, 0.185), on(b, 1.2, 0.22), on(a, 1.2, 0.22), shade(stripe, 0.85));
    }
  }
}

/** A ground floor with show windows all round, on a dark foot. */
function front(mesh: Mesh, at: Point, [width, height, depth]: Point, wall: Paint, seed: number): void {
  house(mesh, at, [width, height, depth], wall, { across: 5, up: 1 / height, width: 0.7, height: 0.62, lit: 1, seed }, { open: true });
  plate(mesh, [at[0], at[1] + height, at[2]], width, depth, "#c9bfac");
}
