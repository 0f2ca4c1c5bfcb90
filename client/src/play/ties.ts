/** By what mayors with equal prestige were put in order (docs/rules.md, 8.3). */
import type { Screen } from "../rules/operations.ts";
import { text } from "../text/catalogue.ts";
import type { Names } from "./names.ts";

/** In the order in which they decide; a rank is shared when all are equal. */
const BREAKS = ["people", "smoke", "coins"] as const;

export type Ranked = Pick<Screen, "prestige" | "standings" | (typeof BREAKS)[number]>;

/** One sentence for every two neighbours in the standings whose prestige is equal. */
export function ties(screen: Ranked, names: Names): string[] {
  const total = (seat: number) => (screen.prestige[seat] ?? []).reduce((sum, n) => sum + n, 0);
  const ranked = inOrder(screen).filter((seat) => (screen.standings[seat] ?? 0) > 0);
  return ranked.slice(1).flatMap((seat, i) => {
    const before = ranked[i] ?? seat;
    if (total(before) !== total(seat)) return [];
    const places = { who: names.of(before), other: names.object(seat) };
    const by = BREAKS.find((figure) => screen[figure][before] !== screen[figure][seat]);
    if (by === undefined) return [text("tie.shared", places)];
    return [text(`tie.${by}`, { ...places, a: screen[by][before] ?? 0, b: screen[by][seat] ?? 0 })];
  });
}

/** All seats, the best first; those without a rank last. */
export function inOrder({ standings }: Pick<Screen, "standings">): number[] {
  const rank = (seat: number) => {
    const place = standings[seat] ?? 0;
    return place > 0 ? place : standings.length + 1;
  };
  return standings.map((_, seat) => seat).sort((a, b) => rank(a) - rank(b) || a - b);
}
