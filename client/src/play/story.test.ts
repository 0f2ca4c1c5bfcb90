import { describe, expect, it } from "vitest";

import { Names } from "./names.ts";
import { eventEffect, tell } from "./story.ts";

const HEAT = 2;
const FESTIVAL = 9;
const ME = 0;
const names = new Names(ME);
const owner = (tile: number) => (tile < 100 ? 0 : 1);

function ended(round: number, ...events: readonly (readonly number[])[]) {
  return { seat: 1, round, events: [...events, [46, round]] };
}

describe("the story", () => {
  it("counts people whom an event moved, not those who moved by themselves", () => {
    const events = [[38, 5, 1], [39, 6, 2], [40, 0, 3], [40, 1, 3], [38, 7, 1], [38, 120, 1], [41, HEAT, 0, 0]];
    expect(eventEffect(events, ME, owner)).toEqual({
      coins: 0,
      people: -1,
      words: "1 resident left",
    });
  });

  it("tells coins of an event, and that it did nothing", () => {
    expect(eventEffect([[40, 0], [41, FESTIVAL, 6, 0]], ME, owner).words).toBe("+6 coins");
    expect(eventEffect([[40, 0], [41, FESTIVAL, 0, 6]], ME, owner).words).toBe("it did not touch you");
  });

  it("tells a finished quarter once, and again when it is worth something else", () => {
    const quarters = (points: number) => ended(1, [37, 0, points, 9]);
    const told = (points: number) =>
      tell([quarters(points)], names, owner, [quarters(5)]).filter(({ tile }) => tile === 9);
    expect(told(5)).toHaveLength(0);
    expect(told(6)).toHaveLength(1);
    expect(tell([quarters(5), quarters(5)], names).filter(({ tile }) => tile === 9)).toHaveLength(1);
  });
});
