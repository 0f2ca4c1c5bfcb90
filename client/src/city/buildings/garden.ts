/** Botanical gardens: a palm house of glass above parterres and ponds, on a lot of two by two. */
import { mix, shade } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { hedge, tree, type Species } from "../kit/plants.ts";
import { box, cylinder, gable, panel, plate } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { band, curve, dome, vault } from "./glasshouse.ts";
import { flowers, gate, GRAVEL, lamp, oval, patch, pond, STONE } from "./greenery.ts";
import { flag, lot } from "./lot.ts";

const G = 0.026; // the lawn's top
const BACK = -0.36; // where the palm house stands

export const garden: Build = (mesh, order) => {
  const { owner, variant } = order;
  lot(mesh, "#86c840", 2);
  plate(mesh, [0, 0.03, 0.5], 0.2, 0.92, GRAVEL);
  plate(mesh, [0, 0.0305, 0.14], 1.8, 0.12, GRAVEL);
  gate(mesh, [0, G, 0.93], 0.3, 0.3, STONE, owner.colour);
  for (const s of [-1, 1]) {
    flag(mesh, [s * 0.3, G, 0.9], 0.52, order);
    hedge(mesh, [s * 0.58, G, 0.93], 0.7, 0.05, 0.08);
    hedge(mesh, [s * 0.93, G, 0.1], 0.05, 1.6, 0.08);
    lamp(mesh, [s * 0.16, G, 0.2]);
  }
  if (variant === 0) palmHouse(mesh, order);
  else if (variant === 1) crossing(mesh, order);
  else biomes(mesh, order);
  fountain(mesh);
  for (const s of [-1, 1]) parterre(mesh, order, s);
  trees(mesh, order);
};

/** A great dome between two wings. */
function palmHouse(mesh: Mesh, order: Order): void {
  const { owner } = order;
  box(mesh, [0, G, BACK], [1.6, 0.06, 0.52], STONE);
  cylinder(mesh, [0, G, BACK], 0.43, 0.42, 0.075, 12, STONE, { foot: 0.85 });
  for (const s of [-1, 1]) {
    vault(mesh, [s * 0.54, 0.085, BACK], 0.46, 0.2, 0.13, 3);
    box(mesh, [s * 0.77, 0.085, BACK], [0.03, 0.07, 0.42], owner.colour);
  }
  dome(mesh, [0, 0.1, BACK], curve(0.36, 0.28, 0.36, 0.1), 12);
  band(mesh, [0, 0.365, BACK], 0.36, 12, owner.colour, 0.04);
  lantern(mesh, [0, 0.735, BACK], order, 0.1);
  porch(mesh, order, BACK + 0.42);
}

/** A tall vault to the south, crossed by a lower one. */
function crossing(mesh: Mesh, order: Order): void {
  box(mesh, [0, G, BACK], [1.56, 0.06, 0.5], STONE);
  box(mesh, [0, G, BACK + 0.02], [0.62, 0.065, 0.92], STONE);
  vault(mesh, [0, 0.085, BACK], 1.46, 0.19, 0.12, 6);
  mesh.at(0, 0.09, BACK + 0.02, Math.PI / 2, () => {
    vault(mesh, [0, 0, 0], 0.84, 0.27, 0.3, 4, 7);
  });
  // A crest along the ridge, and a rose in the front's glass.
  box(mesh, [0, 0.66, BACK + 0.02], [0.05, 0.04, 0.88], order.owner.colour);
  for (const s of [-1, 1]) lantern(mesh, [s * 0.66, 0.39, BACK], order, 0.055);
  lantern(mesh, [0, 0.68, BACK], order, 0.08);
  porch(mesh, order, BACK + 0.5);
}

/** Three bubbles of glass. */
function biomes(mesh: Mesh, order: Order): void {
  const { owner } = order;
  const bubbles: readonly [number, number, number, number][] = [
    [-0.02, BACK, 0.42, 10],
    [-0.58, BACK + 0.02, 0.29, 8],
    [0.55, BACK - 0.04, 0.33, 8],
  ];
  for (const [x, z, r, n] of bubbles) {
    cylinder(mesh, [x, G, z], r + 0.05, r + 0.04, 0.05, n, STONE, { top: null });
    band(mesh, [x, 0.07, z], r + 0.01, n, owner.colour, 0.045);
    dome(mesh, [x, 0.075, z], curve(r, 0.06, r * 1.12, r * 0.22, r > 0.4 ? 4 : 3), n);
    cylinder(mesh, [x, 0.13 + r * 1.12, z], r * 0.25, 0, r * 0.16, n / 2, mix(owner.colour, owner.light, 0.3));
  }
  porch(mesh, order, BACK + 0.46);
}

