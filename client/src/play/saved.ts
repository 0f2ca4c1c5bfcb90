/** A match as it is kept in the browser: its setup and every action. Nothing else is needed. */
import type { Setup } from "../rules/operations.ts";

export const FORMAT = "citybuilder-solo-match-0";
const KEY = "citybuilder.match";
/** A bot of another level would never move, and the match wait for it at every visit. */
const LEVELS: readonly number[] = [0, 1];

export interface Entry {
  readonly seat: number;
  readonly action: readonly (number | string)[];
  /** SHA-256 of the whole state after it. */
  readonly hash: string;
}

export interface SavedMatch {
  readonly format: typeof FORMAT;
  readonly setup: Setup;
  /** Level of the bots: 0 easy, 1 medium. */
  readonly level: number;
  readonly entries: readonly Entry[];
}

export function keep(match: SavedMatch): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(match));
  } catch {
    // A full or closed store costs the reload, not the match.
  }
}

function isEntry(entry: Partial<Entry> | null): boolean {
  return (
    typeof entry?.seat === "number" &&
    Array.isArray(entry.action) &&
    typeof entry.hash === "string"
  );
}

export function kept(): SavedMatch | null {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<SavedMatch> | null;
    return found?.format === FORMAT &&
      found.setup &&
      typeof found.setup === "object" &&
      LEVELS.includes(found.level ?? NaN) &&
      Array.isArray(found.entries) &&
      found.entries.every(isEntry)
      ? (found as SavedMatch)
      : null;
  } catch {
    return null;
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A closed store has nothing to forget.
  }
}

/** Hands the match to the player as a file. */
export function download(match: SavedMatch): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(match, null, 1)], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = `city-builder-${match.setup.seed.slice(0, 8)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
