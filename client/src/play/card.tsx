/** The card beside a tile: why it is as it is, or what an action would bring. */
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { coded, text } from "../text/catalogue.ts";
import { AboutTile } from "./about-tile.tsx";
import type { BoardView } from "./board.tsx";
import type { Desk } from "./desk.ts";
import { Icon } from "./icons.tsx";
import { tileName } from "./tile-text.ts";
import { NO_UPGRADE } from "./tools.ts";
import { Effects } from "./effects.tsx";

const GAP = 14;

export function Card({
  desk,
  view,
}: {
  readonly desk: Desk;
  readonly view: { readonly current: BoardView | null };
}): VNode | null {
  const card = useRef<HTMLElement>(null);
  const planned = desk.plan?.tiles.at(-1) ?? null;
  const tile =
    desk.refusal && desk.refusal.tile >= 0
      ? desk.refusal.tile
      : (planned ?? desk.selected ?? (desk.tool === null ? desk.cursor : null));
  useLayoutEffect(() => {
    if (!card.current || !view.current || tile === null) return;
    const { size } = desk.match.scene;
    const row = Math.floor(tile / size);
    // A player looks at what a finger met; what a bot points at may lie anywhere.
    if (desk.suggested) view.current.lens.reveal(tile % size, row);
    place(card.current, view.current, tile, size);
    if (desk.confirming) uncover(card.current, view.current, tile % size, row);
    if (desk.confirming) view.current.redraw();
  });
  if (tile === null || (desk.match.playing && !desk.refusal)) return null;
  return (
    <section
      ref={card}
      class="paper card"
      aria-live="polite"
      data-card={tileName(tile, desk.match.scene.size)}
    >
      {desk.refusal ? (
        <p class="refusal" role="alert">
          {coded("rejection", desk.refusal.code, {
            need: desk.refusal.need,
            have: desk.refusal.have,
          })}
        </p>
      ) : desk.plan ? (
        <Planned desk={desk} />
      ) : (
        <AboutTile desk={desk} tile={tile} />
      )}
    </section>
  );
}

/** Puts the card beside its tile, inside what is free of panels. On a phone the style sheet does. */
function place(card: HTMLElement, view: BoardView, tile: number, size: number): void {
  const stage = document.querySelector(".stage")?.getBoundingClientRect();
  if (!stage || matchMedia("(max-width: 760px)").matches) {
    card.style.removeProperty("transform");
    return;
  }
  const { left, top, right, bottom } = view.lens.box(tile % size, Math.floor(tile / size));
  const { offsetWidth: width, offsetHeight: height } = card;
  let cardLeft = right + GAP;
  if (cardLeft + width > stage.right) cardLeft = left - width - GAP;
  const cardTop = Math.min(
    stage.bottom - height,
    Math.max(stage.top, (top + bottom - height) / 2),
  );
  card.style.setProperty(
    "transform",
    `translate(${Math.round(Math.max(stage.left, cardLeft))}px, ${Math.round(cardTop)}px)`,
  );
}

/** On a phone the card lies over the board: what a yes is asked for must be seen above it. */
function uncover(card: HTMLElement, view: BoardView, column: number, row: number): void {
  if (matchMedia("(max-width: 760px)").matches)
    view.lens.liftAbove(column, row, card.getBoundingClientRect().top - GAP);
}

function Planned({ desk }: { readonly desk: Desk }): VNode {
  const { plan, preview } = desk;
  const tool = plan?.tool ?? 0;
  return (
    <>
      <header class="card-head">
        <h2>{coded("building", tool)}</h2>
        {preview?.rejection === 0 && (
          <span
            class="card-cost"
            title={text("card.cost", { coins: preview.coins ?? 0, points: preview.points ?? 0 })}
          >
            <span class="dots" aria-hidden="true">
              {Array.from({ length: preview.points ?? 0 }, (_, i) => (
                <i key={i} class="dot full" />
              ))}
            </span>
            <Icon name="coin" />
            <b>{preview.coins}</b>
            <span class="unseen">
              {text("card.cost", { coins: preview.coins ?? 0, points: preview.points ?? 0 })}
            </span>
          </span>
        )}
      </header>
      {preview && preview.rejection !== 0 && (
        <p class="bad">
          {preview.rejection === NO_UPGRADE && preview.have === tool
            ? text("card.already", { what: coded("building", tool) })
            : coded("rejection", preview.rejection, {
                need: preview.need ?? 0,
                have: preview.have ?? 0,
              })}
        </p>
      )}
      {preview?.rejection === 0 && <Effects desk={desk} preview={preview} />}
      {desk.confirming && preview?.rejection === 0 && (
        <div class="pair">
          <button type="button" class="button" data-confirm onClick={() => void desk.commit(false)}>
            {text("turn.confirm")}
          </button>
          <button
            type="button"
            class="button plain"
            onClick={() => {
              desk.cancel();
            }}
          >
            {text("turn.cancel")}
          </button>
        </div>
      )}
    </>
  );
}
