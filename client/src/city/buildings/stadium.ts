/** Stadiums: an oval of stepped seats in the borough's colours round a pitch, floodlights on masts. */
import { mix, shade, type Colour, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { box, cylinder, lid, panel, plate, tower } from "../kit/shapes.ts";
import type { Build, Order } from "./build.ts";
import { beam, flatDisc, person, sapling } from "./civic.ts";
import { car, CARS, flag, lot } from "./lot.ts";

const SIDES = 28;
const [WIDE, DEEP] = [0.9, 0.76];
const CREAM = "#fbf3e2";
type Oval = readonly (readonly [number, number])[];

/** A superellipse, to the left round as seen from above; `inset` from the outer wall. */
function oval(inset: number): Oval {
  return Array.from({ length: SIDES }, (_, i) => {
    const [c, s] = [Math.cos((-i / SIDES) * 2 * Math.PI), Math.sin((-i / SIDES) * 2 * Math.PI)];
    const bend = (n: number) => Math.sign(n) * Math.abs(n) ** 0.72;
    return [bend(c) * (WIDE - inset), bend(s) * (DEEP - inset)] as const;
  });
}

type Tint = (i: number) => Paint;

/** A strip between two ovals, seen from outside, or from above where it goes inwards. */
function band(mesh: Mesh, a: Oval, low: number, b: Oval, high: number, tint: Tint, only?: (i: number) => boolean): void {
  a.forEach((p, i) => {
    const [k, s] = [(i + 1) % SIDES, b[i]];
    const [q, r] = [a[k], b[k]];
    if (!q || !r || !s || (only && !only(i))) return;
    const paint = tint(i);
    mesh.quad([p[0], low, p[1]], [q[0], low, q[1]], [r[0], high, r[1]], [s[0], high, s[1]], shade(paint, 0.94), paint);
  });
}

/** The long sides, where the stands are. */
const along = (i: number) => Math.abs(Math.sin(((i + 0.5) / SIDES) * 2 * Math.PI)) > 0.62;

export const stadium: Build = (mesh, order) => {
  const { owner, variant, chance } = order;
  lot(mesh, "#d2cabb", 2);
  const tall = variant === 2 ? 0.24 : 0.42;
  const rows = variant === 0 ? 4 : 3;
  wall(mesh, order, tall);
  const [first, step] = [0.07, variant === 1 ? 0.11 : 0.085];
  const drop = (tall - 0.1) / rows;
  for (let row = 0; row < rows; row++) {
    const [outer, inner] = [oval(first + row * step), oval(first + (row + 1) * step)];
    const [high, low] = [tall - row * drop, tall - (row + 1) * drop];
    band(mesh, outer, high, outer, low, (i) => (i % 4 ? mix(owner.dark, "#cfc6b6", 0.35) : "#bdb4a4"));
    band(mesh, outer, low, inner, low, (i) => seat(order, i, row));
  }
  const edge = oval(first + rows * step);
  band(mesh, edge, 0.1, edge, 0.04, (i) => (i % 4 < 2 ? owner.colour : CREAM));
  pitch(mesh, edge, variant === 2 ? 0.8 : 0.72);
  if (variant === 1) roof(mesh, order, tall);
  if (variant === 2) stands(mesh, order);
  for (const [x, z] of [[-1, -1], [1, -1], [-1, 1], [1, 1]] as const)
    mast(mesh, [x * 0.7, 0.02, z * 0.87], variant === 1 ? 0.92 : 1.08, Math.atan2(-x, -z));
  board(mesh, owner.dark, variant === 2 ? 0.3 : tall + 0.02);
  for (const x of [-0.16, 0.16]) flag(mesh, [x, 0.03, 0.9], 0.36, order);
  for (const x of [-0.62, 0.52]) car(mesh, [x, 0.03, 0.9], Math.PI / 2, chance.pick(CARS));
  for (const [x, z] of [[-0.92, 0.6], [0.92, -0.6]] as const) sapling(mesh, chance, [x, 0.03, z], 0.75, "#78b04a");
  for (const i of [0, 1, 2]) person(mesh, [-0.08 + i * 0.09, 0.03, 0.88], chance.pick([owner.colour, owner.light, CREAM]), 0.9);
};

/** Seats by blocks, with stairs between and people here and there. */
function seat({ owner, chance }: Order, i: number, row: number): Paint {
  const draw = chance.next();
  if (i % 4 === 0) return shade(CREAM, 0.93);
  const plain: Colour = mix(owner.colour, row % 2 ? owner.light : owner.dark, row % 2 ? 0.75 : 0.15);
  return mix(plain, draw < 0.14 ? "#fff3dc" : owner.light, draw < 0.14 ? 0.55 : draw * 0.25);
}

/** Arches all round under a flared rim of the borough. */
function wall(mesh: Mesh, { owner, chance }: Order, tall: number): void {
  const [foot, rim, inner] = [oval(0.04), oval(-0.015), oval(0.07)];
  tower(mesh, foot, 0.02, tall - 0.14, "#f1e4cc", { across: 11, up: 1 / (tall - 0.16), width: 0.52, height: 0.72, lit: 0.75, seed: chance.next() }, { open: true });
  band(mesh, foot, tall - 0.14, rim, tall + 0.02, (i) => (i % 4 < 3 ? owner.colour : CREAM));
  band(mesh, rim, tall + 0.02, inner, tall + 0.02, () => "#fff8ea");
  band(mesh, inner, tall + 0.02, inner, tall - 0.02, () => "#d8cfbe");
  for (const [x, z, turn] of [[0, DEEP - 0.04, 0], [WIDE - 0.04, 0, 1]] as const)
    mesh.at(x, 0, z, (turn * Math.PI) / 2, () => {
      box(mesh, [0, 0.02, 0.01], [0.26, 0.17, 0.06], CREAM, { top: owner.colour });
      mesh.glow = 0.6;
      panel(mesh, [0, 0.03, 0.044], 0.16, 0.12, "#ffdf9c");
      mesh.glow = 0;
    });
}

function pitch(mesh: Mesh, edge: Oval, wide: number): void {
  lid(mesh, edge, 0.04, "#c9754f");
  const deep = wide * 0.62;
  for (let i = 0; i < 8; i++)
    plate(mesh, [((i + 0.5) / 8 - 0.5) * wide, 0.044, 0], wide / 8, deep, i % 2 ? "#6fbf4d" : "#86d05e");
  const line = "#f8fff0";
  flatDisc(mesh, [0, 0.047, 0], deep * 0.2, line);
  flatDisc(mesh, [0, 0.049, 0], deep * 0.165, "#79c755");
  plate(mesh, [0, 0.051, 0], 0.012, deep * 0.94, line);
  for (const s of [-1, 1]) {
    plate(mesh, [0, 0.048, s * deep * 0.47], wide * 0.95, 0.012, line);
    plate(mesh, [s * wide * 0.475, 0.048, 0], 0.012, deep * 0.95, line);
    plate(mesh, [s * wide * 0.41, 0.047, 0], wide * 0.13, deep * 0.5, line);
    plate(mesh, [s * wide * 0.416, 0.049, 0], wide * 0.118, deep * 0.44, "#79c755");
    box(mesh, [s * wide * 0.485, 0.045, 0], [0.02, 0.05, 0.1], "#ffffff", { foot: 1 });
  }
}

/** A ring of canvas over the seats, held up from outside. */
function roof(mesh: Mesh, { owner }: Order, tall: number): void {
  const [out, inside] = [oval(-0.03), oval(0.2)];
  const [low, high] = [tall + 0.1, tall + 0.16];
  band(mesh, out, low - 0.03, out, low, () => owner.dark);
  band(mesh, out, low, inside, high, (i) => (i % 2 ? owner.colour : CREAM));
  band(mesh, inside, high, out, low - 0.03, () => "#b9b2a5");
  oval(0.03).forEach(([x, z], i) => {
    if (i % 4 === 1) beam(mesh, [x, tall, z], [x, low, z], 0.014, 0.014, 3, CREAM);
  });
}

/** High stands with roofs along both sides of the pitch. */
function stands(mesh: Mesh, { owner }: Order): void {
  const [back, front, out, inner] = [oval(0.01), oval(0.17), oval(-0.03), oval(0.26)];
  band(mesh, back, 0.24, back, 0.58, (i) => (i % 2 ? owner.colour : CREAM), along);
  band(mesh, back, 0.5, front, 0.26, (i) => (i % 4 ? owner.colour : CREAM), along);
  band(mesh, out, 0.56, out, 0.6, () => owner.dark, along);
  band(mesh, out, 0.6, inner, 0.68, (i) => (i % 2 ? owner.colour : owner.light), along);
  band(mesh, inner, 0.68, out, 0.56, () => "#b9b2a5", along);
}

function mast(mesh: Mesh, [x, y, z]: Point, height: number, turn: number): void {
  cylinder(mesh, [x, y, z], 0.04, 0.03, 0.06, 5, "#a49b8c");
  beam(mesh, [x, y, z], [x, y + height, z], 0.022, 0.014, 5, "#eef0f0");
  mesh.at(x, y + height - 0.04, z, turn, () => {
    box(mesh, [0, 0, 0.01], [0.24, 0.15, 0.03], "#5a6470");
    mesh.glow = 1;
    for (const [a, b] of [[-0.075, 0.012], [0, 0.012], [0.075, 0.012], [-0.075, 0.08], [0, 0.08], [0.075, 0.08]] as const)
      panel(mesh, [a, b, 0.029], 0.062, 0.056, "#fff6d8");
    mesh.glow = 0;
  });
  mesh.spot("lamp", [x * 0.6, 0.06, z * 0.6], 0.9);
}

/** The score, at the west end. */
function board(mesh: Mesh, frame: Paint, y: number): void {
  mesh.at(-WIDE + 0.08, y, 0, Math.PI / 2, () => {
    for (const x of [-0.1, 0.1]) box(mesh, [x, -0.04, -0.02], [0.02, 0.1, 0.02], "#5a6470", { open: true });
    box(mesh, [0, 0.05, -0.02], [0.34, 0.17, 0.04], frame);
    mesh.glow = 0.8;
    for (const x of [-0.08, 0.08]) panel(mesh, [x, 0.085, 0.003], 0.1, 0.1, "#ffd766");
    mesh.glow = 0;
  });
}
