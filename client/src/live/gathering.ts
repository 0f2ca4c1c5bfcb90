/**
 * The player's part before the start: a promise when joining, its opening when everybody is there.
 *
 * When a mayor does not open, or goes after the first opening, everybody must promise anew
 * (docs/ledger.md). That is done here without asking.
 */
import { newCommandId, toBase64 } from "../connection/bytes.ts";
import { findMatch, joinMatch, leaveMatch } from "../connection/matches.ts";
import type { Said } from "../connection/messages.ts";
import { forgetOpening, keptOpening } from "../connection/opening.ts";
import { RestError } from "../connection/rest.ts";
import type { Standing } from "../rules/operations.ts";

interface Readiness {
  readonly said: Said<"ready">;
  readonly settled: Promise<void>;
  done(): void;
  refuse(error: unknown): void;
}

const SEATS_FREE = 417;
const READY_ALREADY = 418;

/** Where a match stands whose mayors have all promised; seat: the player's. */
type Complete = Standing & { readonly attempt: number; readonly seat: number };

export class Gathering {
  standing: Standing | null = null;
  readonly #match: string;
  readonly #send: (said: Said<"ready">) => boolean;
  #you: number | null = null;
  #readiness: Readiness | null = null;
  /** The attempt that is being joined anew. */
  #joining = -1;
  #waiting: (() => void)[] = [];

  constructor(match: string, send: (said: Said<"ready">) => boolean) {
    this.#match = match;
    this.#send = send;
  }

  /** Where the match stands now; `you`: the player's seat. */
  follow(standing: Standing, you: number | null): void {
    this.standing = standing;
    this.#you = you;
    for (const go of this.#waiting.splice(0)) go();
    const seat = you === null ? undefined : standing.seats?.[you];
    if (!seat) return;
    const [taken, , committed, opened] = seat;
    if (opened) {
      forgetOpening(this.#match, standing.attempt ?? 0);
      this.#readiness?.done();
      this.#readiness = null;
    }
    if (taken && !committed && !standing.started) void this.#promiseAnew(standing.attempt ?? 0);
  }

  /**
   * Opens the player's part. Settles when it is in the log, or the seat was lost before; rejects
   * with RestError.
   */
  async ready(): Promise<void> {
    let attempt = 0;
    let sequence = 0;
    for (;;) {
      const standing = await this.#complete(attempt, sequence);
      if (standing === null) return;
      const opening = standing.chance ? keptOpening(this.#match, standing.attempt) : null;
      if (standing.chance && opening === null) {
        // Made in another browser, or lost: what was promised cannot be opened, so promise anew.
        // Who has opened already, and all others, do so too: that is waited for.
        await leaveMatch(this.#match);
        await joinMatch(this.#match, standing.seat);
        ({ attempt } = (await findMatch(this.#match)).match);
        continue;
      }
      try {
        await this.#open(opening);
        return;
      } catch (error) {
        const code = error instanceof RestError ? error.code : 0;
        if (code === READY_ALREADY) return; // said in another window
        if (code !== SEATS_FREE) throw error;
        ({ sequence } = standing); // somebody has gone since
      }
    }
  }

  /** The line is new: an opening without an answer goes again. */
  again(): void {
    if (this.#readiness) this.#send(this.#readiness.said);
  }

  /** The platform does not take the opening; whether the id is that one's. */
  refused(commandId: string, code: number, retryAfter: number | null): boolean {
    const waiting = this.#readiness;
    if (waiting?.said.command_id !== commandId) return false;
    this.#readiness = null;
    waiting.refuse(new RestError(409, { code }, retryAfter));
    return true;
  }

  async #open(opening: Uint8Array | null): Promise<void> {
    const said = { command_id: toBase64(newCommandId()), opening: opening && toBase64(opening) };
    this.#readiness = readiness(said);
    this.#send(said);
    await this.#readiness.settled;
  }

  /**
   * Where the match stands once the log has everybody's promise for this attempt or a later one,
   * beyond entry `after`: seats are told before it. Null if the seat is lost, or open already.
   */
  async #complete(attempt: number, after: number): Promise<Complete | null> {
    for (;;) {
      const { standing } = this;
      const seat = this.#you;
      if (seat === null) {
        // Told before the seat that was taken again, or for good.
        if (!(await findMatch(this.#match)).seats.some(({ you }) => you)) return null;
      } else if (standing && standing.sequence > after && (standing.attempt ?? 0) >= attempt) {
        const [, , committed, opened] = standing.seats?.[seat] ?? [];
        if (opened) return null;
        if (standing.full && committed)
          return { ...standing, attempt: standing.attempt ?? 0, seat };
      }
      await new Promise<void>((go) => this.#waiting.push(go));
    }
  }

  async #promiseAnew(attempt: number): Promise<void> {
    if (this.#joining === attempt) return;
    this.#joining = attempt;
    try {
      await joinMatch(this.#match, this.#you);
    } catch (error) {
      this.#joining = -1;
      console.warn("promising anew failed", error);
    }
  }
}

function readiness(said: Said<"ready">): Readiness {
  let done: () => void = () => undefined;
  let refuse: (error: unknown) => void = () => undefined;
  const settled = new Promise<void>((resolve, reject) => {
    done = resolve;
    refuse = reject;
  });
  settled.catch(() => undefined);
  return { said, settled, done, refuse };
}
