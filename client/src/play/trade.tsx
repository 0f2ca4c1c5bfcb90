/** Offers and contracts between boroughs. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";

import { at, cornerOf } from "../board/scene.ts";
import { coded, text } from "../text/catalogue.ts";
import { Choice } from "./city.tsx";
import type { Desk } from "./desk.ts";
import { ME } from "./match.ts";
import { nameOf, offerText } from "./story.ts";
import { tileName } from "./tile-text.ts";
import { ACTION } from "./tools.ts";

const TILE = 3;

export function Trade({ desk }: { readonly desk: Desk }): VNode {
  const { offers, contracts } = desk.match.screen;
  const incoming = offers.filter(([, , to]) => to === ME);
  const outgoing = offers.filter(([maker]) => maker === ME);
  return (
    <div class="trade">
      <h2>{text("trade.incoming")}</h2>
      {incoming.length === 0 && <p class="quiet">{text("trade.none")}</p>}
      {incoming.map((offer) => (
        <Offer key={number(offer)} desk={desk} words={text("trade.from", { who: nameOf(offer[0] ?? 0), offer: offerText(offer) })}
          actions={[["trade.accept", ACTION.accept, number(offer)], ["trade.decline", ACTION.decline, number(offer)]]} />
      ))}
      {outgoing.length > 0 && <h2>{text("trade.outgoing")}</h2>}
      {outgoing.map((offer) => (
        <Offer key={number(offer)} desk={desk} words={text("trade.to", { who: nameOf(offer[2] ?? 0), offer: offerText(offer) })}
          actions={[["trade.withdraw", ACTION.withdraw, number(offer)]]} />
      ))}
      {contracts.length > 0 && <h2>{text("trade.contracts")}</h2>}
      {contracts.map(([seller = 0, buyer = 0, thing = 1, units = 0, left = 0], i) => (
        <p key={i}>{text("trade.contract", { who: nameOf(seller), other: nameOf(buyer), thing: coded("thing", thing, { n: units }), n: left })}</p>
      ))}
      <NewOffer desk={desk} />
    </div>
  );
}

function number(offer: readonly number[]): number {
  return 2 * (offer[0] ?? 0) + (offer[1] ?? 0);
}

interface OfferProps {
  readonly desk: Desk;
  readonly words: string;
  readonly actions: readonly (readonly ["trade.accept" | "trade.decline" | "trade.withdraw", number, number])[];
}

function Offer({ desk, words, actions }: OfferProps): VNode {
  return (
    <div class="offer">
      <p>{words}</p>
      <div class="pair">
        {actions.map(([key, kind, offer]) => (
          <button key={key} type="button" class={key === "trade.accept" ? "button" : "button plain"} disabled={!desk.match.myTurn} onClick={() => void desk.carryOut([kind, offer])}>
            {text(key)}
          </button>
        ))}
      </div>
    </div>
  );
}

function NewOffer({ desk }: { readonly desk: Desk }): VNode {
  const { screen, tables, scene, myTurn } = desk.match;
  const others = Array.from({ length: screen.seats }, (_, seat) => seat).filter((seat) => seat !== ME);
  const [to, setTo] = useState(others[0] ?? 1);
  const [direction, setDirection] = useState(0);
  const [coins, setCoins] = useState(tables.coin_steps[2] ?? 3);
  const [thing, setThing] = useState(1);
  const [units, setUnits] = useState(tables.unit_steps[1] ?? 2);
  const [rounds, setRounds] = useState(1);
  const picked = desk.selected !== null && at(scene.kind, desk.selected) ? cornerOf(scene, desk.selected) : null;
  const what = thing === TILE ? picked : units;
  return (
    <form
      class="new-offer"
      onSubmit={(event) => {
        event.preventDefault();
        if (what !== null) void desk.carryOut([ACTION.offer, to, direction, coins, thing, what, thing === TILE ? 0 : rounds], thing === TILE ? what : -1);
      }}
    >
      <h2>{text("trade.new")}</h2>
      <Choice name="to" label={text("trade.partner")} value={to} set={setTo} options={others.map((seat) => [seat, nameOf(seat)])} />
      <Choice name="direction" label={text("trade.direction")} value={direction} set={setDirection} options={[[0, text("trade.pay")], [1, text("trade.get")]]} />
      <Choice name="thing" label={text("trade.thing")} value={thing} set={setThing} options={[[1, text("trade.power")], [2, text("trade.goods")], [TILE, text("trade.tile")]]} />
      <div class="fields">
        <Steps label={text("trade.coins")} value={coins} set={setCoins} steps={tables.coin_steps} />
        {thing !== TILE && <Steps label={text("trade.units")} value={units} set={setUnits} steps={tables.unit_steps} />}
        {thing !== TILE && <Steps label={text("trade.rounds")} value={rounds} set={setRounds} steps={Array.from({ length: tables.most_rounds }, (_, i) => i + 1)} />}
      </div>
      {thing === TILE && <p class="quiet">{picked === null ? text("trade.pick") : text("trade.picked", { what: coded("building", at(scene.kind, picked)), where: tileName(picked, scene.size) })}</p>}
      <button type="submit" class="button" disabled={!myTurn || what === null}>{text("trade.offer")}</button>
    </form>
  );
}

function Steps({ label, value, set, steps }: { readonly label: string; readonly value: number; readonly set: (n: number) => void; readonly steps: readonly number[] }): VNode {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => { set(Number(event.currentTarget.value)); }}>
        {steps.map((n) => <option key={n} value={n}>{n}</option>)}
      </select>
    </label>
  );
}
