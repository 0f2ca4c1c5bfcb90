/** The board as a part of the page: a grid for the keyboard and screen readers over a canvas. */
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { FlatSurface } from "../board/flat-surface.ts";
import type { Lens } from "../board/lens.ts";
import { at } from "../board/scene.ts";
import { NO_MARKS, type Chip, type Marks } from "../board/marks.ts";
import { Pointer } from "../board/pointer.ts";
import type { Surface } from "../board/surface.ts";
import { signed, text } from "../text/catalogue.ts";
import { touchedHomes } from "./changes.ts";
import type { Desk } from "./desk.ts";
import { tileName, tileText } from "./tile-text.ts";

/** How the map is looked at; kept outside the component tree's own rendering. */
export interface BoardView {
  readonly lens: Lens;
  redraw(): void;
}

export function Board({
  desk,
  view,
}: {
  readonly desk: Desk;
  readonly view: { current: BoardView | null };
}): VNode {
  const root = useRef<HTMLDivElement>(null);
  const { match, cursor } = desk;
  const { size } = match.scene;

  const shown = desk.panels.view;
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let stop: (() => void) | null = null;
    let gone = false;
    const start = (surface: Surface) => {
      if (gone) surface.dispose();
      else stop = show(desk, element, surface, view);
    };
    if (shown === "flat") start(new FlatSurface(element));
    else
      void import("../city/surface.ts")
        .then(({ CitySurface }) => {
          start(new CitySurface(element, () => view.current?.redraw()));
        })
        .catch((error: unknown) => {
          console.warn("the city cannot be shown", error);
          desk.panels.noCity();
        });
    return () => {
      gone = true;
      stop?.();
    };
  }, [desk, shown]);

  const cell = cursor ?? match.scene.hall[match.me] ?? 0;
  return (
    <div
      ref={root}
      class="board"
      role="grid"
      tabIndex={0}
      aria-label={text("board.name", { n: size })}
      aria-describedby="board-how"
      aria-rowcount={size}
      aria-colcount={size}
      aria-activedescendant={`cell-${cell}`}
      data-in-hand={desk.tool ?? ""}
    >
      <div class="unseen" role="row" aria-rowindex={Math.floor(cell / size) + 1}>
        <div
          role="gridcell"
          id={`cell-${cell}`}
          aria-colindex={(cell % size) + 1}
          aria-selected={desk.selected === cell}
          data-cell={tileName(cell, size)}
        >
          {tileText(desk, cell)}
        </div>
      </div>
    </div>
  );
}

/** Keeps a picture of the match on a surface until the function it returns is called. */
function show(
  desk: Desk,
  element: HTMLElement,
  surface: Surface,
  view: { current: BoardView | null },
): () => void {
  const { match } = desk;
  const { lens } = surface;
  const stage = document.querySelector<HTMLElement>(".stage");
  let asked = 0;
  const draw = () => {
    asked = 0;
    surface.draw({
      scene: match.scene,
      figures: { ...match.tables, changed: match.changed },
      overlay: desk.panels.overlay,
      marks: marksOf(desk, element),
      round: match.screen.round,
    });
    // Where tiles lie, for programs that look at the page: the corner, a tile east, a tile south.
    const [corner, east, south] = [lens.place(0, 0), lens.place(1, 0), lens.place(0, 1)];
    element.dataset["view"] = [...corner, ...east, ...south].join(" ");
  };
  const redraw = () => {
    if (asked === 0) asked = requestAnimationFrame(draw);
  };
  let seen = false;
  const resize = () => {
    if (!stage) return;
    const { clientWidth: width, clientHeight: height } = element;
    const [free, whole] = [stage.getBoundingClientRect(), element.getBoundingClientRect()];
    surface.resize(match.scene.size, width, height, {
      left: free.left - whole.left,
      top: free.top - whole.top,
      right: whole.right - free.right,
      bottom: whole.bottom - free.bottom,
    });
    const hall = match.scene.hall[match.me] ?? 0;
    if (!seen) lens.closeUp(hall % match.scene.size, Math.floor(hall / match.scene.size));
    seen = true;
    draw();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(element);
  if (stage) observer.observe(stage);
  const pick = (x: number, y: number) => surface.pick(x, y, desk.tool === null);
  const pointer = new Pointer(element, lens, pick, () => match.scene.size, desk, redraw);
  const stopListening = desk.listen(redraw);
  void document.fonts.ready.then(redraw);
  element.dataset["surface"] = desk.panels.view;
  view.current = { lens, redraw };
  return () => {
    observer.disconnect();
    pointer.stop();
    stopListening();
    cancelAnimationFrame(asked);
    surface.dispose();
    view.current = null;
  };
}

function marksOf(desk: Desk, element: HTMLElement): Marks {
  const { plan, preview, match } = desk;
  const touched = preview ? touchedHomes(match, preview) : [];
  const chips: Chip[] = touched.map(([tile, before, after]) => ({
    tile,
    text: signed(after - before),
    good: after > before,
  }));
  const sources = (desk.selected !== null ? (desk.explanation?.factors ?? []) : []).flatMap(
    ([, , tiles]) => tiles,
  );
  const focused = element.matches(":focus-visible");
  const good = desk.refusal ? false : preview ? preview.rejection === 0 : null;
  return {
    ...NO_MARKS,
    mask: desk.panels.overlay ? null : desk.mask,
    cursor: desk.cursor ?? (focused ? (match.scene.hall[match.me] ?? null) : null),
    focused,
    selected: desk.selected,
    flash: match.flash,
    sources: sources.filter((tile) => at(match.scene.kind, tile)),
    chips,
    ghost:
      plan && !match.playing
        ? { tiles: plan.tiles, kind: plan.tool < 40 ? plan.tool : 0, seat: match.me, good }
        : null,
  };
}
