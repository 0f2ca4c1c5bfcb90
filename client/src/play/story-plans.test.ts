import { expect, it } from "vitest";

import { english } from "../text/en/index.ts";
import { Names } from "./names.ts";
import { tell } from "./story.ts";

const names = new Names(0, ["Ada", "Linus", "Grace"]);

function told(...events: readonly (readonly number[])[]) {
  return tell([{ seat: 255, round: 1, events }], names);
}

it("tells every event of a round of plans, whose it is and whether it is bad for the player", () => {
  const lines = told(
    [51, 3, 3, 3],
    [52, 1],
    [53, 0, 0],
    [53, 1, 1],
    [54, 2, 0, 1],
    [55, 1, 2, 0],
    [57, 0, 2, 11],
    [57, 1, 3, 20],
  );
  const failed = english["rejection.20"];
  expect(lines.map(({ seat, tone, text }) => [seat, tone, text])).toEqual([
    [-1, "plain", "All mayors plan this round at once"],
    [1, "plain", "Linus sealed a plan"],
    [0, "bad", "You sealed no plan in time"],
    [1, "plain", "Linus sealed a plan that was never opened: it is void"],
    [2, "plain", "Grace’s plan was opened"],
    [-1, "plain", "The first step is taken by Linus, Grace, and You, in this order"],
    [0, "bad", "Your step 2 could not be done: Too few coins were left."],
    [1, "plain", `Linus’s step 3 could not be done: ${failed}`],
  ]);
});

it("tells a step at its fallback, and leaves one done as planned to what it did", () => {
  expect(told([56, 1, 1, 0])).toEqual([]);
  expect(told([56, 1, 2, 1]).map(({ text }) => text)).toEqual([
    "Linus took step 2 of the plan at its second place",
  ]);
});

it("gives no refusal of a step with a place for figures that the event does not hold", () => {
  for (const [key, message] of Object.entries(english)) {
    if (!key.startsWith("rejection.") || !JSON.stringify(message).includes("{")) continue;
    const code = Number(key.slice("rejection.".length));
    if (code >= 60) continue; // of policy, trade and platform: no step of a plan meets these
    expect(told([57, 1, 1, code])[0]?.text).not.toContain("{");
  }
});
