/** The end of a match: who won, and by what. */
import type { VNode } from "preact";

import { coded, signed, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Emblem, Icon } from "./icons.tsx";
import { Dialog } from "./dialog.tsx";
import { inOrder, ties } from "./ties.ts";

export function End({
  desk,
  wrong,
  onAgain,
  onClose,
}: {
  readonly desk: Desk;
  /** Why there is no next match, or nothing. */
  readonly wrong: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}): VNode {
  const { screen, me, names } = desk.match;
  const totals = screen.prestige.map((lines) => lines.reduce((sum, n) => sum + n, 0));
  const seats = inOrder(screen);
  const tied = ties(screen, names);
  const winners = seats.filter((seat) => screen.standings[seat] === 1);
  const title =
    winners.length > 1
      ? text("end.shared")
      : winners[0] === me
        ? text("end.won")
        : text("end.lost", { who: names.of(winners[0] ?? 1) });
  const most = Math.max(1, ...totals);
  return (
    <Dialog label={title} onClose={onClose} className="end">
      <header class="end-head">
        <span class="end-sign">
          <Icon name="trophy" />
        </span>
        <h2>{title}</h2>
        <p class="quiet">{text("end.after", { n: screen.round })}</p>
      </header>
      <ol class="standings" data-standings>
        {seats.map((seat) => (
          <li key={seat} class={seat === me ? "mine" : ""}>
            <b class="rank">
              {(screen.standings[seat] ?? 0) > 0
                ? text("end.rank", { n: screen.standings[seat] ?? 0 })
                : text("end.unranked")}
            </b>
            <Emblem seat={seat} />
            <span class="standing-name">{names.of(seat)}</span>
            <Bar lines={screen.prestige[seat] ?? []} most={most} />
            <b class="standing-total" data-total={seat}>
              {totals[seat]}
            </b>
          </li>
        ))}
      </ol>
      {tied.length > 0 && (
        <ul class="ties" aria-label={text("end.ties")} data-ties>
          {tied.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <div class="table-frame" tabIndex={0} role="group" aria-label={text("end.table")}>
        <table class={seats.length > 2 ? "many" : ""}>
          <caption class="unseen">{text("end.table")}</caption>
          <thead>
            <tr>
              <th scope="col">{text("end.line")}</th>
              {seats.map((seat) => (
                <th key={seat} scope="col">
                  <Emblem seat={seat} />
                  <span>{names.of(seat)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(screen.prestige[0] ?? []).map((_, line) => (
              <tr key={line}>
                <th scope="row">
                  <i class={`swatch line-${line}`} aria-hidden="true" />
                  {coded("prestige", line)}
                </th>
                {seats.map((seat) => (
                  <td key={seat}>{signed(screen.prestige[seat]?.[line] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="fingerprint quiet">
        {text("end.hash")}: <code data-hash>{desk.match.hash}</code>
        <br />
        {text("end.hashRule")}
      </p>
      <p class="bad end-wrong" role="alert">
        {wrong}
      </p>
      <div class="end-actions">
        {me >= 0 && (
          <button type="button" class="button big" onClick={onAgain}>
            <Icon name="again" />
            {text("end.again")}
          </button>
        )}
        <button
          type="button"
          class="button plain"
          data-export
          onClick={() => {
            desk.match.save();
          }}
        >
          <Icon name="download" />
          {text("end.export")}
        </button>
        <button type="button" class="button plain" onClick={onClose}>
          <Icon name="eye" />
          {text("end.look")}
        </button>
        <a class="button plain" href="/lobby/" data-to-lobby>
          <Icon name="people" />
          {text("end.lobby")}
        </a>
        <a class="button plain" href={desk.match.home} data-to-home>
          <Icon name="home" />
          {text("end.home")}
        </a>
      </div>
    </Dialog>
  );
}

/** The lines above zero as one bar, as long as the total. */
function Bar({ lines, most }: { readonly lines: readonly number[]; readonly most: number }): VNode {
  let at = 0;
  return (
    <svg class="bar" viewBox={`0 0 ${most} 4`} preserveAspectRatio="none" aria-hidden="true">
      {lines.map((n, line) => {
        if (n <= 0) return null;
        const x = at;
        at += n;
        return <rect key={line} class={`line-${line}`} x={x} y="0" width={n} height="4" />;
      })}
    </svg>
  );
}
