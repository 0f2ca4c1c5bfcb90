/** Collects the Python that runs in the browser: the portable packages and what calls them. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { PortableFiles } from "../src/rules/interpreter.ts";

/** The top of the repository. */
export const REPOSITORY = join(import.meta.dirname, "..", "..");

/** The packages of `games/` that are written in the portable subset. */
const PACKAGES = ["games/engine", "games/ledger", "games/bots"];

/** What stands between the packages and the page: modules at the top of the interpreter's path. */
const BRIDGE = "client/src/rules";

/** Absolute paths of the folders that `portableFiles` reads. */
export function portableSources(): string[] {
  return [...PACKAGES, BRIDGE].map((path) => join(REPOSITORY, path));
}

/** Path in the interpreter -> text, in the order of the paths. */
export function portableFiles(): PortableFiles {
  const found = new Map([["games/__init__.py", "games/__init__.py"]]);
  for (const folder of [...PACKAGES, BRIDGE]) {
    for (const name of pythonFiles(folder)) {
      found.set(folder === BRIDGE ? name : `${folder}/${name}`, `${folder}/${name}`);
    }
  }
  const files: Record<string, string> = {};
  for (const [path, source] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    files[path] = readFileSync(join(REPOSITORY, source), "utf8");
  }
  return files;
}

function pythonFiles(folder: string): string[] {
  const path = join(REPOSITORY, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".py"));
}

/** SHA-256 over the files as they are written into one asset, in hexadecimal. */
export function portableAsset(files: PortableFiles): { text: string; hash: string } {
  const text = JSON.stringify(files);
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}
