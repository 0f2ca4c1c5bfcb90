/** Why a tile is as it is: people, work, happiness with its reasons. */
import type { VNode } from "preact";

import { at, cornerOf } from "../board/scene.ts";
import { coded, signed, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Row } from "./effect-row.tsx";
import { Emblem } from "./icons.tsx";
import { quarterText } from "./quarter-text.ts";
import { tileName, tileTitle } from "./tile-text.ts";

export function AboutTile({ desk, tile }: { readonly desk: Desk; readonly tile: number }): VNode {
  const { explanation: why, match } = desk;
  const { scene, tables, names } = match;
  const kind = at(scene.kind, tile);
  const owner = at(scene.owner, tile);
  return (
    <>
      <header class="card-head">
        {kind > 0 && <Emblem seat={owner} />}
        <h2>{tileTitle(desk, tile)}</h2>
        <span class="card-where">{kind > 0 ? names.of(owner) : tileName(tile, scene.size)}</span>
      </header>
      {desk.panels.overlay === "quarters" && <p class="quarter">{quarterText(desk.match, tile)}</p>}
      {why && (
        <ul class="effects scrolls">
          {(why.capacity ?? 0) > 0 && (
            <li>
              <table class="now-next">
                <thead>
                  <tr>
                    <td />
                    <th scope="col">{text("card.now")}</th>
                    <th scope="col">{text("card.next")}</th>
                  </tr>
                </thead>
                <tbody>
                  <tr>
                    <th scope="row">{text("card.happyShare")}</th>
                    <td>
                      <Mood n={why.happiness ?? 0} />
                    </td>
                    <td>
                      <Mood n={why.happiness_next ?? 0} />
                    </td>
                  </tr>
                  <tr>
                    <th scope="row">{text("card.roomShare", { most: why.capacity ?? 0 })}</th>
                    <td>{why.residents}</td>
                    <td>{why.residents_next}</td>
                  </tr>
                </tbody>
              </table>
            </li>
          )}
          {(why.capacity ?? 0) > 0 && <li class="quiet">{text("card.nextRule")}</li>}
          {(tables.jobs[kind] ?? 0) > 0 && (
            <Row
              n={String(why.workers ?? 0)}
              words={text("card.workers", { n: why.workers ?? 0, most: tables.jobs[kind] ?? 0 })}
              plain
            />
          )}
          {why.dark !== undefined && why.dark > 0 && <li class="bad">{text("card.dark")}</li>}
          {(why.customers?.length ?? 0) > 0 && (
            <Row
              n="●"
              words={text("card.customers", {
                n: why.customers?.reduce((sum, [, shoppers]) => sum + shoppers, 0) ?? 0,
              })}
              plain
            />
          )}
          {why.factors && (
            <li class="effects-title">{text("card.whyNext", { n: why.happiness_next ?? 0 })}</li>
          )}
          {why.factors?.map(([factor, points, sources]) => (
            <Row
              key={factor}
              n={signed(points)}
              tone={points}
              words={factorText(desk, factor, sources)}
            />
          ))}
          {!kind && why.shore > 0 && <Row n="~" words={text("board.shore")} plain />}
          {why.smog > 0 && <Row n={String(why.smog)} words={text("overlay.smog")} plain />}
          {!why.factors && why.green > 0 && (
            <Row n={String(why.green)} words={text("card.green", { n: why.green })} plain />
          )}
          {!why.factors && why.cover > 0 && (
            <Row
              n="✓"
              words={text("card.cover", {
                what: [15, 16, 17, 18]
                  .filter((_, i) => (why.cover >> i) & 1)
                  .map((id) => coded("building", id))
                  .join(", "),
              })}
              plain
            />
          )}
        </ul>
      )}
    </>
  );
}

/** A home's happiness in the colour that its sign on the board has. */
function Mood({ n }: { readonly n: number }): VNode {
  return <b class={`mood ${n >= 7 ? "glad" : n >= 5 ? "middling" : "sad"}`}>{n}</b>;
}

/** A factor with where it comes from: "smog from Mia's Factory". */
function factorText(desk: Desk, factor: number, sources: readonly number[]): string {
  const { scene, names } = desk.match;
  const from = new Set<string>();
  for (const tile of sources) {
    const kind = at(scene.kind, tile);
    if (kind)
      from.add(
        text("card.for", {
          what: coded("building", kind),
          who: names.object(at(scene.owner, cornerOf(scene, tile))),
        }),
      );
    else from.add(coded("terrain", at(scene.terrain, tile)));
  }
  const words = coded("factor", factor);
  return from.size === 0
    ? words
    : `${words}, ${text("card.source", { what: [...from].join(", ") })}`;
}
