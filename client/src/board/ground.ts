/**
 * The ground as a picture: water with its shore, meadows, fields, woods, hills, ore.
 *
 * Tiles are never seen as squares: every pixel weighs the nine tiles around it with a quadratic
 * B-spline, so that shores and slopes are curves, and a little noise frays them.
 */
import { noise, ramp } from "./noise.ts";
import { FERTILE, FOREST, HILL, ORE, WATER, type Scene } from "./scene.ts";

type Colour = readonly [number, number, number];

const FOAM: Colour = [236, 246, 232];
const SHALLOW: Colour = [134, 214, 200];
const MIDDLE: Colour = [66, 166, 186];
const DEEP: Colour = [38, 122, 164];
const SAND: Colour = [240, 220, 166];
const WET_SAND: Colour = [219, 194, 138];
const GRASS: Colour = [165, 201, 98];
const GRASS_DARK: Colour = [140, 182, 82];
const WOOD_FLOOR: Colour = [111, 157, 76];
const FIELD: Colour = [214, 192, 98];
const FURROW: Colour = [168, 171, 78];
const SLOPE: Colour = [190, 184, 118];
const ROCK: Colour = [186, 160, 128];
const SOIL: Colour = [182, 148, 112];
const VEIN: Colour = [138, 98, 74];

const SHORE = 0.47;

export class Ground {
  readonly canvas = document.createElement("canvas");
  readonly #pixels: number;
  readonly #context: CanvasRenderingContext2D;
  #terrain: Uint8Array = new Uint8Array();

  constructor(size: number, surface: CanvasRenderingContext2DSettings = {}) {
    this.#pixels = size <= 18 ? 40 : size <= 26 ? 30 : 22;
    this.canvas.width = this.canvas.height = size * this.#pixels;
    const context = this.canvas.getContext("2d", surface);
    if (!context) throw new Error("no 2D canvas");
    this.#context = context;
  }

  /** Paints what changed since the last time: all at first, later where woods were felled. */
  update(scene: Scene): void {
    const { terrain, size } = scene;
    if (this.#terrain.length === 0) {
      this.#paint(terrain, size, 0, 0, size, size);
    } else {
      for (let tile = 0; tile < terrain.length; tile++) {
        if (terrain[tile] === this.#terrain[tile]) continue;
        const x = tile % size;
        const y = Math.floor(tile / size);
        this.#paint(terrain, size, x - 2, y - 2, x + 3, y + 3);
      }
    }
    this.#terrain = terrain;
  }

  #paint(terrain: Uint8Array, size: number, x0: number, y0: number, x1: number, y1: number): void {
    const scale = this.#pixels;
    const left = Math.max(0, x0) * scale;
    const top = Math.max(0, y0) * scale;
    const width = Math.min(size, x1) * scale - left;
    const height = Math.min(size, y1) * scale - top;
    const image = this.#context.createImageData(width, height);
    const shares = new Float32Array(6);
    let slopeAbove = new Float32Array(width);
    for (let row = 0; row < height; row++) {
      const slopeRow = new Float32Array(width);
      for (let column = 0; column < width; column++) {
        const u = (left + column + 0.5) / scale;
        const v = (top + row + 0.5) / scale;
        weigh(terrain, size, u, v, shares);
        slopeRow[column] = shares[HILL] ?? 0;
        const rise =
          2 * (slopeRow[column] ?? 0) -
          (slopeRow[column - 1] ?? slopeRow[column] ?? 0) -
          (row > 0 ? (slopeAbove[column] ?? 0) : (slopeRow[column] ?? 0));
        const [r, g, b] = shade(u, v, shares, rise * scale);
        const i = 4 * (row * width + column);
        image.data[i] = r;
        image.data[i + 1] = g;
        image.data[i + 2] = b;
        image.data[i + 3] = 255;
      }
      slopeAbove = slopeRow;
    }
    this.#context.putImageData(image, left, top);
  }
}

