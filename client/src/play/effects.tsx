/** What an action would change, from the rules' own preview of the round's end. */
import type { VNode } from "preact";

import type { Preview } from "../rules/operations.ts";
import { coded, signed, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Row } from "./effect-row.tsx";
import { ME } from "./match.ts";
import { nameOf } from "./story.ts";

const MOST_ROWS = 9;

export function Effects({ preview }: { readonly desk: Desk; readonly preview: Preview }): VNode {
  const rows: { n: number; words: string }[] = [];
  for (const seat of new Set([ME, ...(preview.lines ?? []).map(([s]) => s)])) {
    for (const [, line, before, after] of (preview.lines ?? []).filter(([s]) => s === seat)) {
      rows.push({
        n: after - before,
        words: mine(seat, `${coded("income", line)}, ${text("card.income")}`),
      });
    }
  }
  for (const [seat, before, after] of preview.power ?? [])
    rows.push({ n: after - before, words: mine(seat, text("card.power")) });
  for (const [seat, before, after] of preview.residents ?? [])
    rows.push({ n: after - before, words: mine(seat, text("card.residents")) });
  rows.push(...homes(preview));
  for (const [seat, line, before, after] of preview.prestige ?? []) {
    if (seat === ME)
      rows.push({
        n: after - before,
        words: text("card.prestigeLine", { line: coded("prestige", line) }),
      });
  }
  if (rows.length === 0) return <p class="quiet">{text("card.quiet")}</p>;
  return (
    <ul class="effects">
      {rows.slice(0, MOST_ROWS).map(({ n, words }) => (
        <Row key={words} n={signed(n)} tone={n} words={words} />
      ))}
    </ul>
  );
}

/** Changes of homes' happiness, one row a factor: "+3 school within 3 (3 homes)". */
function homes(preview: Preview): { n: number; words: string }[] {
  const sums = new Map<number, { n: number; homes: number }>();
  for (const [, was, , factors] of preview.homes ?? []) {
    if (was === 0) continue; // a new home has no happiness to compare with
    for (const [factor, before, after] of factors) {
      const sum = sums.get(factor) ?? { n: 0, homes: 0 };
      sums.set(factor, { n: sum.n + after - before, homes: sum.homes + 1 });
    }
  }
  return [...sums].map(([factor, { n, homes: count }]) => ({
    n,
    words: `${coded("factor", factor)}: ${text("card.homes", { n: count })}`,
  }));
}

function mine(seat: number, words: string): string {
  return seat === ME ? words : text("card.for", { what: words, who: nameOf(seat) });
}
