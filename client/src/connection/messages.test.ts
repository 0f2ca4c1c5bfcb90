/** The messages are those of docs/protocol.md, example by example. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { REPOSITORY } from "../../tools/portable-files.ts";
import { BrokenMessage, decode, encode, FROM_PLATFORM, TO_PLATFORM } from "./messages.ts";

interface Example {
  readonly type: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const DOCUMENT = readFileSync(join(REPOSITORY, "docs/protocol.md"), "utf8");

function examples(title: string): Example[] {
  const part = DOCUMENT.split(`## ${title}\n`)[1]?.split(/\n## /)[0] ?? "";
  return part
    .split(/\n### /)
    .slice(1)
    .flatMap((section) => {
      const [type = "", kind = ""] = section.split("\n", 1)[0]?.split(" ") ?? [];
      return [...section.matchAll(/```json\n(.*?)\n```/gs)].map((found) => ({
        type,
        kind,
        payload: JSON.parse(found[1] ?? "") as Record<string, unknown>,
      }));
    });
}

const said = examples("Messages of a client");
const heard = examples("Messages of the platform");

function frame({ type, payload }: Example): string {
  return JSON.stringify({ type, payload, timestamp: 0, signature: null });
}

describe("the protocol", () => {
  it("has the document's messages, no fewer and no more", () => {
    expect(said.length).toBeGreaterThan(6);
    expect(Object.keys(TO_PLATFORM).sort()).toEqual([...new Set(said.map((m) => m.kind))].sort());
    expect(Object.keys(FROM_PLATFORM).sort()).toEqual(
      [...new Set(heard.map((m) => m.kind))].sort(),
    );
  });

  it.each(said)("says $kind with the document's fields", ({ type, kind, payload }) => {
    const [known, guard] = TO_PLATFORM[kind as keyof typeof TO_PLATFORM];
    expect(known).toBe(type);
    expect(guard(payload)).toBe(true);
    expect(["kind", ...guard.fields].sort()).toEqual(Object.keys(payload).sort());
  });

  it.each(heard)("understands $kind, with the document's fields", (example) => {
    const [type, guard] = FROM_PLATFORM[example.kind as keyof typeof FROM_PLATFORM];
    expect(type).toBe(example.type);
    expect(decode(frame(example))).toEqual({ kind: example.kind, said: example.payload });
    expect(["kind", ...guard.fields].sort()).toEqual(Object.keys(example.payload).sort());
  });

  it("refuses a message without one of its fields, or with another kind of value", () => {
    for (const example of heard) {
      for (const name of Object.keys(example.payload)) {
        const rest = Object.fromEntries(
          Object.entries(example.payload).filter(([key]) => key !== name),
        );
        if (name !== "kind")
          expect(() => decode(frame({ ...example, payload: rest }))).toThrow(BrokenMessage);
        const wrong = { ...example.payload, [name]: { wrong: 1.5 } };
        expect(() => decode(frame({ ...example, payload: wrong }))).toThrow(BrokenMessage);
      }
    }
  });

  it("refuses what is no message, and passes over what a newer platform may say", () => {
    for (const broken of ["", "{", "null", "[]", '"ping"', "{}", '{"payload":{}}'])
      expect(() => decode(broken)).toThrow(BrokenMessage);
    expect(decode('{"type":"SYNC","payload":{"kind":"weather"}}')).toBeNull();
    expect(() => decode('{"type":"TURN","payload":{"kind":"draining"}}')).toThrow(BrokenMessage);
  });

  it("puts a message into the envelope", () => {
    expect(JSON.parse(encode("resume", { sequence: 17 }))).toEqual({
      type: "SYNC",
      payload: { kind: "resume", sequence: 17 },
      timestamp: expect.any(Number) as number,
      signature: null,
    });
  });
});
