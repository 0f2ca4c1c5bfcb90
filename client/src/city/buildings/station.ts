/** Stations: a platform under a canopy with its train or buses; the landmark is grand-central.ts. */
import { mix, shade } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { box, cylinder, gable, hip, house, panel, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { flag, paving } from "./lot.ts";
import { carriage, track } from "./rails.ts";
import { allRound, clock, lantern, person, planter, topiary } from "./townscape.ts";
import { vault } from "./vaults.ts";

export { central } from "./grand-central.ts";

const WHITE = "#fbf4e4";

export const station: Build = (mesh, order) => {
  paving(mesh);
  [halt, buses, terminus][order.variant]?.(mesh, order);
};

/** A roof on posts along x, of the borough's colour with a white edge. */
function canopy(mesh: Mesh, [x, y, z]: Point, width: number, depth: number, { owner }: Order): void {
  for (let i = 0; i < 4; i++)
    box(mesh, [x - width * 0.44 + i * width * 0.293, 0.04, z], [0.018, y - 0.04, 0.018], WHITE);
  box(mesh, [x, y - 0.012, z], [width + 0.01, 0.022, depth + 0.01], WHITE, { open: true });
  hip(mesh, [x, y + 0.01, z], [width, 0.06, depth], owner.colour, 0.9, 0);
}

/** A clock on a post, seen from far. */
function totem(mesh: Mesh, [x, y, z]: Point, height: number, { owner }: Order): void {
  box(mesh, [x, y, z], [0.035, height, 0.035], owner.dark, { open: true });
  box(mesh, [x, y + height, z], [0.17, 0.17, 0.17], owner.colour, { bevel: 0.015, top: owner.light, foot: 0.95 });
  allRound(mesh, x, z, () => {
    clock(mesh, [0, y + height + 0.08, 0.088], 0.058, WHITE);
  });
}

/** A country station: house, platform, and a train at it. */
function halt(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const wall = chance.pick(["#f3d7ae", "#e8b48c", "#f6e6c8"]);
  box(mesh, [0, 0.02, -0.12], [0.92, 0.045, 0.68], "#e6d9c0");
  house(mesh, [0, 0.06, -0.24], [0.68, 0.25, 0.3], wall, { across: 6.5, up: 4, width: 0.48, height: 0.66, lit: 0.9, seed: chance.next() }, { open: true });
  gable(mesh, [0, 0.31, -0.24], [0.68, 0.17, 0.3], owner.colour, wall, 0.04, 0.025);
  house(mesh, [-0.13, 0.06, -0.21], [0.2, 0.5, 0.28], shade(wall, 1.04), { across: 7, up: 4, width: 0.4, height: 0.6, seed: 0.4 }, { open: true });
  hip(mesh, [-0.13, 0.56, -0.21], [0.2, 0.18, 0.28], owner.colour, 0, 0.03);
  clock(mesh, [-0.13, 0.45, -0.062], 0.062, owner.dark);
  canopy(mesh, [0, 0.25, 0.03], 0.84, 0.2, order);
  panel(mesh, [0.16, 0.065, -0.086], 0.1, 0.16, owner.dark);
  track(mesh, [0, 0.02, 0.34], 0.94);
  carriage(mesh, [-0.22, 0.035, 0.34], 0.4, order, 0.2);
  carriage(mesh, [0.2, 0.035, 0.34], 0.4, order, 0.7);
  person(mesh, [-0.4, 0.065, 0.16], "#3f6fa8");
  planter(mesh, [0.41, 0.065, -0.2], 0.07, 0.22, "#e0718b");
  planter(mesh, [0.1, 0.065, -0.42], 0.36, 0.06, "#f0d060");
  topiary(mesh, order, [-0.41, 0.065, -0.37]);
  mesh.at(-0.13, 0, -0.39, Math.PI, () => {
    panel(mesh, [0, 0.065, 0.006], 0.1, 0.16, owner.dark);
  });
}

/** A bus station: two curved roofs, buses between them, a clock on a post. */
function buses(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  plate(mesh, [0, 0.03, 0], 0.93, 0.93, "#858993");
  for (const z of [-0.24, 0.24]) {
    box(mesh, [0, 0.03, z], [0.84, 0.03, 0.2], "#e6d9c0");
    for (const x of [-0.34, 0, 0.34]) box(mesh, [x, 0.06, z], [0.022, 0.22, 0.022], WHITE);
    mesh.at(0, 0.24, z, Math.PI / 2, () => {
      vault(mesh, [0, 0, 0], [0.3, 0.1, 0.86], 1, 0, owner.colour, 5);
      vault(mesh, [0, 0.004, 0], [0.31, 0.1, 0.07], 1, 0, WHITE, 5);
    });
    for (const x of [-0.2, 0.18]) box(mesh, [x, 0.06, z], [0.14, 0.035, 0.04], "#a9764c");
  }
  for (const [x, z] of [[0.12, 0], [-0.24, 0.42]] as const) bus(mesh, order, [x, 0.03, z], chance.next());
  totem(mesh, [0.37, 0.03, 0.02], 0.34, order);
  person(mesh, [-0.1, 0.06, 0.18], "#d0a24a");
  topiary(mesh, order, [0.41, 0.03, 0.41]);
}

function bus(mesh: Mesh, { owner }: Order, [x, y, z]: Point, seed: number): void {
  box(mesh, [x, y + 0.012, z], [0.3, 0.05, 0.1], owner.light, { open: true, foot: 0.7 });
  house(mesh, [x, y + 0.062, z], [0.3, 0.06, 0.1], WHITE, { across: 17, up: 16, width: 0.8, height: 0.8, lit: 0.9, seed }, { open: true });
  box(mesh, [x, y + 0.122, z], [0.3, 0.02, 0.1], owner.light, { bevel: 0.014, top: WHITE });
}

/** The line ends beside a long house with a clock turret. */
function terminus(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const brick = chance.pick(["#cc8460", "#d59a72"]);
  mesh.at(0, 0, 0, Math.PI / 2, () => {
    track(mesh, [0, 0.02, 0.34], 0.94);
    carriage(mesh, [0.14, 0.035, 0.34], 0.5, order, 0.3);
    box(mesh, [-0.44, 0.03, 0.34], [0.03, 0.08, 0.12], "#d94f43", { top: WHITE });
    box(mesh, [0, 0.02, 0.14], [0.92, 0.045, 0.2], "#e6d9c0");
    canopy(mesh, [0.02, 0.27, 0.12], 0.84, 0.2, order);
    house(mesh, [0.04, 0.02, -0.16], [0.72, 0.3, 0.36], brick, { across: 6.5, up: 6, width: 0.46, height: 0.7, lit: 0.85, seed: chance.next() }, { open: true });
    hip(mesh, [0.04, 0.33, -0.16], [0.72, 0.16, 0.36], owner.colour, 0.7, 0.035);
  });
  box(mesh, [-0.16, 0.34, 0.02], [0.16, 0.28, 0.16], mix(brick, WHITE, 0.6), { open: true });
  allRound(mesh, -0.16, 0.02, () => {
    clock(mesh, [0, 0.53, 0.088], 0.052, owner.dark);
  });
  cylinder(mesh, [-0.16, 0.62, 0.02], 0.145, 0, 0.2, 4, owner.light, { turn: Math.PI / 4, top: null, foot: 0.8 });
  panel(mesh, [-0.16, 0.03, 0.326], 0.12, 0.18, owner.dark);
  box(mesh, [-0.16, 0.23, 0.36], [0.22, 0.02, 0.1], WHITE, { top: owner.colour });
  flag(mesh, [-0.42, 0.025, 0.42], 0.36, order);
  lantern(mesh, [0.04, 0.025, 0.43]);
}
