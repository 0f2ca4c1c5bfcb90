/**
 * How high the land lies: level where one builds, down to the bed under water, up to plateaus on
 * hills. Roads cut through hills on the level.
 */
import { noise, ramp } from "../../board/noise.ts";
import { at, HILL, WATER, type Scene } from "../../board/scene.ts";

export const HILL_TOP = 0.34;
export const WATER_LEVEL = -0.075;
const BED = -0.3;

type Land = Pick<Scene, "terrain" | "road" | "size">;

/** Share of water and of hill around a point, 0 to 1 each: nine tiles weighed by a B-spline. */
export function shares({ terrain, road, size }: Land, x: number, z: number): [number, number] {
  const column = Math.floor(x);
  const line = Math.floor(z);
  const a = x - column - 0.5;
  const b = z - line - 0.5;
  let water = 0;
  let hill = 0;
  for (let dz = -1; dz <= 1; dz++) {
    const wz = dz === 0 ? 0.75 - b * b : 0.5 * (0.5 + dz * b) ** 2;
    const row = Math.min(size - 1, Math.max(0, line + dz)) * size;
    for (let dx = -1; dx <= 1; dx++) {
      const weight = wz * (dx === 0 ? 0.75 - a * a : 0.5 * (0.5 + dx * a) ** 2);
      const tile = row + Math.min(size - 1, Math.max(0, column + dx));
      if (at(terrain, tile) === WATER) water += weight;
      else if (at(terrain, tile) === HILL && !at(road, tile)) hill += weight;
    }
  }
  return [water, hill];
}

/** The land's height at a point, in tiles. */
export function elevation(land: Land, x: number, z: number): number {
  // Frayed like the picture of the ground (board/ground.ts), so that shore and slope meet.
  const u = x + 0.2 * (noise(x * 2.3, z * 2.3) - 0.5) + 0.1 * (noise(x * 6 + 40, z * 6) - 0.5);
  const v = z + 0.2 * (noise(x * 2.3 + 20, z * 2.3 + 9) - 0.5) + 0.1 * (noise(x * 6, z * 6 + 31) - 0.5);
  const [water, hill] = shares(land, u, v);
  if (water > 0.3) return BED * ramp(0.36, 0.75, water);
  return HILL_TOP * ramp(0.26, 0.62, hill);
}

/** The level on which a tile's building stands. */
export function level({ terrain }: Pick<Scene, "terrain">, tile: number): number {
  return at(terrain, tile) === HILL ? HILL_TOP : 0;
}
