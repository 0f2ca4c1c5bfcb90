/** Blocks between roads, and what each still lacks to be a quarter (docs/rules.md, 5.6). */
import { at, FOREST, WATER, type Scene } from "./scene.ts";

/** Tiles of a block that can be a quarter (games/engine/v0/round/quarters.py). */
export const LEAST_TILES = 2;
export const MOST_TILES = 12;
/** A home, a workplace and green stand on tiles of their own. */
export const LEAST_TO_FINISH = 3;

/** Groups of buildings (games/engine/v0/catalogue.py), and the one green landmark. */
const HOMES = 1;
const WORK: readonly number[] = [2, 3, 4];
const GREENERY = 7;
const GARDEN = 27;

export const NEEDS = ["home", "work", "green"] as const;
export type Need = (typeof NEEDS)[number];

/** Land without roads that hangs together. */
export interface Block {
  /** Its tiles, the first one first. */
  readonly tiles: readonly number[];
  readonly lacks: readonly Need[];
  /** Its tiles that still have to be built on; wild forest counts as it is. */
  readonly empty: readonly number[];
  /** Whether the rules take it for a quarter at the end of a round. */
  readonly finished: boolean;
}

/** What is read of a scene. */
export type Ground = Pick<Scene, "size" | "road" | "terrain" | "kind">;

/** All blocks of the right size, by their first tile; `group` is the rules' table. */
export function blocks(scene: Ground, group: readonly number[]): Block[] {
  const seen = new Uint8Array(scene.road.length);
  const found: Block[] = [];
  for (let tile = 0; tile < seen.length; tile++) {
    if (at(seen, tile)) continue;
    const tiles = region(scene, tile, seen);
    if (tiles.length >= LEAST_TILES && tiles.length <= MOST_TILES)
      found.push(blockOf(scene, tiles, group));
  }
  return found;
}

/** Blocks that are quarters or could become some. */
export function quarterBlocks(scene: Ground, group: readonly number[]): Block[] {
  return blocks(scene, group).filter((block) => block.finished || canFinish(scene, block));
}

/** The block around a tile, whatever its size; null on a road or on water. */
export function blockAt(scene: Ground, tile: number, group: readonly number[]): Block | null {
  const tiles = region(scene, tile, new Uint8Array(scene.road.length));
  return tiles.length > 0 ? blockOf(scene, tiles, group) : null;
}

/** Whether building alone can make a quarter of it: it has room for all, and a road to it. */
export function canFinish(scene: Ground, { tiles }: Block): boolean {
  return (
    tiles.length >= LEAST_TO_FINISH &&
    tiles.length <= MOST_TILES &&
    tiles.some((tile) => neighbours(tile, scene.size).some((near) => at(scene.road, near)))
  );
}

export function neighbours(tile: number, size: number): number[] {
  const x = tile % size;
  const out: number[] = [];
  if (tile >= size) out.push(tile - size);
  if (x > 0) out.push(tile - 1);
  if (x + 1 < size) out.push(tile + 1);
  if (tile + size < size * size) out.push(tile + size);
  return out;
}

function blockOf({ kind, terrain }: Ground, tiles: number[], group: readonly number[]): Block {
  const has = new Set<Need>();
  const empty: number[] = [];
  for (const tile of tiles) {
    const id = at(kind, tile);
    const its = group[id] ?? 0;
    if (!id && at(terrain, tile) !== FOREST) empty.push(tile);
    else if (!id || its === GREENERY || id === GARDEN) has.add("green");
    else if (its === HOMES) has.add("home");
    else if (WORK.includes(its)) has.add("work");
  }
  const lacks = NEEDS.filter((need) => !has.has(need));
  const fits = tiles.length >= LEAST_TILES && tiles.length <= MOST_TILES;
  return { tiles, lacks, empty, finished: fits && lacks.length === 0 && empty.length === 0 };
}

/** Tiles that hang together with this one, marked in `seen`; none from a road or water. */
function region(scene: Ground, start: number, seen: Uint8Array): number[] {
  const isLand = (tile: number) => !at(scene.road, tile) && at(scene.terrain, tile) !== WATER;
  if (!isLand(start)) return [];
  seen[start] = 1;
  const tiles = [start];
  for (const tile of tiles) {
    for (const near of neighbours(tile, scene.size)) {
      if (at(seen, near) || !isLand(near)) continue;
      seen[near] = 1;
      tiles.push(near); // grows while it is walked
    }
  }
  return tiles;
}
