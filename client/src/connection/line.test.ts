import { afterAll, beforeAll, expect, it } from "vitest";

import { Line, type LineOwner } from "./line.ts";
import { TestSite } from "./test-site.ts";

const UNREADABLE = 1007;

let site: TestSite;

beforeAll(async () => {
  site = await TestSite.start();
});

afterAll(async () => {
  await site.stop();
});

it("stays closed when what is said after each welcome ends the connection", async () => {
  let said = 0;
  site.hear = (peer, { kind }) => {
    if (kind === "hello") peer.say({ kind: "lobby", matches: [], players: 1 });
    if (kind === "chat") peer.close(UNREADABLE);
  };
  await new Promise<void>((closed) => {
    const owner: LineOwner = {
      greet: () => {
        line.say("hello", { client: "test", epoch: 0, sequence: -1, head: null, want: "log" });
      },
      hear: ({ kind }) => {
        if (kind !== "lobby") return;
        said += 1;
        line.say("chat", { line_id: "AAECAwQFBgcICQoLDA0ODw==", text: "what it cannot read" });
      },
      changed: () => {
        if (line.state.kind === "closed") closed();
      },
      pulse: () => ({ sequence: 0, state_hash: null }),
    };
    const line = new Line("/ws/lobby/", owner);
    line.open();
  });
  expect(said).toBe(3);
});
