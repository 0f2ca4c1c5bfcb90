/** Why a bot's plan is suggested, in the words of the player's own borough. */
import { expect, test } from "vitest";

import type { Desk } from "./desk.ts";
import type { Match } from "./match.ts";
import { reasonOf, suggest } from "./suggestion.ts";
import { ACTION, TOOL_ROAD } from "./tools.ts";
import type { Change } from "./changes.ts";

const [COTTAGE, APARTMENTS, OFFICE, SCHOOL, WIND] = [1, 2, 6, 15, 11];

/** As much of a match as a reason is made of. */
function borough(idle: number, vacant: number, spare: number): Match {
  const tables = {
    capacity: { [COTTAGE]: 2, [APARTMENTS]: 6 },
    jobs: { [OFFICE]: 5 },
    generation: { [WIND]: 4 },
    size: {},
  };
  const screen = { idle: [idle], vacancies: [vacant], spare_now: [spare] };
  const scene = { kind: Uint8Array.from([0, COTTAGE]) };
  return { me: 0, tables, screen, scene } as unknown as Match;
}

function build(tool: number) {
  return { tool, action: [ACTION.build, tool, 0, 0], tiles: [0] };
}

test("what the borough lacks comes first, then what the plan offers", () => {
  expect(reasonOf(borough(3, 0, 2), build(OFFICE), [])).toBe(
    "3 of your people have no work; 5 more jobs",
  );
  expect(reasonOf(borough(0, 1, 2), build(COTTAGE), [])).toBe(
    "1 job is vacant; room for 2 more residents",
  );
  expect(reasonOf(borough(0, 0, -1), build(WIND), [])).toBe("your spare power is −1");
  expect(reasonOf(borough(0, 0, 5), build(WIND), [])).not.toContain("spare power");
});

test("an upgrade offers what it has more than what stands there", () => {
  const plan = { tool: APARTMENTS, action: [ACTION.upgrade, 1], tiles: [1] };
  expect(reasonOf(borough(0, 0, 0), plan, [])).toBe("room for 4 more residents");
});

test("own gains are told by their weight, no losses and nothing of rivals", () => {
  const rows: Change[] = [
    { about: "power", n: 9, words: "spare power" },
    { about: "income", n: -2, words: "upkeep" },
    { about: "residents", n: 8, words: "residents (Mia)", theirs: true },
    { about: "happiness", n: 5, words: "the new home", plain: true },
    { about: "income", n: 2, words: "taxes" },
    { about: "prestige", n: 1, words: "prestige" },
    { about: "residents", n: 4, words: "residents" },
  ];
  expect(reasonOf(borough(0, 0, 0), build(SCHOOL), rows)).toBe("+1 prestige; +4 residents; +2 taxes");
});

test("work without a figure says what it is for", () => {
  const road = { tool: TOOL_ROAD, action: [ACTION.road, 0, 0, 1], tiles: [0] };
  expect(reasonOf(borough(0, 0, 0), road, [])).toBe("it opens land to build on");
  expect(reasonOf(borough(0, 0, 0), build(SCHOOL), [])).not.toContain("effect");
});

test("advice on a match that moves on meanwhile is asked for anew, not dropped", async () => {
  const asked: number[] = [];
  const match = {
    me: 0,
    myTurn: true,
    story: [] as unknown[],
    scene: { kind: new Uint8Array(4), size: 2 },
    tables: {},
    suggestion: async () => {
      asked.push(match.story.length);
      if (asked.length < 3) match.story.push("somebody else did something");
      return Promise.resolve([ACTION.overtime]);
    },
  };
  const advised: unknown[] = [];
  const desk = { match, advise: (advice: unknown) => advised.push(advice) };
  await suggest(desk as unknown as Desk);
  expect(asked).toEqual([0, 1, 2]);
  expect(advised).toHaveLength(1);
});
