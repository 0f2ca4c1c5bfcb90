/** Museums: a dome over columns at the head of wide steps, hung with the borough's banners. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { ball, box, cylinder, hip, house, lid, panel, plate, tower } from "../kit/shapes.ts";
import { bush } from "../kit/plants.ts";
import type { Build, Order } from "./build.ts";
import { flag, lawn } from "./lot.ts";
import { STONE, allRound, banner, columns, lantern, parapet, pediment, person, planter, steps, topiary } from "./townscape.ts";
import { arch } from "./vaults.ts";

const WHITE = "#fffaf0";
const COPPER = "#7cc6b0";
const GOLD = "#f0c24a";

export const museum: Build = (mesh, order) => {
  lawn(mesh, order);
  [temple, rotunda, palace][order.variant]?.(mesh, order);
};

function circle(radius: number, sides: number): [number, number][] {
  return Array.from({ length: sides }, (_, i): [number, number] => {
    const turn = (-(i + 0.5) / sides) * 2 * Math.PI;
    return [Math.cos(turn) * radius, Math.sin(turn) * radius];
  });
}

/** A drum with windows under a copper dome with ribs of the borough's colour, about (x, z). */
function dome(mesh: Mesh, { owner, chance }: Order, [x, y, z]: Point, radius: number, drum: number): void {
  mesh.at(x, y, z, 0, () => {
    tower(mesh, circle(radius * 1.02, 12), 0, drum, STONE, { across: 2.05 / radius, up: 1 / drum, width: 0.44, height: 0.7, lit: 0.9, seed: chance.next() }, { open: true });
    cylinder(mesh, [0, drum - 0.005, 0], radius * 1.1, radius * 1.1, 0.035, 16, owner.colour, { top: WHITE });
    const foot = drum + 0.03;
    ball(mesh, [0, foot, 0], [radius, radius * 0.96, radius], COPPER, { half: true, sides: 16, rings: 5, smooth: true, foot: 0.8 });
    for (let i = 0; i < 4; i++)
      mesh.at(0, 0, 0, (i * Math.PI) / 4, () => {
        arch(mesh, [0, foot, 0.008], [radius * 1.98, radius * 0.95, 0.016], radius * 0.05, mix(COPPER, WHITE, 0.55), 10);
      });
    const top = foot + radius * 0.93;
    cylinder(mesh, [0, top, 0], radius * 0.24, radius * 0.24, 0.015, 8, WHITE);
    mesh.glow = 0.6;
    cylinder(mesh, [0, top + 0.015, 0], radius * 0.16, radius * 0.16, 0.07, 8, "#fff0c8", { top: null });
    mesh.glow = 0;
    cylinder(mesh, [0, top + 0.085, 0], radius * 0.25, 0.012, 0.07, 8, owner.colour);
    cylinder(mesh, [0, top + 0.15, 0], 0.014, 0.004, 0.09, 4, GOLD, { top: null });
  });
}

/** Somebody famous on a pedestal. */
function statue(mesh: Mesh, [x, y, z]: Point, metal: Paint): void {
  box(mesh, [x, y, z], [0.08, 0.09, 0.08], "#e6dac2");
  cylinder(mesh, [x, y + 0.09, z], 0.026, 0.018, 0.09, 6, metal);
  ball(mesh, [x, y + 0.2, z], [0.02, 0.024, 0.02], metal, { sides: 6, rings: 3 });
  box(mesh, [x + 0.025, y + 0.15, z], [0.05, 0.014, 0.016], metal);
}

function visitors(mesh: Mesh, { chance }: Order, z: number): void {
  for (const x of [-0.1, 0.02, 0.09])
    person(mesh, [x, 0.03, z + chance.between(-0.02, 0.03)], chance.pick(["#3f6fa8", "#b5563f", "#d0a24a", "#5f7f5a", "#3a4654"]));
}

