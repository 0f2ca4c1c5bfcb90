/** The town hall: columns over steps, and a clock tower whose spire has the borough's colour. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { box, cylinder, gable, hip, house, panel, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { flag, lawn } from "./lot.ts";
import { STONE, allRound, banner, clock, columns, lantern, parapet, pediment, steps, topiary } from "./townscape.ts";

const GOLD = "#f0c24a";

export const hall: Build = (mesh, order) => {
  lawn(mesh, order);
  plate(mesh, [0, 0.032, 0.35], 0.42, 0.24, "#e6dac2");
  [classical, gabled, winged][order.variant]?.(mesh, order);
  flag(mesh, [-0.37, 0.025, 0.4], 0.36, order);
  flag(mesh, [0.29, 0.025, 0.42], 0.36, order);
};

/** A shaft with four clocks from `low` to `high`, and the borough's spire of a height on it. */
function clockTower(
  mesh: Mesh,
  { owner, chance }: Order,
  [x, z]: readonly [number, number],
  [low, high, spire]: Point,
  width: number,
  wall: Paint,
  sides = 4,
): void {
  const [half, room] = [width / 2, width * 1.04];
  house(mesh, [x, low, z], [width, high - low - room, width], wall, {
    across: 1 / width,
    up: 4,
    width: 0.34,
    height: 0.6,
    seed: chance.next(),
  }, { open: true });
  const face = high - room;
  box(mesh, [x, face, z], [width + 0.05, 0.025, width + 0.05], "#fffaf0");
  box(mesh, [x, face + 0.02, z], [width, room, width], wall, { open: true, foot: 0.95 });
  allRound(mesh, x, z, () => {
    clock(mesh, [0, face + 0.02 + room / 2, half + 0.008], width * 0.34, owner.dark);
  });
  box(mesh, [x, high + 0.01, z], [width + 0.07, 0.035, width + 0.07], "#fffaf0");
  const turn = Math.PI / sides;
  const reach = sides === 4 ? width * 0.74 : width * 0.56;
  cylinder(mesh, [x, high + 0.045, z], reach, reach * 0.5, spire * 0.3, sides, owner.colour, { top: null, turn, foot: 0.78 });
  cylinder(mesh, [x, high + 0.045 + spire * 0.3, z], reach * 0.5, 0, spire * 0.7, sides, owner.light, { top: null, turn, foot: 0.86 });
  cylinder(mesh, [x, high + spire, z], 0.022, 0.004, 0.12, 4, GOLD, { top: null });
}

const windows = (seed: number) => ({ across: 7.5, up: 5, width: 0.44, height: 0.66, lit: 0.75, seed });

/** A temple's front, the tower over its middle. */
function classical(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  box(mesh, [0, 0.02, -0.1], [0.86, 0.07, 0.56], "#d8c7a8");
  steps(mesh, [0, 0.02, 0.18], 0.42, 0.2, 0.07);
  house(mesh, [0, 0.09, -0.14], [0.8, 0.34, 0.44], STONE, windows(chance.next()), { open: true });
  box(mesh, [0, 0.42, -0.14], [0.85, 0.03, 0.49], "#fffaf0");
  hip(mesh, [0, 0.46, -0.14], [0.8, 0.17, 0.44], owner.colour, 0.72, 0.03);
  columns(mesh, 4, 0.34, [0, 0.09, 0.16], 0.31, 0.024);
  box(mesh, [0, 0.4, 0.11], [0.43, 0.04, 0.17], "#fffaf0");
  pediment(mesh, [0, 0.44, 0.08], [0.42, 0.14, 0.22], owner.colour, STONE);
  panel(mesh, [0, 0.09, 0.086], 0.1, 0.22, owner.dark);
  clockTower(mesh, order, [0, -0.1], [0.5, 0.92, 0.46], 0.2, STONE, 8);
  for (const x of [-0.32, 0.32]) banner(mesh, [x, 0.4, 0.088], 0.09, 0.24, order);
  topiary(mesh, order, [-0.37, 0.025, 0.27]);
  topiary(mesh, order, [0.4, 0.025, 0.27]);
}

/** Stepped gables of brick, the tower at the corner. */
function gabled(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const brick = "#cf8460";
  box(mesh, [0, 0.02, -0.1], [0.88, 0.06, 0.58], "#d8c7a8");
  house(mesh, [0.06, 0.08, -0.13], [0.7, 0.36, 0.44], brick, windows(chance.next()), { open: true });
  gable(mesh, [0.06, 0.44, -0.13], [0.7, 0.26, 0.44], owner.colour, brick, 0.03, 0.025);
  house(mesh, [0.12, 0.08, 0.07], [0.32, 0.36, 0.18], brick, windows(chance.next()), { open: true });
  mesh.at(0.12, 0.44, 0.14, 0, () => {
    for (let i = 0; i < 4; i++)
      box(mesh, [0, i * 0.065, 0], [0.36 - i * 0.09, 0.065, 0.05], brick, { top: "#fff3df", foot: 0.95 });
  });
  pediment(mesh, [0.12, 0.43, 0.0], [0.28, 0.2, 0.24], owner.colour, brick);
  steps(mesh, [0.12, 0.02, 0.16], 0.24, 0.16, 0.06);
  columns(mesh, 2, 0.2, [0.12, 0.08, 0.2], 0.2, 0.022);
  box(mesh, [0.12, 0.28, 0.19], [0.28, 0.035, 0.1], "#fff3df", { top: owner.colour });
  panel(mesh, [0.12, 0.08, 0.166], 0.12, 0.18, owner.dark);
  clockTower(mesh, order, [-0.27, 0.02], [0.08, 0.98, 0.46], 0.24, shade(brick, 1.04));
  banner(mesh, [-0.27, 0.6, 0.144], 0.12, 0.3, order);
  topiary(mesh, order, [0.4, 0.025, 0.24], 1.1);
  lantern(mesh, [-0.12, 0.025, 0.36]);
}

/** A round tower between two pavilions that stand forward. */
function winged(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const wall = "#f3d9a8";
  house(mesh, [0, 0.02, -0.14], [0.8, 0.36, 0.4], wall, windows(chance.next()));
  parapet(mesh, [0, 0.38, -0.14], [0.83, 0.05, 0.43], "#fffaf0");
  for (const x of [-0.33, 0.33]) {
    house(mesh, [x, 0.02, -0.05], [0.24, 0.42, 0.46], wall, windows(chance.next()), { open: true });
    hip(mesh, [x, 0.46, -0.05], [0.24, 0.22, 0.46], owner.colour, 0, 0.03);
    banner(mesh, [x, 0.41, 0.187], 0.1, 0.24, order);
  }
  steps(mesh, [0, 0.02, 0.1], 0.34, 0.16, 0.07);
  box(mesh, [0, 0.02, 0.05], [0.38, 0.07, 0.14], "#d8c7a8");
  columns(mesh, 4, 0.32, [0, 0.09, 0.09], 0.25, 0.021);
  box(mesh, [0, 0.34, 0.04], [0.4, 0.05, 0.16], mix(owner.colour, owner.light, 0.4), { top: "#fffaf0" });
  panel(mesh, [0, 0.09, 0.066], 0.12, 0.2, owner.dark);
  clockTower(mesh, order, [0, -0.14], [0.38, 0.94, 0.38], 0.23, "#fbeed6", 6);
}
