/** A log comes in as it may: in order, with gaps, twice, changed, from the middle. */
import { deflateSync } from "node:zlib";

import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { toBase64 } from "../connection/bytes.ts";
import type { Heard } from "../connection/messages.ts";
import type { LogFailure, ToldEntry } from "../rules/operations.ts";
import { Follower, type FollowerOwner, type Mending } from "./follower.ts";
import { base64Of } from "./hex.ts";
import { TestPlatform } from "./test-platform.ts";
import { Verification } from "./verification.ts";

const FUND = [13];
const END_TURN = [15];

let platform: TestPlatform;
let follower: Follower;
let verification: Verification;
let told: ToldEntry[];
let resumed: number[];
let failures: [LogFailure, Mending][];

const owner: FollowerOwner = {
  followed: async (entries) => {
    told.push(...entries);
    return Promise.resolve();
  },
  jumped: async () => Promise.resolve(),
  differs: (failure, _, mending) => failures.push([failure, mending]),
  resume: (sequence) => resumed.push(sequence),
};

function turns(n: number): void {
  for (let i = 0; i < n; i++) {
    platform.act(platform.turn, FUND);
    platform.act(platform.turn, END_TURN);
  }
}

/** Entries `first` to `last` as the platform sends them. */
function batchOf(first: number, last = platform.log.length): Heard<"batch"> {
  return {
    genesis: first === 1 ? toBase64(platform.genesis) : null,
    first,
    entries: platform.log.slice(first - 1, last).map(({ entry }) => base64Of(entry)),
    sequence: platform.log.length,
  };
}

function batch(first: number, last = platform.log.length): void {
  follower.batch(batchOf(first, last));
}

/** An entry as it is told to everybody. */
function committed(sequence: number): void {
  const entry = base64Of(platform.log[sequence - 1]?.entry ?? "");
  follower.committed({ sequence, epoch: 0, entry });
}

function snapshot(sequence: number, state: Uint8Array): void {
  follower.snapshot({
    epoch: 0,
    sequence,
    head: base64Of(platform.log[sequence - 1]?.head ?? ""),
    state: toBase64(deflateSync(state)),
  });
}

function changed(sequence: number): string {
  const entry = platform.log[sequence - 1]?.entry ?? "";
  const other = entry[2 * 72] === "0" ? "1" : "0"; // within the hash of the state
  return base64Of(entry.slice(0, 2 * 72) + other + entry.slice(2 * 72 + 1));
}

beforeAll(async () => {
  platform = await TestPlatform.start();
});

beforeEach(() => {
  platform.begin();
  told = [];
  resumed = [];
  failures = [];
  verification = new Verification("a match");
  follower = new Follower(platform.rules, verification, owner);
});

afterEach(async () => {
  await platform.rules.call("drop_log", { log: follower.log }); // few fit in the interpreter
});

describe("a log that comes in order", () => {
  it("is followed to its end, each entry with what was checked", async () => {
    turns(3);
    batch(1, 5);
    batch(6);
    await follower.idle();
    expect(told.map(({ sequence }) => sequence)).toEqual(platform.log.map((_, i) => i + 1));
    expect(follower.hash).toBe(platform.log.at(-1)?.hash);
    expect(follower.head).toBe(base64Of(platform.log.at(-1)?.head ?? ""));
    expect(verification.trust).toEqual({ kind: "verified" });
    expect(verification.evidence.map(({ head }) => head)).toEqual(
      platform.log.map(({ head }) => head),
    );
    expect(follower.record.entries).toEqual(platform.log.map(({ entry }) => entry));
  });

  it("is the same when parts of it come twice", async () => {
    turns(2);
    batch(1, 6);
    batch(1, 6);
    batch(4);
    await follower.idle();
    expect(told).toHaveLength(platform.log.length);
    expect([resumed, failures]).toEqual([[], []]);
  });

  it("is there with its genesis alone", async () => {
    follower.batch({ genesis: toBase64(platform.genesis), first: 1, entries: [], sequence: 0 });
    await follower.idle();
    expect(follower.sequence).toBe(0);
    expect((await follower.standing()).full).toBe(0);
  });
});

