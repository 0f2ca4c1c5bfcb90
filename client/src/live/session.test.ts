/** The page's one match: its line, its log, and the start of what is played. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { toBase64 } from "../connection/bytes.ts";
import { TestSite, type Peer } from "../connection/test-site.ts";
import { base64Of } from "./hex.ts";
import { LiveSession } from "./session.ts";
import { TestPlatform } from "./test-platform.ts";

const MATCH = "00mz5r41vfq3pjk9d0gw2ye8tx";

let site: TestSite;
let platform: TestPlatform;
let session: LiveSession;
let peer: Peer;

beforeEach(async () => {
  site = await TestSite.start();
  platform = await TestPlatform.start();
  platform.begin();
  session = new LiveSession(MATCH, platform.rules, await platform.rules.call("tables", {}));
  site.hear = (from, { kind }) => {
    peer = from;
    if (kind === "hello") greet();
  };
});

afterEach(async () => {
  session.leave();
  await site.stop();
});

function seats(): void {
  const seat = { colour: 0, bot: 0, taken: true, ready: true };
  peer.say({
    kind: "seats",
    status: "playing",
    host: 0,
    seats: ["Ada", "Linus"].map((name, n) => ({ ...seat, number: n, name, you: n === 0 })),
  });
}

function greet(): void {
  const sequence = platform.log.length;
  const head = base64Of(platform.log.at(-1)?.head ?? "");
  peer.say({
    kind: "welcome",
    match: {
      ...{ id: MATCH, status: "playing", kind: 0, size: 24, rounds: 8, round: 1, seats: 2 },
      ...{ taken: 2, mode: 0, chance: 0, visibility: "listed", created: 0, host: "Ada" },
      ...{ clock: { kind: 0, turn: 0, bank: 0 }, names: ["Ada", "Linus"] },
    },
    ...{ seat: 0, role: "mayor", epoch: 0, sequence, head, heartbeat: 20_000, server_time: 0 },
  });
  seats();
  const entries = platform.log.map(({ entry }) => base64Of(entry));
  const genesis = toBase64(platform.genesis);
  peer.say({ kind: "batch", genesis, first: 1, entries, sequence });
}

/** Settles once this is so. */
function until(so: () => boolean): Promise<void> {
  return new Promise((go) => {
    const stop = session.listen(() => {
      if (!so()) return;
      stop();
      go();
    });
  });
}

it("says that the match could not be opened, and opens it once that works", async () => {
  const errors = vi.spyOn(console, "error").mockReturnValue();
  const { rules } = platform;
  const setup = await rules.call("standard", { kind: 0, seats: 2, seed: "00".repeat(32) });
  const { game } = await rules.call("new", { setup });
  // Until no more games fit in the interpreter.
  for (let full = false; !full;)
    full = await rules.call("copy", { game }).then(() => false, () => true);
  session.line.open();
  await until(() => session.failed || session.match !== null);
  expect([session.failed, session.match, errors.mock.calls.length]).toEqual([true, null, 1]);
  await rules.call("drop", { game });
  seats();
  await until(() => session.match !== null);
  expect(session.failed).toBe(false);
  expect(session.match?.hash).toBe(platform.log.at(-1)?.hash);
});
