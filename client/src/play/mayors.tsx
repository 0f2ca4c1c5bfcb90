/** The mayors: prestige with its lines, people, coins, power. */
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { coded, signed, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Emblem, Icon } from "./icons.tsx";

export function Mayors({ desk }: { readonly desk: Desk }): VNode {
  const { screen, over, me, names } = desk.match;
  const list = useRef<HTMLElement>(null);
  const { atTurn } = desk;
  useEffect(() => {
    if (atTurn) closeOver(list.current);
  }, [atTurn]);
  useEffect(() => {
    const onDown = ({ target }: PointerEvent) => {
      if (!list.current?.contains(target as Node)) closeOver(list.current);
    };
    document.addEventListener("pointerdown", onDown);
    return () => {
      document.removeEventListener("pointerdown", onDown);
    };
  }, []);
  return (
    <section ref={list} class={screen.seats > 3 ? "paper mayors many" : "paper mayors"} aria-label={text("mayors.title")}>
      {Array.from({ length: screen.seats }, (_, seat) => {
        const lines = screen.prestige[seat] ?? [];
        const total = lines.reduce((sum, n) => sum + n, 0);
        const left = (screen.status[seat] ?? 0) > 1;
        const playing = !over && screen.turn_seat === seat;
        return (
          <details
            key={seat}
            class={`mayor${seat === me ? " mine" : ""}${playing ? " playing" : ""}${left ? " gone" : ""}`}
            name="mayor"
            data-seat={seat}
          >
            <summary>
              <Emblem seat={seat} />
              <span class="mayor-name">
                {names.of(seat)}
                {playing && <span class="tag">{text("mayors.turn")}</span>}
                {left && <span class="tag">{text("mayors.left")}</span>}
              </span>
              <span class="mayor-figures">
                <span>
                  <Icon name="people" />
                  {screen.people[seat]}
                  <span class="unseen">
                    {" "}
                    {text("mayors.people", { n: screen.people[seat] ?? 0 })}
                  </span>
                </span>
                <span>
                  <Icon name="coin" />
                  {screen.coins[seat]}
                </span>
                <span>
                  <Icon name="power" />
                  {signed(screen.spare_now[seat] ?? 0)}
                  <span class="unseen">
                    {" "}
                    {text("mayors.power", { n: screen.spare_now[seat] ?? 0 })}
                  </span>
                </span>
              </span>
              <span class="mayor-score">
                <b data-prestige={seat}>{total}</b>
                <small>{text("mayors.prestige")}</small>
              </span>
            </summary>
            <div class="mayor-more">
              <p class="mayor-facts">
                <b>{names.of(seat)}</b>
                <span>{text("mayors.people", { n: screen.people[seat] ?? 0 })}</span>
                <span>{text("top.coins", { n: screen.coins[seat] ?? 0 })}</span>
                <span>{text("mayors.power", { n: signed(screen.spare_now[seat] ?? 0) })}</span>
              </p>
              <dl class="lines">
                {lines.map((n, line) =>
                  n !== 0 ? (
                    <div key={line}>
                      <dt>{coded("prestige", line)}</dt>
                      <dd class={n < 0 ? "bad" : ""}>{signed(n)}</dd>
                    </div>
                  ) : null,
                )}
              </dl>
              <p class="quiet">{text("mayors.income", { n: signed(screen.income[seat] ?? 0) })}</p>
            </div>
          </details>
        );
      })}
    </section>
  );
}

/** Closes what is open of a mayor where it lies over the board: on a phone. */
function closeOver(list: HTMLElement | null): void {
  if (!matchMedia("(max-width: 760px)").matches) return;
  for (const open of list?.querySelectorAll("details[open]") ?? []) open.removeAttribute("open");
}
