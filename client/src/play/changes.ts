/** What an action would change, from the rules' own preview of the round's end, in words. */
import { at, cornerOf } from "../board/scene.ts";
import type { Preview } from "../rules/operations.ts";
import { coded, text } from "../text/catalogue.ts";
import type { Match } from "./match.ts";
import { ACTION, type Plan } from "./tools.ts";

/** What a change is about, the weightiest first. */
export const WEIGHT = ["prestige", "residents", "income", "happiness", "power"] as const;

export interface Change {
  readonly about: (typeof WEIGHT)[number];
  readonly n: number;
  readonly words: string;
  /** A figure by itself, no difference. */
  readonly plain?: boolean;
  /** A rival's. */
  readonly theirs?: boolean;
}

export function changesOf(match: Match, preview: Preview): Change[] {
  const { me } = match;
  const rows: Change[] = [];
  const add = (about: Change["about"], seat: number, n: number, words: string) => {
    rows.push({ about, n, words: of(match, seat, words), theirs: seat !== me });
  };
  for (const seat of new Set([me, ...(preview.lines ?? []).map(([s]) => s)])) {
    for (const [, line, before, after] of (preview.lines ?? []).filter(([s]) => s === seat))
      add("income", seat, after - before, `${coded("income", line)}, ${text("card.income")}`);
  }
  for (const [seat, before, after] of preview.power ?? [])
    add("power", seat, after - before, text("card.power"));
  for (const [seat, before, after] of preview.residents ?? [])
    add("residents", seat, after - before, text("card.residents"));
  for (const [seat, line, before, after] of preview.prestige ?? []) {
    if (seat === me)
      add(
        "prestige",
        seat,
        after - before,
        text("card.prestigeLine", { line: coded("prestige", line) }),
      );
  }
  rows.push(...homes(match, preview));
  return rows;
}

/** What the player would lose, or would not get the use of. */
export function warningsOf(match: Match, plan: Plan | null, preview: Preview): string[] {
  const { scene, tables } = match;
  const out: string[] = [];
  const [action] = plan?.action ?? [];
  if (plan && (action === ACTION.road || action === ACTION.demolish)) {
    const corners = new Set(
      plan.tiles.filter((t) => at(scene.kind, t)).map((t) => cornerOf(scene, t)),
    );
    for (const corner of corners) {
      const kind = at(scene.kind, corner);
      const people = at(scene.residents, corner);
      const back = Math.floor((tables.invested[kind] ?? 0) / 2);
      const losses = [
        ...(people ? [text("card.leave", { n: people })] : []),
        text("card.back", { n: back }),
      ];
      out.push(`${text("card.removes", { what: coded("building", kind) })}: ${losses.join(", ")}`);
    }
  }
  const dark = (preview.dark ?? []).map((corner) =>
    at(scene.kind, corner)
      ? of(match, at(scene.owner, corner), coded("building", at(scene.kind, corner)))
      : coded("building", plan?.tool ?? 0),
  );
  if (dark.length > 0) out.push(text("card.goesDark", { what: [...new Set(dark)].join(", ") }));
  if ((preview.unmanned ?? []).length > 0) out.push(text("card.unmanned"));
  return out;
}

/** Homes that stand and would be happier or sadder: [tile, happiness before, after]. */
export function touchedHomes(
  { scene, tables }: Match,
  preview: Preview,
): (readonly [number, number, number])[] {
  return (preview.homes ?? [])
    .filter(
      ([tile, before, after]) =>
        before !== after && (tables.capacity[at(scene.kind, tile)] ?? 0) > 0,
    )
    .map(([tile, before, after]) => [tile, before, after] as const);
}

/** Changes of homes' happiness, one row a factor: "+3 happiness of 3 homes (school within 3)". */
function homes({ scene, tables }: Match, preview: Preview): Change[] {
  const fresh: Change[] = [];
  const sums = new Map<number, { n: number; homes: number }>();
  for (const [tile, , after, factors] of preview.homes ?? []) {
    if (!tables.capacity[at(scene.kind, tile)]) {
      // A new home has no happiness to compare with.
      fresh.push({ about: "happiness", n: after, words: text("card.newHome"), plain: true });
      continue;
    }
    for (const [factor, before, after] of factors) {
      const sum = sums.get(factor) ?? { n: 0, homes: 0 };
      sums.set(factor, { n: sum.n + after - before, homes: sum.homes + 1 });
    }
  }
  const changed = [...sums].map(([factor, { n, homes: count }]) => ({
    about: "happiness" as const,
    n,
    words: text("card.homes", { n: count, why: coded("factor", factor) }),
  }));
  return [...fresh.slice(0, 1), ...changed];
}

/** Whose a change is, unless the player's own. */
function of({ me, names }: Match, seat: number, words: string): string {
  return seat === me ? words : text("card.for", { what: words, who: names.object(seat) });
}
