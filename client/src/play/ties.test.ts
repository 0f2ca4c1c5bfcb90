import { expect, test } from "vitest";

import { Names } from "./names.ts";
import { inOrder, ties, type Ranked } from "./ties.ts";

const names = new Names(0, ["Ada", "Linus", "Grace"]);
const equal: Ranked = {
  prestige: [[4, 3], [7], [5]],
  standings: [1, 1, 3],
  people: [9, 9, 30],
  smoke: [2, 2, 0],
  coins: [5, 5, 99],
};

test("prestige that differs needs no word", () => {
  expect(ties({ ...equal, prestige: [[8], [7], [5]], standings: [1, 2, 3] }, names)).toEqual([]);
});

test("the first of residents, smoke and coins that differs is told", () => {
  const standings = [2, 1, 3];
  expect(ties({ ...equal, standings, people: [9, 12, 30], smoke: [0, 2, 0] }, names)).toEqual([
    "Linus before you: equal prestige, more residents (12 to 9).",
  ]);
  expect(ties({ ...equal, standings, smoke: [2, 1, 0], coins: [9, 5, 0] }, names)).toEqual([
    "Linus before you: equal prestige and residents, less smoke (1 to 2).",
  ]);
  expect(ties({ ...equal, standings, coins: [5, 6, 0] }, names)).toEqual([
    "Linus before you: equal prestige, residents and smoke, more coins (6 to 5).",
  ]);
});

test("who is equal in all shares the rank", () => {
  expect(ties(equal, names)).toEqual([
    "You and Linus: equal prestige, residents, smoke and coins, so the rank is shared.",
  ]);
});

test("who resigned has no rank and ties with nobody", () => {
  const left = { ...equal, prestige: [[7], [7], [7]], standings: [0, 1, 2], people: [9, 8, 7] };
  expect(inOrder(left)).toEqual([1, 2, 0]);
  expect(ties(left, names)).toEqual([
    "Linus before Grace: equal prestige, more residents (8 to 7).",
  ]);
});