describe("a gap", () => {
  it("is asked for once, from the last entry that is here", async () => {
    turns(2);
    batch(1, 5);
    batch(8, 8);
    batch(7, 7);
    await follower.idle();
    expect(resumed).toEqual([5]);
    batch(6);
    await follower.idle();
    expect(follower.sequence).toBe(platform.log.length);
  });
});

describe("an entry that was changed on its way", () => {
  it("is not taken, asked for again, and marks the match for good", async () => {
    turns(2);
    batch(1, 6);
    follower.committed({ sequence: 7, epoch: 0, entry: changed(7) });
    await follower.idle();
    expect(failures).toEqual([[[17, 7, "another state"], "entry"]]);
    expect([follower.sequence, resumed]).toEqual([6, [6]]);
    expect(verification.difference).toMatchObject({ repaired: null });
    expect(verification.difference?.found).toBe(platform.log[6]?.hash);
    batch(7);
    await follower.idle();
    expect(follower.hash).toBe(platform.log.at(-1)?.hash);
    expect(verification.trust).toEqual({ kind: "unverified", sequence: 7 });
    expect(verification.difference).toMatchObject({ repaired: "entry" });
  });

  it("is passed over by the platform's state when it comes again as it was", async () => {
    turns(2);
    batch(1, 6);
    for (let i = 0; i < 3; i++)
      follower.committed({ sequence: 7, epoch: 0, entry: changed(7) });
    await follower.idle();
    expect(failures.map(([, mending]) => mending)).toEqual(["entry", "state"]);
    expect([follower.broken, resumed]).toEqual([null, [6]]);
    snapshot(platform.log.length, platform.state());
    turns(1);
    batch(platform.log.length - 1);
    await follower.idle();
    expect(follower.hash).toBe(platform.log.at(-1)?.hash);
    expect(resumed).toEqual([6]); // what does not fit is not asked for once more
    expect(verification.trust).toEqual({ kind: "unverified", sequence: 7 });
    expect(verification.difference).toMatchObject({ repaired: "state" });
    follower.retry();
    batch(7);
    await follower.idle();
    expect(follower.record.entries).toHaveLength(platform.log.length);
    expect(verification.trust).toEqual({ kind: "unverified", sequence: 7 });
  });

  it("is passed over by another state when it lies after the first one", async () => {
    turns(2);
    batch(1, 6);
    for (let i = 0; i < 2; i++)
      follower.committed({ sequence: 7, epoch: 0, entry: changed(7) });
    snapshot(platform.log.length, platform.state());
    turns(1);
    const at = platform.log.length;
    follower.committed({ sequence: at - 1, epoch: 0, entry: changed(at - 1) });
    await follower.idle();
    expect(failures.map(([[, n], mending]) => [n, mending])).toEqual([
      [7, "entry"],
      [7, "state"],
      [at - 1, "state"],
    ]);
    snapshot(at, platform.state());
    await follower.idle();
    expect([follower.broken, follower.sequence]).toEqual([null, at]);
    expect(verification.trust).toEqual({ kind: "unverified", sequence: 7 });
  });
});

describe("a log that goes back", () => {
  it("is folded anew with the state it goes back to", async () => {
    turns(2); // 8 entries
    turns(2);
    platform.rollBack(8);
    turns(1);
    batch(1);
    await follower.idle();
    expect(failures).toEqual([]);
    expect([follower.sequence, follower.epoch]).toEqual([platform.log.length, 1]);
    expect(follower.hash).toBe(platform.log.at(-1)?.hash);
  });
});

