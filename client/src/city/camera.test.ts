import { expect, test } from "vitest";

import { CityCamera } from "./camera.ts";

const INSETS = { left: 300, top: 90, right: 320, bottom: 16 };

function turn(made: CityCamera): void {
  made.turnBy(1);
  made.advance(9);
}

function lens(): CityCamera {
  const made = new CityCamera();
  made.resize(24, 1440, 900, INSETS);
  return made;
}

test("what is seen at a place is where it is seen, from every side and height", () => {
  const made = lens();
  for (const quarters of [0, 1, 2, 3]) {
    made.turnBy(quarters === 0 ? 0 : 1);
    made.advance(9);
    for (const height of [0, 0.8]) {
      const [x, y] = made.project(5.25, 17.5, height);
      const [column, row] = made.ground(x, y, height);
      expect([column, row].map((n) => Math.round(n * 1e6) / 1e6)).toEqual([5.25, 17.5]);
    }
  }
});

test("three's own camera sees it there too", async () => {
  const { Vector3 } = await import("three");
  const made = lens();
  made.zoom(2, 700, 500);
  turn(made);
  const seen = new Vector3(7, 0.4, 15).project(made.camera);
  const [x, y] = made.project(7, 15, 0.4);
  expect(((seen.x + 1) / 2) * 1440).toBeCloseTo(x, 3);
  expect(((1 - seen.y) / 2) * 900).toBeCloseTo(y, 3);
});

test("zooming keeps the point under the pointer", () => {
  const made = lens();
  made.zoom(3, 640, 480);
  const before = made.ground(640, 480);
  made.zoom(1.3, 640, 480);
  made.ground(640, 480).forEach((n, i) => {
    expect(n).toBeCloseTo(before[i] ?? 0, 6);
  });
});

test("the whole map is seen between top and bottom, and nobody zooms out of it", () => {
  const made = lens();
  made.fit();
  const scale = made.scale;
  made.zoomMiddle(0.1);
  expect(made.scale).toBe(scale);
  for (const [column, row] of [
    [0, 0],
    [24, 24],
  ] as const) {
    const [, y] = made.project(column, row);
    expect(y).toBeGreaterThan(INSETS.top);
    expect(y).toBeLessThan(900 - INSETS.bottom);
  }
});

test("an arrow key moves along the axis that points its way, from every side", () => {
  const made = lens();
  for (let quarters = 0; quarters < 4; quarters++) {
    const [right, down] = made.steps(1, 0);
    const [x0, y0] = made.project(12, 12);
    const [x1, y1] = made.project(12 + right, 12 + down);
    expect(x1 - x0).toBeGreaterThan(Math.abs(y1 - y0));
    const [a, b] = made.steps(0, 1);
    const [, below] = made.project(12 + a, 12 + b);
    expect(below).toBeGreaterThan(y0);
    turn(made);
  }
});

test("a tile is brought between the panels, and above what covers it", () => {
  const made = lens();
  made.zoom(4, 700, 500);
  made.reveal(0, 0);
  const box = made.box(0, 0);
  expect(box.top).toBeGreaterThanOrEqual(INSETS.top);
  expect(box.left).toBeGreaterThanOrEqual(INSETS.left);
  made.liftAbove(0, 0, box.bottom - 50);
  expect(made.box(0, 0).bottom).toBeLessThanOrEqual(box.bottom - 49);
});

test("a turn takes a moment, passes through what lies between, and ends exactly", () => {
  const made = lens();
  made.turnBy(1);
  expect(made.turn).toBe(0);
  const seen: number[] = [];
  while (made.turning && seen.length < 200) {
    made.advance(1 / 60);
    seen.push(made.turn);
  }
  expect(seen.at(-1)).toBe(1);
  expect(seen.length).toBeGreaterThan(20);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});
