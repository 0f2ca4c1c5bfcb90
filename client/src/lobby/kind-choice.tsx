/** Kinds of match as cards, and the figures of a match of one's own. */
import type { VNode } from "preact";

import { Range } from "../play/range.tsx";
import { coded, text } from "../text/catalogue.ts";
import type { Change } from "./new-match.tsx";
import { bounded, CUSTOM } from "./order.ts";

const KINDS = [0, 1, 2, CUSTOM];
/** Larger maps are hard to survey, and long on a phone. */
const LARGEST = 48;

export function KindChoice({ draft, change, choices }: Change): VNode {
  const { size, leastSize, rounds } = bounded(draft, choices);
  return (
    <>
      <fieldset class="kinds">
        <legend class="unseen">{text("order.kind")}</legend>
        {KINDS.map((kind) => {
          const [side] = choices.standard[kind] ?? [];
          return (
            <label key={kind} class="kind">
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={kind === draft.kind}
                onChange={() => {
                  change({ kind });
                }}
              />
              <span class="kind-card">
                <b>{coded("kind", kind)}</b>
                <span>{coded("kindRule", kind)}</span>
                {side !== undefined && <small>{text("order.kindFacts", { size: side })}</small>}
              </span>
            </label>
          );
        })}
      </fieldset>
      {draft.kind === CUSTOM && (
        <div class="pair order-ranges">
          <Range
            label={text("home.size")}
            value={size}
            least={leastSize}
            most={Math.min(LARGEST, choices.sizes.at(-1) ?? LARGEST)}
            words={text("home.sizeValue", { n: size })}
            set={(n) => {
              change({ size: n });
            }}
          />
          <Range
            label={text("home.rounds")}
            value={rounds}
            least={choices.rounds[0]}
            most={choices.rounds[1]}
            words={String(rounds)}
            set={(n) => {
              change({ rounds: n });
            }}
          />
        </div>
      )}
    </>
  );
}