describe("a platform that has lost the end of its log", () => {
  function lost(): void {
    turns(4);
    batch(1);
    platform.begin(); // the same genesis and the same first entries
  }

  it("is followed from the first entry that is another, and the match stays marked", async () => {
    lost();
    turns(1);
    platform.act(platform.turn, END_TURN);
    const at = platform.log.length;
    turns(1);
    follower.part();
    batch(1);
    await follower.idle();
    expect(failures).toEqual([[[11, at, "the platform's history is another"], "entry"]]);
    expect(follower.head).toBe(base64Of(platform.log.at(-1)?.head ?? ""));
    expect(follower.record.entries).toEqual(platform.log.map(({ entry }) => entry));
    expect(verification.evidence.map(({ head }) => head)).toEqual(
      platform.log.map(({ head }) => head),
    );
    turns(4);
    batch(at + 3);
    await follower.idle();
    expect(follower.hash).toBe(platform.log.at(-1)?.hash);
    expect(verification.trust).toEqual({ kind: "unverified", sequence: at });
    expect([failures.length, resumed, follower.parted]).toEqual([1, [], false]);
  });

  it("is found out by any entry that comes again as another", async () => {
    lost();
    turns(1);
    platform.act(platform.turn, END_TURN);
    committed(platform.log.length);
    await follower.idle();
    expect(follower.head).toBe(base64Of(platform.log.at(-1)?.head ?? ""));
    expect(verification.trust).toEqual({ kind: "unverified", sequence: platform.log.length });
  });

  it("is followed back to its last entry, once its whole log has come", async () => {
    lost();
    turns(2);
    const at = platform.log.length;
    follower.part();
    batch(1, at - 2);
    await follower.idle();
    expect([failures, follower.parted]).toEqual([[], true]);
    batch(at - 1);
    await follower.idle();
    expect([follower.sequence, follower.parted]).toEqual([at, false]);
    expect(verification.evidence).toHaveLength(at);
    expect(verification.trust).toEqual({ kind: "unverified", sequence: at + 1 });
    turns(1);
    committed(at + 1);
    await follower.idle();
    expect(follower.hash).toBe(platform.log[at]?.hash);
    expect(verification.trust).toEqual({ kind: "unverified", sequence: at + 1 });
  });

  it("has the state that it sent before given up", async () => {
    turns(1);
    batch(1);
    turns(3);
    snapshot(platform.log.length, platform.state());
    platform.begin();
    turns(2);
    follower.part();
    batch(1);
    await follower.idle();
    expect([follower.sequence, follower.hash]).toEqual([
      platform.log.length,
      platform.log.at(-1)?.hash,
    ]);
    const sequence = platform.log.length + 1;
    expect(verification.trust).toEqual({ kind: "unverified", sequence });
  });
});

describe("a state that the platform sends", () => {
  it("is built on until the log before it is here and checked", async () => {
    turns(1);
    batch(1);
    turns(3);
    const at = platform.log.length;
    snapshot(at, platform.state());
    await follower.idle();
    expect([follower.sequence, resumed]).toEqual([at, [6]]);
    expect(verification.trust).toEqual({ kind: "from", sequence: at });
    turns(1);
    committed(at + 1);
    await follower.idle();
    expect(follower.sequence).toBe(at + 1);
    batch(7);
    await follower.idle();
    expect(follower.hash).toBe(platform.log.at(-1)?.hash);
    expect(verification.trust).toEqual({ kind: "verified" });
    expect(failures).toEqual([]);
  });

  it("is left once what came while the log was on its way was asked for too", async () => {
    turns(1);
    batch(1);
    turns(3);
    const at = platform.log.length;
    snapshot(at, platform.state());
    const log = batchOf(7);
    turns(1);
    committed(at + 1);
    committed(at + 2);
    follower.batch(log);
    await follower.idle();
    expect(verification.trust).toEqual({ kind: "from", sequence: at });
    expect(resumed).toEqual([6, at]);
    batch(at + 1);
    await follower.idle();
    expect(verification.trust).toEqual({ kind: "verified" });
    expect(follower.hash).toBe(platform.log.at(-1)?.hash);
  });

  it("has the log before it asked for again when the platform wanted patience", async () => {
    turns(1);
    batch(1);
    turns(3);
    snapshot(platform.log.length, platform.state());
    await follower.idle();
    expect(resumed).toEqual([6]);
    follower.repeat();
    await follower.idle();
    expect(resumed).toEqual([6, 6]);
    batch(7);
    follower.repeat();
    await follower.idle();
    expect(resumed).toEqual([6, 6]);
  });

  it("that is another than the log leads to marks the match", async () => {
    turns(1);
    batch(1);
    const wrong = platform.state();
    turns(3);
    const at = platform.log.length;
    snapshot(at, wrong);
    batch(7);
    await follower.idle();
    expect(failures).toHaveLength(1);
    expect(verification.trust).toEqual({ kind: "unverified", sequence: at });
    expect(follower.hash).toBe(platform.log.at(-1)?.hash);
  });
});