/** A temple with six columns, the dome behind its gable. */
function temple(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  plate(mesh, [0, 0.032, 0.4], 0.6, 0.14, "#e6dac2");
  box(mesh, [0, 0.02, -0.12], [0.9, 0.09, 0.62], "#e3d4b8");
  steps(mesh, [0, 0.02, 0.19], 0.54, 0.19, 0.09, 5);
  house(mesh, [0, 0.11, -0.16], [0.84, 0.28, 0.5], STONE, { across: 7, up: 3.6, width: 0.36, height: 0.6, lit: 0.7, seed: chance.next() }, { open: true });
  plate(mesh, [0, 0.39, -0.16], 0.84, 0.5, "#d3c8b4");
  parapet(mesh, [0, 0.38, -0.16], [0.88, 0.06, 0.54], WHITE);
  for (const s of [1, -1]) {
    mesh.at(s * 0.315, 0.43, -0.16, Math.PI / 2, () => {
      hip(mesh, [0, 0, 0], [0.42, 0.1, 0.14], owner.colour, 0.7, 0.01);
    });
    banner(mesh, [s * 0.35, 0.38, 0.097], 0.11, 0.25, order);
    statue(mesh, [s * 0.36, 0.03, 0.32], s > 0 ? "#5f8f80" : "#c79a4a");
    topiary(mesh, order, [s * 0.43, 0.03, 0.42], 0.9);
    planter(mesh, [s * 0.36, 0.03, 0.42], 0.07, 0.05, "#e0718b");
    mesh.at(s * 0.42, 0, -0.16, (s * Math.PI) / 2, () => {
      for (const x of [-0.13, 0.13]) banner(mesh, [x, 0.36, 0.006], 0.09, 0.22, order);
    });
  }
  panel(mesh, [0, 0.11, 0.094], 0.12, 0.2, "#7a4a2b");
  columns(mesh, 6, 0.46, [0, 0.11, 0.17], 0.28, 0.026, 8);
  box(mesh, [0, 0.39, 0.12], [0.55, 0.05, 0.18], WHITE);
  pediment(mesh, [0, 0.44, 0.08], [0.54, 0.15, 0.26], owner.colour, STONE);
  ball(mesh, [0, 0.49, 0.213], [0.035, 0.035, 0.01], GOLD, { sides: 8, rings: 2 });
  box(mesh, [0, 0.39, -0.18], [0.42, 0.1, 0.42], STONE, { top: "#e3d4b8" });
  dome(mesh, order, [0, 0.49, -0.18], 0.21, 0.1);
  visitors(mesh, order, 0.41);
}

/** Columns in a ring round a great drum. */
function rotunda(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const [x, z] = [0, -0.06];
  plate(mesh, [0, 0.032, 0.4], 0.34, 0.13, "#e6dac2");
  mesh.at(x, 0, z, 0, () => {
    cylinder(mesh, [0, 0.02, 0], 0.415, 0.415, 0.03, 20, "#dccbad");
    cylinder(mesh, [0, 0.05, 0], 0.385, 0.385, 0.03, 20, "#e9dcc3");
    tower(mesh, circle(0.27, 12), 0.08, 0.4, STONE, { across: 7, up: 3.2, width: 0.5, height: 0.66, lit: 0.85, seed: chance.next() }, { open: true });
    for (let i = 0; i < 16; i++) {
      const turn = ((i + 0.5) / 16) * 2 * Math.PI;
      cylinder(mesh, [Math.cos(turn) * 0.345, 0.08, Math.sin(turn) * 0.345], 0.023, 0.019, 0.26, 6, WHITE, { top: null });
    }
    cylinder(mesh, [0, 0.34, 0], 0.375, 0.375, 0.045, 20, WHITE, { top: null });
    cylinder(mesh, [0, 0.385, 0], 0.395, 0.27, 0.06, 20, owner.colour, { top: null, foot: 0.95 });
    for (let i = 0; i < 8; i++)
      mesh.at(0, 0, 0, (i * Math.PI) / 4, () => {
        banner(mesh, [0, 0.335, 0.372], 0.085, 0.2, order);
      });
  });
  dome(mesh, order, [x, 0.42, z], 0.25, 0.1);
  steps(mesh, [0, 0.02, 0.3], 0.26, 0.13, 0.06, 3);
  allRound(mesh, 0, 0, () => {
    topiary(mesh, order, [0.4, 0.03, 0.4], 0.95);
  });
  statue(mesh, [-0.27, 0.03, 0.41], "#c79a4a");
  flag(mesh, [0.22, 0.025, 0.42], 0.4, order);
  bush(mesh, chance, [-0.42, 0.03, 0.28], 0.9, "#e0718b");
  bush(mesh, chance, [0.43, 0.03, 0.24], 0.9, "#f0d060");
  visitors(mesh, order, 0.43);
}

