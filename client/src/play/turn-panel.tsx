/** End turn, undo, suggest. */
import type { VNode } from "preact";

import { text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Icon } from "./icons.tsx";
import { suggest } from "./suggestion.ts";
import { ACTION } from "./tools.ts";

export function TurnPanel({
  desk,
  onResults,
}: {
  readonly desk: Desk;
  readonly onResults: () => void;
}): VNode {
  const { match } = desk;
  return (
    <div class="turn-panel">
      {desk.advice && (
        <p class="paper advice" data-advice>
          <span>{desk.advice.words}</span>
          {desk.advice.tab && (
            <button
              type="button"
              class="button plain"
              onClick={() => {
                desk.panels.open(desk.advice?.tab ?? null);
              }}
            >
              {text(`side.${desk.advice.tab}`)}
            </button>
          )}
        </p>
      )}
      {match.me >= 0 && <TurnTools desk={desk} />}
      {match.over ? (
        <button type="button" class="end-turn" onClick={onResults}>
          <b>{text("turn.results")}</b>
        </button>
      ) : (
        <button
          type="button"
          class="end-turn"
          data-end-turn
          disabled={!desk.atTurn}
          onClick={() => void desk.carryOut([ACTION.endTurn])}
        >
          <b>{text(match.me >= 0 ? "turn.end" : "turn.watching")}</b>
          <span>{why(desk)}</span>
          <kbd aria-hidden="true">Space</kbd>
        </button>
      )}
    </div>
  );
}

/** What a mayor can do beside building; who watches can do neither. */
function TurnTools({ desk }: { readonly desk: Desk }): VNode {
  const { match } = desk;
  return (
    <div class="turn-tools">
      <button
        type="button"
        class="button plain paper"
        data-undo
        disabled={!desk.atTurn || match.screen.undo === 0}
        onClick={() => void desk.carryOut([ACTION.undo])}
      >
        <Icon name="undo" />
        {text("turn.undo")}
      </button>
      <button
        type="button"
        class="button plain paper"
        data-suggest
        disabled={!desk.atTurn}
        onClick={() => void askAdvice(desk)}
      >
        <Icon name="idea" />
        {text("turn.suggest")}
      </button>
    </div>
  );
}

/** What would be left of the turn if it ended now; in others' turns, what its end waits for. */
function why({ match }: Desk): string {
  const { turn_seat: seat, points } = match.screen;
  if (seat >= points.length) return text("turn.waitRound");
  if (seat !== match.me) return text("turn.wait", { who: match.names.of(seat) });
  const left = points[seat] ?? 0;
  if (left === 0) return text("turn.endNone");
  return text("turn.endLeft", { n: left, kept: Math.min(left, match.tables.kept) });
}

/** Asks for a suggestion; where nothing is left to do, the next key ends the turn. */
async function askAdvice(desk: Desk): Promise<void> {
  await suggest(desk);
  if (desk.advice?.tab === null)
    document.querySelector<HTMLElement>("[data-end-turn]")?.focus();
}
