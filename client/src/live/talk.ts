/** What is said in a match. A line is shown when it is typed, and sent until it comes back. */
import { newCommandId, toBase64 } from "../connection/bytes.ts";
import type { Heard, Said } from "../connection/messages.ts";
import { Pace } from "../connection/pace.ts";
import type { ChatLine } from "../room/chat.tsx";

/** What the platform allows of lines (docs/protocol.md): at once, and ms for each more. */
const BURST = 6;
const EVERY = 2_000;

interface Waiting {
  readonly said: Said<"chat">;
  readonly line: ChatLine;
  /** Under way: it will come back. */
  sent: boolean;
}

export interface TalkLine {
  /** Whether lines can be sent now. */
  readonly open: boolean;
  /** Sends a line; whether it could. */
  chat(said: Said<"chat">): boolean;
}

export class Talk {
  /** The oldest first; what is on its way comes last. */
  lines: readonly ChatLine[] = [];
  /** Lines of others since somebody looked. */
  unread = 0;
  readonly #line: TalkLine;
  readonly #pace = new Pace(BURST, EVERY);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #heard: { readonly id: number; readonly line: ChatLine }[] = [];
  #waiting: Waiting[] = [];

  constructor(line: TalkLine) {
    this.#line = line;
  }

  say(words: string, seat: number | null, name: string): void {
    const key = toBase64(newCommandId());
    const text = words.toWellFormed(); // half a character is no text, and no frame may hold it
    const line = { key, seat, name, text, pending: true };
    this.#waiting.push({ said: { line_id: key, text }, line, sent: false });
    this.#sendAll();
    this.#gather();
  }

  hear({ id, line_id: key, seat, name, text }: Heard<"chat">, you: number | null): void {
    const own = this.#waiting.some(({ said }) => said.line_id === key);
    this.#waiting = this.#waiting.filter(({ said }) => said.line_id !== key);
    if (!this.#heard.some((each) => each.id === id)) {
      this.#heard.push({ id, line: { key: String(id), seat, name, text } });
      this.#heard.sort((a, b) => a.id - b.id);
      if (!own && (seat === null || seat !== you)) this.unread += 1;
    }
    this.#gather();
  }

  /** The line is new: what has not come back goes again. */
  again(): void {
    for (const each of this.#waiting) each.sent = false;
    this.#sendAll();
  }

  /** This line was too much for the platform: nothing goes for a while (ms). */
  slowDown(key: string, wait: number): void {
    for (const each of this.#waiting) if (each.said.line_id === key) each.sent = false;
    this.#pace.empty(Date.now());
    this.#later(wait);
  }

  /** Whether a line with this id is on its way. */
  waits(key: string): boolean {
    return this.#waiting.some(({ said }) => said.line_id === key);
  }

  /** The platform does not take a line. */
  refused(key: string): void {
    this.#waiting = this.#waiting.filter(({ said }) => said.line_id !== key);
    this.#gather();
  }

  seen(): void {
    this.unread = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Sends what is not under way, in order, as fast as the platform takes it. */
  #sendAll(): void {
    clearTimeout(this.#timer);
    for (const each of this.#waiting) {
      if (each.sent) continue;
      if (!this.#line.open) return; // all goes again over the next line
      const wait = this.#pace.take(Date.now());
      if (wait > 0) {
        this.#later(wait);
        return;
      }
      each.sent = this.#line.chat(each.said);
    }
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#sendAll();
    }, wait);
  }

  #gather(): void {
    this.lines = [...this.#heard.map(({ line }) => line), ...this.#waiting.map(({ line }) => line)];
  }
}
