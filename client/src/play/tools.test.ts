import { describe, expect, it } from "vitest";

import type { Tables } from "../rules/operations.ts";
import { line, planOf, shapesOf, TOOL_ROAD } from "./tools.ts";

const SIZE = 16;
const COTTAGES = 1;
const FARM = 9;
/** As much of the rules' tables as planning reads: cottages in lines of three, a farm of 2 x 2. */
const tables = {
  from: [],
  size: { [FARM]: 2 },
  tiles: { [COTTAGES]: 3, [FARM]: 1 },
  placed: { [COTTAGES]: 1, [FARM]: 1 },
  shapes: [
    [[0, 0]],
    [
      [0, 0],
      [1, 0],
    ],
    [
      [0, 0],
      [0, 1],
    ],
    [
      [0, 0],
      [1, 0],
      [2, 0],
    ],
    [
      [0, 0],
      [0, 1],
      [0, 2],
    ],
    [
      [0, 0],
      [1, 0],
      [0, 1],
    ],
  ],
} as unknown as Tables;

describe("a line that is drawn", () => {
  it("goes along the longer way and starts at its west or north end", () => {
    expect(line(20, 22, SIZE, 4)).toEqual({
      first: 20,
      direction: 0,
      length: 3,
      tiles: [20, 21, 22],
    });
    expect(line(22, 20, SIZE, 4).tiles).toEqual([20, 21, 22]);
    expect(line(52, 21, SIZE, 4)).toEqual({
      first: 20,
      direction: 1,
      length: 3,
      tiles: [20, 36, 52],
    });
  });

  it("is no longer than one action allows, from where it began", () => {
    expect(line(20, 30, SIZE, 4).tiles).toEqual([20, 21, 22, 23]);
    expect(line(30, 20, SIZE, 4).tiles).toEqual([27, 28, 29, 30]);
  });
});

describe("a plan", () => {
  it("makes a road of a click or of a line", () => {
    expect(planOf(TOOL_ROAD, 20, 20, 0, SIZE, tables).action).toEqual([1, 20, 0, 1]);
    expect(planOf(TOOL_ROAD, 20, 68, 0, SIZE, tables).action).toEqual([1, 20, 1, 4]);
  });

  it("draws cottages in the shape of the line", () => {
    expect(planOf(COTTAGES, 20, 21, 0, SIZE, tables).action).toEqual([3, 1, 20, 1]);
    expect(planOf(COTTAGES, 20, 52, 0, SIZE, tables).action).toEqual([3, 1, 20, 4]);
    expect(planOf(COTTAGES, 20, 20, 2, SIZE, tables).tiles).toEqual([20, 36]);
  });

  it("covers four tiles with a large building and stays on the map", () => {
    expect(planOf(FARM, 20, 20, 0, SIZE, tables).tiles).toEqual([20, 21, 36, 37]);
    expect(planOf(FARM, 31, 31, 0, SIZE, tables).tiles).toEqual([31, 47]);
  });

  it("offers corners to reserves only", () => {
    expect(shapesOf(COTTAGES, tables)).toEqual([0, 1, 2, 3, 4]);
    expect(shapesOf(FARM, tables)).toEqual([0]);
  });
});
