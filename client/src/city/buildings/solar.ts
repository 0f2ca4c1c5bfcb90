/** Solar power: panels in rows, in arcs, or on masts that follow the sun; among wildflowers. */
import { mix, shade } from "../kit/colour.ts";
import { bush, tree } from "../kit/plants.ts";
import { box, cylinder, panel, plate } from "../kit/shapes.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import type { Build, Order } from "./build.ts";
import { flag, lot } from "./lot.ts";
import { beam, beast, fence, STEEL } from "./yard.ts";

const FLOWERS = ["#f7d65c", "#ffffff", "#e0718b", "#b58ce0", "#f2a04c"] as const;

export const solar: Build = (mesh, order) => {
  const { chance, variant } = order;
  lot(mesh, "#a9c763", 2);
  if (variant === 0) rows(mesh, order);
  else if (variant === 1) arcs(mesh, order);
  else trackers(mesh, order);
  for (let i = 0; i < 36; i++) {
    const [x, z] = [chance.between(-0.92, 0.92), chance.between(-0.9, 0.92)];
    cylinder(mesh, [x, 0.02, z], 0.034, 0, 0.045, 3, chance.pick(FLOWERS), { top: null, turn: i, foot: 1 });
  }
  fence(mesh, [-0.25, 0.025, 0.95], 1.3, 8);
};

/** Five long tables, a lane between them, the hut at their end. */
function rows(mesh: Mesh, order: Order): void {
  plate(mesh, [0.02, 0.028, 0], 0.14, 1.86, "#dccba0");
  for (let i = 0; i < 5; i++)
    for (const side of [-1, 1]) {
      if (i === 4 && side > 0) continue;
      table(mesh, order, [0.02 + side * 0.49, 0.02, -0.72 + i * 0.36], 0.8, 0.3, 8);
    }
  hut(mesh, order, [0.5, 0.02, 0.72]);
  tree(mesh, order.chance, [0.88, 0.02, 0.86], 0.6, "birch");
}

/** Tables bent round a lawn with sheep, like seats round a stage. */
function arcs(mesh: Mesh, order: Order): void {
  for (const [i, r] of [0.62, 1.02, 1.42].entries()) {
    const count = 3 + i;
    for (let k = 0; k < count; k++) {
      const t = ((k + 0.5) / count - 0.5) * 1.75;
      const [x, z] = [Math.sin(t) * r * 0.72, 0.62 - Math.cos(t) * r];
      if (Math.abs(x) > 0.8) continue;
      mesh.at(x, 0.02, z, -t * 0.55, () => {
        table(mesh, order, [0, 0, 0], 0.42, 0.3, 4);
      });
    }
  }
  cylinder(mesh, [0, 0.02, 0.5], 0.3, 0.28, 0.02, 12, "#b7d572");
  beast(mesh, [-0.1, 0.04, 0.42], 0.4, "#fffaf0", "#4d4440", 1.1);
  beast(mesh, [0.12, 0.04, 0.56], 2.5, "#fff6e6", "#4d4440", 1.1);
  hut(mesh, order, [0.62, 0.02, 0.7]);
  tree(mesh, order.chance, [-0.8, 0.02, 0.62], 0.9, "round");
  tree(mesh, order.chance, [-0.62, 0.02, 0.8], 0.7, "blossom");
}

/** Nine great panels on masts, each turned to the sun. */
function trackers(mesh: Mesh, order: Order): void {
  for (let i = 0; i < 9; i++) {
    const [x, z] = [-0.6 + (i % 3) * 0.6, -0.64 + Math.floor(i / 3) * 0.58];
    if (i === 8) continue;
    cylinder(mesh, [x, 0.02, z], 0.09, 0.08, 0.03, 7, "#d9d0bf");
    beam(mesh, [x, 0.04, z], [x, 0.32, z], 0.026, STEEL, { sides: 5 });
    mesh.at(x, 0.24, z, -0.3 + (i % 3) * 0.04, () => {
      table(mesh, order, [0, 0, 0], 0.48, 0.42, 5, true);
    });
  }
  hut(mesh, order, [0.6, 0.02, 0.54]);
  bush(mesh, order.chance, [0.86, 0.02, 0.82], 1.4);
  bush(mesh, order.chance, [0.36, 0.02, 0.84], 1.1, "#9cc552");
}

