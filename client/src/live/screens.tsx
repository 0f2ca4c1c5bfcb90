/** What a match's page shows while there is no match to show. */
import type { VNode } from "preact";

import { text } from "../text/catalogue.ts";

export function Waiting({ words }: { readonly words: string }): VNode {
  return (
    <p class="waiting" role="status">
      {words}
    </p>
  );
}

interface Props {
  readonly title: string;
  readonly rule: string;
  readonly reload?: boolean;
}

export function Wrong({ title, rule, reload = false }: Props): VNode {
  return (
    <main class="waiting" data-wrong>
      <h1>{title}</h1>
      {rule && <p class="quiet">{rule}</p>}
      <div class="end-actions">
        {reload && (
          <button
            type="button"
            class="button"
            onClick={() => {
              location.reload();
            }}
          >
            {text("live.reload")}
          </button>
        )}
        <a class="button plain" href="/">
          {text("live.home")}
        </a>
      </div>
    </main>
  );
}
