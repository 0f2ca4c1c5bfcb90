/** End turn, undo, suggest. */
import type { VNode } from "preact";

import { coded, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Icon } from "./icons.tsx";
import { offerText } from "./story.ts";
import { ACTION } from "./tools.ts";

export function TurnPanel({
  desk,
  onResults,
}: {
  readonly desk: Desk;
  readonly onResults: () => void;
}): VNode {
  const { match } = desk;
  const { screen, tables } = match;
  const left = screen.points[match.me] ?? 0;
  const rest =
    left === 0
      ? text("turn.endNone")
      : text("turn.endLeft", { n: left, kept: Math.min(left, tables.kept) });
  return (
    <div class="turn-panel">
      {desk.advice && (
        <p class="paper advice" data-advice>
          {desk.advice}
        </p>
      )}
      <div class="turn-tools">
        <button
          type="button"
          class="button plain paper"
          data-undo
          disabled={!match.myTurn || screen.undo === 0}
          onClick={() => void desk.carryOut([ACTION.undo])}
        >
          <Icon name="undo" />
          {text("turn.undo")}
        </button>
        <button
          type="button"
          class="button plain paper"
          data-suggest
          disabled={!match.myTurn}
          onClick={() => void suggest(desk)}
        >
          <Icon name="idea" />
          {text("turn.suggest")}
        </button>
      </div>
      {match.over ? (
        <button type="button" class="end-turn" onClick={onResults}>
          <b>{text("turn.results")}</b>
        </button>
      ) : (
        <button
          type="button"
          class="end-turn"
          data-end-turn
          disabled={!match.myTurn}
          onClick={() => void desk.carryOut([ACTION.endTurn])}
        >
          <b>{text("turn.end")}</b>
          <span>{match.myTurn
              ? rest
              : screen.turn_seat === match.me
                ? text("turn.waitYou")
                : text("turn.wait", { who: match.names.of(screen.turn_seat) })}</span>
          <kbd aria-hidden="true">Space</kbd>
        </button>
      )}
    </div>
  );
}

/** Shows what a bot would do; what has no place on the board is done in its panel. */
async function suggest(desk: Desk): Promise<void> {
  const action = (await desk.match.suggestion()).map(Number);
  if (desk.propose(action)) return;
  const [kind, first = 0, second = 0, third = 0] = action;
  if (kind === ACTION.endTurn) desk.advise(text("advice.nothing"));
  else if (kind === ACTION.policy)
    desk.advise(
      text("advice.policy", {
        tax: coded("tax", first),
        price: second,
        ordinance: coded("ordinance", third),
      }),
    );
  else if (kind === ACTION.overtime) desk.advise(text("advice.overtime"));
  else if (kind === ACTION.fundDrive) desk.advise(text("advice.fund"));
  else if (kind === ACTION.offer)
    desk.advise(text("advice.trade", { offer: offerText([desk.match.me, 0, ...action.slice(1)]) }));
  else desk.advise(text("advice.answer"));
  if (kind === ACTION.endTurn) document.querySelector<HTMLElement>("[data-end-turn]")?.focus();
  else {
    desk.tab =
      kind === ACTION.policy || kind === ACTION.overtime || kind === ACTION.fundDrive
        ? "city"
        : "trade";
    desk.tell();
  }
}
