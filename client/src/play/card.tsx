/** The card beside a tile: why it is as it is, or what an action would bring. */
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { at, cornerOf } from "../board/scene.ts";
import { coded, signed, text } from "../text/catalogue.ts";
import type { BoardView } from "./board.tsx";
import type { Desk } from "./desk.ts";
import { Emblem, Icon } from "./icons.tsx";
import { nameOf } from "./story.ts";
import { tileName, tileTitle } from "./tile-text.ts";
import { Effects } from "./effects.tsx";

const GAP = 14;

export function Card({ desk, view }: { readonly desk: Desk; readonly view: { readonly current: BoardView | null } }): VNode | null {
  const card = useRef<HTMLElement>(null);
  const planned = desk.plan?.tiles.at(-1) ?? null;
  const tile = desk.refusal && desk.refusal.tile >= 0 ? desk.refusal.tile : (planned ?? desk.selected ?? (desk.tool === null ? desk.cursor : null));
  useLayoutEffect(() => {
    if (card.current && view.current && tile !== null) place(card.current, view.current, tile, desk.match.scene.size);
  });
  if (tile === null || (desk.match.playing && !desk.refusal)) return null;
  return (
    <section ref={card} class="paper card" aria-live="polite" data-card={tileName(tile, desk.match.scene.size)}>
      {desk.refusal ? <p class="refusal" role="alert">{coded("rejection", desk.refusal.code, { need: desk.refusal.need, have: desk.refusal.have })}</p> : desk.plan ? <Planned desk={desk} /> : <About desk={desk} tile={tile} />}
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
  const { x, y, scale } = view.camera;
  const left = x + (tile % size) * scale;
  const top = y + Math.floor(tile / size) * scale;
  const { offsetWidth: width, offsetHeight: height } = card;
  let cardLeft = left + scale + GAP;
  if (cardLeft + width > stage.right) cardLeft = left - width - GAP;
  const cardTop = Math.min(stage.bottom - height, Math.max(stage.top, top + scale / 2 - height / 2));
  card.style.setProperty("transform", `translate(${Math.round(Math.max(stage.left, cardLeft))}px, ${Math.round(cardTop)}px)`);
}

function Planned({ desk }: { readonly desk: Desk }): VNode {
  const { plan, preview } = desk;
  const tool = plan?.tool ?? 0;
  return (
    <>
      <header class="card-head">
        <h2>{coded("building", tool)}</h2>
        {preview?.rejection === 0 && (
          <span class="card-cost" title={text("card.cost", { coins: preview.coins ?? 0, points: preview.points ?? 0 })}>
            <span class="dots" aria-hidden="true">{Array.from({ length: preview.points ?? 0 }, (_, i) => <i key={i} class="dot full" />)}</span>
            <Icon name="coin" />
            <b>{preview.coins}</b>
            <span class="unseen">{text("card.cost", { coins: preview.coins ?? 0, points: preview.points ?? 0 })}</span>
          </span>
        )}
      </header>
      {preview && preview.rejection !== 0 && <p class="bad">{coded("rejection", preview.rejection, { need: preview.need ?? 0, have: preview.have ?? 0 })}</p>}
      {preview?.rejection === 0 && <Effects desk={desk} preview={preview} />}
      {desk.confirming && preview?.rejection === 0 && (
        <div class="pair">
          <button type="button" class="button" data-confirm onClick={() => void desk.commit(false)}>{text("turn.confirm")}</button>
          <button type="button" class="button plain" onClick={() => { desk.cancel(); }}>{text("turn.cancel")}</button>
        </div>
      )}
    </>
  );
}

function About({ desk, tile }: { readonly desk: Desk; readonly tile: number }): VNode {
  const { explanation: why, match } = desk;
  const { scene, tables } = match;
  const kind = at(scene.kind, tile);
  const owner = at(scene.owner, tile);
  return (
    <>
      <header class="card-head">
        {kind > 0 && <Emblem seat={owner} />}
        <h2>{tileTitle(desk, tile)}</h2>
        <span class="card-where">{kind > 0 ? nameOf(owner) : tileName(tile, scene.size)}</span>
      </header>
      {why && (
        <ul class="effects">
          {(why.capacity ?? 0) > 0 && <Row n={String(why.residents ?? 0)} words={`${text("card.people", { n: why.residents ?? 0, most: why.capacity ?? 0 })}${why.residents_next !== undefined && why.residents_next !== why.residents ? `, ${text("card.peopleNext", { n: why.residents_next })}` : ""}`} plain />}
          {(tables.jobs[kind] ?? 0) > 0 && <Row n={String(why.workers ?? 0)} words={text("card.workers", { n: why.workers ?? 0, most: tables.jobs[kind] ?? 0 })} plain />}
          {why.dark !== undefined && why.dark > 0 && <li class="bad">{text("card.dark")}</li>}
          {(why.customers?.length ?? 0) > 0 && <Row n="●" words={text("card.customers", { n: why.customers?.reduce((sum, [, shoppers]) => sum + shoppers, 0) ?? 0 })} plain />}
          {why.factors && <li class="effects-title">{text("card.happiness", { n: why.happiness_next ?? 0 })}</li>}
          {why.factors?.map(([factor, points, sources]) => (
            <Row key={factor} n={signed(points)} tone={points} words={factorText(desk, factor, sources)} />
          ))}
          {!kind && why.shore > 0 && <Row n="~" words={text("board.shore")} plain />}
          {why.smog > 0 && <Row n={String(why.smog)} words={text("overlay.smog")} plain />}
          {!why.factors && why.green > 0 && <Row n={String(why.green)} words={text("card.green", { n: why.green })} plain />}
          {!why.factors && why.cover > 0 && <Row n="✓" words={text("card.cover", { what: [15, 16, 17, 18].filter((_, i) => (why.cover >> i) & 1).map((id) => coded("building", id)).join(", ") })} plain />}
        </ul>
      )}
    </>
  );
}

/** A factor with where it comes from: "smog from Mia's Factory". */
function factorText(desk: Desk, factor: number, sources: readonly number[]): string {
  const { scene } = desk.match;
  const from = new Set<string>();
  for (const tile of sources) {
    const kind = at(scene.kind, tile);
    if (kind) from.add(text("card.for", { what: coded("building", kind), who: nameOf(at(scene.owner, cornerOf(scene, tile))) }));
    else from.add(coded("terrain", at(scene.terrain, tile)));
  }
  const words = coded("factor", factor);
  return from.size === 0 ? words : `${words}, ${text("card.source", { what: [...from].join(", ") })}`;
}

export function Row({ n, words, tone = 0, plain = false }: { readonly n: string; readonly words: string; readonly tone?: number; readonly plain?: boolean }): VNode {
  return (
    <li>
      <b class={plain ? "" : tone < 0 ? "bad" : "good"}>{n}</b>
      <span>{words}</span>
    </li>
  );
}
