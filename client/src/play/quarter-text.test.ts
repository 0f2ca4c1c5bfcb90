import { expect, test } from "vitest";

import { IN_QUARTER, type Scene } from "../board/scene.ts";
import type { Tables } from "../rules/operations.ts";
import { quarterText } from "./quarter-text.ts";

const SIZE = 4;
const [ROAD, HOME, SHOP, PARK] = [9, 1, 2, 3];
const tables = { quarter_part: [0, 1, 2, 4], quarter: [2, 12] } as unknown as Tables;

/** Four rows: what stands on each tile, 0 for an empty meadow. */
function match(rows: number[][], flags = 0) {
  const tiles = rows.flat();
  const scene = {
    size: SIZE,
    road: Uint8Array.from(tiles, (sign) => (sign === ROAD ? 1 : 0)),
    kind: Uint8Array.from(tiles, (sign) => (sign === ROAD ? 0 : sign)),
    terrain: new Uint8Array(SIZE * SIZE).fill(1),
    part: new Uint8Array(SIZE * SIZE),
    flags: Uint8Array.from(tiles, () => flags),
  } as unknown as Scene;
  return { scene, tables };
}

const ROADS = [ROAD, ROAD, ROAD, ROAD];

test("a tile's block is told with all that it lacks", () => {
  const land = match([ROADS, [HOME, 0, 0, ROAD], ROADS, [PARK, ROAD, ROAD, ROAD]]);
  expect(quarterText(land, SIZE)).toBe(
    "No quarter yet: this block of 3 tiles lacks a workplace, something green, buildings on 2 empty tiles",
  );
  expect(quarterText(land, 0)).toBe("");
  expect(quarterText(land, 3 * SIZE)).toContain("too small");
});

test("a quarter is told as it stands, or as it will count", () => {
  const rows = [ROADS, [HOME, SHOP, PARK, ROAD], ROADS, ROADS];
  expect(quarterText(match(rows, IN_QUARTER), SIZE)).toBe("A finished quarter of 3 tiles");
  expect(quarterText(match(rows), SIZE)).toContain("counts at the round's end");
});

test("land that roads do not enclose is told with its size", () => {
  const open = [0, 0, 0, 0];
  expect(quarterText(match([open, open, open, open]), 0)).toContain("16 tiles hang together");
});
