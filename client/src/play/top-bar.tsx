/** Round, whose turn, what is left to do; what is forecast; the goals. */
import type { VNode } from "preact";

import { coded, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Emblem, Icon } from "./icons.tsx";

export function TopBar({
  desk,
  onMenu,
}: {
  readonly desk: Desk;
  readonly onMenu: () => void;
}): VNode {
  return (
    <header class="top">
      <div class="paper top-round">
        <a class="square" href={desk.match.home} aria-label={text("top.home")}>
          <Icon name="home" />
        </a>
        <h1 class="top-number">
          {text("top.round", { round: desk.match.screen.round, rounds: desk.match.screen.rounds })}
        </h1>
        {!desk.match.over && <Forecast desk={desk} />}
      </div>
      <Turn desk={desk} />
      <div class="paper top-goals">
        <Goals desk={desk} />
        <button type="button" class="square" aria-label={text("top.menu")} onClick={onMenu}>
          <Icon name="menu" />
        </button>
      </div>
    </header>
  );
}

function Forecast({ desk }: { readonly desk: Desk }): VNode {
  const { forecast, wind } = desk.match.screen;
  const harmful = desk.match.tables.harmful.includes(forecast);
  return (
    <div class="forecast">
      <p class="label">{text("top.forecast")}</p>
      <p class="forecast-card" tabIndex={0} aria-describedby="forecast-rule">
        <Icon name="event" />
        <b class={harmful ? "bad" : ""}>{coded("event", forecast)}</b>
        <span class="wind">
          <svg class={`vane wind-${wind}`} viewBox="0 0 24 24" aria-hidden="true">
            <path d="M3 12h15M13 6l6 6-6 6" />
          </svg>
          {coded("wind", wind)}
        </span>
      </p>
      <p class="hint" id="forecast-rule">
        {coded("eventRule", forecast)}
      </p>
    </div>
  );
}

function Turn({ desk }: { readonly desk: Desk }): VNode {
  const { match } = desk;
  const { me, names } = match;
  const { points, coins, turn_seat } = match.screen;
  const mine = turn_seat === me && !match.over;
  const somebody = turn_seat < points.length; // else the round's draw is awaited
  const left = points[me] ?? 0;
  const title = match.over
    ? text("top.over")
    : mine
      ? text("top.yourTurn")
      : somebody
        ? text("top.turnOf", { who: names.of(turn_seat) })
        : text("top.betweenRounds");
  return (
    <div
      class={`turn ${mine ? "turn-mine" : "turn-other"}`}
      data-turn={match.over ? "over" : desk.atTurn ? "me" : "bots"}
    >
      {!mine && !match.over && somebody && <Emblem seat={turn_seat} />}
      <b class="turn-title">{title}</b>
      {mine && (
        <span class="turn-points" data-points={left}>
          <span class="dots" aria-hidden="true">
            {Array.from({ length: Math.max(3, left) }, (_, i) => (
              <i key={i} class={i < left ? "dot full" : "dot"} />
            ))}
          </span>
          {text("top.points", { n: left })}
        </span>
      )}
      {me >= 0 && (
        <span class="turn-coins" data-coins={coins[me]}>
          <Icon name="coin" />
          <b>{coins[me]}</b>
          <span class="unseen">{text("top.coins", { n: coins[me] ?? 0 })}</span>
        </span>
      )}
    </div>
  );
}

/** How far the others are with a goal. */
function Rivals({
  desk,
  place,
  figures,
}: {
  readonly desk: Desk;
  readonly place: number;
  readonly figures: readonly number[];
}): VNode {
  const { screen, me, names } = desk.match;
  return (
    <span class="goal-rivals">
      {figures.map((figure, seat) => {
        if (seat === me) return null;
        const reached = (((screen.goal_mask[seat] ?? 0) >> place) & 1) === 1;
        return (
          <span key={seat}>
            <Emblem seat={seat} />
            <span class="unseen">{names.of(seat)}</span>
            {reached ? text("top.goalDone") : figure}
          </span>
        );
      })}
    </span>
  );
}

export function Goals({ desk }: { readonly desk: Desk }): VNode {
  const { me } = desk.match;
  const { goals, progress, goal_stage, goal_mask } = desk.match.screen;
  const [first, next] = desk.match.tables.goal_points;
  return (
    <ul class="goals" aria-label={text("top.goals")}>
      {goals.map((goal, i) => {
        const [target = 1, ...figures] = progress[i] ?? [];
        const have = figures[me] ?? 0;
        const reached = (((goal_mask[me] ?? 0) >> i) & 1) === 1;
        const stage = goal_stage[i] ?? 0;
        const worth =
          stage === 0
            ? text("top.goalLeft", { first, next })
            : stage === 1
              ? text("top.goalSecond", { next })
              : text("top.goalClosed");
        return (
          <li key={goal} class={reached ? "goal reached" : "goal"} tabIndex={0}>
            <span class="goal-name">
              <Icon name={reached ? "trophy" : "goal"} />
              {coded("goal", goal)}
            </span>
            <b class="goal-share">
              {reached ? text("top.goalDone") : text("top.goalShare", { have: Math.min(have, target), target })}
            </b>
            <progress
              value={reached ? target : Math.min(have, target)}
              max={target}
              aria-label={coded("goal", goal)}
            />
            <span class="hint">
              {coded("goalRule", goal, { target, power: desk.match.screen.own_power })} · {worth}
              <Rivals desk={desk} place={i} figures={figures} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
