/**
 * Heights of what stands on the map, seen from above: 14 texels a tile, blurred near and far, with
 * the light of lamps. Shade in corners and pools of light are read from it (light/material.ts).
 */
import type { DataTexture } from "three";

import type { Mesh } from "../kit/mesh.ts";
import { picture } from "../light/surroundings.ts";

export const TEXELS = 14;
const STEPS = 16; // of a byte, in a tile's height
const NEAR = 1; // reach of the blurs, in texels
const FAR = 6;

/** Greatest heights of a mesh over the map, in steps of a sixteenth of a tile. */
export class Relief {
  readonly #size: number;
  readonly #side: number;
  readonly #heights: Uint8Array;
  readonly #lamps: Float32Array;
  readonly #data: Uint8Array<ArrayBuffer>;
  readonly texture: DataTexture;

  constructor(size: number) {
    this.#size = size;
    this.#side = size * TEXELS;
    this.#heights = new Uint8Array(this.#side ** 2);
    this.#lamps = new Float32Array(this.#side ** 2);
    this.#data = new Uint8Array(4 * this.#side ** 2);
    this.texture = picture(this.#data, this.#side);
  }

  /** Forgets what stands on these tiles: columns and rows from (x0, z0) up to, not with, (x1, z1). */
  clear(x0: number, z0: number, x1: number, z1: number): void {
    const side = this.#side;
    for (let z = Math.max(0, z0) * TEXELS; z < Math.min(this.#size, z1) * TEXELS; z++) {
      const from = z * side + Math.max(0, x0) * TEXELS;
      const to = z * side + Math.min(this.#size, x1) * TEXELS;
      this.#heights.fill(0, from, to);
      this.#lamps.fill(0, from, to);
    }
  }

  /** Takes in what of a mesh lies on the given tiles: from (x0, z0) up to, not with, (x1, z1). */
  take(mesh: Mesh, box: readonly [number, number, number, number]): void {
    this.#stamp(mesh, box);
    for (const { what, at: [x, , z], size: reach } of mesh.spots)
      if (what === "lamp") this.#lamp(x, z, 0.6, reach, box);
  }

  /** The tops of its triangles. */
  #stamp(mesh: Mesh, [x0, z0, x1, z1]: readonly [number, number, number, number]): void {
    const floats = mesh.floats;
    const low = [Math.max(0, x0 * TEXELS), Math.max(0, z0 * TEXELS)] as const;
    const high = [
      Math.min(this.#side, x1 * TEXELS) - 1,
      Math.min(this.#side, z1 * TEXELS) - 1,
    ] as const;
    for (let i = 0; i + 14 < floats.length; i += 15) {
      const [ax = 0, ay = 0, az = 0] = [floats[i], floats[i + 1], floats[i + 2]];
      const [bx = 0, by = 0, bz = 0] = [floats[i + 5], floats[i + 6], floats[i + 7]];
      const [cx = 0, cy = 0, cz = 0] = [floats[i + 10], floats[i + 11], floats[i + 12]];
      const area = (bx - ax) * (cz - az) - (cx - ax) * (bz - az);
      if (Math.abs(area) < 1e-5) continue; // upright
      const left = Math.max(low[0], Math.floor(Math.min(ax, bx, cx) * TEXELS));
      const right = Math.min(high[0], Math.floor(Math.max(ax, bx, cx) * TEXELS));
      const top = Math.max(low[1], Math.floor(Math.min(az, bz, cz) * TEXELS));
      const bottom = Math.min(high[1], Math.floor(Math.max(az, bz, cz) * TEXELS));
      for (let row = top; row <= bottom; row++) {
        const z = (row + 0.5) / TEXELS;
        for (let column = left; column <= right; column++) {
          const x = (column + 0.5) / TEXELS;
          const b = ((x - ax) * (cz - az) - (cx - ax) * (z - az)) / area;
          const c = ((bx - ax) * (z - az) - (x - ax) * (bz - az)) / area;
          if (b < 0 || c < 0 || b + c > 1) continue;
          const height = Math.min(255, Math.max(0, (ay + b * (by - ay) + c * (cy - ay)) * STEPS));
          const at = row * this.#side + column;
          if (height > (this.#heights[at] ?? 0)) this.#heights[at] = height;
        }
      }
    }
  }

  /** A lamp's pool of light: where, how bright, how far it reaches in tiles. */
  #lamp(
    x: number,
    z: number,
    power: number,
    reach: number,
    [x0, z0, x1, z1]: readonly [number, number, number, number],
  ): void {
    const r = Math.ceil(reach * TEXELS);
    const [mx, mz] = [Math.floor(x * TEXELS), Math.floor(z * TEXELS)];
    const low = (n: number, edge: number) => Math.max(0, edge * TEXELS, n - r);
    const high = (n: number, edge: number) => Math.min(this.#side, edge * TEXELS, n + r + 1);
    for (let pz = low(mz, z0); pz < high(mz, z1); pz++)
      for (let px = low(mx, x0); px < high(mx, x1); px++) {
        const far = Math.hypot(px - mx, pz - mz) / r;
        if (far >= 1) continue;
        const at = pz * this.#side + px;
        this.#lamps[at] = (this.#lamps[at] ?? 0) + power * (1 - far) ** 2;
      }
  }

  /** Height of what stands at a point of the map, in tiles. */
  heightAt(x: number, z: number): number {
    const [column, row] = [Math.floor(x * TEXELS), Math.floor(z * TEXELS)];
    if (column < 0 || row < 0 || column >= this.#side || row >= this.#side) return 0;
    return (this.#heights[row * this.#side + column] ?? 0) / STEPS;
  }

  /** Blurs the tiles anew, with what lies around them, and hands the picture to the shaders. */
  finish(x0: number, z0: number, x1: number, z1: number): void {
    const box = (low: number, high: number) =>
      [Math.max(0, (low - 1) * TEXELS), Math.min(this.#side, (high + 1) * TEXELS)] as const;
    const [left, right] = box(x0, x1);
    const [top, bottom] = box(z0, z1);
    for (const [channel, reach] of [
      [0, NEAR],
      [1, FAR],
    ] as const)
      this.#blur(channel, reach, left, right, top, bottom);
    for (let row = top; row < bottom; row++)
      for (let column = left; column < right; column++) {
        const at = row * this.#side + column;
        this.#data[4 * at + 2] = Math.min(255, (this.#lamps[at] ?? 0) * 255);
        this.#data[4 * at + 3] = this.#heights[at] ?? 0;
      }
    this.texture.needsUpdate = true;
  }

  /** Two box blurs, one after the other, are nearly a bell. */
  #blur(
    channel: number,
    reach: number,
    left: number,
    right: number,
    top: number,
    bottom: number,
  ): void {
    const side = this.#side;
    const edge = 2 * reach;
    const [l, r] = [Math.max(0, left - edge), Math.min(side, right + edge)];
    const [t, b] = [Math.max(0, top - edge), Math.min(side, bottom + edge)];
    const [width, height] = [r - l, b - t];
    let from = new Float32Array(width * height);
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++)
        from[row * width + column] = this.#heights[(t + row) * side + l + column] ?? 0;
    for (let pass = 0; pass < 2; pass++) {
      from = runs(from, width, height, 1, width, reach);
      from = runs(from, height, width, width, 1, reach);
    }
    for (let row = top; row < bottom; row++)
      for (let column = left; column < right; column++)
        this.#data[4 * (row * side + column) + channel] = Math.round(
          from[(row - t) * width + column - l] ?? 0,
        );
  }
}

/** Means of 2 reach + 1 neighbours along `length` places, `step` apart, on `count` lines. */
function runs(
  from: Float32Array,
  length: number,
  count: number,
  step: number,
  line: number,
  reach: number,
): Float32Array<ArrayBuffer> {
  const to = new Float32Array(from.length);
  const share = 1 / (2 * reach + 1);
  for (let n = 0; n < count; n++) {
    const start = n * line;
    const read = (i: number) => from[start + Math.min(length - 1, Math.max(0, i)) * step] ?? 0;
    let sum = 0;
    for (let i = -reach; i <= reach; i++) sum += read(i);
    for (let i = 0; i < length; i++) {
      to[start + i * step] = sum * share;
      sum += read(i + reach + 1) - read(i - reach);
    }
  }
  return to;
}
