/**
 * What the road of a tile is like, read from its neighbours. Sides go 0 south, 1 east, 2 north,
 * 3 west; corner q lies between the sides q and q + 1. Pieces are drawn in the frame of a side, which
 * looks south (z > 0) there: `mesh.at(x, 0, z, q * QUARTER, ...)`.
 */
import { at, AVENUE, HILL, WATER, type Scene } from "../../board/scene.ts";

export const QUARTER = Math.PI / 2;
/** Half of the asphalt's width, of a road and of an avenue. */
export const ROAD_HALF = 0.31;
export const AVENUE_HALF = 0.385;
/** Heights of the asphalt and of the pavement. */
export const ASPHALT_LEVEL = 0.026;
export const WALK_LEVEL = 0.046;

/** What lies beyond a side without a road. */
export type Beyond = "road" | "land" | "building" | "hill" | "water" | "edge";

export interface Shape {
  readonly tile: number;
  /** The tile's middle. */
  readonly x: number;
  readonly z: number;
  readonly avenue: boolean;
  readonly bridge: boolean;
  /** By side: whether a road goes on there, and half the asphalt's width at the tile's edge. */
  readonly open: readonly boolean[];
  readonly width: readonly number[];
  readonly beyond: readonly Beyond[];
  /** By corner: roads all round it, so the asphalt is one. */
  readonly filled: readonly boolean[];
  /** By side: the tile there is an avenue, as this is. */
  readonly pair: readonly boolean[];
  /** Whether water is near enough for the ground to fall away. */
  readonly wet: boolean;
  readonly form: "end" | "straight" | "bend" | "junction" | "block";
  /** end: the open side; straight: a side along the road (0 or 1); bend: its first open side. */
  readonly front: number;
}

const STEPS: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
];

/** The tile `dx`, `dz` from another, or -1 beyond the map. */
function beside(scene: Scene, tile: number, dx: number, dz: number): number {
  const { size } = scene;
  const [x, z] = [(tile % size) + dx, Math.floor(tile / size) + dz];
  return x < 0 || z < 0 || x >= size || z >= size ? -1 : z * size + x;
}

function sideTile(scene: Scene, tile: number, side: number): number {
  const [dx, dz] = STEPS[side & 3] ?? [0, 0];
  return beside(scene, tile, dx, dz);
}

function cornerTile(scene: Scene, tile: number, corner: number): number {
  const [ax, az] = STEPS[corner & 3] ?? [0, 0];
  const [bx, bz] = STEPS[(corner + 1) & 3] ?? [0, 0];
  return beside(scene, tile, ax + bx, az + bz);
}

export const SIDES = [0, 1, 2, 3] as const;

function arms(scene: Scene, tile: number): boolean[] {
  return SIDES.map((side) => at(scene.road, sideTile(scene, tile, side)) > 0);
}

/** Half the asphalt's width between two tiles: avenues narrow down before plain roads. */
function edge(scene: Scene, a: number, b: number): number {
  const wide = (tile: number) => at(scene.road, tile) === AVENUE;
  const crossing = (tile: number) => arms(scene, tile).filter(Boolean).length > 2;
  if (wide(a) && wide(b)) return AVENUE_HALF;
  return (wide(a) && crossing(b)) || (wide(b) && crossing(a)) ? AVENUE_HALF : ROAD_HALF;
}

function outlook(scene: Scene, tile: number): Beyond {
  if (tile < 0) return "edge";
  if (at(scene.road, tile)) return "road";
  if (at(scene.terrain, tile) === HILL) return "hill";
  if (at(scene.kind, tile)) return "building";
  return at(scene.terrain, tile) === WATER ? "water" : "land";
}

/** The form, and the side from which it is drawn. */
function formOf(open: readonly boolean[], filled: readonly boolean[]): [Shape["form"], number] {
  // Sides where the asphalt goes on over the whole length are no arms: roads lie side by side.
  const arm = SIDES.map((q) => open[q] === true && !(filled[q] && filled[(q + 3) & 3]));
  const count = arm.filter(Boolean).length;
  for (const q of [0, 1] as const) if (count === 2 && arm[q] && arm[q + 2]) return ["straight", q];
  if (count === 0 && open.some(Boolean)) return ["block", 0];
  if (count <= 1 && open.filter(Boolean).length <= 1) return ["end", Math.max(0, arm.indexOf(true))];
  if (filled.some(Boolean)) return [count > 2 ? "junction" : "block", 0];
  if (count === 2) return ["bend", SIDES.find((q) => open[q] && open[(q + 1) & 3]) ?? 0];
  return ["junction", 0];
}

export function shapeOf(scene: Scene, tile: number): Shape {
  const open = arms(scene, tile);
  const corners = SIDES.map((q) => cornerTile(scene, tile, q));
  const filled = SIDES.map(
    (q) => open[q] === true && open[(q + 1) & 3] === true && at(scene.road, corners[q] ?? -1) > 0,
  );
  const avenue = at(scene.road, tile) === AVENUE;
  const sides = SIDES.map((q) => sideTile(scene, tile, q));
  const [form, front] = formOf(open, filled);
  return {
    tile,
    x: (tile % scene.size) + 0.5,
    z: Math.floor(tile / scene.size) + 0.5,
    avenue,
    bridge: at(scene.terrain, tile) === WATER,
    open,
    width: sides.map((other) => edge(scene, tile, other)),
    beyond: sides.map((other) => outlook(scene, other)),
    filled,
    pair: sides.map((other) => avenue && at(scene.road, other) === AVENUE),
    wet: [tile, ...sides, ...corners].some((t) => t >= 0 && at(scene.terrain, t) === WATER),
    form,
    front,
  };
}

/** Whether a tile's road is straight along the axis of a side (0 south, 1 east). */
export function runsAlong(scene: Scene, shape: Shape, side: number): boolean {
  const other = sideTile(scene, shape.tile, side);
  if (other < 0 || shape.form !== "straight") return false;
  const next = shapeOf(scene, other);
  return next.form === "straight" && next.front === shape.front;
}

/** Whether an avenue's planted strip goes on beyond a side. */
export function stripGoesOn(scene: Scene, shape: Shape, side: number): boolean {
  if (!shape.pair[side & 3]) return false;
  return hasStrip(shapeOf(scene, sideTile(scene, shape.tile, side)));
}

export function hasStrip({ avenue, form }: Shape): boolean {
  return avenue && (form === "straight" || form === "bend");
}

/** Whether a crossing lies beyond a side. */
export function isJunction(scene: Scene, shape: Shape, side: number): boolean {
  return arms(scene, sideTile(scene, shape.tile, side)).filter(Boolean).length > 2;
}
