/** Beside the board of a match on the platform: clock, line, trust, talk, votes, news. */
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Icon } from "../play/icons.tsx";
import { Names } from "../play/names.ts";
import { Chat } from "../room/chat.tsx";
import { text } from "../text/catalogue.ts";
import { Clock } from "./clock.tsx";
import { LinePill } from "./line-pill.tsx";
import { NoticeList } from "./notice-list.tsx";
import type { LiveSession } from "./session.ts";
import { TrustBadge } from "./trust.tsx";

export function LiveStrip({ session }: { readonly session: LiveSession }): VNode {
  const [, redraw] = useState(0);
  const [talking, setTalking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(
    () =>
      session.listen(() => {
        redraw((n) => n + 1);
      }),
    [session],
  );
  const { talk, line, follower, seats, you } = session;
  const names = session.match?.names ?? new Names(you ?? -1);
  if (talking && talk.unread > 0) talk.seen();
  const toggle = () => {
    setTalking(!talking);
    talk.seen();
  };
  return (
    <section class="live-beside" aria-label={text("live.strip")}>
      <div class="live-strip">
        <Clock face={session.clock} names={names} you={you} now={() => line.clock.now()} />
        {session.card?.status === "void" && <p class="live-pill bad">{text("live.called")}</p>}
        {you === null && <p class="live-pill">{text("live.watching")}</p>}
        <LinePill
          state={line.state}
          waiting={session.match?.waiting ?? 0}
          onRetry={() => {
            line.open();
          }}
        />
        <TrustBadge
          verification={session.verification}
          names={names}
          rules={session.gathering.standing?.version ?? 0}
          broken={follower.broken !== null}
          onRetry={() => {
            follower.retry();
          }}
        />
        <button
          ref={button}
          type="button"
          class="live-badge"
          data-chat-button
          aria-expanded={talking}
          onClick={toggle}
        >
          <Icon name="chat" />
          <span>{text("live.chat")}</span>
          {talk.unread > 0 && (
            <span class="count" data-unread>
              <span aria-hidden="true">{talk.unread}</span>
              <span class="unseen">{text("live.unread", { n: talk.unread })}</span>
            </span>
          )}
        </button>
        <Absence session={session} />
      </div>
      {talking && (
        <div
          class="live-chat"
          data-chat
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            toggle();
            button.current?.focus();
          }}
        >
          <Chat
            lines={talk.lines}
            focused
            seats={seats}
            onSay={(words) => {
              session.say(words);
            }}
          />
          <button
            type="button"
            class="square small live-chat-close"
            aria-label={text("live.closeChat")}
            onClick={toggle}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
      <NoticeList notices={session.notices} />
    </section>
  );
}

/** What can be done while somebody is gone: come back, or end the match together. */
function Absence({ session }: { readonly session: LiveSession }): VNode | null {
  const { you, presence, seats, votes, card } = session;
  if (you === null || card?.status !== "playing") return null;
  if (presence[you] === "bot")
    return (
      <button
        type="button"
        class="button go small"
        data-back
        onClick={() => {
          session.back();
        }}
      >
        {text("live.takeOver")}
      </button>
    );
  const missing = presence.some(
    (state, seat) => (state === "away" || state === "bot") && seats[seat]?.bot === 0,
  );
  const cast = votes?.seats ?? [];
  if (!missing && cast.length === 0) return null;
  const voted = cast.includes(you);
  return (
    <span class="live-vote">
      {votes && cast.length > 0 && (
        <span>{text("live.votes", { n: votes.seats.length, needed: votes.needed })}</span>
      )}
      <button
        type="button"
        class="button plain small"
        data-vote
        title={text("live.voteRule")}
        disabled={voted}
        onClick={() => {
          session.vote();
        }}
      >
        {text(voted ? "live.voted" : "live.vote")}
      </button>
    </span>
  );
}
