/** The player acts, others act, the platform answers late, refuses, or not at all. */
import { deflateSync } from "node:zlib";

import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { fromBase64, toBase64 } from "../connection/bytes.ts";
import type { Said } from "../connection/messages.ts";
import { Desk } from "../play/desk.ts";
import type { Tables, ToldEntry } from "../rules/operations.ts";
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
const ROLE = 202;
const CHAIN = 310;
const STALE = 400;
const RATE = 500;
const UNAVAILABLE = 600;
const NO_POINTS = 10;

let platform: TestPlatform;
let tables: Tables;
let follower: Follower;
let match: LiveMatch;
let ready: boolean;
let said: Said<"submit">[];
let takenBack: TakenBack[];
let greeted: number;
/** What the log has told. */
let told: ToldEntry[];
let opened: LiveMatch | null;

/** What a window keeps over a reload; Node has none. */
class Store extends Map<string, string> {
  getItem(key: string): string | null {
    return this.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.set(key, value);
  }

  removeItem(key: string): void {
    this.delete(key);
  }
}

beforeAll(async () => {
  vi.stubGlobal("sessionStorage", new Store());
  vi.stubGlobal("matchMedia", () => ({ matches: false })); // nor any of these
  platform = await TestPlatform.start();
  tables = await platform.rules.call("tables", {});
});

beforeEach(async () => {
  platform.begin();
  ready = true;
  said = [];
  takenBack = [];
  greeted = 0;
  opened = null;
  told = [];
  follower = new Follower(platform.rules, new Verification("a match"), {
    followed: async (entries) => {
      told.push(...entries);
      await opened?.followed(entries);
    },
    jumped: async () => opened?.jumped(),
    differs: ([, , reason]) => {
      throw new Error(reason);
    },
    resume: (sequence) => {
      // Behind a state that was sent, the log before it is asked for.
      if (sequence === follower.sequence) throw new Error(`a gap after ${sequence}`);
    },
  });
  follower.batch({
    genesis: toBase64(platform.genesis),
    first: 1,
    entries: platform.log.map(({ entry }) => base64Of(entry)),
    sequence: platform.log.length,
  });
  await follower.idle();
  sessionStorage.clear();
  opened = match = await open(platform.turn);
});

afterEach(async () => {
  match.stop();
  await platform.rules.call("drop_log", { log: follower.log }); // few fit in the interpreter
});

/** The page is loaded anew: all that it knew is gone. */
async function open(seat: number): Promise<LiveMatch> {
  const line = {
    id: "a match",
    get ready() {
      return ready;
    },
    submit: (what: Said<"submit">) => {
      said.push(what);
      return true;
    },
    greet: () => {
      greeted += 1;
    },
    takenBack: (what: TakenBack) => takenBack.push(what),
    save: () => undefined,
  };
  const made = await LiveMatch.open(platform.rules, tables, follower, line, seat, told);
  made.pause = 0;
  return made;
}

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

