/** What happened since the player's last turn, and before. */
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { coded, signed, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Emblem, Icon } from "./icons.tsx";
import { recapOf, tell, type Line, type Recap } from "./story.ts";

const EARLIER = 60;

export function Log({ desk }: { readonly desk: Desk }): VNode {
  const { story, mine, names } = desk.match;
  const from = Math.max(0, mine - EARLIER);
  const owner = (tile: number) => desk.match.scene.owner[tile] ?? -1;
  const since = tell(story.slice(mine), names, owner, story.slice(0, mine)).reverse();
  const earlier = tell(story.slice(from, mine), names, owner, story.slice(0, from)).reverse();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The newest is on top: show it when a turn of the player begins.
    const body = top.current?.closest(".tab-body");
    if (body && desk.match.myTurn) body.scrollTop = 0;
  }, [desk.match.screen.round, desk.match.myTurn]);
  return (
    <div class="log" ref={top}>
      <h2 class="label">{text("side.since")}</h2>
      {since.length === 0 ? (
        <p class="quiet">
          {text(earlier.length === 0 && desk.match.myTurn ? "side.first" : "side.empty")}
        </p>
      ) : (
        <Lines lines={since} desk={desk} />
      )}
      {earlier.length > 0 && <h2 class="label">{text("side.earlier")}</h2>}
      <Lines lines={earlier} desk={desk} />
    </div>
  );
}

function Lines({ lines, desk }: { readonly lines: readonly Line[]; readonly desk: Desk }): VNode {
  return (
    <ol class="lines-told">
      {lines.map((line, i) => (
        <li key={lines.length - i} class={`told ${line.tone}`}>
          {line.seat >= 0 ? (
            <Emblem seat={line.seat} />
          ) : (
            <span class="told-sign">
              <Icon name="event" />
            </span>
          )}
          {line.tile >= 0 ? (
            <button
              type="button"
              class="told-text"
              onClick={() => {
                desk.point(line.tile);
                desk.select(line.tile);
              }}
            >
              {line.text}
            </button>
          ) : (
            <span class="told-text">{line.text}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A short account of the round that ended, shown when the player's turn begins. */
export function RecapCard({
  desk,
  brief = false,
}: {
  readonly desk: Desk;
  /** Only what the round brought in all, where another panel needs the room. */
  readonly brief?: boolean;
}): VNode | null {
  const { match } = desk;
  if (match.playing || match.over) return null;
  const recap = recapOf(match.story.slice(match.mine), match.me, (tile) => match.scene.owner[tile] ?? -1);
  if (!recap || desk.panels.recapClosed === recap.round) return null;
  return (
    <section class={brief ? "paper recap brief" : "paper recap"} aria-label={text("recap.title", { n: recap.round })}>
      <div class="recap-head">
        <h2>{text("recap.title", { n: recap.round })}</h2>
        <Tally
          n={recap.coins}
          words={text("recap.coins", { n: signed(recap.coins) })}
          icon="coin"
          brief={brief}
        />
        <Tally
          n={recap.people}
          words={text("recap.people", { n: signed(recap.people) })}
          icon="people"
          brief={brief}
        />
        <button
          type="button"
          class="square small"
          aria-label={text("recap.close")}
          onClick={() => {
            desk.panels.closeRecap(recap.round);
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      {!brief && <Details recap={recap} desk={desk} />}
    </section>
  );
}

function Details({ recap, desk }: { readonly recap: Recap; readonly desk: Desk }): VNode {
  const { match } = desk;
  return (
    <>
      {recap.event > 0 && (
        <p>
          <Icon name="event" /> <b>{coded("event", recap.event)}</b>
          : {recap.eventDid}
        </p>
      )}
      {recap.goals.map(([seat, goal, points]) => (
        <p key={`${seat} ${goal}`} class={seat === match.me ? "good" : "bad"}>
          {text("story.goal", {
            who: match.names.of(seat),
            goal: coded("goal", goal),
            points: signed(points),
          })}
        </p>
      ))}
      <details>
        <summary>{text("recap.lines")}</summary>
        <dl class="lines">
          {recap.lines.map(([line, coins]) => (
            <div key={line}>
              <dt>{coded("income", line)}</dt>
              <dd class={coins < 0 ? "bad" : ""}>{signed(coins)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function Tally({
  n,
  words,
  icon,
  brief,
}: {
  readonly n: number;
  readonly words: string;
  readonly icon: "coin" | "people";
  readonly brief: boolean;
}): VNode | null {
  if (n === 0) return null;
  return (
    <b class={n < 0 ? "tally bad" : "tally good"}>
      <Icon name={icon} />
      {brief && signed(n)}
      <span class={brief ? "unseen" : ""}>{words}</span>
    </b>
  );
}
