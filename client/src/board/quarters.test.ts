/** Blocks as the page finds them, beside those that the rules find on the same ground. */
import { expect, test } from "vitest";

import { portableFiles } from "../../tools/portable-files.ts";
import { startInterpreter } from "../rules/interpreter.ts";
import { blockAt, blocks, canFinish, quarterBlocks, type QuarterTables } from "./quarters.ts";
import { bytes } from "./scene.ts";

/** Grounds without sense but with everything on them, and what the rules say of their blocks. */
const PROBE = `
import json
import screen
from games.engine import v0
from games.engine.v0 import catalogue
from games.engine.v0.round.quarters import blocks, finished

def run(data):
    state = v0.new_game(v0.standard_setup(0, 2, bytes(32)))
    n = 1
    out = []
    for board in range(60):
        for tile in range(len(state.road)):
            n = (n * 1103515245 + 12345) % 2147483648
            draw = n >> 8
            state.road[tile] = 1 if draw % 100 < 38 else 0
            state.terrain[tile] = draw // 128 % 6
            built = not state.road[tile] and draw // 1024 % 8 < 7
            state.kind[tile] = draw // 8192 % catalogue.KINDS if built else 0
        found = [[sorted(cells), finished(state, cells)] for cells in blocks(state)]
        planes = [bytes(plane).hex() for plane in (state.road, state.terrain, state.kind)]
        out.append([planes, found])
    tables = screen.tables()
    kept = {name: tables[name] for name in ("quarter", "quarter_part")}
    return json.dumps([kept, state.size, out]).encode()
`;

type Told = [QuarterTables, number, [[string, string, string], [number[], boolean][]][]];

test("the page finds the blocks and finished quarters that the rules find", async () => {
  const interpreter = await startInterpreter({ files: { ...portableFiles(), "probe.py": PROBE } });
  const answer = new TextDecoder().decode(interpreter.call("probe.run", new Uint8Array()));
  const [tables, size, boards] = JSON.parse(answer) as Told;
  const seen = { finished: 0, unfinished: 0 };
  for (const [[road, terrain, kind], told] of boards) {
    const ground = { size, road: bytes(road), terrain: bytes(terrain), kind: bytes(kind) };
    const found = blocks(ground, tables);
    expect(found.map(({ tiles, finished }) => [[...tiles].sort((a, b) => a - b), finished])).toEqual(
      told,
    );
    for (const { finished } of found) seen[finished ? "finished" : "unfinished"]++;
  }
  expect(seen.finished).toBeGreaterThan(10);
  expect(seen.unfinished).toBeGreaterThan(100);
});

const SIGNS = { "=": 1, "~": 2, ".": 3, f: 4, H: 5, S: 6, P: 7 } as const;
const TABLES: QuarterTables = { quarter: [2, 12], quarter_part: [0, 1, 2, 4] };
const [HOME, SHOP, PARK] = [1, 2, 3];

/** A square of signs: = road, ~ water, . meadow, f forest, H home, S shop, P park. */
function ground(rows: readonly string[]) {
  const signs = Array.from(rows.join(""), (sign) => SIGNS[sign as keyof typeof SIGNS]);
  const plane = (value: (sign: number) => number) => Uint8Array.from(signs, value);
  return {
    size: rows.length,
    road: plane((sign) => (sign === 1 ? 1 : 0)),
    terrain: plane((sign) => (sign === 2 ? 0 : sign === 4 ? 3 : 1)),
    kind: plane((sign) => [0, 0, 0, 0, 0, HOME, SHOP, PARK][sign] ?? 0),
  };
}

test("a block says what it lacks", () => {
  const land = ground(["=====", "=HS.=", "=====", "=H~S=", "====="]);
  const [first, ...others] = blocks(land, TABLES);
  expect(others).toEqual([]); // the lower plots are one tile each
  expect(first).toEqual({ tiles: [6, 7, 8], lacks: ["green"], empty: [8], finished: false });
  expect(first && canFinish(land, first, TABLES)).toBe(true);
  expect(blockAt(land, 16, TABLES)?.tiles).toEqual([16]);
  expect(blockAt(land, 17, TABLES)).toBeNull();
});

test("forest is green and needs no building; two tiles or no road hold no quarter", () => {
  const land = ground(["=~~~~", "Hf~..", "S=~..", "==~~~", "HS=~~"]);
  const made = blocks(land, TABLES);
  expect(made.map(({ finished }) => finished)).toEqual([true, false, false]);
  expect(made.map((block) => canFinish(land, block, TABLES))).toEqual([true, false, false]);
  expect(quarterBlocks(land, TABLES)).toEqual(made.slice(0, 1));
});
