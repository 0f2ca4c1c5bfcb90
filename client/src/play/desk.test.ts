/** What the player's hands do, over real matches. */
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";

import { TestPlatform } from "../live/test-platform.ts";
import type { Setup, Tables } from "../rules/operations.ts";
import { Desk } from "./desk.ts";
import { SoloMatch } from "./solo-match.ts";
import { ACTION } from "./tools.ts";

const SHOP = 4;
const SETUP: Setup = {
  version: 0,
  kind: 0,
  size: 16,
  seats: 2,
  rounds: 8,
  seed: "00".repeat(32),
  chance: 0,
  resigned: 0,
  coins: 32,
  points: 3,
};

let platform: TestPlatform;
let tables: Tables;
let match: SoloMatch;
let desk: Desk;

beforeAll(async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: false })); // Node has none
  platform = await TestPlatform.start();
  tables = await platform.rules.call("tables", {});
});

async function begin(): Promise<void> {
  match = await SoloMatch.start(platform.rules, tables, SETUP, 0);
  match.pause = 0;
  desk = new Desk(match);
  match.begin();
  await vi.waitFor(() => {
    expect(desk.atTurn).toBe(true);
  });
}

afterEach(() => {
  match.stop();
});

describe("building, with the cursor left where it is", () => {
  /** A shop in hand, over a tile where it can stand. */
  async function aim(): Promise<number> {
    await begin();
    desk.choose(SHOP);
    await vi.waitFor(() => {
      expect(desk.mask).not.toBeNull();
    });
    const tile = desk.mask?.indexOf(1) ?? -1;
    expect(tile).toBeGreaterThanOrEqual(0);
    desk.point(tile);
    return tile;
  }

  it("plans nothing more where something was just built", async () => {
    const tile = await aim();
    await desk.commit(false);
    expect(match.scene.kind[tile]).toBe(SHOP);
    expect(desk.plan).toBeNull();
  });

  it("builds again on the same tile once that was taken back", async () => {
    const tile = await aim();
    await desk.commit(false);
    await desk.carryOut([ACTION.undo]);
    expect(match.scene.kind[tile]).toBe(0);
    expect(desk.plan?.tiles).toEqual([tile]);
    await desk.commit(false);
    expect(match.scene.kind[tile]).toBe(SHOP);
    expect(desk.selected).toBeNull();
  });
});
