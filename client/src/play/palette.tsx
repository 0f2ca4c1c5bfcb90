/** What can be built, by category, with its price and why it cannot be had now. */
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { BOROUGHS } from "../board/boroughs.ts";
import { look } from "../board/buildings/index.ts";
import { footprintSide, MARGIN, paintSprite } from "../board/sprites.ts";
import { coded, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Icon, type IconName } from "./icons.tsx";
import { nameOf } from "./story.ts";
import { CATEGORIES, shapesOf, TOOL_AVENUE, TOOL_DEMOLISH, TOOL_ROAD } from "./tools.ts";

const CATEGORY_ICONS: Readonly<Record<(typeof CATEGORIES)[number]["name"], IconName>> = {
  roads: "roads", homes: "home", work: "work", power: "power", civic: "civic", green: "green", landmarks: "landmarks",
}; // prettier-ignore

export function Palette({ desk }: { readonly desk: Desk }): VNode {
  return (
    <section class="paper palette" aria-label={text("palette.title")}>
      <div class="categories" role="group" aria-label={text("palette.title")}>
        {CATEGORIES.map((category) => (
          <button
            key={category.name}
            type="button"
            class="category"
            aria-pressed={desk.category === category}
            onClick={() => {
              desk.category = category;
              desk.tell();
            }}
          >
            <Icon name={CATEGORY_ICONS[category.name]} />
            <span>{text(`palette.${category.name}`)}</span>
            <kbd aria-hidden="true">{category.letter.toUpperCase()}</kbd>
          </button>
        ))}
      </div>
      <div class="cards">
        {desk.category.tools.map((tool) => (
          <ToolCard key={tool} desk={desk} tool={tool} />
        ))}
      </div>
      <Detail desk={desk} />
    </section>
  );
}

function ToolCard({ desk, tool }: { readonly desk: Desk; readonly tool: number }): VNode {
  const found = desk.match.screen.tools.find(([id]) => id === tool);
  const [, coins, code, need, have] = found ?? [tool, 0, 0, 0, 0];
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
        if (!chosen) desk.sheet = matchMedia("(max-width: 760px)").matches ? null : desk.sheet;
        desk.tell();
      }}
    >
      {tool < 40 ? <Thumbnail kind={tool} /> : <span class="tool-sign"><Icon name={roadIcon(tool)} /></span>}
      <span class="tool-name">{coded("building", tool)}</span>
      {mine && code !== 0 && code !== 10 ? <span class="tool-why">{why(desk, tool, code, need, have)}</span> : <span class="tool-cost">{coins > 0 ? <><Icon name="coin" />{coins}<span class="unseen"> {text("palette.cost", { n: coins })}</span></> : text(tool === TOOL_DEMOLISH ? "palette.halfBack" : "palette.twice")}</span>}
    </button>
  );
}

function roadIcon(tool: number): IconName {
  return tool === TOOL_ROAD ? "roads" : tool === TOOL_AVENUE ? "avenue" : tool === TOOL_DEMOLISH ? "demolish" : "rightOfWay";
}

/** In two words why a tool works nowhere now. */
function why(desk: Desk, tool: number, code: number, need: number, have: number): string {
  if (code === 42) return text("palette.needs", { what: coded("building", need) });
  if (code === 31) return text("palette.takenBy", { who: nameOf(desk.match.screen.landmark_owner[tool - 23] ?? 0) });
  if (code === 33) return text("palette.needsPeople", { need });
  if (code === 32) return text("palette.limit");
  if (code === 11) return text("palette.cost", { n: need });
  return coded("rejection", code, { need, have });
}

/** Tiles that most buildings rise over their plot. */
const LOW = 0.08;

/** The building as the board draws it, in the player's colour. */
export function Thumbnail({ kind }: { readonly kind: number }): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const [mine] = BOROUGHS;
    if (!canvas.current || !mine) return;
    const pixels = Math.round((footprintSide(kind) === 2 ? 32 : 60) * devicePixelRatio);
    const sprite = paintSprite(kind, mine, 0, pixels);
    const side = footprintSide(kind) * pixels;
    canvas.current.width = side + Math.round(0.2 * pixels);
    const sky = Math.round((MARGIN.top - (look(kind).rise ?? LOW)) * pixels);
    canvas.current.height = sprite.height - sky;
    canvas.current.getContext("2d")?.drawImage(sprite, 0, -sky);
  }, [kind]);
  return <canvas ref={canvas} class="thumbnail" aria-hidden="true" />;
}

function Detail({ desk }: { readonly desk: Desk }): VNode {
  const { tool } = desk;
  if (tool === null) return <p class="detail quiet">{text("palette.hint")}</p>;
  const { tables, screen } = desk.match;
  const shapes = shapesOf(tool, tables);
  const places = desk.mask?.reduce((sum, n) => sum + n, 0) ?? null;
  const [, , code = 0, need = 0, have = 0] = screen.tools.find(([id]) => id === tool) ?? [];
  return (
    <div class="detail">
      <div class="detail-head">
        <h2>{coded("building", tool)}</h2>
        <button type="button" class="square small" aria-label={text("palette.cancel")} onClick={() => { desk.choose(null); }}>
          <Icon name="close" />
        </button>
      </div>
      <p>{coded("effect", tool)}</p>
      {tool < 40 && <Figures desk={desk} kind={tool} />}
      {shapes.length > 1 && (
        <div class="shapes" role="group" aria-label={text("palette.shape")}>
          {shapes.map((shape) => (
            <button key={shape} type="button" class="shape" aria-label={text("palette.shapeName", { n: shape + 1 })} aria-pressed={desk.shape === shape} onClick={() => { desk.setShape(shape); }}>
              <svg viewBox="0 0 3 3" aria-hidden="true">
                {(tables.shapes[shape] ?? []).map(([x, y]) => (
                  <rect key={`${x} ${y}`} x={x + 0.08} y={y + 0.08} width="0.84" height="0.84" rx="0.15" />
                ))}
              </svg>
            </button>
          ))}
          <kbd aria-hidden="true">X</kbd>
        </div>
      )}
      {desk.match.myTurn && code !== 0 && <p class="bad">{code === 42 ? text("palette.needs", { what: coded("building", need) }) : coded("rejection", code, { need, have })}</p>}
      {desk.match.myTurn && code === 0 && places !== null && <p class={places ? "good" : "bad"}>{places ? text("palette.places", { n: places }) : text("palette.nowhere")}</p>}
    </div>
  );
}

/** Everything of a building that has a number. */
export function Figures({ desk, kind }: { readonly desk: Desk; readonly kind: number }): VNode {
  const { tables } = desk.match;
  const rows = [
    ["figure.points", tables.points[kind] === 1 ? 0 : tables.points[kind]],
    ["figure.upkeep", tables.upkeep[kind]],
    ["figure.power", tables.need[kind]],
    ["figure.generates", tables.generation[kind]],
    ["figure.room", tables.capacity[kind]],
    ["figure.jobs", tables.jobs[kind]],
    ["figure.smoke", tables.smoke[kind]],
    ["figure.reach", tables.radius[kind]],
  ] as const;
  return (
    <dl class="figures">
      {rows.map(([key, n]) => n ? (
        <div key={key}>
          <dt>{text(key)}</dt>
          <dd>{n}</dd>
        </div>
      ) : null)}
    </dl>
  );
}
