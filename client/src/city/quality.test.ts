import { expect, test } from "vitest";

import { Pace } from "./quality.ts";

function slow(times: readonly number[]): boolean {
  const pace = new Pace();
  return times.map((time) => pace.isSlow(time)).includes(true);
}

test("pictures at thirty a second are quick, and one that stalls is no reason", () => {
  expect(slow(Array.from({ length: 200 }, (_, i) => (i % 10 ? 0.033 : 0.3)))).toBe(false);
});

test("pictures that all take long are slow, after some of them", () => {
  expect(slow(Array.from({ length: 39 }, () => 0.1))).toBe(false);
  expect(slow(Array.from({ length: 40 }, () => 0.1))).toBe(true);
});

test("pauses are no pictures", () => {
  expect(slow(Array.from({ length: 300 }, () => 2))).toBe(false);
});
