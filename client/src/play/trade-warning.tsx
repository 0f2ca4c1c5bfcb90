/** What the player would promise without having it, and what a building takes along. */
import type { VNode } from "preact";

import { generated } from "../board/generation.ts";
import { text } from "../text/catalogue.ts";
import type { Match } from "./match.ts";
import { goesAlong } from "./trade-building.ts";

const POWER = 1;
const TILE = 3;
const GIVE_COINS = 0;

/**
 * Why the player could not keep an offer (maker, slot, to, direction, coins, thing, units, rounds):
 * coins to pay that are not there, power to give, or a plant that their own buildings need; empty when
 * nothing is short.
 */
export function shortOf({ screen, scene, tables, me }: Match, offer: readonly number[]): string {
  const [maker, , , direction, coins = 0, thing, units = 0] = offer;
  const pays = (maker === me) === (direction === GIVE_COINS);
  const [purse, spare] = [screen.coins[me] ?? 0, Math.max(0, screen.spare_now[me] ?? 0)];
  if (pays) return coins > purse ? text("trade.poor", { have: purse }) : "";
  if (thing === TILE) {
    const lost = generated(scene, units, tables);
    const left = (screen.spare_now[me] ?? 0) - lost;
    return lost > 0 && left < 0 ? text("trade.dark", { n: -left }) : "";
  }
  return thing === POWER && units > spare ? text("trade.short", { have: spare }) : "";
}

/** What an offer of a building is about: the building, and all that changes hands with it. */
export function Along({
  match: { scene, tables },
  offer,
}: {
  readonly match: Match;
  readonly offer: readonly number[];
}): VNode | null {
  const [, , , , , thing, tile = 0] = offer;
  return thing === TILE ? <p class="quiet">{goesAlong(scene, tables, tile)}</p> : null;
}

export function Warning({ words }: { readonly words: string }): VNode | null {
  return words === "" ? null : <p class="bad">{words}</p>;
}
