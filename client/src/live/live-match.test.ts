/** The player acts, others act, the platform answers late, refuses, or not at all. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { fromBase64, toBase64 } from "../connection/bytes.ts";
import type { Said } from "../connection/messages.ts";
import type { Tables } from "../rules/operations.ts";
import type { TakenBack } from "./commands.ts";
import { Follower } from "./follower.ts";
import { base64Of, toHex } from "./hex.ts";
import { LiveMatch } from "./live-match.ts";
import { TestPlatform, type Written } from "./test-platform.ts";
import { Verification } from "./verification.ts";

const FUND = [13];
const UNDO = [14];
const END_TURN = [15];
const ILLEGAL = 402;
const STALE = 400;
const NO_POINTS = 10;

let platform: TestPlatform;
let tables: Tables;
let follower: Follower;
let match: LiveMatch;
let ready: boolean;
let said: Said<"submit">[];
let takenBack: TakenBack[];

beforeAll(async () => {
  platform = await TestPlatform.start();
  tables = await platform.rules.call("tables", {});
});

beforeEach(async () => {
  platform.begin();
  ready = true;
  said = [];
  takenBack = [];
  const history: Parameters<LiveMatch["followed"]>[0][number][] = [];
  let opened: LiveMatch | null = null;
  follower = new Follower(platform.rules, new Verification("a match"), {
    followed: async (entries) => {
      if (opened) await opened.followed(entries);
      else history.push(...entries);
    },
    jumped: async () => opened?.jumped(),
    differs: ([, , reason]) => {
      throw new Error(reason);
    },
    resume: (sequence) => {
      throw new Error(`a gap after ${sequence}`);
    },
  });
  follower.batch({
    genesis: toBase64(platform.genesis),
    first: 1,
    entries: platform.log.map(({ entry }) => base64Of(entry)),
    sequence: platform.log.length,
  });
  await follower.idle();
  const line = {
    get ready() {
      return ready;
    },
    submit: (what: Said<"submit">) => {
      said.push(what);
      return true;
    },
    takenBack: (what: TakenBack) => takenBack.push(what),
    save: () => undefined,
  };
  match = await LiveMatch.open(platform.rules, tables, follower, line, platform.turn, history);
  match.pause = 0;
  opened = match;
});

/** What was written comes to the page. */
async function comes(written: Written): Promise<void> {
  const { sequence, entry } = written;
  follower.committed({ sequence, epoch: 0, entry: base64Of(entry) });
  await follower.idle();
}

/** The platform carries the player's command out, and tells it. */
async function carriesOut(what: Said<"submit"> | undefined): Promise<void> {
  if (!what) throw new Error("nothing was said");
  const hex = toHex(fromBase64(what.action));
  const action = await platform.rules.call("decode_action", { bytes: hex });
  const id = toHex(fromBase64(what.command_id));
  const written = platform.act(match.me, action, id);
  expect(written.rejection).toBe(0);
  expect(base64Of(written.hash)).toBe(what.predicted);
  await comes(written);
}

function refuses(what: Said<"submit"> | undefined, code: number, rejection: number | null): void {
  match.rejected({
    command_id: what?.command_id ?? "",
    code,
    rejection,
    need: 0,
    have: 0,
    epoch: 0,
    sequence: platform.log.length,
    head: base64Of(platform.log.at(-1)?.head ?? ""),
  });
}

/** All that was set going has come to rest. */
async function quiet(): Promise<void> {
  await match.jumped();
  await match.jumped();
}

