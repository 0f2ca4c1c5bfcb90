/** The player's part before the start: opened, lost with its attempt, promised and opened anew. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import type { Said } from "../connection/messages.ts";
import { forgetOpening, keptOpening, openingFor } from "../connection/opening.ts";
import { toBase64 } from "../connection/bytes.ts";
import { TestSite, type Answer, type Asked } from "../connection/test-site.ts";
import type { Standing } from "../rules/operations.ts";
import { Gathering } from "./gathering.ts";

const MATCH = "00mz5r41vfq3pjk9d0gw2ye8tx";
const BAD_OPENING = 412;

/** [taken, bot, committed, opened]. */
type SeatFlags = readonly [number, number, number, number];
const FREE: SeatFlags = [0, 0, 0, 0];
const LATE: SeatFlags = [1, 0, 0, 0];
const PROMISED: SeatFlags = [1, 0, 1, 0];
const OPEN: SeatFlags = [1, 0, 1, 1];

let site: TestSite;
let gathering: Gathering;
let said: Said<"ready">[];
/** What the platform has of the match. */
let attempt: number;
let yours: boolean;
let joins: number;
/** What the next joins are refused with. */
let refusals: Answer[];
let joined: () => void;

beforeAll(async () => {
  site = await TestSite.start();
});

afterAll(async () => {
  await site.stop();
});

beforeEach(() => {
  said = [];
  attempt = joins = 0;
  yours = true;
  refusals = [];
  joined = () => undefined;
  site.answer = platform;
  gathering = new Gathering(MATCH, (message) => {
    said.push(message);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  for (let n = 0; n < 3; n++) forgetOpening(MATCH, n);
});

function platform({ method, path }: Asked): Answer {
  if (method === "GET" && path === `matches/${MATCH}/`) {
    const seat = { number: 0, name: "Ada", colour: 0, bot: 0, taken: yours, ready: false };
    return { body: { id: MATCH, chance: 1, attempt, seats: [{ ...seat, you: yours }] } };
  }
  if (path !== `matches/${MATCH}/join/`) return { status: 404 };
  joins += 1;
  joined();
  return refusals.shift() ?? { body: { seat: 0 } };
}

/** Settles when the platform is asked for a seat. */
function join(): Promise<void> {
  return new Promise((go) => {
    joined = go;
  });
}

function standing(
  sequence: number,
  attempt: number,
  own: SeatFlags,
  other: SeatFlags,
): Standing {
  const full = Number(own[2] === 1 && other[2] === 1);
  const started = Number(own[3] === 1 && other[3] === 1);
  const seats = [own, other];
  const head = { match: MATCH, epoch: 0, head: "", hash: "" };
  return { ...head, sequence, attempt, chance: 1, full, started, ended: 0, seats };
}

/** Everybody has promised, and the player's opening is on its way. */
async function opening(): Promise<{ first: Said<"ready">; ready: Promise<void> }> {
  openingFor(MATCH, 0);
  gathering.follow(standing(2, 0, PROMISED, PROMISED), 0);
  const ready = gathering.ready();
  await vi.waitFor(() => {
    expect(said).toHaveLength(1);
  });
  const [first] = said;
  if (!first) throw new Error("nothing was said");
  return { first, ready };
}

describe("an opening", () => {
  it("is done when the log has it", async () => {
    const { first, ready } = await opening();
    gathering.follow(standing(3, 0, OPEN, PROMISED), 0);
    gathering.received({ command_id: first.command_id, sequence: 3, repeated: false });
    await ready;
    gathering.again();
    expect(said).toEqual([first]);
    expect(keptOpening(MATCH, 0)).toBeNull();
  });

  it("goes again under its id over a new line", async () => {
    const { first, ready } = await opening();
    gathering.again();
    expect(said).toEqual([first, first]);
    gathering.follow(standing(3, 0, OPEN, PROMISED), 0);
    await ready;
  });

  it("that was told at once with the end of its attempt is made anew", async () => {
    const { first, ready } = await opening();
    // The line was cut; the log has: opened, the other went, and somebody else sat down.
    attempt = 1;
    const asked = join();
    gathering.follow(standing(5, 1, LATE, PROMISED), 0);
    gathering.again();
    await asked;
    expect(said).toEqual([first]);
    gathering.follow(standing(6, 1, PROMISED, PROMISED), 0);
    await vi.waitFor(() => {
      expect(said).toHaveLength(2);
    });
    const second = said.at(-1);
    expect(second?.command_id).not.toBe(first.command_id);
    expect(second?.opening).toBe(toBase64(openingFor(MATCH, 1)));
    gathering.follow(standing(7, 1, OPEN, PROMISED), 0);
    await ready;
    expect(joins).toBe(1);
  });

  it("is made anew when the log has passed the place that its receipt names", async () => {
    const { first, ready } = await opening();
    gathering.received({ command_id: first.command_id, sequence: 3, repeated: true });
    gathering.follow(standing(8, 0, PROMISED, PROMISED), 0);
    await vi.waitFor(() => {
      expect(said).toHaveLength(2);
    });
    gathering.follow(standing(9, 0, OPEN, PROMISED), 0);
    await ready;
  });

  it("is over with the seat", async () => {
    const { first, ready } = await opening();
    yours = false;
    gathering.follow(standing(3, 0, FREE, PROMISED), null);
    await ready;
    gathering.again();
    expect(said).toEqual([first]);
  });

  it("that is refused says why", async () => {
    const { first, ready } = await opening();
    expect(gathering.refused("another", BAD_OPENING, null)).toBe(false);
    expect(gathering.refused(first.command_id, BAD_OPENING, null)).toBe(true);
    await expect(ready).rejects.toMatchObject({ code: BAD_OPENING });
  });
});

describe("a promise for the next attempt", () => {
  beforeEach(() => {
    attempt = 1;
    vi.spyOn(console, "warn").mockReturnValue();
  });

  it("is given once, without being asked for", async () => {
    const asked = join();
    gathering.follow(standing(5, 1, LATE, LATE), 0);
    gathering.follow(standing(6, 1, LATE, PROMISED), 0);
    await asked;
    gathering.follow(standing(7, 1, PROMISED, PROMISED), 0);
    expect(joins).toBe(1);
  });

  it("is tried again by itself while it is missing", async () => {
    refusals = [{ status: 503 }, { status: 429, headers: { "Retry-After": "1" } }];
    const began = performance.now();
    gathering.follow(standing(5, 1, LATE, LATE), 0);
    await vi.waitFor(
      () => {
        expect(joins).toBe(3);
      },
      { timeout: 8_000 },
    );
    expect(performance.now() - began).toBeGreaterThan(1_490);
  });

  it("is tried again at once over a new line", async () => {
    refusals = [{ status: 503 }, { status: 503 }, { status: 503 }, { status: 503 }];
    gathering.follow(standing(5, 1, LATE, LATE), 0);
    for (let n = 0; n < 4; n++) {
      await vi.waitFor(() => {
        expect(console.warn).toHaveBeenCalledTimes(n + 1);
      });
      gathering.again();
    }
    await vi.waitFor(() => {
      expect(joins).toBe(5);
    });
  });

  it("does not take a seat that is lost", async () => {
    yours = false;
    const found = new Promise<void>((go) => {
      site.answer = (asked) => {
        if (asked.method === "GET") setImmediate(go);
        return platform(asked);
      };
    });
    gathering.follow(standing(5, 1, LATE, LATE), 0);
    await found;
    for (let n = 0; n < 5; n++) await fetch(`/api/v1/matches/${MATCH}/`, {});
    expect(joins).toBe(0);
  });
});
