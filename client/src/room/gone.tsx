/** Says who gave up a seat and why; offers one again to whoever lost it. */
import type { VNode } from "preact";

import { Icon } from "../play/icons.tsx";
import { text } from "../text/catalogue.ts";
import type { Departure } from "./departures.ts";

interface Props {
  readonly departures: readonly Departure[];
  /** Whether a seat can be taken. */
  readonly free: boolean;
  readonly busy: boolean;
  readonly onAgain: () => void;
}

export function Gone({ departures, free, busy, onAgain }: Props): VNode {
  return (
    <ul class="room-gone" role="status">
      {departures.map(({ sequence, name, why, you }) => {
        const words = text(you && why !== "left" ? `gone.${why}You` : `gone.${why}`, { who: name });
        return (
        <li key={sequence} class={you ? "paper yours" : "paper"} data-gone={why}>
          <Icon name={why === "late" ? "clock" : "leave"} />
          <span>
            {words}
            {you && !free && ` ${text("gone.full")}`}
          </span>
          {you && free && (
            <button type="button" class="button go" data-again disabled={busy} onClick={onAgain}>
              {text("gone.again")}
            </button>
          )}
        </li>
        );
      })}
    </ul>
  );
}
