import { describe, expect, it } from "vitest";

import { portableFiles } from "../../tools/portable-files.ts";
import { startInterpreter } from "../rules/interpreter.ts";
import { fromBase64, idBytes, toBase64 } from "./bytes.ts";
import { commitmentOf, keptOpening, openingFor } from "./opening.ts";

const MATCH = "00mz5r41vfq3pjk9d0gw2ye8tx";

const PROBE = `
from games.ledger.fairness import opening_commitment

def promise(data):
    attempt = int.from_bytes(data[16:20], "big")
    return opening_commitment(data[:16], attempt, data[20], data[21:])
`;

describe("a mayor's part of the chance", () => {
  it("is promised as the ledger checks it", async () => {
    const interpreter = await startInterpreter({ files: portableFiles() });
    interpreter.write("probe.py", PROBE);
    for (const [attempt, seat] of [
      [0, 0],
      [3, 5],
      [70_000, 255],
    ] as const) {
      const opening = crypto.getRandomValues(new Uint8Array(64));
      const numbers = new Uint8Array(5);
      new DataView(numbers.buffer).setUint32(0, attempt);
      numbers[4] = seat;
      const asked = Uint8Array.of(...idBytes(MATCH), ...numbers, ...opening);
      const promised = commitmentOf(MATCH, attempt, seat, opening);
      expect(promised).toEqual(new Uint8Array(interpreter.call("probe.promise", asked)));
    }
  });

  it("is the same for a match and attempt until it was opened, and another for the next", () => {
    const first = openingFor(MATCH, 0);
    expect(first).toHaveLength(64);
    expect(openingFor(MATCH, 0)).toEqual(first);
    expect(keptOpening(MATCH, 0)).toEqual(first);
    expect(openingFor(MATCH, 1)).not.toEqual(first);
    expect(keptOpening(MATCH, 2)).toBeNull();
  });

  it("names matches by the bytes of their id, and by no other writing", () => {
    expect(idBytes("0".repeat(25) + "1")).toEqual(Uint8Array.of(...Array<number>(15).fill(0), 1));
    expect(idBytes("7" + "z".repeat(25))).toEqual(new Uint8Array(16).fill(255));
    for (const wrong of ["", "0", "8".repeat(26), "0".repeat(25) + "i", "0".repeat(27)])
      expect(() => idBytes(wrong)).toThrow();
  });

  it("crosses the wire as base64 with padding", () => {
    const data = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(fromBase64(toBase64(data))).toEqual(data);
    expect(toBase64(Uint8Array.of(255, 254))).toBe("//4=");
  });
});
