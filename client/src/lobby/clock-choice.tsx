/** Whether time runs, and how fast. */
import type { VNode } from "preact";

import { Choice } from "../play/choice.tsx";
import { text } from "../text/catalogue.ts";
import type { Change } from "./new-match.tsx";
import { CLOCKS, LIVE } from "./order.ts";
import { clockText } from "./words.ts";

const RULES = ["order.clockNoneRule", "order.clockLiveRule", "order.clockDaysRule"] as const;

export function ClockChoice({ draft, change, choices }: Change): VNode {
  return (
    <>
      <Choice
        name="clock"
        label={text("order.clockKind")}
        value={draft.clock}
        set={(clock) => {
          change({ clock });
        }}
        options={[
          [CLOCKS.none, text("clock.none")],
          [CLOCKS.live, text("order.clockLive")],
          [CLOCKS.days, text("order.clockDays")],
        ]}
      />
      {draft.clock === CLOCKS.live && (
        <Choice
          name="pace"
          label={text("order.pace")}
          value={draft.pace}
          set={(pace) => {
            change({ pace });
          }}
          options={LIVE.map(([turn], i) => [
            i,
            clockText({ kind: CLOCKS.live, turn: turn * 1000, bank: 0 }),
          ])}
        />
      )}
      {draft.clock === CLOCKS.days && (
        <Choice
          name="days"
          label={text("order.pace")}
          value={draft.days}
          set={(days) => {
            change({ days });
          }}
          options={choices.days.map((n) => [n, text("order.days", { n })])}
        />
      )}
      <p class="quiet">
        {text(RULES[draft.clock] ?? RULES[0], { n: (LIVE[draft.pace]?.[1] ?? 0) / 60 })}
      </p>
    </>
  );
}