describe("an error about a command", () => {
  it("takes it back with its code, once and for all", async () => {
    const points = match.screen.points[match.me];
    const done = match.act(FUND);
    await quiet();
    match.refused(said[0]?.command_id ?? "", ROLE);
    await expect(done).rejects.toMatchObject({ code: ROLE });
    await quiet();
    match.again();
    await quiet();
    expect(said).toHaveLength(1);
    expect(takenBack).toMatchObject([{ action: FUND, code: ROLE }]);
    expect(match.screen.points[match.me]).toBe(points);
  });

  it.each([RATE, UNAVAILABLE])("lets it wait and go again when it is %i", async (code) => {
    const done = match.act(FUND);
    await quiet();
    match.wait(said[0]?.command_id ?? "", code, 1);
    await vi.waitFor(() => {
      expect(said).toHaveLength(2);
    });
    expect(said[1]?.command_id).toBe(said[0]?.command_id);
    await carriesOut(said[1]);
    await done;
    expect(takenBack).toEqual([]);
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

describe("a page that is loaded anew", () => {
  async function reload(): Promise<void> {
    match.stop();
    const { me } = match;
    opened = null;
    match = await open(me);
    opened = match;
    await quiet();
  }

  it("sends what had no answer yet, with the ids it had, and shows it", async () => {
    ready = false;
    void match.act(FUND);
    void match.act(END_TURN);
    await quiet();
    const { hash } = match;
    ready = true;
    await reload();
    expect(match.hash).toBe(hash);
    expect(match.myTurn).toBe(false);
    expect(said).toHaveLength(2);
    await carriesOut(said[0]);
    await carriesOut(said[1]);
    said = [];
    await reload();
    expect([said, takenBack]).toEqual([[], []]);
  });

  it("leaves out what the log has", async () => {
    void match.act(FUND);
    await quiet();
    const sent = said[0];
    opened = null; // the page is left before it hears of it
    await carriesOut(sent);
    await reload();
    expect(said).toHaveLength(1);
    expect(match.screen.points[match.me]).toBe(2);
  });

  it("passes over what was damaged in the store", async () => {
    const good = { id: toBase64(new Uint8Array(16)), action: FUND, round: 1 };
    const bad = [null, 7, { ...good, id: "?" }, { ...good, action: [] }, { ...good, round: "1" }];
    sessionStorage.setItem("citybuilder.commands.a match", JSON.stringify([...bad, good]));
    await reload();
    expect(said.map(({ command_id }) => command_id)).toEqual([good.id]);
    sessionStorage.setItem("citybuilder.commands.a match", "{");
    await reload();
    expect(said).toHaveLength(1);
  });
});

describe("an action of a round that is over", () => {
  it("is not done in the next one", async () => {
    ready = false;
    const given = Promise.allSettled([match.act(FUND), match.act(END_TURN)]);
    await quiet();
    ready = true;
    const { me } = match;
    const first = platform.log.length + 1;
    platform.act(me, END_TURN); // in another window
    while (platform.turn !== me) platform.act(platform.turn, END_TURN);
    const entries = platform.log.slice(first - 1).map(({ entry }) => base64Of(entry));
    follower.batch({ genesis: null, first, entries, sequence: platform.log.length });
    await follower.idle();
    const late = { status: "rejected", reason: { code: STALE } };
    expect(await given).toMatchObject([late, late]);
    await quiet();
    expect(said).toEqual([]);
    expect(match.myTurn).toBe(true);
    expect(takenBack.map(({ action }) => action)).toEqual([FUND, END_TURN]);
  });
});

describe("a command that lies before a state that was sent", () => {
  it("is done once its receipt says where it is", async () => {
    const done = match.act(FUND);
    await quiet();
    const sent = said[0];
    opened = null; // its entry is not told to the match
    await carriesOut(sent);
    const id = sent?.command_id ?? "";
    match.received({ command_id: id, sequence: platform.log.length, repeated: true });
    await done;
    await quiet();
    expect(match.screen.points[match.me]).toBe(2);
    expect(match.hash).toBe(platform.log.at(-1)?.hash);
  });
});

describe("a command without an answer, when a state comes in place of what followed", () => {
  /** The line is cut, and the match goes on for more than a round. */
  async function misses(carriedOut: boolean): Promise<Said<"submit">> {
    await quiet();
    const [sent] = said.splice(0);
    if (!sent) throw new Error("nothing was said");
    ready = false;
    const { me } = match;
    if (carriedOut) platform.act(me, FUND, toHex(fromBase64(sent.command_id)));
    platform.act(me, END_TURN);
    while (platform.turn !== me) platform.act(platform.turn, END_TURN);
    const { sequence, head } = platform.log.at(-1) ?? { sequence: 0, head: "" };
    const state = toBase64(deflateSync(platform.state()));
    follower.snapshot({ epoch: 0, sequence, head: base64Of(head), state });
    await follower.idle();
    ready = true;
    match.again();
    await quiet();
    return sent;
  }

  it("is asked for as it was, and done if the platform had carried it out", async () => {
    const done = match.act(FUND);
    const sent = await misses(true);
    expect([said, takenBack]).toEqual([[sent], []]); // on the base it had: it cannot be done twice
    match.received({ command_id: sent.command_id, sequence: 5, repeated: true });
    await done;
    await quiet();
    expect(takenBack).toEqual([]);
    expect(match.hash).toBe(platform.log.at(-1)?.hash);
  });

  it("is taken back if the platform had not", async () => {
    const given = Promise.allSettled([match.act(FUND)]);
    const sent = await misses(false);
    expect([said, takenBack]).toEqual([[sent], []]);
    refuses(sent, STALE, null);
    expect(await given).toMatchObject([{ status: "rejected", reason: { code: STALE } }]);
    await quiet();
    expect(takenBack.map(({ action }) => action)).toEqual([FUND]);
    expect(said).toHaveLength(1);
  });
});

describe("a command on a history that is not the platform's", () => {
  it("waits until the page was put right, and goes again", async () => {
    void match.act(FUND);
    await quiet();
    refuses(said[0], CHAIN, null);
    await quiet();
    expect([greeted, said.length, takenBack]).toEqual([1, 1, []]);
    match.again();
    await quiet();
    expect(said.map(({ command_id }) => command_id)).toEqual(Array(2).fill(said[0]?.command_id));
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
    const desk = new Desk(match); // what it takes back or ends has to be in sight
    expect([desk.atTurn, await desk.carryOut(UNDO)]).toEqual([false, false]);
    void match.act(FUND);
    await quiet();
    expect(match.playing).toBe(false);
    expect(desk.atTurn).toBe(true);
    expect(match.screen.round).toBe(2);
    expect(said.at(-1)).toMatchObject({ sequence: platform.log.length });
  });
});
