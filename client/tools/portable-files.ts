/** Collects the Python that runs in the browser: the portable packages and what calls them. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { PortableFiles } from "../src/rules/interpreter.ts";

/** The top of the repository. */
export const REPOSITORY = join(import.meta.dirname, "..", "..");

/** The packages of `games/` that are written in the portable subset. */
const PACKAGES = ["games/engine", "games/ledger", "games/bots"];

/** Single files, by their path in the interpreter and in the repository. */
const FILES: readonly (readonly [string, string])[] = [
  ["games/__init__.py", "games/__init__.py"],
  ["bridge.py", "client/src/rules/bridge.py"],
  ["dispatch.py", "client/src/rules/dispatch.py"],
];

/** Absolute paths of all that `portableFiles` reads: files and folders to watch. */
export function portableSources(): string[] {
  return [...PACKAGES, ...FILES.map(([, source]) => source)].map((path) => join(REPOSITORY, path));
}

/** Path in the interpreter -> text, in the order of the paths. */
export function portableFiles(): PortableFiles {
  const found = new Map<string, string>(FILES);
  for (const folder of PACKAGES) {
    if (!existsSync(join(REPOSITORY, folder))) continue;
    for (const name of readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: "utf8" })) {
      if (name.endsWith(".py")) found.set(`${folder}/${name}`, `${folder}/${name}`);
    }
  }
  const files: Record<string, string> = {};
  for (const [path, source] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    files[path] = readFileSync(join(REPOSITORY, source), "utf8");
  }
  return files;
}

/** SHA-256 over the files as they are written into one asset, in hexadecimal. */
export function portableAsset(files: PortableFiles): { text: string; hash: string } {
  const text = JSON.stringify(files);
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}
