/** The lobby's list: one click takes a seat. */
import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";

import { joinMatch } from "../connection/matches.ts";
import type { Card } from "../connection/messages.ts";
import { needMayor, useMayor } from "../site/mayor.ts";
import { refusal } from "../site/refusal.ts";
import { coded, text } from "../text/catalogue.ts";
import { LiveList, type LobbyData } from "./live-list.ts";
import { ageText, clockText, extentText } from "./words.ts";

const MINUTE = 60_000;

export function OpenMatches({ data }: { readonly data: LobbyData }): VNode {
  const [, redraw] = useState(0);
  const list = useMemo(
    () =>
      new LiveList(data, () => {
        redraw((n) => n + 1);
      }),
    [],
  );
  const mayor = useMayor();
  const known = mayor !== null;

  useEffect(() => {
    if (known) {
      list.open();
      return () => {
        list.close();
      };
    }
    // The socket needs an account. Who only passes by gets none: it is made for who does something.
    list.read();
    const stay = () => void needMayor().catch(() => undefined);
    addEventListener("pointermove", stay, { once: true });
    addEventListener("keydown", stay, { once: true });
    addEventListener("touchstart", stay, { once: true });
    return () => {
      list.stopReading();
      removeEventListener("pointermove", stay);
      removeEventListener("keydown", stay);
      removeEventListener("touchstart", stay);
    };
  }, [known]);
  useEffect(() => {
    const timer = setInterval(() => {
      redraw((n) => n + 1); // ages
    }, MINUTE);
    return () => {
      clearInterval(timer);
    };
  }, []);

  // The server's list of one's own stands above.
  const matches = list.matches.filter(({ id }) => !data.mine.includes(id));
  return (
    <>
      <div class="band-head">
        <h2 id="open-title">{text("lobby.open")}</h2>
        <p class="lobby-state" role="status" data-lobby-state={list.state}>
          {list.state === "live" && (
            <span>
              <i class="live-dot" /> {text("lobby.players", { n: list.players ?? 1 })}
            </span>
          )}
          {list.state === "lost" && <span class="bad">{text("lobby.lost")}</span>}
        </p>
      </div>
      {matches.length > 0 ? (
        <ul class="match-cards" data-open-matches>
          {matches.map((card) => (
            <li key={card.id}>
              <OpenMatch card={card} mine={list.isMine(card.id)} now={list.now()} />
            </li>
          ))}
        </ul>
      ) : (
        <div class="nothing">
          <p>{text("lobby.nobody")}</p>
          <p>
            <a href="/new/?listed">{text("lobby.make")}</a>
          </p>
        </div>
      )}
    </>
  );
}

function OpenMatch({
  card,
  mine,
  now,
}: {
  readonly card: Card;
  readonly mine: boolean;
  readonly now: number;
}): VNode {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  const page = `/match/${card.id}/`;
  const join = async () => {
    setBusy(true);
    setWrong("");
    try {
      await needMayor();
      await joinMatch(card.id);
      location.assign(page);
    } catch (error) {
      setBusy(false);
      setWrong(refusal(error));
    }
  };
  return (
    <article class={`match-card paper ${mine ? "waits" : ""}`} data-open={card.id}>
      <h3 class="match-kind">{coded("kind", card.kind)}</h3>
      <span class="match-state">
        <Places taken={card.taken} seats={card.seats} />
      </span>
      <span class="match-who">
        {text("lobby.from")} <bdi>{card.host}</bdi>
      </span>
      <span class="match-facts">{extentText(card)}</span>
      <span class="match-facts">
        {clockText(card.clock)} · {ageText(now - card.created)}
      </span>
      <span class="match-actions">
        {mine ? (
          <a class="button" href={page}>
            {text("lobby.back")}
          </a>
        ) : (
          <>
            <button
              type="button"
              class="button go"
              disabled={busy || card.taken >= card.seats}
              data-join={card.id}
              onClick={() => void join()}
            >
              {text(busy ? "home.opening" : "lobby.join")}
            </button>
            <a class="button plain" href={page}>
              {text("lobby.look")}
            </a>
          </>
        )}
      </span>
      <span class="bad match-wrong" role="alert">
        {wrong}
      </span>
    </article>
  );
}

/** Seats as dots, and in words for whom dots say nothing. */
function Places({ taken, seats }: { readonly taken: number; readonly seats: number }): VNode {
  return (
    <>
      <span class="places" aria-hidden="true">
        {Array.from({ length: seats }, (_, i) => (
          <i key={i} class={i < taken ? "place full" : "place"} />
        ))}
      </span>{" "}
      {text("lobby.seats", { taken, seats })}
    </>
  );
}
