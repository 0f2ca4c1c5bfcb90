/** Says who gave up a seat and why; offers one again to who was late. */
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
    <div role="status">
      {departures.length > 0 && (
        <ul class="room-gone">
          {departures.map((gone) => (
            <li key={gone.sequence} class={gone.you ? "paper yours" : "paper"} data-gone={gone.why}>
              <Icon name={gone.why === "late" ? "clock" : "leave"} />
              <span>
                {words(gone)}
                {gone.you && !free && ` ${text("gone.full")}`}
              </span>
              {gone.you && free && gone.why !== "removed" && (
                <button
                  type="button"
                  class="button go"
                  data-again
                  disabled={busy}
                  onClick={onAgain}
                >
                  {text("gone.again")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function words({ why, you, name }: Departure): string {
  return text(you && why !== "left" ? `gone.${why}You` : `gone.${why}`, { who: name });
}
