/** Clocks and ages in words. */
import type { MatchCard } from "../connection/matches.ts";
import { text } from "../text/catalogue.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNTIMED = 0;
const CORRESPONDENCE = 2;

/** What time a mayor has for a turn. */
export function clockText({ kind, turn, bank }: MatchCard["clock"]): string {
  if (kind === UNTIMED) return text("clock.none");
  if (kind === CORRESPONDENCE) return text("clock.days", { n: Math.floor(turn / DAY) });
  const each =
    turn % MINUTE
      ? text("clock.seconds", { n: Math.floor(turn / SECOND) })
      : text("clock.minutes", { n: turn / MINUTE });
  return bank ? text("clock.withBank", { each, n: Math.floor(bank / MINUTE) }) : each;
}

/** How large the map is and how long the match. */
export function extentText({ size, rounds }: Pick<MatchCard, "size" | "rounds">): string {
  return text("lobby.extent", { size, rounds });
}

/** How long ago, roughly. */
export function ageText(passed: number): string {
  if (passed < MINUTE) return text("age.now");
  if (passed < HOUR) return text("age.minutes", { n: Math.floor(passed / MINUTE) });
  if (passed < DAY) return text("age.hours", { n: Math.floor(passed / HOUR) });
  return text("age.days", { n: Math.floor(passed / DAY) });
}
