import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Heard, Said } from "../connection/messages.ts";
import { Talk } from "./talk.ts";

const TYPED = Array.from({ length: 12 }, (_, n) => `line ${n}`);

let talk: Talk;
let open: boolean;
let said: Said<"chat">[];
/** When each was said, ms from the beginning. */
let times: number[];

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  open = true;
  said = [];
  times = [];
  talk = new Talk({
    get open() {
      return open;
    },
    chat: (line) => {
      said.push(line);
      times.push(Date.now());
      return open;
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
});

function type(...lines: readonly string[]): void {
  for (const line of lines) talk.say(line, 0, "Ada");
}

/** The platform tells what was said, from the `from`-th on. */
function comeBack(from = 0): void {
  said.slice(from).forEach(({ line_id, text }, n) => {
    const heard: Heard<"chat"> = { id: from + n + 1, line_id, seat: 0, name: "Ada", text, time: 0 };
    talk.hear(heard, 0);
  });
}

describe("what is typed", () => {
  it("is shown at once, and goes at once", () => {
    type("Good luck!");
    expect(said.map(({ text }) => text)).toEqual(["Good luck!"]);
    expect(talk.lines.map(({ text, pending }) => [text, pending])).toEqual([["Good luck!", true]]);
    comeBack();
    expect(talk.lines.map(({ text, pending }) => [text, pending])).toEqual([
      ["Good luck!", undefined],
    ]);
    expect(talk.unread).toBe(0);
  });

  it("while the line is cut all arrives over the next, in order, at the platform's pace", () => {
    open = false;
    type(...TYPED);
    vi.advanceTimersByTime(60_000);
    expect(said).toEqual([]);
    open = true;
    talk.again();
    vi.advanceTimersByTime(60_000);
    expect(said.map(({ text }) => text)).toEqual(TYPED);
    const from = times.map((time) => time - 60_000);
    expect(from).toEqual([0, 0, 0, 0, 0, 0, 2000, 4000, 6000, 8000, 10_000, 12_000]);
  });

  it("goes once, however often the platform says that it was too much", () => {
    type(...TYPED.slice(0, 6));
    // Another window has used up the pace: only the first two were taken.
    const refused = said.slice(2);
    for (const { line_id } of refused) talk.slowDown(line_id, 400);
    const [one, two] = said;
    said = one && two ? [one, two] : [];
    comeBack();
    vi.advanceTimersByTime(60_000);
    expect(said.slice(2)).toEqual(refused);
    expect(times.slice(6)).toEqual([2000, 4000, 6000, 8000]);
  });

  it("goes again under its id when it had not come back", () => {
    type("Can you hear me?");
    talk.again();
    const [first] = said;
    expect(said).toEqual([first, first]);
    comeBack(1);
    talk.again();
    expect(said).toHaveLength(2);
  });

  it("holds whole characters only", () => {
    type("half a smile: \ud83d");
    expect(said[0]?.text).toBe("half a smile: \ufffd");
    expect(talk.lines[0]?.text).toBe("half a smile: \ufffd");
  });
});