describe("the player's action", () => {
  it("is shown at once, sent, and done when it is in the log", async () => {
    const points = match.screen.points[match.me] ?? 0;
    const done = match.act(FUND);
    await quiet();
    expect(match.screen.points[match.me]).toBe(points - 1);
    expect(match.story).toHaveLength(1);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ sequence: 4, after: null, epoch: 0 });
    await carriesOut(said[0]);
    await done;
    expect(match.story).toHaveLength(1);
    expect(match.hash).toBe(platform.log.at(-1)?.hash);
  });

  it("may follow on one that has no answer yet, and names it", async () => {
    void match.act(FUND);
    void match.act(FUND);
    await quiet();
    expect(said.map(({ after }) => after)).toEqual([null, said[0]?.command_id]);
    expect(said.map(({ sequence }) => sequence)).toEqual([4, 4]);
    await carriesOut(said[0]);
    await carriesOut(said[1]);
    expect(match.hash).toBe(platform.log.at(-1)?.hash);
    void match.act(UNDO); // what is in the log can still be undone
    await quiet();
    await carriesOut(said[2]);
    expect(match.screen.points[match.me]).toBe(2);
  });

  it("that the rules refuse is not sent", async () => {
    await expect(match.act([3, 1, 0, 0])).rejects.toMatchObject({ isRejection: true });
    expect([said, match.story]).toEqual([[], []]);
  });

  it("ends the turn here before anybody has answered, and only once", async () => {
    expect(match.myTurn).toBe(true);
    void match.act(END_TURN);
    expect(match.myTurn).toBe(false);
    await expect(match.act(END_TURN)).rejects.toMatchObject({ isRejection: true });
    await quiet();
    expect(match.myTurn).toBe(false);
    expect(match.mine).toBe(0);
  });
});

describe("what the platform refuses", () => {
  it("is taken back with its reason, and what came after is judged anew and sent again", async () => {
    const before = match.hash;
    const first = match.act(FUND);
    const second = match.act(FUND);
    await quiet();
    const [one, two] = said;
    refuses(one, ILLEGAL, NO_POINTS);
    refuses(two, STALE, null);
    await expect(first).rejects.toMatchObject({ code: NO_POINTS, isRejection: true });
    await quiet();
    expect(takenBack).toMatchObject([{ action: FUND, code: NO_POINTS }]);
    expect(said.at(-1)).toMatchObject({ command_id: two?.command_id, after: null });
    expect(match.hash).not.toBe(before);
    await carriesOut(said.at(-1));
    await second;
    expect(match.story).toHaveLength(1);
  });

  it("for coming too late goes again on the new base, without a word", async () => {
    void match.act(END_TURN);
    await quiet();
    await carriesOut(said[0]);
    const done = match.act([16]); // resigning is possible at any time
    await quiet();
    const late = said.at(-1);
    await comes(platform.act(platform.turn, FUND)); // somebody else was quicker
    refuses(late, STALE, null);
    await quiet();
    expect(said.at(-1)).toMatchObject({ command_id: late?.command_id, sequence: 6 });
    expect(takenBack).toEqual([]);
    await carriesOut(said.at(-1));
    await done;
  });
});

describe("a line that is cut", () => {
  it("keeps what was done, and sends it with the ids it had", async () => {
    ready = false;
    void match.act(FUND);
    void match.act(END_TURN);
    await quiet();
    expect(said).toEqual([]);
    expect(match.myTurn).toBe(false);
    ready = true;
    match.again();
    await quiet();
    const ids = said.map(({ command_id }) => command_id);
    expect(ids).toHaveLength(2);
    match.again(); // cut again before any answer
    await quiet();
    expect(said.map(({ command_id }) => command_id)).toEqual([...ids, ...ids]);
  });

  it("forgets what the log has already", async () => {
    const done = match.act(FUND);
    await quiet();
    await carriesOut(said[0]);
    await done;
    match.again();
    await quiet();
    expect(said).toHaveLength(1);
  });
});

describe("others", () => {
  it("are shown one after the other, but never hold the player up", async () => {
    void match.act(END_TURN);
    await quiet();
    await carriesOut(said[0]);
    match.pause = 10_000;
    await comes(platform.act(platform.turn, FUND));
    await comes(platform.act(platform.turn, END_TURN));
    while (platform.turn !== match.me) await comes(platform.act(platform.turn, END_TURN));
    expect(match.playing).toBe(true);
    expect(match.myTurn).toBe(true);
    expect(match.screen.round).toBe(1);
    void match.act(FUND);
    await quiet();
    expect(match.playing).toBe(false);
    expect(match.screen.round).toBe(2);
    expect(said.at(-1)).toMatchObject({ sequence: platform.log.length });
  });
});
