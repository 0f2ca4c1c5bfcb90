/** What an action would change, from the rules' own preview of the round's end. */
import type { VNode } from "preact";

import type { Preview } from "../rules/operations.ts";
import { at, cornerOf } from "../board/scene.ts";
import { coded, signed, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Row } from "./effect-row.tsx";
import { Icon } from "./icons.tsx";
import type { Match } from "./match.ts";
import { ACTION } from "./tools.ts";

interface Change {
  readonly n: number;
  readonly words: string;
  /** A figure by itself, no difference. */
  readonly plain?: boolean;
  /** A rival's. */
  readonly theirs?: boolean;
}

export function Effects({
  desk,
  preview,
}: {
  readonly desk: Desk;
  readonly preview: Preview;
}): VNode {
  const rows = changes(desk, preview);
  const warnings = warningsOf(desk, preview);
  const badges = (preview.homes ?? []).some(
    ([tile, before, after]) =>
      before !== after && (desk.match.tables.capacity[at(desk.match.scene.kind, tile)] ?? 0) > 0,
  );
  return (
    <>
      {warnings.map((words) => (
        <p key={words} class="bad">
          {words}
        </p>
      ))}
      {desk.suggested && <p class="why">{text("advice.why", { why: reason(desk, rows) })}</p>}
      {rows.length === 0 ? (
        <p class="quiet">{text("card.quiet")}</p>
      ) : (
        <ul class="effects scrolls">
          {rows.map(({ n, words, plain = false }) => (
            <Row key={words} n={plain ? String(n) : signed(n)} tone={n} words={words} plain={plain} />
          ))}
        </ul>
      )}
      {badges && (
        <p class="quiet badges">
          <Icon name="happy" /> {text("card.badges")}
        </p>
      )}
      {rows.length > 0 && <p class="quiet caveat">{text("card.ifNow")}</p>}
    </>
  );
}

/** What a suggestion is good for: its best effects, or what such work is for. */
function reason(desk: Desk, rows: readonly Change[]): string {
  const gains = rows
    .filter(({ n, plain, theirs }) => n > 0 && !plain && !theirs)
    .sort((a, b) => b.n - a.n)
    .slice(0, 2);
  if (gains.length > 0) return gains.map(({ n, words }) => `${signed(n)} ${words}`).join("; ");
  const [kind] = desk.plan?.action ?? [];
  return text(
    kind === ACTION.road
      ? "advice.land"
      : kind === ACTION.avenue
        ? "advice.avenue"
        : "advice.later",
  );
}

/** What the player would lose, or would not get the use of. */
function warningsOf({ plan, match }: Desk, preview: Preview): string[] {
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

function changes({ match }: Desk, preview: Preview): Change[] {
  const { me } = match;
  const mine = (seat: number, words: string) => of(match, seat, words);
  const rows: Change[] = [];
  for (const seat of new Set([me, ...(preview.lines ?? []).map(([s]) => s)])) {
    for (const [, line, before, after] of (preview.lines ?? []).filter(([s]) => s === seat)) {
      rows.push({
        n: after - before,
        words: mine(seat, `${coded("income", line)}, ${text("card.income")}`),
        theirs: seat !== me,
      });
    }
  }
  for (const [seat, before, after] of preview.power ?? [])
    rows.push({
      n: after - before,
      words: mine(seat, text("card.power")),
      theirs: seat !== me,
    });
  for (const [seat, before, after] of preview.residents ?? [])
    rows.push({
      n: after - before,
      words: mine(seat, text("card.residents")),
      theirs: seat !== me,
    });
  const isHome = (tile: number) => (match.tables.capacity[at(match.scene.kind, tile)] ?? 0) > 0;
  for (const [seat, line, before, after] of preview.prestige ?? []) {
    if (seat === me)
      rows.push({
        n: after - before,
        words: text("card.prestigeLine", { line: coded("prestige", line) }),
      });
  }
  rows.push(...homes(preview, isHome));
  return rows;
}

/** Changes of homes' happiness, one row a factor: "+3 school within 3 (3 homes)". */
function homes(preview: Preview, isHome: (tile: number) => boolean): Change[] {
  const fresh: Change[] = [];
  const sums = new Map<number, { n: number; homes: number }>();
  for (const [tile, , after, factors] of preview.homes ?? []) {
    if (!isHome(tile)) {
      // A new home has no happiness to compare with.
      fresh.push({ n: after, words: text("card.newHome"), plain: true });
      continue;
    }
    for (const [factor, before, after] of factors) {
      const sum = sums.get(factor) ?? { n: 0, homes: 0 };
      sums.set(factor, { n: sum.n + after - before, homes: sum.homes + 1 });
    }
  }
  const changed = [...sums].map(([factor, { n, homes: count }]) => ({
    n,
    words: `${coded("factor", factor)}: ${text("card.homes", { n: count })}`,
  }));
  return [...fresh.slice(0, 1), ...changed];
}

/** Whose a change is, unless the player's own. */
function of({ me, names }: Match, seat: number, words: string): string {
  return seat === me ? words : text("card.for", { what: words, who: names.object(seat) });
}
