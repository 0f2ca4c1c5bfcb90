import { expect, test } from "vitest";

import { portableFiles } from "../../tools/portable-files.ts";
import { startInterpreter } from "../rules/interpreter.ts";
import { generated, type PowerTables } from "./generation.ts";

const PROBE = `
import json
import screen
from games.engine.v0.catalogue import KINDS
from games.engine.v0.round.power import generation

def run(data):
    made = [[generation(kind, ground) for ground in range(6)] for kind in range(KINDS)]
    tables = screen.tables()
    kept = {name: tables[name] for name in ("generation", "hill_generation")}
    return json.dumps([kept, made]).encode()
`;

test("every plant makes on every ground what the rules say", async () => {
  const interpreter = await startInterpreter({ files: { ...portableFiles(), "probe.py": PROBE } });
  const answer = new TextDecoder().decode(interpreter.call("probe.run", new Uint8Array()));
  const [tables, told] = JSON.parse(answer) as [PowerTables, number[][]];
  const found = told.map((grounds, kind) =>
    grounds.map((_, ground) =>
      generated({ kind: Uint8Array.of(kind), terrain: Uint8Array.of(ground) }, 0, tables),
    ),
  );
  expect(found).toEqual(told);
});
