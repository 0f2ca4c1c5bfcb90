import { expect, test } from "vitest";

import type { Seat } from "../connection/messages.ts";
import type { ToldEntry } from "../rules/operations.ts";
import { Departures } from "./departures.ts";

const LEAVE = 12;
const [LEFT, LATE, REMOVED] = [1, 2, 3];

function seat(number: number, name: string, you = false): Seat {
  return { number, name, you, colour: 0, bot: 0, taken: name !== "", ready: false };
}

function leaves(sequence: number, of: number, reason: number): ToldEntry {
  return { sequence, kind: LEAVE, of, reason } as unknown as ToldEntry;
}

function room(): Departures {
  const made = new Departures();
  made.begin(4);
  made.sit([seat(0, "Ada", true), seat(1, "Linus"), seat(2, "Grace")]);
  return made;
}

test("everybody whose time ran out is told by name, also after the seat is shown as free", () => {
  const made = room();
  made.sit([seat(0, "Ada", true), seat(1, ""), seat(2, "")]);
  made.follow([leaves(5, 1, LATE), leaves(6, 2, LATE)]);
  expect(made.told).toEqual([
    { sequence: 5, why: "late", name: "Linus", you: false },
    { sequence: 6, why: "late", name: "Grace", you: false },
  ]);
});

test("who lost the own seat is told so, who got up need not be", () => {
  const made = room();
  made.follow([leaves(5, 0, LATE)]);
  expect(made.told.map(({ you, why }) => [you, why])).toEqual([[true, "late"]]);
  const other = room();
  other.follow([leaves(5, 0, LEFT), leaves(6, 1, REMOVED)]);
  expect(other.told.map(({ name, why }) => [name, why])).toEqual([["Linus", "removed"]]);
});

test("what the log held before is no news, and who is back is not told as gone", () => {
  const made = room();
  made.follow([leaves(3, 1, LATE), leaves(5, 2, LEFT)]);
  expect(made.told.map(({ name }) => name)).toEqual(["Grace"]);
  made.sit([seat(0, "Ada", true), seat(1, "Grace"), seat(2, "")]);
  expect(made.told).toEqual([]);
});
