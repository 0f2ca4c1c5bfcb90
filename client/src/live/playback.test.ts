import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Playback } from "./playback.ts";

let shown: string[];
let hurried: boolean;
let playback: Playback<string>;

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  hurried = false;
  playback = new Playback<string>(
    (step) => shown.push(step),
    () => shown.push("end"),
    () => hurried,
  );
});

afterEach(() => {
  vi.useRealTimers();
});

it("shows one step after the other, and then the end", () => {
  playback.add(["a", "b"]);
  expect(shown).toEqual(["a"]);
  vi.advanceTimersByTime(260);
  playback.add(["c"]);
  expect(shown).toEqual(["a", "b"]);
  expect(playback.running).toBe(true);
  vi.advanceTimersByTime(520);
  expect(shown).toEqual(["a", "b", "c", "end"]);
  expect(playback.running).toBe(false);
});

it("hurries when the player may act: however much there is, it is over soon", () => {
  hurried = true;
  playback.add(Array.from({ length: 40 }, (_, i) => String(i)));
  vi.advanceTimersByTime(10_000);
  expect(shown.at(-1)).toBe("end");
  shown = [];
  playback.add(["x", "y", "z"]);
  vi.advanceTimersByTime(1500);
  expect(shown).toEqual(["x", "y", "z", "end"]);
});

it("is cut short when the player acts, and nothing comes twice", () => {
  playback.add(["a", "b", "c"]);
  playback.flush();
  expect(shown).toEqual(["a", "b", "c", "end"]);
  vi.advanceTimersByTime(5_000);
  expect(shown).toHaveLength(4);
});

it("shows all at once where no pause is wished", () => {
  playback.pause = 0;
  playback.add(["a", "b"]);
  expect(shown).toEqual(["a", "b", "end"]);
});
