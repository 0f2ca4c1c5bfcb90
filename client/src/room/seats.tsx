/** The seats of a match: who has them, who is ready, and what can be done about the free ones. */
import type { VNode } from "preact";

import type { SeatCard } from "../connection/matches.ts";
import type { Presence } from "../connection/messages.ts";
import { Emblem, Icon } from "../play/icons.tsx";
import { coded, text } from "../text/catalogue.ts";

const LEVELS = [0, 1];

interface Props {
  readonly seats: readonly SeatCard[];
  readonly host: number | null;
  readonly youAreHost: boolean;
  readonly you: number | null;
  readonly presence: readonly Presence[];
  /** The match stands in the lobby. */
  readonly listed: boolean;
  /** It follows another one, whose mayors were asked. */
  readonly rematch: boolean;
  /** The host took who looks off a seat. */
  readonly removed: boolean;
  readonly busy: boolean;
  /** Whether who looks is ready as soon as all seats are taken. */
  readonly willing: boolean;
  readonly onJoin: (seat: number) => void;
  readonly onRemove: (seat: number) => void;
  readonly onAddBot: (seat: number, level: number) => void;
}

export function Seats(props: Props): VNode {
  return (
    <ol class="seats" aria-label={text("room.seats")}>
      {props.seats.map((seat) => (
        <li
          key={seat.number}
          class={`seat paper ${seat.taken ? "taken" : "free"} ${seat.you ? "mine" : ""}`}
          data-seat={seat.number}
          data-state={seat.taken ? (seat.ready ? "ready" : "waiting") : "free"}
        >
          {seat.taken ? <Taken {...props} seat={seat} /> : <Free {...props} seat={seat} />}
        </li>
      ))}
    </ol>
  );
}

function Taken({
  seat,
  host,
  youAreHost,
  presence,
  busy,
  willing,
  onRemove,
}: Props & { readonly seat: SeatCard }): VNode {
  const ready = seat.ready || seat.bot > 0;
  const away = !seat.you && presence[seat.number] === "away";
  const state = ready
    ? "room.readyShort"
    : away
      ? "room.away"
      : seat.you && willing
        ? "room.readyLater"
        : "room.notReady";
  return (
    <>
      <Emblem colour={seat.colour} />
      <span class="seat-words">
        <b>
          <bdi>{seat.name}</bdi>
        </b>
        <span class="room-tags">
          {seat.you && <span class="room-tag you">{text("room.you")}</span>}
          {seat.number === host && <span class="room-tag">{text("room.host")}</span>}
          {seat.bot > 0 && (
            <span class="room-tag">
              <Icon name="bot" /> {text("room.bot", { level: coded("level", seat.bot - 1) })}
            </span>
          )}
        </span>
      </span>
      <span class={`seat-state ${ready ? "good" : "quiet"}`}>
        {ready && <Icon name="check" />}
        {text(state)}
      </span>
      {youAreHost && !seat.you && (
        <button
          type="button"
          class="square small"
          disabled={busy}
          aria-label={text("room.remove", { who: seat.name })}
          data-remove={seat.number}
          onClick={() => {
            onRemove(seat.number);
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </>
  );
}

function Free({
  seat,
  you,
  youAreHost,
  listed,
  rematch,
  removed,
  busy,
  onJoin,
  onAddBot,
}: Props & { readonly seat: SeatCard }): VNode {
  const forYou = removed ? "room.freeAgain" : "room.freeForYou";
  const forOthers = rematch ? "room.freeRematch" : listed ? "room.freeListed" : "room.freeRule";
  return (
    <>
      <span class="emblem-place">
        <Icon name="person" />
      </span>
      <span class="seat-words">
        <b class="quiet">{text("room.free")}</b>
        <span class="quiet">{text(you === null ? forYou : forOthers)}</span>
      </span>
      <span class="seat-actions">
        {you === null && (
          <button
            type="button"
            class={removed ? "button plain" : "button go"}
            disabled={busy}
            data-join={seat.number}
            onClick={() => {
              onJoin(seat.number);
            }}
          >
            {text("room.join")}
          </button>
        )}
        {youAreHost &&
          LEVELS.map((level) => (
            <button
              key={level}
              type="button"
              class="button plain"
              disabled={busy}
              data-add-bot={`${seat.number} ${level}`}
              onClick={() => {
                onAddBot(seat.number, level);
              }}
            >
              <Icon name="bot" /> {text("room.addBot", { level: coded("level", level) })}
            </button>
          ))}
      </span>
    </>
  );
}