/** A palace with pavilions at its corners; a pyramid of glass in its court. */
function palace(mesh: Mesh, order: Order): void {
  const { owner, chance } = order;
  const wall = "#f0d6a6";
  lid(mesh, [[-0.4, 0.45], [0.4, 0.45], [0.4, 0], [-0.4, 0]], 0.034, "#e6dac2");
  const rooms = { across: 7.5, up: 5.4, width: 0.42, height: 0.66, lit: 0.7, seed: chance.next() };
  house(mesh, [0, 0.02, -0.24], [0.86, 0.36, 0.34], wall, rooms, { open: true });
  hip(mesh, [0, 0.4, -0.24], [0.86, 0.12, 0.34], owner.colour, 0.82, 0.02);
  for (const s of [1, -1]) {
    house(mesh, [s * 0.35, 0.02, -0.02], [0.2, 0.32, 0.4], wall, rooms, { open: true });
    mesh.at(s * 0.35, 0.36, 0.0, Math.PI / 2, () => {
      hip(mesh, [0, 0, 0], [0.4, 0.12, 0.2], owner.colour, 0.5, 0.02);
    });
    columns(mesh, 3, 0.16, [s * 0.35, 0.02, 0.21], 0.3, 0.02);
    box(mesh, [s * 0.35, 0.31, 0.19], [0.24, 0.045, 0.1], WHITE, { top: owner.light });
    banner(mesh, [s * 0.35, 0.29, 0.186], 0.07, 0.2, order);
    topiary(mesh, order, [s * 0.42, 0.03, 0.4], 1);
    lantern(mesh, [s * 0.24, 0.03, 0.42]);
  }
  box(mesh, [0, 0.02, -0.06], [0.36, 0.06, 0.16], "#e3d4b8");
  steps(mesh, [0, 0.02, 0.02], 0.3, 0.08, 0.06, 3);
  columns(mesh, 4, 0.3, [0, 0.08, -0.01], 0.3, 0.023, 8);
  box(mesh, [0, 0.38, -0.1], [0.38, 0.05, 0.24], WHITE);
  pediment(mesh, [0, 0.43, -0.1], [0.37, 0.11, 0.24], owner.colour, wall);
  box(mesh, [0, 0.4, -0.24], [0.36, 0.14, 0.36], shade(wall, 1.03), { top: "#e3d4b8" });
  dome(mesh, order, [0, 0.54, -0.24], 0.17, 0.09);
  mesh.at(0, 0.034, 0.27, 0, () => {
    box(mesh, [0, 0, 0], [0.3, 0.015, 0.28], WHITE);
    for (const quarter of [0, 1, 2, 3])
      mesh.at(0, 0, 0, (quarter * Math.PI) / 2, () => {
        mesh.wall([-0.12, 0.015, 0.12], [0.12, 0.015, 0.12], [0.012, 0.18, 0.012], [-0.012, 0.18, 0.012], "#f1f5f2", "#f1f5f2", {
          columns: 4, rows: 4, width: 0.86, height: 0.86, lit: 1, seed: 0.7,
        });
      });
  });
  visitors(mesh, order, 0.44);
}
