/**
 * Ways over the map that come back to where they began: along tiles and back on the other side.
 *
 * Decorative only. A way follows from the tiles and a seed alone: the same in every browser, and
 * unchanged by what is built elsewhere.
 */
import { chance } from "../../board/scene.ts";

/** Whether one can go on a tile; `tile` may lie outside of the map. */
export type Open = (column: number, row: number) => boolean;

/** Points in a curve, as x, z pairs, and how far along each lies. */
export interface Route {
  readonly points: Float32Array;
  readonly distances: Float32Array;
  /** Tiles once round. */
  readonly length: number;
}

const STEPS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];
/** Points of a curve in one tile. */
const CUTS = 6;

/** Tiles of a walk of at most `most` steps: straight on mostly, back only where nothing else is. */
export function walk(
  size: number,
  open: Open,
  start: number,
  most: number,
  seed: number,
): number[] {
  const tiles = [start];
  let heading = Math.floor(chance(start, seed) * 4);
  for (let step = 0; step < most; step++) {
    const tile = tiles.at(-1) ?? start;
    const [x, z] = [tile % size, Math.floor(tile / size)];
    const draw = chance(tile, seed * 31 + step);
    const order = draw < 0.6 ? [0, 1, 3] : draw < 0.8 ? [1, 0, 3] : [3, 0, 1];
    if (step === 0) order.push(2);
    const turn = order.find((by) => {
      const [dx, dz] = STEPS[(heading + by) & 3] ?? [0, 0];
      return open(x + dx, z + dz);
    });
    if (turn === undefined) break;
    heading = (heading + turn) & 3;
    const [dx, dz] = STEPS[heading] ?? [0, 0];
    tiles.push((z + dz) * size + x + dx);
  }
  return tiles;
}

/** There along the tiles and back, `side` tiles to the right of the middle. Null for one tile. */
export function route(size: number, tiles: readonly number[], side: number): Route | null {
  if (tiles.length < 2) return null;
  const round = [...tiles, ...tiles.slice(1, -1).reverse()];
  const points: number[] = [];
  round.forEach((tile, i) => {
    const before = round[(i + round.length - 1) % round.length] ?? tile;
    const after = round[(i + 1) % round.length] ?? tile;
    bend(points, size, before, tile, after, side);
  });
  points.push(points[0] ?? 0, points[1] ?? 0);
  const distances = new Float32Array(points.length / 2);
  for (let i = 1; i < distances.length; i++)
    distances[i] =
      (distances[i - 1] ?? 0) +
      Math.hypot(
        (points[2 * i] ?? 0) - (points[2 * i - 2] ?? 0),
        (points[2 * i + 1] ?? 0) - (points[2 * i - 1] ?? 0),
      );
  return { points: new Float32Array(points), distances, length: distances.at(-1) ?? 0 };
}

/** Through one tile: in over the edge to `before`, out over the edge to `after`. */
function bend(
  points: number[],
  size: number,
  before: number,
  tile: number,
  after: number,
  side: number,
): void {
  const x = (tile % size) + 0.5;
  const z = Math.floor(tile / size) + 0.5;
  const [ix, iz] = [Math.sign(x - 0.5 - (before % size)), Math.sign(z - 0.5 - Math.floor(before / size))];
  const [ox, oz] = [Math.sign((after % size) - x + 0.5), Math.sign(Math.floor(after / size) - z + 0.5)];
  // To the right of (dx, dz), as one looks down on the map, is (-dz, dx).
  const from = [x - ix / 2 - iz * side, z - iz / 2 + ix * side] as const;
  const to = [x + ox / 2 - oz * side, z + oz / 2 + ox * side] as const;
  const back = ix === -ox && iz === -oz;
  const middle = back
    ? ([x + ix * 0.5, z + iz * 0.5] as const) // round the end of the road
    : ([x - iz * side - oz * side, z + ix * side + ox * side] as const);
  const straight = ix === ox && iz === oz;
  for (let i = 0; i < CUTS; i++) {
    const t = i / CUTS;
    const k = straight ? [1 - t, 0, t] : [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    points.push(
      from[0] * (k[0] ?? 0) + middle[0] * (k[1] ?? 0) + to[0] * (k[2] ?? 0),
      from[1] * (k[0] ?? 0) + middle[1] * (k[1] ?? 0) + to[1] * (k[2] ?? 0),
    );
  }
}

/** Where on a way one is after a distance: x, z, and the heading, written into `out`. */
export function along({ points, distances, length }: Route, distance: number, out: Float32Array): void {
  const at = ((distance % length) + length) % length;
  let [low, high] = [0, distances.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((distances[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  const from = distances[low] ?? 0;
  const t = (at - from) / Math.max(1e-6, (distances[high] ?? 0) - from);
  const [ax, az] = [points[2 * low] ?? 0, points[2 * low + 1] ?? 0];
  const [bx, bz] = [points[2 * high] ?? 0, points[2 * high + 1] ?? 0];
  out[0] = ax + (bx - ax) * t;
  out[1] = az + (bz - az) * t;
  out[2] = Math.atan2(bx - ax, bz - az);
}
