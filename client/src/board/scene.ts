/** A match screen's data as the board draws it: planes of bytes, a byte a tile. */
import type { Screen } from "../rules/operations.ts";

export const WATER = 0;
export const FERTILE = 2;
export const FOREST = 3;
export const HILL = 4;
export const ORE = 5;
export const AVENUE = 2;
export const NOBODY = 255;
/** Flags of a building, at its corner. */
export const DARK = 1;
export const IN_QUARTER = 2;

const PLANES = [
  "terrain",
  "road",
  "kind",
  "owner",
  "part",
  "residents",
  "happiness",
  "workers",
  "served",
  "smog",
  "flags",
  "cover",
  "green",
  "shore",
  "reach",
] as const;
type Plane = (typeof PLANES)[number];

/** Planes by name, and what else of a state can be seen on the ground. */
export interface Scene extends Readonly<Record<Plane, Uint8Array>> {
  readonly size: number;
  readonly hall: readonly number[];
  /** Corners of all buildings, oldest first. */
  readonly anchors: readonly number[];
  /** Where the wind blows to: 0 east, 1 south, 2 west, 3 north. */
  readonly wind: number;
}

export function bytes(hex: string): Uint8Array {
  const out = new Uint8Array(hex.length / 2);
  for (let i = 0; i < out.length; i++) out[i] = parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return out;
}

export function scene(screen: Screen): Scene {
  const planes = {} as Record<Plane, Uint8Array>;
  for (const name of PLANES) planes[name] = bytes(screen[name]);
  return {
    ...planes,
    size: screen.size,
    hall: screen.hall,
    anchors: screen.anchors,
    wind: screen.wind,
  };
}

/** The byte of a plane at a tile; 0 outside. */
export function at(plane: Uint8Array, tile: number): number {
  return plane[tile] ?? 0;
}

/** The corner (north-west tile) of the building on this tile. */
export function cornerOf(scene: Scene, tile: number): number {
  const part = at(scene.part, tile);
  return tile - (part & 1) - (part >> 1) * scene.size;
}

/** A number that is always the same for a tile and a purpose: 0 up to (not with) 1. */
export function chance(tile: number, salt: number): number {
  let n = Math.imul(tile + 1, 0x9e3779b1) ^ Math.imul(salt + 7, 0x85ebca6b);
  n = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d);
  n = Math.imul(n ^ (n >>> 12), 0x297a2d39);
  return ((n ^ (n >>> 15)) >>> 0) / 0x100000000;
}
