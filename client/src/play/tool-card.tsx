/** One thing to build: its picture, its price, and why it cannot be had now. */
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { borough } from "../board/boroughs.ts";
import { look } from "../board/buildings/index.ts";
import { footprintSide, MARGIN, paintSprite } from "../board/sprites.ts";
import { coded, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Icon, type IconName } from "./icons.tsx";
import { TOOL_AVENUE, TOOL_DEMOLISH, TOOL_RIGHT_OF_WAY, TOOL_ROAD } from "./tools.ts";
import type { ViewKind } from "./view-choice.ts";

export function ToolCard({ desk, tool }: { readonly desk: Desk; readonly tool: number }): VNode {
  const found = desk.match.screen.tools.find(([id]) => id === tool);
  const [, coins, code, need, have] = found ?? [tool, priceOf(desk, tool), 0, 0, 0];
  const mine = desk.match.myTurn;
  const chosen = desk.tool === tool;
  return (
    <button
      type="button"
      class={code === 0 || !mine ? "tool" : "tool short"}
      aria-pressed={chosen}
      data-tool={tool}
      onClick={() => {
        desk.choose(chosen ? null : tool);
        if (!chosen) desk.panels.sheet = matchMedia("(max-width: 760px)").matches ? null : desk.panels.sheet;
        desk.tell();
      }}
    >
      {tool < 40 ? (
        <Thumbnail kind={tool} seat={desk.match.me} view={desk.panels.view} />
      ) : (
        <span class="tool-sign">
          <Icon name={roadIcon(tool)} />
        </span>
      )}
      <span class="tool-name">{coded("building", tool)}</span>
      {mine && code !== 0 && code !== 10 ? (
        <span class="tool-why">{why(desk, tool, code, need, have)}</span>
      ) : (
        <span class="tool-cost">
          {coins > 0 ? (
            <>
              <Icon name="coin" />
              {coins}
              <span class="unseen"> {text("palette.cost", { n: coins })}</span>
            </>
          ) : tool === TOOL_DEMOLISH ? (
            text("palette.halfBack")
          ) : (
            tool === TOOL_RIGHT_OF_WAY && text("palette.twice")
          )}
        </span>
      )}
    </button>
  );
}

/** The plain price, for when no match runs. */
function priceOf({ match: { tables } }: Desk, tool: number): number {
  if (tool === TOOL_ROAD) return tables.road;
  if (tool === TOOL_AVENUE) return tables.avenue;
  return tables.cost[tool] ?? 0;
}

function roadIcon(tool: number): IconName {
  return tool === TOOL_ROAD
    ? "roads"
    : tool === TOOL_AVENUE
      ? "avenue"
      : tool === TOOL_DEMOLISH
        ? "demolish"
        : "rightOfWay";
}

/** In two words why a tool works nowhere now. */
function why(desk: Desk, tool: number, code: number, need: number, have: number): string {
  if (code === 42) return text("palette.needs", { what: coded("building", need) });
  if (code === 31) {
    const owner = desk.match.screen.landmark_owner[tool - 23] ?? 0;
    return owner === desk.match.me
      ? text("palette.takenByYou")
      : text("palette.takenBy", { who: desk.match.names.of(owner) });
  }
  if (code === 33) return text("palette.needsPeople", { need });
  if (code === 32) return text("palette.limit");
  if (code === 11) return text("palette.cost", { n: need });
  return coded("rejection", code, { need, have });
}

/** Tiles that most buildings rise over their plot. */
const LOW = 0.08;

/** CSS pixels of a picture by the city's renderer. */
const MODEL = { width: 68, height: 62 };

/** The building as the map shows it, in the player's colour. */
export function Thumbnail({
  kind,
  seat,
  view,
}: {
  readonly kind: number;
  readonly seat: number;
  readonly view: ViewKind;
}): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const surface = canvas.current;
    if (!surface) return;
    let gone = false;
    paint(surface, kind, seat);
    if (view === "city")
      void import("../city/thumbnails.ts")
        .then(({ thumbnails }) => {
          const [width, height] = [MODEL.width, MODEL.height].map((n) => Math.round(n * devicePixelRatio));
          if (!gone && width && height) thumbnails().draw(kind, seat, surface, width, height);
        })
        .catch((error: unknown) => {
          console.warn("the picture stays flat", error);
        });
    return () => {
      gone = true;
    };
  }, [kind, seat, view]);
  return <canvas ref={canvas} class={`thumbnail ${view}`} aria-hidden="true" />;
}

function paint(canvas: HTMLCanvasElement, kind: number, seat: number): void {
  const pixels = Math.round((footprintSide(kind) === 2 ? 32 : 60) * devicePixelRatio);
  const sprite = paintSprite(kind, borough(seat), 0, pixels);
  const side = footprintSide(kind) * pixels;
  canvas.width = side + Math.round(0.2 * pixels);
  const sky = Math.round((MARGIN.top - (look(kind).rise ?? LOW)) * pixels);
  canvas.height = sprite.height - sky;
  canvas.getContext("2d")?.drawImage(sprite, 0, -sky);
}
