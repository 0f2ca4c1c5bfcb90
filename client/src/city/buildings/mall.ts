/** Malls: a great roof of glass over the shops, a tall entrance, and a bag as large as a house. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { awning, box, house, panel, plate, tower } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { CARS, car, machinery, paving } from "./lot.ts";
import { banner, parapet, person, planter, stripes, topiary } from "./townscape.ts";
import { arch, archWindow, vault } from "./vaults.ts";

const CREAM = "#fff8ea";
const WALLS = ["#f7e3c2", "#f1d3b0", "#f4e9d6"] as const;

export const mall: Build = (mesh, order) => {
  paving(mesh);
  [arcade, pyramid, rotunda][order.variant]?.(mesh, order);
};

/** Shops all round under a flat roof with a borough's edge; x and z: its middle. */
function hall(mesh: Mesh, { owner }: Order, [x, , z]: Point, [width, height, depth]: Point, wall: Paint, seed: number): void {
  house(mesh, [x, 0.02, z], [width, height, depth], wall, { across: 5.4, up: 2 / height, width: 0.72, height: 0.6, lit: 0.9, seed }, { open: true });
  plate(mesh, [x, 0.02 + height, z], width, depth, "#d3c8b4");
  parapet(mesh, [x, 0.02 + height, z], [width + 0.03, 0.065, depth + 0.03], owner.colour);
  mesh.at(x, 0, z - depth / 2, Math.PI, () => {
    panel(mesh, [0, 0.025, 0.004], 0.16, 0.13, "#9aa3aa");
    panel(mesh, [0, 0.18, 0.006], 0.24, 0.045, owner.colour);
  });
}

/** A shopping bag of the borough; its broad sides look south and north. */
function bag(mesh: Mesh, [x, y, z]: Point, size: number, { owner }: Order, turn = 0): void {
  mesh.at(x, y, z, turn, () => {
    box(mesh, [0, 0, 0], [0.3, 0.34, 0.15], owner.colour, { top: owner.dark, foot: 0.9 });
    for (const half of [0, 1])
      mesh.at(0, 0, 0, half * Math.PI, () => {
        arch(mesh, [0, 0.34, 0.06], [0.11, 0.11, 0.02], 0.025, CREAM, 5);
        mesh.glow = 0.7;
        mesh.quad([-0.08, 0.16, 0.078], [0, 0.08, 0.078], [0.08, 0.16, 0.078], [0, 0.24, 0.078], owner.on);
        mesh.glow = 0;
      });
  }, size);
}

/** A vault of glass from front to back, its arch over the doors. */
function arcade(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  hall(mesh, order, [0, 0, -0.08], [0.9, 0.32, 0.68], chance.pick(WALLS), chance.next());
  const [wide, rise] = [0.36, 0.22];
  box(mesh, [0, 0.02, 0.25], [wide + 0.1, 0.34, 0.1], CREAM);
  box(mesh, [0, 0.34, -0.08], [wide + 0.02, 0.06, 0.68], CREAM, { open: true });
  vault(mesh, [0, 0.39, -0.07], [wide, rise, 0.7], 7, chance.next());
  archWindow(mesh, [0, 0.04, 0.306], wide - 0.02, 0.34, rise - 0.01, chance.next(), 6);
  arch(mesh, [0, 0.38, 0.32], [wide, rise, 0.09], 0.04, owner.colour);
  mesh.at(0, 0, -0.42, Math.PI, () => {
    archWindow(mesh, [0, 0.38, 0.005], wide, 0.01, rise, 0.2, 6);
  });
  bag(mesh, [0.32, 0.34, 0.08], 0.95, order, Math.PI / 8);
  machinery(mesh, [-0.31, 0.34, -0.26], 1.3);
  machinery(mesh, [0.32, 0.34, -0.28], 1.1);
  for (const x of [-0.34, 0.34]) awning(mesh, [x, 0.22, 0.26], 0.2, 0.1, 0.06, stripes(order), 4);
  mesh.at(0.45, 0, -0.1, Math.PI / 2, () => {
    banner(mesh, [-0.2, 0.32, 0.006], 0.1, 0.24, order);
    banner(mesh, [0.2, 0.32, 0.006], 0.1, 0.24, order);
  });
  forecourt(mesh, order);
}

