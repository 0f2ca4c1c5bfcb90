/**
 * The player's commands that have no answer yet, kept by this window over a reload.
 *
 * They keep their ids, so one that was carried out meanwhile is not carried out again.
 */
import { fromBase64 } from "../connection/bytes.ts";
import type { Action } from "../rules/operations.ts";
import { command, type Command } from "./commands.ts";

const ID_BYTES = 16;

function key(match: string): string {
  return `citybuilder.commands.${match}`;
}

/** Keeps these, and nothing else, of a match. */
export function keep(match: string, commands: readonly Command[]): void {
  try {
    if (commands.length === 0) sessionStorage.removeItem(key(match));
    else {
      const all = commands.map(({ id, action, round }) => ({ id, action, round }));
      sessionStorage.setItem(key(match), JSON.stringify(all));
    }
  } catch {
    // A closed store costs what is under way if the page is left, as it would without this.
  }
}

/** What was kept of a match, not judged yet. What is damaged is passed over. */
export function kept(match: string): Command[] {
  return parsed(match).flatMap((one) => {
    try {
      const { id, action, round } = one as Record<string, unknown>;
      const bytes = fromBase64(id as string);
      const numbers = Array.isArray(action) && action.length > 0 && action.every(Number.isInteger);
      if (bytes.length !== ID_BYTES || !numbers || !Number.isInteger(round)) return [];
      return [command(action as Action, round as number, null, "", bytes)];
    } catch {
      return [];
    }
  });
}

function parsed(match: string): readonly unknown[] {
  try {
    const all: unknown = JSON.parse(sessionStorage.getItem(key(match)) ?? "[]");
    return Array.isArray(all) ? all : [];
  } catch {
    return [];
  }
}