/** How much of every terrain there is around this point; sums to 1. */
function weigh(
  terrain: Uint8Array,
  size: number,
  u: number,
  v: number,
  shares: Float32Array,
): void {
  const fray = 0.2;
  const x = u + fray * (noise(u * 2.3, v * 2.3) - 0.5) + 0.1 * (noise(u * 6 + 40, v * 6) - 0.5);
  const y =
    v + fray * (noise(u * 2.3 + 20, v * 2.3 + 9) - 0.5) + 0.1 * (noise(u * 6, v * 6 + 31) - 0.5);
  const column = Math.floor(x);
  const line = Math.floor(y);
  const a = x - column - 0.5;
  const b = y - line - 0.5;
  shares.fill(0);
  for (let dy = -1; dy <= 1; dy++) {
    const wy = dy === 0 ? 0.75 - b * b : 0.5 * (0.5 + dy * b) ** 2;
    const row = Math.min(size - 1, Math.max(0, line + dy)) * size;
    for (let dx = -1; dx <= 1; dx++) {
      const wx = dx === 0 ? 0.75 - a * a : 0.5 * (0.5 + dx * a) ** 2;
      const kind = terrain[row + Math.min(size - 1, Math.max(0, column + dx))] ?? 1;
      shares[kind] = (shares[kind] ?? 0) + wx * wy;
    }
  }
}

function shade(u: number, v: number, shares: Float32Array, rise: number): Colour {
  const water = shares[WATER] ?? 0;
  const grain = noise(u * 9, v * 9) - 0.5;
  if (water > SHORE) return sea((water - SHORE) / (1 - SHORE), u, v, grain);
  let colour = mix(GRASS, GRASS_DARK, noise(u * 0.7, v * 0.7) * 0.75 + grain * 0.35 + 0.1);
  const field = ramp(0.3, 0.55, shares[FERTILE] ?? 0);
  if (field > 0) {
    const turn = noise(Math.floor(u / 2) * 5, Math.floor(v / 2) * 5) > 0.5;
    const stripe = ramp(-0.4, 0.4, Math.sin((turn ? u : v) * Math.PI * 9));
    colour = mix(colour, mix(FURROW, FIELD, stripe), field * 0.8);
  }
  colour = mix(colour, WOOD_FLOOR, ramp(0.22, 0.6, shares[FOREST] ?? 0));
  const hill = shares[HILL] ?? 0;
  if (hill > 0.02) {
    colour = mix(colour, SLOPE, ramp(0.15, 0.6, hill) * 0.9);
    colour = mix(colour, ROCK, ramp(0.35, 0.9, hill + grain * 0.5) * 0.55);
    // The sun stands in the north-west.
    colour = light(colour, 1 + Math.max(-0.24, Math.min(0.2, rise * 0.17)));
  }
  const ore = ramp(0.3, 0.6, shares[ORE] ?? 0);
  if (ore > 0) {
    const vein = ramp(0.55, 0.72, noise(u * 5, v * 5 + 60));
    colour = mix(colour, mix(SOIL, VEIN, vein), ore * 0.85);
  }
  const beach = ramp(0.3, SHORE, water + grain * 0.05);
  colour = mix(colour, mix(SAND, WET_SAND, ramp(0.42, SHORE, water)), beach);
  return light(colour, 1 + grain * 0.05);
}

function sea(depth: number, u: number, v: number, grain: number): Colour {
  if (depth < 0.05) return mix(FOAM, SHALLOW, ramp(0.02, 0.05, depth) * 0.75);
  const colour =
    depth < 0.45
      ? mix(SHALLOW, MIDDLE, ramp(0.05, 0.45, depth))
      : mix(MIDDLE, DEEP, ramp(0.45, 1, depth));
  const ripple = ramp(0.66, 0.8, noise(u * 1.6, v * 5.5 + grain * 0.3));
  return light(colour, 1 + ripple * 0.07);
}

function mix(a: Colour, b: Colour, t: number): Colour {
  const s = Math.min(1, Math.max(0, t));
  return [a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s, a[2] + (b[2] - a[2]) * s];
}

function light(colour: Colour, by: number): Colour {
  return [
    Math.min(255, colour[0] * by),
    Math.min(255, colour[1] * by),
    Math.min(255, colour[2] * by),
  ];
}
