/** Smooth value noise from a small table, for the ground's texture. Decorative only. */
import { chance } from "./scene.ts";

const SIDE = 64;
const TABLE = Float32Array.from({ length: SIDE * SIDE }, (_, i) => chance(i, 77));

function lattice(x: number, y: number): number {
  return TABLE[(y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))] ?? 0;
}

/** Noise between 0 and 1 that changes over about one unit. */
export function noise(x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const u = x - left;
  const v = y - top;
  const s = u * u * (3 - 2 * u);
  const t = v * v * (3 - 2 * v);
  const above = lattice(left, top) * (1 - s) + lattice(left + 1, top) * s;
  const below = lattice(left, top + 1) * (1 - s) + lattice(left + 1, top + 1) * s;
  return above * (1 - t) + below * t;
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function ramp(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
