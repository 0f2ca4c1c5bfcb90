/** The opening of the player's part, from being sent until the log says what became of it. */
import { newCommandId, toBase64 } from "../connection/bytes.ts";
import type { Said } from "../connection/messages.ts";
import type { Standing } from "../rules/operations.ts";

export class Readiness {
  /** The same however often it goes: it is one command. */
  readonly said: Said<"ready">;
  /**
   * Whether the seat is open by it. False: everybody has to promise anew, or the seat is another's
   * by now, and what was opened is worth nothing. Rejects with what the platform refused it for.
   */
  readonly settled: Promise<boolean>;
  /** Its place in the log, once the platform has named it. */
  sequence: number | null = null;
  readonly #attempt: number;
  readonly #seat: number;
  #settle: (open: boolean) => void = () => undefined;
  #refuse: (error: unknown) => void = () => undefined;

  /** `opening`: null where chance is seeded. */
  constructor(attempt: number, seat: number, opening: Uint8Array | null) {
    this.said = { command_id: toBase64(newCommandId()), opening: opening && toBase64(opening) };
    this.#attempt = attempt;
    this.#seat = seat;
    this.settled = new Promise<boolean>((resolve, reject) => {
      this.#settle = resolve;
      this.#refuse = reject;
    });
    this.settled.catch(() => undefined);
  }

  /** Settles if that follows from where the match stands; `you`: the player's seat. Whether so. */
  follow({ sequence, attempt = 0, seats }: Standing, you: number | null): boolean {
    const here = you === this.#seat;
    const open = here && seats?.[this.#seat]?.[3] === 1;
    // The log may tell of an opening and of its end at once, so it need not be seen open.
    const passed = this.sequence !== null && sequence >= this.sequence;
    if (!open && here && attempt === this.#attempt && !passed) return false;
    this.#settle(open);
    return true;
  }

  refuse(error: unknown): void {
    this.#refuse(error);
  }
}
