/** What few people change: the seed, chance, and what becomes of a borough that is left. */
import type { ComponentChildren, VNode } from "preact";

import { Choice } from "../play/choice.tsx";
import { Icon } from "../play/icons.tsx";
import { newSeed } from "../play/seed.ts";
import { text } from "../text/catalogue.ts";
import type { Change } from "./new-match.tsx";

export function Advanced({
  draft,
  change,
  children,
}: Change & { readonly children: ComponentChildren }): VNode {
  return (
    <details class="paper order-part advanced">
      <summary>
        <h2>{text("order.advanced")}</h2>
      </summary>
      <label class="field">
        <span>{text("home.seed")}</span>
        <span class="seed">
          <input
            name="seed"
            value={draft.seed}
            placeholder={text("order.seedDrawn")}
            spellcheck={false}
            autocomplete="off"
            aria-describedby="order-seed-rule"
            onInput={(event) => {
              change({ seed: event.currentTarget.value });
            }}
          />
          <button
            type="button"
            class="square"
            aria-label={text("home.shuffle")}
            onClick={() => {
              change({ seed: newSeed() });
            }}
          >
            <Icon name="shuffle" />
          </button>
        </span>
      </label>
      <p class="quiet" id="order-seed-rule">
        {text("order.seedRule")}
      </p>
      {children}
      <Choice
        name="chance"
        label={text("order.chance")}
        value={draft.chance}
        set={(chance) => {
          change({ chance });
        }}
        options={[
          [1, text("order.committed")],
          [0, text("order.seeded")],
        ]}
      />
      <p class="quiet">{text(draft.chance ? "order.committedRule" : "order.seededRule")}</p>
      <Choice
        name="resigned"
        label={text("order.resigned")}
        value={draft.resigned}
        set={(resigned) => {
          change({ resigned });
        }}
        options={[
          [0, text("order.neutral")],
          [1, text("order.botPlays")],
        ]}
      />
      <p class="quiet">{text(draft.resigned ? "order.botPlaysRule" : "order.neutralRule")}</p>
    </details>
  );
}
