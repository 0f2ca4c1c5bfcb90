/** The two ways in: a match at once, or one with friends. */
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

import { joinMatch, makeMatch } from "../connection/matches.ts";
import { Icon } from "../play/icons.tsx";
import { text } from "../text/catalogue.ts";
import { needMayor } from "./mayor.ts";
import { refusal } from "./refusal.ts";

const DUEL = 0;
const MEDIUM = 1;

/** Makes a match against a medium bot, takes the seat and opens the match. */
async function playNow(): Promise<void> {
  await needMayor();
  const id = await makeMatch({ kind: DUEL, seats: 2, bots: [MEDIUM], visibility: "private" });
  await joinMatch(id);
  location.assign(`/match/${id}/`);
}

export function PlayActions(): VNode {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  useEffect(() => {
    // A page that the browser kept and shows again is not opening anything any more.
    const idle = () => {
      setBusy(false);
    };
    addEventListener("pageshow", idle);
    return () => {
      removeEventListener("pageshow", idle);
    };
  }, []);
  const play = async () => {
    setBusy(true);
    setWrong("");
    try {
      await playNow(); // busy until the page is left
    } catch (error) {
      setBusy(false);
      setWrong(refusal(error));
    }
  };
  return (
    <>
      <button
        type="button"
        class="button big go"
        data-play
        disabled={busy}
        onClick={() => void play()}
      >
        <Icon name="play" />
        <span>
          {text(busy ? "home.opening" : "home.play")}
          <small>{text("home.playRule")}</small>
        </span>
      </button>
      <a class="button big plain" href="/new/?friends" data-friends>
        <Icon name="people" />
        <span>
          {text("home.friends")}
          <small>{text("home.friendsRule")}</small>
        </span>
      </a>
      <p class="bad play-wrong" role="alert">
        {wrong}
      </p>
    </>
  );
}
