/** What the player would promise without having it. */
import type { VNode } from "preact";

import { text } from "../text/catalogue.ts";
import type { Match } from "./match.ts";

const POWER = 1;
const GIVE_COINS = 0;

/**
 * Why the player could not keep an offer (maker, slot, to, direction, coins, thing, units, rounds):
 * coins to pay that are not there, or power to give; empty when nothing is short.
 */
export function shortOf({ screen, me }: Match, offer: readonly number[]): string {
  const [maker, , , direction, coins = 0, thing, units = 0] = offer;
  const pays = (maker === me) === (direction === GIVE_COINS);
  const [purse, spare] = [screen.coins[me] ?? 0, Math.max(0, screen.spare_now[me] ?? 0)];
  if (pays) return coins > purse ? text("trade.poor", { have: purse }) : "";
  return thing === POWER && units > spare ? text("trade.short", { have: spare }) : "";
}

export function Warning({ words }: { readonly words: string }): VNode | null {
  return words === "" ? null : <p class="bad">{words}</p>;
}
