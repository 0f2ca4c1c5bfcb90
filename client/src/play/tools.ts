/** What can be chosen to work with: buildings by their id, and the work on roads. */
import type { Tables } from "../rules/operations.ts";

/** Codes of games/engine/v0/legal.py for tools that are no building. */
export const TOOL_ROAD = 40;
export const TOOL_AVENUE = 41;
export const TOOL_DEMOLISH = 42;
export const TOOL_RIGHT_OF_WAY = 43;

/** A rejection (games/engine/v0/rejections.py): nothing here grows into what was asked for. */
export const NO_UPGRADE = 42;

/** Kinds of actions (games/engine/v0/actions.py). */
export const ACTION = {
  road: 1,
  avenue: 2,
  build: 3,
  upgrade: 4,
  demolish: 5,
  rightOfWay: 6,
  policy: 7,
  offer: 8,
  accept: 9,
  decline: 10,
  withdraw: 11,
  overtime: 12,
  fundDrive: 13,
  undo: 14,
  endTurn: 15,
  resign: 16,
} as const;

export const CATEGORIES = [
  { name: "roads", letter: "q", tools: [TOOL_ROAD, TOOL_AVENUE, TOOL_DEMOLISH, TOOL_RIGHT_OF_WAY] },
  { name: "homes", letter: "w", tools: [1, 2, 3] },
  { name: "work", letter: "e", tools: [4, 5, 6, 7, 8, 9, 10] },
  { name: "power", letter: "r", tools: [11, 12, 13, 14] },
  { name: "civic", letter: "t", tools: [15, 16, 17, 18, 22] },
  { name: "green", letter: "y", tools: [19, 20, 21] },
  { name: "landmarks", letter: "u", tools: [23, 24, 25, 26, 27, 28] },
] as const;
export type Category = (typeof CATEGORIES)[number];

export function categoryOf(tool: number): Category {
  return (
    CATEGORIES.find(({ tools }) => (tools as readonly number[]).includes(tool)) ?? CATEGORIES[0]
  );
}

/** Tools that are drawn from one tile to another. */
export function isLine(tool: number, tables: Tables): boolean {
  return tool === TOOL_ROAD || tool === TOOL_AVENUE || shapesOf(tool, tables).length > 1;
}

const LONGEST_ROAD = 4;
const CORNERS_FROM = 5;
const RESERVE = 21;

/** Numbers of the shapes a building may be placed in. */
export function shapesOf(tool: number, tables: Tables): number[] {
  const most = tables.tiles[tool] ?? 1;
  if (!tables.placed[tool] || tables.size[tool] === 2) return [0];
  return tables.shapes
    .map((shape, i) => ({ shape, i }))
    .filter(({ shape, i }) => shape.length <= most && (i < CORNERS_FROM || tool === RESERVE))
    .map(({ i }) => i);
}

/** An action and the tiles it is seen on. */
export interface Plan {
  readonly tool: number;
  readonly action: readonly number[];
  readonly tiles: readonly number[];
}

/** The action of a tool drawn from one tile to another (the same one for a click). */
export function planOf(
  tool: number,
  from: number,
  to: number,
  shape: number,
  size: number,
  tables: Tables,
): Plan {
  if (tool === TOOL_ROAD || tool === TOOL_AVENUE) {
    const { first, direction, length, tiles } = line(from, to, size, LONGEST_ROAD);
    return {
      tool,
      tiles,
      action: [tool === TOOL_ROAD ? ACTION.road : ACTION.avenue, first, direction, length],
    };
  }
  if (tool === TOOL_DEMOLISH) return { tool, tiles: [to], action: [ACTION.demolish, to] };
  if (tool === TOOL_RIGHT_OF_WAY) return { tool, tiles: [to], action: [ACTION.rightOfWay, to] };
  if (tables.from[tool]) return { tool, tiles: [to], action: [ACTION.upgrade, to] };
  if (tables.size[tool] === 2) {
    return { tool, tiles: square(to, size), action: [ACTION.build, tool, to, 0] };
  }
  if (from !== to) {
    const { first, direction, length, tiles } = line(from, to, size, tables.tiles[tool] ?? 1);
    // Shapes 1 to 4 are lines: two east, two south, three east, three south.
    const drawn = length === 1 ? 0 : (length - 2) * 2 + 1 + direction;
    return { tool, tiles, action: [ACTION.build, tool, first, drawn] };
  }
  const cells = tables.shapes[shape] ?? [[0, 0]];
  const tiles = cells
    .filter(([dx]) => (to % size) + dx < size)
    .map(([dx, dy]) => to + dx + dy * size);
  return {
    tool,
    tiles: tiles.filter((tile) => tile < size * size),
    action: [ACTION.build, tool, to, shape],
  };
}

/** The plan behind an action on the board; null for policy, trade and the like. */
export function planOfAction(
  action: readonly number[],
  kinds: Uint8Array,
  size: number,
  tables: Tables,
): Plan | null {
  const [kind = 0, first = 0, second = 0, third = 0] = action;
  switch (kind) {
    case ACTION.road:
    case ACTION.avenue: {
      const step = second === 1 ? size : 1;
      const tiles = Array.from({ length: third }, (_, i) => first + i * step);
      return { tool: kind === ACTION.road ? TOOL_ROAD : TOOL_AVENUE, action, tiles };
    }
    case ACTION.build:
      return { ...planOf(first, second, second, third, size, tables), action };
    case ACTION.upgrade:
      return { tool: tables.into[kinds[first] ?? 0] ?? 0, action, tiles: [first] };
    case ACTION.demolish:
      return { tool: TOOL_DEMOLISH, action, tiles: [first] };
    case ACTION.rightOfWay:
      return { tool: TOOL_RIGHT_OF_WAY, action, tiles: [first] };
    default:
      return null;
  }
}

/** The straight line nearest to what was drawn; direction 0 is east, 1 south. */
export function line(
  from: number,
  to: number,
  size: number,
  most: number,
): { first: number; direction: number; length: number; tiles: number[] } {
  const dx = (to % size) - (from % size);
  const dy = Math.floor(to / size) - Math.floor(from / size);
  const direction = Math.abs(dy) > Math.abs(dx) ? 1 : 0;
  const along = direction === 1 ? dy : dx;
  const length = Math.min(most, Math.abs(along) + 1);
  const step = direction === 1 ? size : 1;
  const first = along < 0 ? from - (length - 1) * step : from;
  return { first, direction, length, tiles: Array.from({ length }, (_, i) => first + i * step) };
}

function square(corner: number, size: number): number[] {
  const x = corner % size;
  const tiles = [corner];
  if (x + 1 < size) tiles.push(corner + 1);
  if (corner + size < size * size) tiles.push(corner + size);
  if (x + 1 < size && corner + size < size * size) tiles.push(corner + size + 1);
  return tiles;
}
