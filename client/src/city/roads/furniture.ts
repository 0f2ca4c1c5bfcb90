/** Small things on pavements. Each stands at the frame's origin with its back to the south. */
import type { Chance } from "../kit/chance.ts";
import { shade, type Paint } from "../kit/colour.ts";
import type { Mesh } from "../kit/mesh.ts";
import { ball, box, cylinder, plate } from "../kit/shapes.ts";
import { WALK_LEVEL } from "./shape.ts";

const IRON = "#414b55";
const WOOD = "#b67f4d";
const CREAM = "#fff0c8";
const LEAVES = ["#78b04a", "#6ea648", "#8bbb52", "#78b04a", "#b3d05f", "#f2a7b6", "#e0a24a"] as const;
const POTS = ["#e0718b", "#f0cf5c", "#e88a4e", "#fff0ea"] as const;
const Y = WALK_LEVEL;

/** A street lamp whose arms reach north (and south, for two) over the road. */
export function lamp(mesh: Mesh, arms: 1 | 2 = 1): void {
  const height = 0.4;
  cylinder(mesh, [0, Y, 0], 0.013, 0.008, height, 4, IRON, { top: null });
  for (const s of arms === 2 ? [-1, 1] : [-1]) {
    box(mesh, [0, Y + height - 0.012, s * 0.05], [0.012, 0.012, 0.11], IRON);
    mesh.glow = 1;
    box(mesh, [0, Y + height - 0.026, s * 0.115], [0.04, 0.024, 0.066], CREAM, { foot: 1 });
    mesh.glow = 0;
    mesh.spot("lamp", [0, Y + height - 0.03, s * 0.115], 1.1);
  }
}

/** A lantern on a post, for parapets. */
export function lantern(mesh: Mesh, y: number): void {
  cylinder(mesh, [0, y, 0], 0.012, 0.008, 0.16, 4, IRON, { top: null });
  mesh.glow = 1;
  cylinder(mesh, [0, y + 0.16, 0], 0.018, 0.03, 0.05, 5, CREAM, { top: null, foot: 1 });
  mesh.glow = 0;
  cylinder(mesh, [0, y + 0.21, 0], 0.034, 0, 0.024, 5, IRON, { top: null });
  mesh.spot("lamp", [0, y + 0.18, 0], 1.1);
}

/** A tree in the pavement. */
export function streetTree(mesh: Mesh, chance: Chance, size = 1, pit = true): void {
  const leaf = shade(chance.pick(LEAVES), chance.between(0.94, 1.06));
  if (pit) plate(mesh, [0, Y + 0.002, 0], 0.1, 0.1, "#8f7657");
  cylinder(mesh, [0, Y, 0], 0.014, 0.011, 0.15 * size, 4, "#7a5a40", { top: null });
  const [wide, high] = [chance.between(0.085, 0.1) * size, chance.between(0.1, 0.13) * size];
  ball(mesh, [0, Y + 0.13 * size + high * 0.7, 0], [wide, high, wide], leaf, {
    sides: 6,
    rings: 3,
    uneven: 0.14,
    chance,
  });
}

export function bench(mesh: Mesh): void {
  box(mesh, [0, Y, 0], [0.15, 0.03, 0.045], WOOD, { foot: 0.35 });
  const [a, b] = [Y + 0.036, Y + 0.068];
  for (const s of [-1, 1])
    mesh.quad([-0.075 * s, a, 0.025], [0.075 * s, a, 0.025], [0.075 * s, b, 0.03], [-0.075 * s, b, 0.03], shade(WOOD, 0.9), WOOD);
}

export function bin(mesh: Mesh, paint: Paint = "#4f7f5c"): void {
  cylinder(mesh, [0, Y, 0], 0.016, 0.02, 0.05, 5, paint, { top: IRON });
}

export function postBox(mesh: Mesh): void {
  box(mesh, [0, Y, 0], [0.036, 0.075, 0.03], "#e0b02e", { bevel: 0.008 });
}

export function hydrant(mesh: Mesh): void {
  cylinder(mesh, [0, Y, 0], 0.014, 0.012, 0.036, 5, "#cf4a38", { top: null });
  cylinder(mesh, [0, Y + 0.036, 0], 0.016, 0, 0.014, 5, "#e2604c", { top: null });
}

/** A tub with flowers. */
export function tub(mesh: Mesh, chance: Chance): void {
  box(mesh, [0, Y, 0], [0.1, 0.03, 0.06], "#c78a62", { top: "#7c9a4a" });
  for (const x of [-0.026, 0.026])
    ball(mesh, [x, Y + 0.028, 0], [0.026, 0.03, 0.026], chance.pick(POTS), {
      sides: 5,
      rings: 1,
      half: true,
    });
}

/** A shelter with a glass back, a bench and a sign. */
export function busStop(mesh: Mesh): void {
  box(mesh, [0, Y, 0.03], [0.26, 0.13, 0.012], "#a8cfd8", { foot: 0.95 });
  box(mesh, [0, Y + 0.13, 0.005], [0.3, 0.016, 0.1], "#2f6fb5", { top: "#4a8bd0" });
  box(mesh, [0, Y + 0.02, 0.008], [0.16, 0.012, 0.03], WOOD);
  box(mesh, [-0.18, Y, -0.02], [0.012, 0.22, 0.012], IRON);
  box(mesh, [-0.18, Y + 0.19, -0.02], [0.062, 0.06, 0.012], "#f2c230", { foot: 1 });
}

/** Flowers or a low bush on a strip of grass. */
export function shrub(mesh: Mesh, chance: Chance): void {
  const paint = chance.pick(["#e0718b", "#f0cf5c", "#fff0ea", "#86b850", "#6fa24a"]);
  ball(mesh, [0, Y, 0], [0.04, 0.045, 0.05], paint, { sides: 5, rings: 2, half: true, uneven: 0.2, chance });
}
