/** What is said in a match. A line is shown when it is typed, and sent until it comes back. */
import { newCommandId, toBase64 } from "../connection/bytes.ts";
import type { Heard, Said } from "../connection/messages.ts";
import type { ChatLine } from "../room/chat.tsx";

interface Waiting {
  readonly said: Said<"chat">;
  readonly line: ChatLine;
}

export class Talk {
  /** The oldest first; what is on its way comes last. */
  lines: readonly ChatLine[] = [];
  /** Lines of others since somebody looked. */
  unread = 0;
  readonly #send: (said: Said<"chat">) => boolean;
  #heard: { readonly id: number; readonly line: ChatLine }[] = [];
  #waiting: Waiting[] = [];

  constructor(send: (said: Said<"chat">) => boolean) {
    this.#send = send;
  }

  say(text: string, seat: number | null, name: string): void {
    const key = toBase64(newCommandId());
    const said = { line_id: key, text };
    this.#waiting.push({ said, line: { key, seat, name, text, pending: true } });
    this.#send(said);
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
    for (const { said } of this.#waiting) this.#send(said);
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

  #gather(): void {
    this.lines = [...this.#heard.map(({ line }) => line), ...this.#waiting.map(({ line }) => line)];
  }
}
