import { describe, expect, it } from "vitest";

import { Pace, reconnectAfter } from "./pace.ts";
import { ServerClock } from "./server-clock.ts";

describe("connecting again", () => {
  it("waits from half a second to half a minute, with full jitter", () => {
    expect(reconnectAfter(0, () => 0)).toBe(500);
    expect(reconnectAfter(0, () => 1)).toBe(1000);
    expect(reconnectAfter(3, () => 1)).toBe(8000);
    expect(reconnectAfter(3, () => 0)).toBe(500);
    for (const tried of [5, 20, 10_000]) {
      expect(reconnectAfter(tried, () => 1)).toBe(30_000);
      expect(reconnectAfter(tried, () => 0.5)).toBe(15_250);
    }
  });
});

describe("the pace of turns", () => {
  it("lets a burst go and then two a second", () => {
    const pace = new Pace(10, 500);
    for (let i = 0; i < 10; i++) expect(pace.take(1000)).toBe(0);
    expect(pace.take(1000)).toBe(500);
    expect(pace.take(1300)).toBe(200);
    expect(pace.take(1500)).toBe(0);
    expect(pace.take(1500)).toBe(500);
    expect(pace.take(60_000)).toBe(0);
  });

  it("waits when the platform says that it was too much", () => {
    const pace = new Pace(10, 500);
    pace.empty(1000);
    expect(pace.take(1000)).toBe(500);
    expect(pace.take(1500)).toBe(0);
  });
});

describe("the platform's clock", () => {
  it("is learned from the answer that was quickest", () => {
    const clock = new ServerClock();
    expect(clock.offset).toBe(0);
    clock.learn(5_000, 1_000, 3_000);
    expect(clock.offset).toBe(3_000);
    clock.learn(11_000, 10_000, 10_100);
    expect(clock.offset).toBe(950);
    clock.learn(99_000, 20_000, 29_000);
    expect(clock.offset).toBe(950);
  });

  it("forgets what was measured long ago", () => {
    const clock = new ServerClock();
    clock.learn(1_000, 0, 0);
    for (let i = 0; i < 8; i++) clock.learn(2_000 + i * 1000 + 50, i * 1000, i * 1000 + 100);
    expect(clock.offset).toBe(2_000);
  });
});
