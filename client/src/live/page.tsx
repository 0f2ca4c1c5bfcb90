/** The page of a match: waiting room, match, end. What is shown follows from the session alone. */
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

import { addBot, joinMatch, leaveMatch, removeMayor } from "../connection/matches.ts";
import { rest } from "../connection/rest.ts";
import { Dialog } from "../play/dialog.tsx";
import { MatchScreen } from "../play/match-screen.tsx";
import { Room } from "../room/room.tsx";
import { refusal } from "../site/refusal.ts";
import { text } from "../text/catalogue.ts";
import { again, Rematch } from "./rematch.tsx";
import { Waiting, Wrong } from "./screens.tsx";
import type { LiveSession } from "./session.ts";
import { SignedOut } from "./signed-out.tsx";
import { LiveStrip } from "./strip.tsx";

export function LivePage({ session }: { readonly session: LiveSession }): VNode {
  const [, redraw] = useState(0);
  useEffect(
    () =>
      session.listen(() => {
        redraw((n) => n + 1);
      }),
    [session],
  );
  // Whoever goes to the rematch need not be told of it.
  const [going, setGoing] = useState(false);
  const [wrong, setWrong] = useState("");
  const turn = session.match?.myTurn ?? false;
  useEffect(() => {
    if (!turn) return;
    const title = document.title;
    document.title = text("live.titleTurn", { title });
    return () => {
      document.title = title;
    };
  }, [turn]);
  return (
    <>
      <Stage
        session={session}
        wrong={wrong}
        onAgain={() => {
          setGoing(true);
          setWrong("");
          void again(session.id).catch((error: unknown) => {
            setGoing(false);
            setWrong(refusal(error));
          });
        }}
      />
      <Replaced session={session} />
      <SignedOut line={session.line} />
      {!going && <Rematch rematch={session.rematch} />}
    </>
  );
}

interface StageProps {
  readonly session: LiveSession;
  /** Why there is no rematch, or nothing. */
  readonly wrong: string;
  readonly onAgain: () => void;
}

function Stage({ session, wrong, onAgain }: StageProps): VNode {
  const { line, card, match, follower, gathering } = session;
  if (follower.broken?.[1] === 0)
    return <Wrong title={text("live.otherRules")} rule={text("live.refusedRule")} reload />;
  if (match)
    return (
      <MatchScreen
        match={match}
        wrong={wrong}
        onAgain={onAgain}
        beside={<LiveStrip session={session} />}
      />
    );
  if (session.failed) return <Wrong title={text("live.failed")} rule="" reload />;
  if (line.state.kind === "closed") {
    const { reason } = line.state;
    if (reason === "missing")
      return <Wrong title={text("live.missing")} rule={text("live.missingRule")} />;
    if (reason === "forbidden") return <Wrong title={text("live.forbidden")} rule="" />;
    if (reason === "refused")
      return <Wrong title={text("live.refused")} rule={text("live.refusedRule")} reload />;
  }
  if (card?.status === "void") return <Wrong title={text("live.called")} rule="" />;
  if (card?.status === "gathering" && gathering.standing && !gathering.standing.started)
    return <Gather session={session} />;
  return <Waiting words={text(card ? "live.checking" : "live.opening")} />;
}

function Gather({ session }: { readonly session: LiveSession }): VNode | null {
  const { id, card, seats, host, you, talk, line, gathering } = session;
  const { standing } = gathering;
  // A seat's own `host` says nothing of a host without a seat.
  const [hosting, setHosting] = useState(false);
  useEffect(() => {
    void rest<{ you_are_host: boolean }>("GET", `matches/${id}/`)
      .then((found) => {
        setHosting(found.you_are_host);
      })
      .catch(() => undefined);
  }, [id, host]);
  if (!card) return null;
  talk.seen(); // the room shows all of it
  const opens = standing?.full ? Number(standing.full_since) + Number(standing.clock?.[3]) : null;
  return (
    <Room
      match={card}
      seats={seats}
      host={host}
      youAreHost={hosting}
      you={you}
      link={`${location.origin}/match/${id}/`}
      chat={talk.lines}
      departures={session.departures.told}
      presence={session.presence}
      rematch={new URLSearchParams(location.search).has("rematch")}
      deadline={opens}
      attempt={standing?.attempt ?? 0}
      now={() => line.clock.now()}
      onJoin={(seat) => joinMatch(id, seat)}
      onReady={() => gathering.ready()}
      onLeave={() => leaveMatch(id)}
      onRemove={(seat) => removeMayor(id, seat)}
      onAddBot={(seat, level) => addBot(id, seat, level)}
      onSay={(words) => {
        session.say(words);
      }}
    />
  );
}

/** Another window has taken this one's place: it stays quiet until it is asked back. */
function Replaced({ session }: { readonly session: LiveSession }): VNode | null {
  const { line } = session;
  if (line.state.kind !== "closed" || line.state.reason !== "replaced") return null;
  return (
    <Dialog label={text("live.replaced")} className="replaced" onClose={null}>
      <h2>{text("live.replaced")}</h2>
      <p>{text("live.replacedRule")}</p>
      <div class="end-actions">
        <button
          type="button"
          class="button"
          data-take-place
          onClick={() => {
            line.open();
          }}
        >
          {text("live.useHere")}
        </button>
        <a class="button plain" href="/">
          {text("live.home")}
        </a>
      </div>
    </Dialog>
  );
}
