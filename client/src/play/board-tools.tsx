/** Overlays and the view, over the board. */
import type { VNode } from "preact";

import { NEEDS, quarterBlocks } from "../board/quarters.ts";
import { OVERLAYS, type Overlay } from "../board/washes.ts";
import { text } from "../text/catalogue.ts";
import type { BoardView } from "./board.tsx";
import type { Desk } from "./desk.ts";
import { Icon } from "./icons.tsx";

export function BoardTools({
  desk,
  view,
}: {
  readonly desk: Desk;
  readonly view: { readonly current: BoardView | null };
}): VNode {
  const zoom = (by: number) => {
    view.current?.lens.zoomMiddle(by);
    view.current?.redraw();
  };
  return (
    <div class="board-tools">
      <button
        type="button"
        class="square paper"
        aria-label={text(desk.panels.view === "flat" ? "board.toCity" : "board.toFlat")}
        data-view-switch
        onClick={() => {
          desk.panels.switchView();
        }}
      >
        <Icon name={desk.panels.view === "flat" ? "city" : "map"} />
      </button>
      <details class="overlays">
        <summary class="square paper" aria-label={text("top.overlays")}>
          <Icon name="layers" />
        </summary>
        <div class="paper overlay-list" role="group" aria-label={text("top.overlays")}>
          {OVERLAYS.map((overlay, i) => (
            <button
              key={overlay}
              type="button"
              class="overlay"
              aria-pressed={desk.panels.overlay === overlay}
              data-overlay={overlay}
              onClick={() => {
                desk.panels.showOverlay(overlay);
              }}
            >
              <kbd aria-hidden="true">{i + 1}</kbd>
              {text(`overlay.${overlay}`)}
            </button>
          ))}
        </div>
      </details>
      {desk.panels.view === "city" && (
        <button
          type="button"
          class="square paper"
          aria-label={text("board.turn")}
          onClick={() => {
            view.current?.lens.turnBy(1);
            view.current?.redraw();
          }}
        >
          <Icon name="turn" />
        </button>
      )}
      <button
        type="button"
        class="square paper"
        aria-label={text("board.zoomIn")}
        onClick={() => {
          zoom(1.25);
        }}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="square paper"
        aria-label={text("board.zoomOut")}
        onClick={() => {
          zoom(0.8);
        }}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        class="square paper"
        aria-label={text("board.fit")}
        onClick={() => {
          view.current?.lens.fit();
          view.current?.redraw();
        }}
      >
        <Icon name="fit" />
      </button>
    </div>
  );
}

/** What an overlay shows, in words. */
export function Legend({
  desk,
  overlay,
}: {
  readonly desk: Desk;
  readonly overlay: Overlay;
}): VNode {
  const { scene, tables } = desk.match;
  const none = overlay === "quarters" && quarterBlocks(scene, tables).length === 0;
  return (
    <p class="paper legend" role="status">
      <b>{text(`overlay.${overlay}`)}</b> {text(none ? "quarter.none" : `overlayRule.${overlay}`)}
      {overlay === "quarters" && !none && (
        <span class="legend-signs">
          {NEEDS.map((need) => (
            <span key={need}>
              <Icon name={need} /> {text(`quarter.${need}`)}
            </span>
          ))}
        </span>
      )}
    </p>
  );
}
