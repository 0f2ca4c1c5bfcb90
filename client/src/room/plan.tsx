/** What will be played, in a few facts. */
import type { VNode } from "preact";

import type { MatchCard } from "../connection/matches.ts";
import { clockText } from "../lobby/words.ts";
import { coded, text } from "../text/catalogue.ts";

export function Plan({ match }: { readonly match: MatchCard }): VNode {
  const facts: readonly (readonly [string, string])[] = [
    [text("plan.kind"), coded("kind", match.kind)],
    [text("plan.mayors"), String(match.seats)],
    [text("plan.length"), text("plan.rounds", { n: match.rounds })],
    [text("plan.map"), text("home.sizeValue", { n: match.size })],
    [text("plan.clock"), clockText(match.clock)],
    [text("plan.who"), text(match.visibility === "listed" ? "plan.listed" : "plan.private")],
    [text("plan.chance"), text(match.chance ? "plan.committed" : "plan.seeded")],
  ];
  return (
    <section class="paper room-card" aria-labelledby="plan-title">
      <h2 id="plan-title">{text("plan.title")}</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
