import { expect, test } from "vitest";

import type { Scene } from "../board/scene.ts";
import type { Tables } from "../rules/operations.ts";
import type { Match } from "./match.ts";
import { goesAlong } from "./trade-building.ts";
import { shortOf } from "./trade-warning.tsx";

const [APARTMENTS, COAL, MUSEUM] = [2, 12, 23];
const tables = {
  capacity: { [APARTMENTS]: 6 },
  jobs: {},
  generation: { [COAL]: 14 },
  hill_generation: { [COAL]: 14 },
  need: { [APARTMENTS]: 1, [MUSEUM]: 1 },
  prestige: { [MUSEUM]: 6 },
  upkeep: { [COAL]: 3, [MUSEUM]: 2 },
  radius: {},
} as unknown as Tables;

/** Apartments with five people in A1, a museum in B1, a coal plant in A3 to B4, nothing else. */
const scene = {
  size: 4,
  kind: Uint8Array.from([APARTMENTS, MUSEUM, 0, 0, 0, 0, 0, 0, ...[COAL, COAL, 0, 0], ...[COAL, COAL, 0, 0]]),
  terrain: new Uint8Array(16).fill(1),
  part: Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, ...[0, 1, 0, 0], ...[2, 3, 0, 0]]),
  residents: Uint8Array.from({ length: 16 }, (_, tile) => (tile === 0 ? 5 : 0)),
  workers: new Uint8Array(16),
} as unknown as Scene;

test("a building is offered with all that goes along, named by its corner", () => {
  expect(goesAlong(scene, tables, 0)).toBe("Apartments at A1, with 5 of 6 residents, 1 power needed");
  expect(goesAlong(scene, tables, 1)).toContain("6 prestige, 2 coins upkeep a round");
  expect(goesAlong(scene, tables, 13)).toMatch(/ at A3, with 14 power made, 3 coins upkeep a round$/);
  expect(goesAlong(scene, tables, 2)).toBe("");
});

test("giving a plant away that one's own buildings need is warned of", () => {
  const match = (spare: number) =>
    ({ me: 0, scene, tables, screen: { coins: [0, 50], spare_now: [spare, 0] } }) as unknown as Match;
  const sell = [0, 0, 1, 1, 20, 3, 8, 0];
  expect(shortOf(match(4), sell)).toContain("you lack 10 power");
  expect(shortOf(match(14), sell)).toBe("");
  const give = [1, 0, 0, 0, 20, 3, 8, 0];
  expect(shortOf(match(4), give)).toContain("you lack 10 power");
  const buy = [0, 0, 1, 0, 20, 3, 8, 0];
  expect(shortOf(match(4), buy)).toContain("0 coins: too few");
});
