/** Says when the line is cut, and since when, or closed for good; nothing while it lives. */
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

import type { LineState } from "../connection/line.ts";
import { Icon } from "../play/icons.tsx";
import { text } from "../text/catalogue.ts";

const WORTH_SAYING = 3;

export function LinePill({
  state,
  waiting,
  onRetry,
}: {
  readonly state: LineState;
  /** How many actions of the player are not sent yet. */
  readonly waiting: number;
  readonly onRetry: () => void;
}): VNode | null {
  const [, tick] = useState(0);
  useEffect(() => {
    if (state.kind !== "lost") return;
    const timer = setInterval(() => {
      tick((n) => n + 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [state.kind]);
  if (state.kind === "closed" && state.reason === "refused")
    return (
      <p class="live-pill bad" data-line="closed">
        <Icon name="cut" />
        <span>{text("live.refused")}</span>
        <button
          type="button"
          class="button plain small"
          onClick={() => {
            location.reload();
          }}
        >
          {text("live.reload")}
        </button>
      </p>
    );
  if (state.kind === "live" || state.kind === "closed") return null;
  const passed = state.kind === "lost" ? Math.floor((Date.now() - state.since) / 1000) : 0;
  const words =
    state.kind === "connecting"
      ? text("live.connecting")
      : passed >= WORTH_SAYING
        ? text("live.lostSince", { n: passed })
        : text("live.lost");
  return (
    <p class="live-pill bad" data-line={state.kind}>
      <Icon name="cut" />
      <span>
        {words}
        {waiting > 0 && ` ${text("live.unsent", { n: waiting })}`}
      </span>
      {state.kind === "lost" && (
        <button type="button" class="button plain small" onClick={onRetry}>
          {text("live.again")}
        </button>
      )}
    </p>
  );
}
