/** What stands on a tile: which model, and how it is turned. */
import { footprintSide } from "../board/sprites.ts";
import { at, chance, cornerOf, WATER, type Scene } from "../board/scene.ts";

/** Entries whose east side belongs to the water. */
const HARBOUR = 10;

export interface Standing {
  readonly kind: number;
  readonly owner: number;
  readonly variant: number;
  /** Quarter turns to the left: the front looks to a road. 0 south, 1 east, 2 north, 3 west. */
  readonly facing: number;
  /** The footprint's middle, in tiles. */
  readonly x: number;
  readonly z: number;
}

/** The building whose corner is on this tile, or null. */
export function standing(scene: Scene, corner: number): Standing | null {
  const kind = at(scene.kind, corner);
  if (!kind || cornerOf(scene, corner) !== corner) return null;
  const side = footprintSide(kind);
  return {
    kind,
    owner: at(scene.owner, corner),
    variant: Math.floor(chance(corner, 11) * 3),
    facing: facing(scene, corner, side, kind),
    x: (corner % scene.size) + side / 2,
    z: Math.floor(corner / scene.size) + side / 2,
  };
}

/** Quarter turns by which the front of a lot of `side` tiles looks to a road, a basin to water. */
export function facing(scene: Scene, corner: number, side: number, kind: number): number {
  const { size, road, terrain } = scene;
  const [x, z] = [corner % size, Math.floor(corner / size)];
  const within = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < size && row < size;
  const isRoad = (tile: number) => at(road, tile) > 0;
  const isWater = (tile: number) => at(terrain, tile) === WATER && !isRoad(tile);
  /** Sides that touch such a tile: south, east, north, west. */
  const sides = (fits: (tile: number) => boolean) => {
    const found = [false, false, false, false];
    const has = (column: number, row: number) =>
      within(column, row) && fits(row * size + column);
    for (let i = 0; i < side; i++) {
      found[0] ||= has(x + i, z + side);
      found[1] ||= has(x + side, z + i);
      found[2] ||= has(x + i, z - 1);
      found[3] ||= has(x - 1, z + i);
    }
    return found;
  };
  const water = kind === HARBOUR ? sides(isWater).indexOf(true) : -1;
  if (water >= 0) return (water + 3) & 3;
  const front = sides(isRoad).indexOf(true);
  return front >= 0 ? front : Math.floor(chance(corner, 5) * 4);
}
