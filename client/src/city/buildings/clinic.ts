/** Clinics: white blocks with a green cross on four sides, a pad for helicopters, an ambulance. */
import type { Mesh, Point } from "../kit/mesh.ts";
import { bush } from "../kit/plants.ts";
import { box, cylinder, house, panel, plate, tower } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { beam, CROSS, DISC, figure, flatDisc, fourSides, person, sapling, van } from "./civic.ts";
import { lot, machinery } from "./lot.ts";

const WHITE = "#fdfaf3";
const GREEN = "#12a06a";
const DECK = "#ddd8cc";

export const clinic: Build = (mesh, order) => {
  const { chance, variant } = order;
  lot(mesh, "#dbd6c9");
  plate(mesh, [0.12, 0.033, 0.35], 0.62, 0.2, "#8a8f98");
  if (variant === 0) {
    block(mesh, order, [-0.12, 0.02, -0.16], [0.6, 0.64, 0.5]);
    block(mesh, order, [0.3, 0.02, -0.02], [0.26, 0.26, 0.46]);
    pad(mesh, order, [-0.12, 0.715, -0.16], 0.225);
    sign(mesh, [0.3, 0.335, 0.06], 0.25);
    canopy(mesh, order, [0.3, 0.21, 0.26]);
  } else if (variant === 1) {
    block(mesh, order, [-0.24, 0.02, -0.02], [0.36, 0.4, 0.8]);
    block(mesh, order, [0.16, 0.02, -0.24], [0.5, 0.26, 0.38]);
    pad(mesh, order, [0.18, 0.335, -0.22], 0.215);
    sign(mesh, [-0.24, 0.475, 0.16], 0.3);
    canopy(mesh, order, [0.08, 0.2, 0.04]);
    machinery(mesh, [-0.24, 0.475, -0.26], 1.2);
  } else {
    block(mesh, order, [0.06, 0.02, -0.14], [0.78, 0.24, 0.5]);
    const outline = DISC.map(([x, y]) => [-0.16 + x * 0.26, -0.14 - y * 0.26] as const);
    tower(mesh, outline, 0.26, 0.78, WHITE, glass(order), { open: true });
    cylinder(mesh, [-0.16, 0.78, -0.14], 0.28, 0.28, 0.05, 12, order.owner.colour, { top: DECK });
    pad(mesh, order, [-0.16, 0.835, -0.14], 0.24);
    sign(mesh, [0.27, 0.315, -0.02], 0.28);
    canopy(mesh, order, [0.18, 0.19, 0.18]);
  }
  van(mesh, [variant === 1 ? 0.14 : 0.06, 0.035, 0.35], Math.PI / 2, WHITE, GREEN, "#4b8bff");
  mesh.at(variant === 1 ? 0.12 : 0.04, 0.147, 0.35, 0, () => {
    plate(mesh, [-0.02, 0, 0], 0.075, 0.022, GREEN);
    plate(mesh, [-0.02, 0.001, 0], 0.022, 0.075, GREEN);
  });
  sapling(mesh, chance, [-0.38, 0.03, 0.38], 0.85, chance.pick(["#78b04a", "#a3c95a", "#f2a7b6"]));
  for (const i of [0, 1]) bush(mesh, chance, [-0.28 + i * 0.12, 0.03, 0.43], 0.9, i ? "#f0d060" : "#7fae4a");
  person(mesh, [0.34, 0.035, 0.43], "#7fd0c0");
};

function glass({ chance }: Order) {
  return { across: 9.5, up: 7, width: 0.74, height: 0.5, lit: 0.72, seed: chance.next() };
}

/** White storeys under a parapet of the borough. */
function block(mesh: Mesh, order: Order, [x, y, z]: Point, [width, height, depth]: Point): void {
  box(mesh, [x, y, z], [width + 0.02, 0.03, depth + 0.02], "#b7b3a8", { open: true });
  house(mesh, [x, y, z], [width, height, depth], WHITE, glass(order), { open: true, foot: 0.86 });
  box(mesh, [x, y + height, z], [width + 0.03, 0.055, depth + 0.03], order.owner.colour, {
    top: DECK,
    bevel: 0.02,
    foot: 0.9,
  });
}

function pad(mesh: Mesh, { owner }: Order, [x, y, z]: Point, r: number): void {
  flatDisc(mesh, [x, y + 0.002, z], r * 1.12, owner.colour);
  flatDisc(mesh, [x, y + 0.005, z], r, "#f7f3ea");
  flatDisc(mesh, [x, y + 0.009, z], r * 0.88, "#56636f");
  for (const s of [-1, 1]) plate(mesh, [x + s * r * 0.32, y + 0.013, z], r * 0.2, r * 0.95, "#f9f5ea");
  plate(mesh, [x, y + 0.0135, z], r * 0.6, r * 0.2, "#f9f5ea");
  mesh.glow = 1;
  for (const [a, b] of [[1, 1], [1, -1], [-1, 1], [-1, -1]] as const)
    plate(mesh, [x + a * r * 0.66, y + 0.012, z + b * r * 0.66], 0.03, 0.03, "#ffd45e");
  mesh.glow = 0;
}

/** The cross, large, on a cube that is seen from everywhere. */
function sign(mesh: Mesh, [x, y, z]: Point, size: number): void {
  box(mesh, [x, y - 0.02, z], [size * 0.6, 0.04, size * 0.6], "#6b7681", { open: true });
  box(mesh, [x, y + 0.02, z], [size, size, size], "#ffffff", { foot: 0.93, top: "#ffffff" });
  mesh.glow = 0.75;
  fourSides(mesh, [x, y + 0.015 + size / 2, z], size / 2, () => {
    figure(mesh, [0, 0, 0.006], CROSS, size * 0.4, GREEN);
  });
  mesh.glow = 0;
  mesh.at(x, y + size + 0.025, z, 0, () => {
    plate(mesh, [0, 0, 0], size * 0.66, size * 0.24, GREEN);
    plate(mesh, [0, 0.001, 0], size * 0.24, size * 0.66, GREEN);
  });
}

/** Over the door for ambulances. */
function canopy(mesh: Mesh, { owner }: Order, [x, y, z]: Point): void {
  box(mesh, [x, y, z], [0.24, 0.03, 0.18], owner.colour, { top: owner.light });
  for (const s of [-1, 1]) beam(mesh, [x + s * 0.1, 0.03, z + 0.07], [x + s * 0.1, y, z + 0.07], 0.01, 0.01, 4, "#e9e6dd");
  mesh.glow = 0.8;
  panel(mesh, [x, 0.03, z - 0.055], 0.13, 0.14, "#9fd6d2");
  mesh.glow = 0;
  mesh.spot("lamp", [x, 0.03, z + 0.1], 0.5);
}
