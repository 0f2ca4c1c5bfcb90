import { expect, test } from "vitest";

import { portableAsset, portableFiles } from "./portable-files.ts";

test("the portable packages are collected under the names they are imported by", () => {
  const files = portableFiles();
  for (const path of ["games/__init__.py", "games/engine/__init__.py", "bridge.py", "dispatch.py"]) {
    expect(files).toHaveProperty([path]);
  }
  for (const path of Object.keys(files)) {
    expect(path).toMatch(/^(games\/((engine|ledger|bots)\/.*)?\w+\.py|\w+\.py)$/);
  }
});

test("the asset's name changes with any character of any file, and with nothing else", () => {
  const { hash } = portableAsset({ "a.py": "x = 1", "b.py": "" });
  expect(portableAsset({ "a.py": "x = 1", "b.py": "" }).hash).toBe(hash);
  expect(portableAsset({ "a.py": "x = 2", "b.py": "" }).hash).not.toBe(hash);
  expect(portableAsset({ "a.py": "x = 1", "c.py": "" }).hash).not.toBe(hash);
});
