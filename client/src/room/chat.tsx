/** Talk before the match: lines, oldest first, and a field for one's own. */
import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import type { SeatCard } from "../connection/matches.ts";
import { Emblem, Icon } from "../play/icons.tsx";
import { text } from "../text/catalogue.ts";

const LONGEST = 300;

export interface ChatLine {
  /** Any text that names this line and no other. */
  readonly key: string;
  /** The seat of who said it, or null: a spectator. */
  readonly seat: number | null;
  readonly name: string;
  readonly text: string;
  /** Sent, not yet back from the platform. */
  readonly pending?: boolean;
}

interface Props {
  readonly lines: readonly ChatLine[];
  readonly seats: readonly SeatCard[];
  readonly onSay: (text: string) => void;
  /** It was asked for: what is typed next is meant for it. */
  readonly focused?: boolean;
}

export function Chat({ lines, seats, onSay, focused = false }: Props): VNode {
  const [draft, setDraft] = useState("");
  const end = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // At once: what is typed before the page is painted would go to the board.
  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const last = lines.at(-1)?.key;
  useEffect(() => {
    const box = end.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [last]);
  return (
    <section class="paper room-card chat" aria-labelledby="chat-title">
      <h2 id="chat-title">{text("chat.title")}</h2>
      <div ref={end} class="chat-lines" role="log" tabIndex={0} aria-label={text("chat.lines")}>
        {lines.length === 0 && <p class="quiet">{text("chat.empty")}</p>}
        {lines.map((line) => {
          const seat = seats.find((each) => each.number === line.seat);
          return (
            <p key={line.key} class={line.pending ? "chat-line pending" : "chat-line"}>
              {seat && <Emblem colour={seat.colour} />}
              <span>
                <b>
                  <bdi>{line.name}</bdi>
                </b>{" "}
                <bdi>{line.text}</bdi>
              </span>
            </p>
          );
        })}
      </div>
      <form
        class="chat-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.trim()) onSay(draft.trim());
          setDraft("");
        }}
      >
        <input
          ref={field}
          name="line"
          value={draft}
          maxLength={LONGEST}
          autocomplete="off"
          placeholder={text("chat.placeholder")}
          aria-label={text("chat.placeholder")}
          onInput={(event) => {
            setDraft(event.currentTarget.value);
          }}
        />
        <button type="submit" class="square" aria-label={text("chat.send")}>
          <Icon name="send" />
        </button>
      </form>
    </section>
  );
}