/** A tilted table of cells that looks south, its frame in the borough's colour. */
function table(mesh: Mesh, { owner, chance }: Order, [x, y, z]: Point, width: number, depth: number, cells: number, mast = false): void {
  const [a, b] = [width / 2, depth / 2];
  const [low, high, thick] = [y + 0.06, y + 0.06 + depth * 0.62, 0.02];
  const [sw, se, ne, nw]: Point[] = [[x - a, low, z + b], [x + a, low, z + b], [x + a, high, z - b * 0.8], [x - a, high, z - b * 0.8]];
  if (!sw || !se || !ne || !nw) return;
  const under = (p: Point): Point => [p[0], p[1] - thick, p[2] - 0.008];
  mesh.quad(sw, se, ne, nw, "#b9cbe0", "#dbe6f0");
  // Cells a hair above their frame: what shows between them are its bars.
  const rise: Point = [0, 0.004, 0.003];
  const on = (u: number, v: number): Point => [
    sw[0] + (se[0] - sw[0]) * u + rise[0],
    sw[1] + (nw[1] - sw[1]) * v + rise[1],
    sw[2] + (nw[2] - sw[2]) * v + rise[2],
  ];
  const gap = 0.012 / width;
  for (let i = 0; i < cells; i++)
    for (const [from, to] of [[0.03, 0.485], [0.515, 0.97]] as const) {
      const [u, v] = [i / cells + gap, (i + 1) / cells - gap];
      const glint = chance.between(0.9, 1.12);
      mesh.quad(on(u, from), on(v, from), on(v, to), on(u, to), shade("#1c3f86", glint), shade("#2f66b8", glint));
    }
  const [p, q, r, s] = [under(sw), under(se), under(ne), under(nw)];
  mesh.quad(p, q, se, sw, owner.colour);
  mesh.quad(q, r, ne, se, owner.colour);
  mesh.quad(s, p, sw, nw, owner.dark);
  mesh.quad(r, s, nw, ne, owner.colour);
  mesh.quad(q, p, s, r, mix(owner.dark, "#7d8389", 0.7));
  if (mast) return;
  for (const dx of [-a * 0.7, a * 0.7])
    for (const [dz, top] of [[-b * 0.55, high - 0.06], [b * 0.7, low]] as const)
      if (dz < 0 || width > 0.5) beam(mesh, [x + dx, y, z + dz], [x + dx, top, z + dz], 0.013, STEEL, { sides: 3 });
}

/** The inverter's hut: doors, vents, a sun as its sign, cables away. */
function hut(mesh: Mesh, order: Order, [x, y, z]: Point): void {
  const { owner } = order;
  box(mesh, [x, y, z], [0.42, 0.02, 0.3], "#d9d0bf");
  box(mesh, [x, y + 0.02, z], [0.34, 0.2, 0.2], "#f6ead2", { open: true });
  box(mesh, [x, y + 0.22, z], [0.4, 0.035, 0.26], owner.colour, { top: owner.light, bevel: 0.01 });
  panel(mesh, [x - 0.09, y + 0.02, z + 0.104], 0.09, 0.15, owner.dark);
  for (const up of [0.06, 0.1, 0.14]) panel(mesh, [x + 0.07, y + up, z + 0.104], 0.13, 0.02, shade(STEEL, 0.85));
  mesh.glow = 0.6;
  for (let i = 0; i < 3; i++) {
    const [c, s] = [Math.cos((i * Math.PI) / 3 + 0.2) * 0.11, Math.sin((i * Math.PI) / 3 + 0.2) * 0.11];
    beam(mesh, [x - c, y + 0.36 - s, z], [x + c, y + 0.36 + s, z], 0.014, "#f7b733");
  }
  beam(mesh, [x, y + 0.36, z - 0.02], [x, y + 0.36, z + 0.02], 0.075, "#f7b733", { sides: 8, cap: "#ffd45c" });
  mesh.glow = 0;
  flag(mesh, [x + 0.19, y, z + 0.14], 0.5, order);
}
