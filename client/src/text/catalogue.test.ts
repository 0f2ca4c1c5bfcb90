import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { portableFiles } from "../../tools/portable-files.ts";
import { startInterpreter } from "../rules/interpreter.ts";
import type { Tables } from "../rules/operations.ts";
import { coded, hasCode, signed, text, type CodeGroup } from "./catalogue.ts";
import { english } from "./en/index.ts";

const SOURCES = join(import.meta.dirname, "..");
let tables: Tables;

beforeAll(async () => {
  const interpreter = await startInterpreter({ files: portableFiles() });
  const question = new TextEncoder().encode(JSON.stringify({ op: "tables", args: {} }));
  const answer = new TextDecoder().decode(interpreter.call("bridge.call", question));
  tables = JSON.parse(answer) as Tables;
});

function codes(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

describe("the catalogue", () => {
  it("has words for every rejection and every building of the rules", () => {
    expect(tables.rejections.length).toBeGreaterThan(40);
    for (const code of tables.rejections)
      expect(hasCode("rejection", code), `rejection ${code}`).toBe(true);
    for (let kind = 1; kind < tables.cost.length; kind++) {
      expect(hasCode("building", kind), `building ${kind}`).toBe(true);
      expect(hasCode("effect", kind), `effect ${kind}`).toBe(true);
    }
  });

  it.each<[CodeGroup, number, number]>([
    ["goal", 1, 17],
    ["goalRule", 1, 17],
    ["event", 0, 16],
    ["eventRule", 0, 16],
    ["terrain", 0, 5],
    ["wind", 0, 3],
    ["ordinance", 0, 6],
    ["ordinanceRule", 0, 6],
    ["tax", 0, 2],
    ["factor", 1, 16],
    ["income", 0, 15],
    ["prestige", 0, 9],
    ["level", 0, 1],
    ["kind", 0, 3],
    ["mayor", 0, 5],
    ["thing", 1, 3],
  ])("has words for every %s", (group, from, to) => {
    for (const code of codes(from, to)) expect(hasCode(group, code), `${group} ${code}`).toBe(true);
  });

  it("fills places in and chooses the plural", () => {
    expect(text("top.points", { n: 1 })).toBe("1 action left");
    expect(text("top.points", { n: 3 })).toBe("3 actions left");
    expect(coded("rejection", 11, { need: 9, have: 4 })).toBe(
      "Not enough coins: 9 needed, you have 4.",
    );
    expect(signed(-2)).toBe("−2");
    expect(coded("building", 1)).toBe("Cottage");
    expect(coded("building", 1, { n: 3 })).toBe("Cottages");
    expect(text("card.cost", { coins: 1, points: 2 })).toBe("1 coin, 2 actions");
    expect(text("recap.coins", { n: signed(-1) })).toBe("−1 coin");
  });

  it("holds no text that nothing says", () => {
    const code = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("text"))
      .map((name) => readFileSync(join(SOURCES, name), "utf8"))
      .join("\n");
    const said = code + JSON.stringify(english).replaceAll(/\{\w+:(\w+)\}/g, '"count.$1"');
    const named = Object.keys(english).filter((key) => !/\.\d+$/.test(key));
    const unsaid = named.filter(
      (key) =>
        !said.replaceAll(`"${key}":`, "").includes(`"${key}"`) &&
        !said.includes(`\`${key.split(".")[0] ?? ""}.\${`),
    );
    expect(unsaid).toEqual([]);
  });
});
