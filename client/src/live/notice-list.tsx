/** News beside the board. */
import type { VNode } from "preact";

import { Icon } from "../play/icons.tsx";
import { text } from "../text/catalogue.ts";
import type { Notices } from "./notices.ts";

export function NoticeList({ notices }: { readonly notices: Notices }): VNode {
  return (
    <div class="live-notices" role="status">
      <ul>
      {notices.shown.map(({ id, text: words, tone }) => (
        <li key={id} class={`paper live-notice ${tone}`} data-notice={tone}>
          <span>{words}</span>
          <button
            type="button"
            class="square small"
            aria-label={text("live.dismiss")}
            onClick={() => {
              notices.close(id);
            }}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
      </ul>
    </div>
  );
}