/** A pyramid of glass amid the roof, cars parked round it. */
function pyramid(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  hall(mesh, order, [0, 0, -0.08], [0.9, 0.36, 0.68], chance.pick(WALLS), chance.next());
  spire(mesh, [-0.14, 0.42, -0.1], 0.27, 0.36, chance.next());
  for (const [x, z, turn] of [[0.24, -0.3, 0.1], [0.36, -0.29, -0.05], [0.36, 0.02, 0.06]] as const)
    car(mesh, [x, 0.37, z], turn, chance.pick(CARS));
  box(mesh, [0.06, 0.02, 0.29], [0.34, 0.5, 0.12], owner.colour, { top: owner.light, foot: 0.86 });
  mesh.glow = 0.8;
  panel(mesh, [0.06, 0.03, 0.353], 0.22, 0.2, "#cfe3e4");
  mesh.glow = 0;
  box(mesh, [0.06, 0.25, 0.38], [0.38, 0.022, 0.12], CREAM);
  bag(mesh, [0.06, 0.52, 0.29], 0.8, order);
  awning(mesh, [-0.29, 0.24, 0.26], 0.3, 0.1, 0.06, stripes(order), 5);
  mesh.at(0.45, 0, -0.08, Math.PI / 2, () => {
    awning(mesh, [0, 0.22, 0], 0.6, 0.035, 0.04, stripes(order), 6);
  });
  forecourt(mesh, order);
}

function spire(mesh: Mesh, [x, y, z]: Point, half: number, height: number, seed: number): void {
  box(mesh, [x, y, z], [half * 2 + 0.03, 0.04, half * 2 + 0.03], CREAM);
  mesh.at(x, y + 0.04, z, 0, () => {
    for (let i = 0; i < 4; i++)
      mesh.at(0, 0, 0, (i * Math.PI) / 2, () => {
        const [low, mid, cap] = [half, half * 0.5, half * 0.06];
        for (const [a, b, from, to] of [[low, mid, 0, 0.5], [mid, cap, 0.5, 1]] as const)
          mesh.wall(
            [-a, height * from, a],
            [a, height * from, a],
            [b, height * to, b],
            [-b, height * to, b],
            "#f1f5f2",
            "#f1f5f2",
            { columns: a === low ? 6 : 3, rows: 2, width: 0.88, height: 0.88, lit: 0.7, seed },
          );
      });
  });
}

/** A drum of glass at the corner of two wings. */
function rotunda(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const wall = chance.pick(WALLS);
  hall(mesh, order, [-0.03, 0, -0.22], [0.84, 0.36, 0.4], wall, chance.next());
  hall(mesh, order, [-0.27, 0, 0.12], [0.36, 0.28, 0.4], wall, chance.next());
  const ring = (radius: number) =>
    Array.from({ length: 10 }, (_, i): [number, number] => {
      const turn = (-i / 10) * 2 * Math.PI;
      return [0.13 + Math.cos(turn) * radius, 0.06 + Math.sin(turn) * radius];
    });
  const look = { across: 9, up: 6, width: 0.84, height: 0.86, lit: 0.95, seed: chance.next() };
  tower(mesh, ring(0.26), 0.02, 0.48, CREAM, look, { open: true });
  tower(mesh, ring(0.285), 0.46, 0.53, owner.colour, { ...look, width: 0 }, { top: mix(owner.light, CREAM, 0.5) });
  tower(mesh, ring(0.17), 0.53, 0.6, CREAM, look, { top: shade(CREAM, 0.96) });
  bag(mesh, [0.13, 0.6, 0.06], 0.95, order, Math.PI / 4);
  awning(mesh, [-0.27, 0.22, 0.32], 0.34, 0.09, 0.06, stripes(order), 5);
  machinery(mesh, [-0.28, 0.38, -0.26], 1.4);
  mesh.at(0.39, 0, -0.25, Math.PI / 2, () => {
    banner(mesh, [0, 0.33, 0.006], 0.12, 0.26, order);
  });
  forecourt(mesh, order);
}

function forecourt(mesh: Mesh, order: Order): void {
  planter(mesh, [-0.32, 0.025, 0.43], 0.22, 0.06, "#e0718b");
  topiary(mesh, order, [0.41, 0.025, 0.4], 1);
  person(mesh, [0.18, 0.025, 0.43], "#4f7fae");
}
