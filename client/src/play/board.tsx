/** The board as a part of the page: a grid for the keyboard and screen readers over a canvas. */
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { Camera } from "../board/camera.ts";
import { at } from "../board/scene.ts";
import { NO_MARKS, type Chip, type Marks } from "../board/marks.ts";
import { Painter } from "../board/painter.ts";
import { Pointer } from "../board/pointer.ts";
import { signed, text } from "../text/catalogue.ts";
import { touchedHomes } from "./changes.ts";
import type { Desk } from "./desk.ts";
import { tileName, tileText } from "./tile-text.ts";

/** The camera and what it shows; kept outside the component tree's own rendering. */
export interface BoardView {
  readonly camera: Camera;
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
  const canvas = useRef<HTMLCanvasElement>(null);
  const { match, cursor } = desk;
  const { size } = match.scene;

  useEffect(() => {
    const [element, surface] = [root.current, canvas.current];
    const stage = document.querySelector<HTMLElement>(".stage");
    if (!element || !surface || !stage) return;
    const painter = new Painter(surface);
    const camera = new Camera();
    let asked = 0;
    const draw = () => {
      asked = 0;
      const figures = { ...match.tables, changed: match.changed };
      painter.draw(match.scene, camera, figures, desk.panels.overlay, marksOf(desk, element));
      // Where tiles lie, for programs that look at the page.
      element.dataset["view"] = `${camera.x} ${camera.y} ${camera.scale}`;
    };
    const redraw = () => {
      if (asked === 0) asked = requestAnimationFrame(draw);
    };
    let seen = false;
    const resize = () => {
      const [width, height] = [element.clientWidth, element.clientHeight];
      const [free, whole] = [stage.getBoundingClientRect(), element.getBoundingClientRect()];
      surface.width = Math.round(width * devicePixelRatio);
      surface.height = Math.round(height * devicePixelRatio);
      camera.resize(match.scene.size, width, height, {
        left: free.left - whole.left,
        top: free.top - whole.top,
        right: whole.right - free.right,
        bottom: whole.bottom - free.bottom,
      });
      const hall = match.scene.hall[match.me] ?? 0;
      if (!seen) camera.closeUp(hall % match.scene.size, Math.floor(hall / match.scene.size));
      seen = true;
      draw();
    };
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    observer.observe(stage);
    const pointer = new Pointer(element, camera, () => match.scene.size, desk, redraw);
    const stopListening = desk.listen(redraw);
    void document.fonts.ready.then(redraw);
    view.current = { camera, redraw };
    return () => {
      observer.disconnect();
      pointer.stop();
      stopListening();
      cancelAnimationFrame(asked);
      view.current = null;
    };
  }, [desk]);

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
      <canvas ref={canvas} aria-hidden="true" />
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
