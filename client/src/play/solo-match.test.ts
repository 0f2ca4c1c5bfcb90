/** A match against bots over the real rules, as the page holds it. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { portableFiles } from "../../tools/portable-files.ts";
import { RulesClient } from "../rules/client.ts";
import { startInterpreter } from "../rules/interpreter.ts";
import type { Setup, Tables } from "../rules/operations.ts";
import { serveRules } from "../rules/serve.ts";
import type { SavedMatch } from "./saved.ts";
import { SoloMatch, UnusableRecord } from "./solo-match.ts";
import { ACTION } from "./tools.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const { port1, port2 } = new MessageChannel();
let rules: RulesClient;
let tables: Tables;
let setup: Setup;
let saved: SavedMatch;

beforeAll(async () => {
  port1.start();
  port2.start();
  rules = new RulesClient(port1);
  void serveRules(port2, startInterpreter({ files: portableFiles() }));
  tables = await rules.call("tables", {});
  setup = await rules.call("standard", { kind: 0, seats: 2, seed: "07".repeat(32) });
  const match = await SoloMatch.start(rules, tables, setup, 0);
  match.pause = 0;
  await match.act([ACTION.endTurn]);
  saved = match.saved();
  match.stop();
});

afterAll(() => {
  port1.close();
});

test("a kept match is taken up where it was", async () => {
  expect(saved.entries.length).toBeGreaterThan(1);
  const match = await SoloMatch.resume(rules, tables, saved);
  expect(match.hash).toBe(saved.entries.at(-1)?.hash);
  expect(match.saved()).toEqual(saved);
  match.stop();
});

test("a record that the rules refuse, or that leads elsewhere, is unusable", async () => {
  const [first, ...rest] = saved.entries;
  const last = saved.entries.at(-1);
  if (!first || !last) throw new Error("nothing was played");
  const records: SavedMatch[] = [
    { ...saved, setup: { ...setup, size: 15 } },
    { ...saved, setup: { ...setup, version: 99 } },
    { ...saved, entries: [{ ...first, seat: 1 }, ...rest] },
    { ...saved, entries: [{ ...first, action: ["no number"] }, ...rest] },
    { ...saved, entries: [...saved.entries.slice(0, -1), { ...last, hash: "00".repeat(32) }] },
  ];
  for (const record of records)
    await expect(SoloMatch.resume(rules, tables, record)).rejects.toBeInstanceOf(UnusableRecord);
});

test("a record is not blamed for a worker that holds too many games", async () => {
  const { game } = await rules.call("new", { setup });
  const games = [game];
  for (;;) {
    const held = await rules.call("copy", { game }).catch(() => null);
    if (!held) break;
    games.push(held.game);
  }
  const failure = SoloMatch.resume(rules, tables, saved);
  await expect(failure).rejects.toMatchObject({ type: "BridgeError" });
  for (const each of games) await rules.call("drop", { game: each });
  (await SoloMatch.resume(rules, tables, saved)).stop();
});
