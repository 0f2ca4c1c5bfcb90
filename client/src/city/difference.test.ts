import { expect, test } from "vitest";

import type { Scene } from "../board/scene.ts";
import { around, changed, landChanged } from "./difference.ts";

function scene(more: Partial<Scene> = {}): Scene {
  const plane = () => new Uint8Array(25);
  const planes = ["terrain", "road", "kind", "owner", "part", "residents", "happiness", "workers", "served", "smog", "flags", "cover", "green", "shore", "reach"];
  return {
    ...Object.fromEntries(planes.map((name) => [name, plane()])),
    size: 5,
    hall: [],
    anchors: [],
    wind: 0,
    ...more,
  } as Scene;
}

function withTile(tile: number, value: number): Uint8Array {
  const plane = new Uint8Array(25);
  plane[tile] = value;
  return plane;
}

test("only what is seen counts as changed", () => {
  const before = scene();
  expect(changed(before, scene({ residents: withTile(3, 5) }))).toEqual([]);
  expect(changed(before, scene({ kind: withTile(7, 1), road: withTile(9, 1) }))).toEqual([7, 9]);
});

test("neighbours are found inside the map alone", () => {
  expect([...around([0], 5, 1)].sort((a, b) => a - b)).toEqual([0, 1, 5, 6]);
  expect(around([12], 5, 2).size).toBe(25);
});

test("a road shapes the land, its widening does not", () => {
  const [none, road, avenue] = [0, 1, 2].map((value) => scene({ road: withTile(6, value) }));
  if (!none || !road || !avenue) throw new Error("no scenes");
  expect(landChanged(none, road, [6])).toBe(true);
  expect(landChanged(road, avenue, [6])).toBe(false);
});
