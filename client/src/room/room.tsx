/** The waiting room of a match: who is there, who is still to come, and what will be played. */
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import type { MatchCard, SeatCard } from "../connection/matches.ts";
import type { Presence } from "../connection/messages.ts";
import { Icon } from "../play/icons.tsx";
import { refusal } from "../site/refusal.ts";
import { coded, listed, text } from "../text/catalogue.ts";
import { Chat, type ChatLine } from "./chat.tsx";
import { Countdown } from "./countdown.tsx";
import type { Departure } from "./departures.ts";
import { Gone } from "./gone.tsx";
import { Invite } from "./invite.tsx";
import { Plan } from "./plan.tsx";
import { Seats } from "./seats.tsx";

export interface RoomProps {
  /** What is to be played. */
  readonly match: MatchCard;
  /** In the order of their numbers. */
  readonly seats: readonly SeatCard[];
  /** The host's seat, or null: the host may not sit here. */
  readonly host: number | null;
  readonly youAreHost: boolean;
  /** Own seat, or null. */
  readonly you: number | null;
  /** What to give to friends. */
  readonly link: string;
  readonly chat: readonly ChatLine[];
  /** Who gave up a seat. */
  readonly departures: readonly Departure[];
  /** Who is there, by the seats' numbers. */
  readonly presence: readonly Presence[];
  /** It follows a match that is over, whose mayors were all asked. */
  readonly rematch: boolean;
  /** When a full match stops waiting for who is not ready: ms by the server's clock, or null. */
  readonly deadline: number | null;
  /** How often everybody had to promise anew: readiness is told once for each time. */
  readonly attempt: number;
  /** The server's clock, ms UTC. */
  readonly now: () => number;

  // Each rejects with RestError, or whatever `refusal` can put into words.
  /** A seat, or the first free one (null). */
  readonly onJoin: (seat: number | null) => Promise<unknown>;
  /** Opens the own part of the chance. Called once all seats are taken, not before. */
  readonly onReady: () => Promise<unknown>;
  readonly onLeave: () => Promise<unknown>;
  readonly onRemove: (seat: number) => Promise<unknown>;
  readonly onAddBot: (seat: number, level: number) => Promise<unknown>;
  readonly onSay: (text: string) => void;
}

export function Room(props: RoomProps): VNode {
  const { match, seats, you, deadline, departures } = props;
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);
  const free = seats.filter((seat) => !seat.taken).length;
  const own = seats.find((seat) => seat.number === you);
  const host = seats.find((seat) => seat.number === props.host && seat.taken);
  const others = seats.filter((seat) => seat.number !== you);
  const alone = own !== undefined && others.every((seat) => seat.bot > 0);
  // Readiness can be told before the last seat is taken; it takes effect then.
  const [willing, setWilling] = useState(false);
  const opening = useRef(false);
  const seated = own !== undefined;
  useEffect(() => {
    if (!seated) setWilling(false); // who lost the seat was not there, and says so anew
  }, [seated]);

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setWrong("");
    try {
      await work();
    } catch (error) {
      setWrong(refusal(error));
    } finally {
      setBusy(false);
    }
  };

  const ready = own?.ready ?? false;
  const start = own !== undefined && !ready && free === 0 && (willing || alone);
  useEffect(() => {
    if (!start || opening.current) return;
    opening.current = true;
    setWrong("");
    // Takes as long as others do to promise anew: all else can be done meanwhile.
    void (async () => {
      try {
        await props.onReady();
      } catch (error) {
        setWilling(false);
        setWrong(refusal(error));
      } finally {
        opening.current = false;
      }
    })();
  }, [start, props.attempt]);

  return (
    <main class="room" id="main" data-room data-free={free}>
      <div class="room-head">
        <p class="label">{text(props.rematch ? "room.rematch" : "room.title")}</p>
        <h1>
          {host
            ? text("room.of", { kind: coded("kind", match.kind), host: host.name })
            : coded("kind", match.kind)}
        </h1>
        <Status {...props} free={free} willing={willing} alone={alone} />
        {deadline !== null && free === 0 && seats.some((seat) => !seat.ready && !seat.bot) && (
          <Countdown until={deadline} now={props.now} yours={own !== undefined && !ready} />
        )}
      </div>
      <div class="room-main">
        <Gone
          departures={departures}
          free={free > 0 && own === undefined}
          busy={busy}
          onAgain={() => void run(() => props.onJoin(null))}
        />
        <Seats
          {...props}
          listed={match.visibility === "listed"}
          removed={departures.some(({ you: own, why }) => own && why === "removed")}
          busy={busy}
          willing={willing}
          onJoin={(seat) => void run(() => props.onJoin(seat))}
          onRemove={(seat) => void run(() => props.onRemove(seat))}
          onAddBot={(seat, level) => void run(() => props.onAddBot(seat, level))}
        />
        <p class="bad room-wrong" role="alert">
          {wrong}
        </p>
        {own && (
          <div class="room-actions">
            {!alone && (
              <button
                type="button"
                class={`button big ${ready || willing ? "plain" : "go"}`}
                data-ready
                aria-pressed={ready || willing}
                disabled={ready || busy}
                onClick={() => {
                  setWilling(!willing);
                }}
              >
                <Icon name="check" />
                <span>{text(ready || willing ? "room.isReady" : "room.ready")}</span>
              </button>
            )}
            <button
              type="button"
              class="button plain leave"
              data-leave
              disabled={busy}
              onClick={() => void run(props.onLeave)}
            >
              <Icon name="leave" />
              {text("room.leave")}
            </button>
          </div>
        )}
      </div>
      <aside class="room-side">
        {own && free > 0 && <Invite link={props.link} from={own.name} />}
        <Plan match={match} />
      </aside>
      <Chat lines={props.chat} seats={seats} onSay={props.onSay} />
    </main>
  );
}

/** One sentence: what the match waits for. */
function Status({
  seats,
  you,
  free,
  willing,
  alone,
}: RoomProps & {
  readonly free: number;
  readonly willing: boolean;
  readonly alone: boolean;
}): VNode {
  const waiting = seats.filter(
    (seat) => seat.taken && !seat.bot && !seat.ready && seat.number !== you,
  );
  const own = seats.find((seat) => seat.number === you);
  const key =
    free > 0
      ? "room.waitsForMayors"
      : own && !own.ready && !willing && !alone
        ? "room.waitsForYou"
        : waiting.length > 0
          ? "room.waitsForOthers"
          : "room.starts";
  return (
    <p class="room-status" role="status">
      {text(key, { n: free, who: listed(waiting.map((seat) => seat.name)) })}
    </p>
  );
}
