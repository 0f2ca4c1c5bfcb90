/** Blocks between roads, and what each still lacks to be a quarter (docs/rules.md, 5.6). */
import type { Tables } from "../rules/operations.ts";
import { at, FOREST, WATER, type Scene } from "./scene.ts";

export type QuarterTables = Pick<Tables, "quarter" | "quarter_part">;

/** In the order of the bits of the rules' table `quarter_part`. */
export const NEEDS = ["home", "work", "green"] as const;
export type Need = (typeof NEEDS)[number];
const GREEN = 1 << NEEDS.indexOf("green");
/** Each stands on tiles of its own. */
export const LEAST_TO_FINISH = NEEDS.length;

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

/** All blocks of the right size, by their first tile. */
export function blocks(scene: Ground, tables: QuarterTables): Block[] {
  const seen = new Uint8Array(scene.road.length);
  const found: Block[] = [];
  for (let tile = 0; tile < seen.length; tile++) {
    if (at(seen, tile)) continue;
    const tiles = region(scene, tile, seen);
    if (fits(tiles, tables)) found.push(blockOf(scene, tiles, tables));
  }
  return found;
}

/** Blocks that are quarters or could become some. */
export function quarterBlocks(scene: Ground, tables: QuarterTables): Block[] {
  return blocks(scene, tables).filter((block) => block.finished || canFinish(scene, block, tables));
}

/** The block around a tile, whatever its size; null on a road or on water. */
export function blockAt(scene: Ground, tile: number, tables: QuarterTables): Block | null {
  const tiles = region(scene, tile, new Uint8Array(scene.road.length));
  return tiles.length > 0 ? blockOf(scene, tiles, tables) : null;
}

/** Whether building alone can make a quarter of it: it has room for all, and a road to it. */
export function canFinish(scene: Ground, { tiles }: Block, tables: QuarterTables): boolean {
  return (
    tiles.length >= LEAST_TO_FINISH &&
    fits(tiles, tables) &&
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

function fits(tiles: readonly number[], { quarter: [least, most] }: QuarterTables): boolean {
  return tiles.length >= least && tiles.length <= most;
}

function blockOf({ kind, terrain }: Ground, tiles: number[], tables: QuarterTables): Block {
  let has = 0;
  const empty: number[] = [];
  for (const tile of tiles) {
    const id = at(kind, tile);
    if (!id && at(terrain, tile) !== FOREST) empty.push(tile);
    else has |= id ? (tables.quarter_part[id] ?? 0) : GREEN;
  }
  const lacks = NEEDS.filter((_, bit) => !(has & (1 << bit)));
  const finished = fits(tiles, tables) && lacks.length === 0 && empty.length === 0;
  return { tiles, lacks, empty, finished };
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
