/** What the chosen tool is for, its figures and shapes. */
import type { VNode } from "preact";

import { coded, signed, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Icon } from "./icons.tsx";
import { shapesOf } from "./tools.ts";

export function ToolDetail({ desk }: { readonly desk: Desk }): VNode {
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
        <button
          type="button"
          class="square small"
          aria-label={text("palette.cancel")}
          onClick={() => {
            desk.choose(null);
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      <p>{coded("effect", tool)}</p>
      {tool < 40 && <Figures desk={desk} kind={tool} />}
      {shapes.length > 1 && (
        <div class="shapes" role="group" aria-label={text("palette.shape")}>
          {shapes.map((shape) => (
            <button
              key={shape}
              type="button"
              class="shape"
              aria-label={text("palette.shapeName", { n: shape + 1 })}
              aria-pressed={desk.shape === shape}
              onClick={() => {
                desk.setShape(shape);
              }}
            >
              <svg viewBox="0 0 3 3" aria-hidden="true">
                {(tables.shapes[shape] ?? []).map(([x, y]) => (
                  <rect
                    key={`${x} ${y}`}
                    x={x + 0.08}
                    y={y + 0.08}
                    width="0.84"
                    height="0.84"
                    rx="0.15"
                  />
                ))}
              </svg>
            </button>
          ))}
          <span class="shapes-key" aria-hidden="true">
            {text("menu.keyShape")} <kbd>X</kbd>
          </span>
        </div>
      )}
      {desk.match.myTurn && code !== 0 && (
        <p class="bad">
          {code === 42
            ? text("palette.needs", { what: coded("building", need) })
            : coded("rejection", code, { need, have })}
        </p>
      )}
      {desk.match.myTurn && code === 0 && places !== null && (
        <p class={places ? "good" : "bad"}>
          {places ? text("palette.places", { n: places }) : text("palette.nowhere")}
        </p>
      )}
    </div>
  );
}

/** Everything of a building that has a number. */
function Figures({ desk, kind }: { readonly desk: Desk; readonly kind: number }): VNode {
  const { tables } = desk.match;
  const rows = [
    ["figure.prestige", tables.prestige[kind] ? signed(tables.prestige[kind]) : 0],
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
      {rows.map(([key, n]) =>
        n ? (
          <div key={key}>
            <dt>{text(key)}</dt>
            <dd>{n}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