/** A small turret of glass under a roof in the borough's colour. */
function lantern(mesh: Mesh, [x, y, z]: Point, { owner }: Order, r: number): void {
  mesh.glow = 0.5;
  cylinder(mesh, [x, y, z], r, r, r * 0.9, 6, "#d5f5ee", { top: null });
  mesh.glow = 0;
  cylinder(mesh, [x, y + r * 0.9, z], r * 1.35, 0, r * 1.3, 6, owner.colour, { foot: 0.85 });
  cylinder(mesh, [x, y + r * 2.1, z], r * 0.16, 0, r * 0.9, 4, "#f5c84a");
}

function porch(mesh: Mesh, { owner }: Order, z: number): void {
  box(mesh, [0, G, z - 0.06], [0.22, 0.22, 0.14], STONE, { open: true });
  mesh.at(0, 0.245, z - 0.06, Math.PI / 2, () => {
    gable(mesh, [0, 0, 0], [0.14, 0.1, 0.22], owner.colour, STONE, 0.03, 0.02);
  });
  mesh.glow = 0.7;
  panel(mesh, [0, 0.04, z + 0.012], 0.11, 0.15, "#9fd8e0");
  mesh.glow = 0;
}

function fountain(mesh: Mesh): void {
  patch(mesh, oval(0, 0.52, 0.3, 0.3, 12), 0.033, GRAVEL);
  pond(mesh, [0, 0.034, 0.52], 0.2, 0.2, 10);
  cylinder(mesh, [0, 0.05, 0.52], 0.03, 0.025, 0.07, 5, STONE, { top: null });
  cylinder(mesh, [0, 0.11, 0.52], 0.02, 0.075, 0.025, 6, STONE, { top: "#8fe0ec" });
  mesh.glow = 0.2;
  cylinder(mesh, [0, 0.13, 0.52], 0.024, 0, 0.12, 4, "#dcf8fc", { foot: 0.95 });
  mesh.glow = 0;
}

/** Beds within clipped hedges on one side of the axis, with a water-lily pond outside. */
function parterre(mesh: Mesh, { chance, owner, variant }: Order, s: number): void {
  for (const [z, paint] of [
    [0.36, owner.light],
    [0.7, "#ffe14a"],
  ] as const) {
    const x = s * 0.52;
    plate(mesh, [x, 0.031, z], 0.34, 0.26, "#b98d5c");
    plate(mesh, [x, 0.033, z], 0.27, 0.19, variant === 2 ? "#a5dc50" : mix(owner.colour, "#7a5a3a", 0.15));
    flowers(mesh, chance, [x, 0.033, z], 0.12, 0.08, 11, z > 0.5 ? paint : "#fff6ea");
    hedge(mesh, [x, G, z + 0.14], 0.36, 0.03, 0.05);
    hedge(mesh, [x, G, z - 0.14], 0.36, 0.03, 0.05);
    cylinder(mesh, [s * 0.3, G, z > 0.5 ? 0.82 : 0.25], 0.052, 0, 0.2, 6, "#58b03c", { foot: 0.75 });
  }
  pond(mesh, [s * 0.79, G, 0.5], 0.085, 0.24, 8, 0.05);
  for (const z of [0.4, 0.52, 0.6])
    cylinder(mesh, [s * 0.79, 0.042, z], 0.026, 0.02, 0.006, 5, "#6fc04a", { foot: 1 });
}

function trees(mesh: Mesh, { chance }: Order): void {
  const kinds: readonly [number, number, number, Species][] = [
    [-0.82, -0.82, 1.3, "round"],
    [-0.3, -0.86, 1, "birch"],
    [0.35, -0.85, 1.1, "blossom"],
    [0.82, -0.8, 1.35, "round"],
  ];
  for (const [x, z, size, species] of kinds) tree(mesh, chance, [x, G, z], size, species, true);
  for (const s of [-1, 1]) palm(mesh, [s * 0.3, G, 0.03], 0.9 + s * 0.06);
}

/** A palm: a bent trunk under a star of hanging fronds. */
function palm(mesh: Mesh, [x, y, z]: Point, size: number): void {
  cylinder(mesh, [x, y, z], 0.05 * size, 0.045 * size, 0.06 * size, 5, "#c8714a", { top: "#6a4630" });
  cylinder(mesh, [x, y + 0.05 * size, z], 0.022 * size, 0.015 * size, 0.3 * size, 4, "#a9814f", { top: null });
  const crown: Point = [x, y + 0.35 * size, z];
  for (let i = 0; i < 8; i++) {
    const t = (i / 8) * 2 * Math.PI;
    const at = (turn: number, r: number, h: number): Point => [
      x + Math.cos(turn) * r * size,
      y + h * size,
      z - Math.sin(turn) * r * size,
    ];
    const paint = i % 2 ? "#6cc23c" : "#8ad648";
    const [left, right, tip] = [at(t - 0.32, 0.11, 0.38), at(t + 0.32, 0.11, 0.38), at(t, 0.21, 0.27)];
    mesh.triangle(crown, left, right, shade(paint, 1.1));
    mesh.triangle(left, tip, right, paint, shade(paint, 0.8), paint);
  }
}
