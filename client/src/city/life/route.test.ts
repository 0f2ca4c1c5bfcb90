import { expect, test } from "vitest";

import { movers } from "./life.ts";
import { along, route, walk } from "./route.ts";

const SIZE = 8;
// A ring with a dead end that sticks out.
const ROADS = new Set([9, 10, 11, 12, 17, 20, 25, 28, 33, 34, 35, 36, 37, 38, 39]);
const open = (x: number, z: number) =>
  x >= 0 && z >= 0 && x < SIZE && z < SIZE && ROADS.has(z * SIZE + x);
const SORT = { lane: 0.1, steps: 20, speed: 0.5, paints: ["#ffffff"], seed: 1 };

test("a walk stays on the roads and takes one step at a time", () => {
  for (const start of ROADS)
    for (let seed = 0; seed < 20; seed++) {
      const tiles = walk(SIZE, open, start, 25, seed);
      expect(tiles[0]).toBe(start);
      tiles.forEach((tile, i) => {
        expect(ROADS.has(tile)).toBe(true);
        const before = tiles[i - 1] ?? tile;
        const far =
          Math.abs((tile % SIZE) - (before % SIZE)) +
          Math.abs(Math.floor(tile / SIZE) - Math.floor(before / SIZE));
        expect(far).toBe(i === 0 ? 0 : 1);
      });
    }
});

test("cars stay on road tiles, never jump, and are at the same time at the same place", () => {
  const found = new Float32Array(3);
  const cars = movers(SIZE, [...ROADS], open, 40, SORT);
  expect(cars.length).toBe(40);
  for (const { route: way, speed, phase } of cars) {
    let before: [number, number] | null = null;
    for (let frame = 0; frame < 900; frame++) {
      along(way, phase + (frame / 30) * speed, found);
      const [x = 0, z = 0] = found;
      expect(ROADS.has(Math.floor(z) * SIZE + Math.floor(x))).toBe(true);
      if (before) expect(Math.hypot(x - before[0], z - before[1])).toBeLessThan(0.05);
      before = [x, z];
    }
    const again = new Float32Array(3);
    along(way, phase + (899 / 30) * speed, again);
    expect(again).toEqual(found);
  }
});

test("one keeps to the right", () => {
  const way = route(SIZE, [9, 10, 11, 12], 0.1);
  if (!way) throw new Error("no way");
  const found = new Float32Array(3);
  along(way, 2, found); // eastwards: the right is south
  expect(found[1]).toBeCloseTo(1.6, 5);
  expect(found[2]).toBeCloseTo(Math.PI / 2, 5);
});

test("a tile alone is no way", () => {
  expect(route(SIZE, [9], 0.1)).toBeNull();
});

test("a road that is built elsewhere changes nobody's way", () => {
  const more = new Set([...ROADS, 60, 61, 62]);
  const wider = (x: number, z: number) =>
    x >= 0 && z >= 0 && x < SIZE && z < SIZE && more.has(z * SIZE + x);
  const ways = (list: ReturnType<typeof movers>) => list.map(({ route: { points } }) => points.join());
  const before = new Set(ways(movers(SIZE, [...ROADS], open, 10, SORT)));
  const after = ways(movers(SIZE, [...more], wider, 13, SORT));
  expect(after.filter((way) => before.has(way)).length).toBeGreaterThanOrEqual(9);
});
