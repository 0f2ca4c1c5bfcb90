/** Offers and contracts between boroughs. */
import type { VNode } from "preact";

import { coded, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { NewOffer } from "./new-offer.tsx";
import { offerText } from "./story.ts";
import { Along, shortOf, Warning } from "./trade-warning.tsx";
import { ACTION } from "./tools.ts";

export function Trade({ desk }: { readonly desk: Desk }): VNode {
  const { me, names } = desk.match;
  const { offers, contracts } = desk.match.screen;
  const incoming = offers.filter(([, , to]) => to === me);
  const outgoing = offers.filter(([maker]) => maker === me);
  return (
    <div class="trade">
      <h2>{text("trade.incoming")}</h2>
      {incoming.length === 0 && <p class="quiet">{text("trade.none")}</p>}
      {incoming.map((offer) => (
        <Offer
          key={numberOf(offer)}
          desk={desk}
          words={text("trade.from", { who: names.of(offer[0] ?? 0), offer: offerText(offer) })}
          offer={offer}
          actions={[
            ["trade.accept", ACTION.accept, numberOf(offer)],
            ["trade.decline", ACTION.decline, numberOf(offer)],
          ]}
        />
      ))}
      {outgoing.length > 0 && <h2>{text("trade.outgoing")}</h2>}
      {outgoing.map((offer) => (
        <Offer
          key={numberOf(offer)}
          desk={desk}
          words={text("trade.to", { who: names.of(offer[2] ?? 0), offer: offerText(offer) })}
          offer={offer}
          actions={[["trade.withdraw", ACTION.withdraw, numberOf(offer)]]}
        />
      ))}
      {contracts.length > 0 && <h2>{text("trade.contracts")}</h2>}
      {contracts.map(([seller = 0, buyer = 0, thing = 1, units = 0, left = 0], i) => (
        <p key={i}>
          {text("trade.contract", {
            who: names.of(seller),
            other: names.object(buyer),
            thing: coded("thing", thing, { n: units }),
            n: left,
          })}
        </p>
      ))}
      <NewOffer desk={desk} />
    </div>
  );
}

function numberOf(offer: readonly number[]): number {
  return 2 * (offer[0] ?? 0) + (offer[1] ?? 0);
}

interface OfferProps {
  readonly desk: Desk;
  readonly words: string;
  readonly offer: readonly number[];
  readonly actions: readonly (readonly [
    "trade.accept" | "trade.decline" | "trade.withdraw",
    number,
    number,
  ])[];
}

function Offer({ desk, words, offer, actions }: OfferProps): VNode {
  return (
    <div class="offer">
      <p>{words}</p>
      <Along match={desk.match} offer={offer} />
      <Warning words={shortOf(desk.match, offer)} />
      <div class="pair">
        {actions.map(([key, kind, number]) => (
          <button
            key={key}
            type="button"
            class={key === "trade.accept" ? "button" : "button plain"}
            disabled={!desk.match.myTurn}
            onClick={() => void desk.carryOut([kind, number])}
          >
            {text(key)}
          </button>
        ))}
      </div>
    </div>
  );
}
