/** The part of a card that says what an action would change. */
import type { VNode } from "preact";

import type { Preview } from "../rules/operations.ts";
import { signed, text } from "../text/catalogue.ts";
import { changesOf, touchedHomes, warningsOf } from "./changes.ts";
import type { Desk } from "./desk.ts";
import { Row } from "./effect-row.tsx";
import { Icon } from "./icons.tsx";
import { reasonOf } from "./suggestion.ts";

export function Effects({
  desk,
  preview,
}: {
  readonly desk: Desk;
  readonly preview: Preview;
}): VNode {
  const { match, plan } = desk;
  const rows = changesOf(match, preview);
  return (
    <>
      {warningsOf(match, plan, preview).map((words) => (
        <p key={words} class="bad">
          {words}
        </p>
      ))}
      {desk.suggested && plan && (
        <p class="why">{text("advice.why", { why: reasonOf(match, plan, rows) })}</p>
      )}
      {rows.length === 0 ? (
        <p class="quiet">{text("card.quiet")}</p>
      ) : (
        <ul class="effects scrolls">
          {rows.map(({ n, words, plain = false }) => (
            <Row key={words} n={plain ? String(n) : signed(n)} tone={n} words={words} plain={plain} />
          ))}
        </ul>
      )}
      {touchedHomes(match, preview).length > 0 && (
        <p class="quiet badges">
          <Icon name="happy" /> {text("card.badges")}
        </p>
      )}
      {rows.length > 0 && <p class="quiet caveat">{text("card.ifNow")}</p>}
    </>
  );
}
