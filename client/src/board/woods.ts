/** Wild trees and rocks, drawn from a few cached clumps. */
import { BOROUGHS } from "./boroughs.ts";
import { Pen } from "./pen.ts";
import { at, chance, FOREST, HILL, ORE, type Scene } from "./scene.ts";

const CLUMPS = 6;
const TOP = 0.4;

export class Woods {
  #pixels = 0;
  #clumps: HTMLCanvasElement[] = [];
  #hills: HTMLCanvasElement[] = [];
  #rocks: HTMLCanvasElement[] = [];
  readonly #surfaces: CanvasRenderingContext2DSettings;

  constructor(surfaces: CanvasRenderingContext2DSettings = {}) {
    this.#surfaces = surfaces;
  }

  /** Draws what grows or lies on a tile without building or road. */
  draw(context: CanvasRenderingContext2D, scene: Scene, tile: number, pixels: number): void {
    if (pixels !== this.#pixels) this.#prepare(pixels);
    const terrain = at(scene.terrain, tile);
    const pool =
      terrain === FOREST
        ? this.#clumps
        : terrain === HILL
          ? this.#hills
          : terrain === ORE
            ? this.#rocks
            : [];
    const picture = pool[Math.floor(chance(tile, 3) * pool.length)];
    if (!picture) return;
    const x = tile % scene.size;
    const y = Math.floor(tile / scene.size);
    context.drawImage(picture, x - 0.2, y - TOP, 1.4, 1.4 + TOP - 0.2);
  }

  #prepare(pixels: number): void {
    this.#pixels = pixels;
    this.#clumps = Array.from({ length: CLUMPS }, (_, i) =>
      picture(pixels, this.#surfaces, (pen) => {
        clump(pen, i);
      }),
    );
    this.#hills = Array.from({ length: 3 }, (_, i) =>
      picture(pixels, this.#surfaces, (pen) => {
        knoll(pen, i);
      }),
    );
    this.#rocks = Array.from({ length: 3 }, (_, i) =>
      picture(pixels, this.#surfaces, (pen) => {
        rocks(pen, i);
      }),
    );
  }
}

function picture(
  pixels: number,
  surface: CanvasRenderingContext2DSettings,
  draw: (pen: Pen) => void,
): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(1.4 * pixels);
  canvas.height = Math.ceil((1.2 + TOP) * pixels);
  const context = canvas.getContext("2d", surface);
  const [first] = BOROUGHS;
  if (!context || !first) throw new Error("no 2D canvas");
  context.scale(pixels, pixels);
  context.translate(0.2, TOP);
  draw(new Pen(context, first, 0));
  return canvas;
}

const LEAVES = ["#78b04a", "#6aa348", "#8bbd58", "#5f9a48"] as const;

function clump(pen: Pen, seed: number): void {
  const trees = Array.from({ length: 6 }, (_, i) => ({
    x: 0.14 + ((i % 3) * 0.34 + chance(seed, i) * 0.16),
    y: 0.42 + Math.floor(i / 3) * 0.42 + chance(seed, i + 20) * 0.16,
    r: 0.13 + chance(seed, i + 40) * 0.06,
    sort: chance(seed, i + 60),
  })).sort((a, b) => a.y - b.y);
  for (const { x, y, r, sort } of trees) {
    if (sort < 0.42) pen.pine(x, y, r * 0.95, sort < 0.2 ? "#3f7f52" : "#4a8c5a");
    else
      pen.tree(x, y, r, sort > 0.94 ? "#e0a24a" : (LEAVES[Math.floor(sort * 40) % 4] ?? LEAVES[0]));
  }
}

/** Grassy knolls with a stony edge. */
function knoll(pen: Pen, seed: number): void {
  for (let i = 0; i < 2; i++) {
    const x = 0.34 + i * 0.34 + chance(seed, i) * 0.1;
    const y = 0.52 + i * 0.2 + chance(seed, i + 5) * 0.12;
    const r = 0.2 + chance(seed, i + 9) * 0.07;
    pen.oval("rgba(70,50,20,0.24)", x + 0.08, y + 0.05, r * 1.05, r * 0.55);
    pen.fill("#a48d6c", [
      [x - r, y + 0.03],
      [x - r * 0.5, y - r * 0.75],
      [x + r * 0.1, y - r * 0.95],
      [x + r * 0.7, y - r * 0.5],
      [x + r, y + 0.05],
    ]);
    pen.fill("#c9b28c", [
      [x - r, y + 0.03],
      [x - r * 0.5, y - r * 0.75],
      [x + r * 0.1, y - r * 0.95],
      [x - r * 0.05, y - r * 0.2],
      [x - r * 0.3, y + 0.06],
    ]);
    pen.fill("#a9c06a", [
      [x - r * 0.62, y - r * 0.62],
      [x - r * 0.5, y - r * 0.75],
      [x + r * 0.1, y - r * 0.95],
      [x + r * 0.5, y - r * 0.62],
      [x, y - r * 0.5],
    ]);
  }
}

function rocks(pen: Pen, seed: number): void {
  for (let i = 0; i < 3; i++) {
    const x = 0.24 + i * 0.24 + chance(seed, i) * 0.1;
    const y = 0.46 + chance(seed, i + 5) * 0.34;
    const r = 0.11 + chance(seed, i + 9) * 0.05;
    pen.oval("rgba(58,38,18,0.26)", x + r * 0.5, y + r * 0.1, r * 1.1, r * 0.45);
    pen.fill("#7d6a5e", [
      [x - r, y + r * 0.2],
      [x - r * 0.6, y - r],
      [x + r * 0.3, y - r * 1.2],
      [x + r, y - r * 0.3],
      [x + r * 0.8, y + r * 0.3],
    ]);
    pen.fill("#a08c7c", [
      [x - r, y + r * 0.2],
      [x - r * 0.6, y - r],
      [x + r * 0.3, y - r * 1.2],
      [x, y - r * 0.3],
    ]);
    pen.fill("#d98a4a", [
      [x + r * 0.1, y - r * 0.5],
      [x + r * 0.4, y - r * 0.7],
      [x + r * 0.5, y - r * 0.3],
      [x + r * 0.2, y - r * 0.15],
    ]);
  }
}
