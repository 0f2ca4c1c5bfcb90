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
    const seat = you === null ? undefined : standing.seats?.[you];
    if (!seat) return;
    const [taken, , committed, opened] = seat;
    for (const go of this.#waiting.splice(0)) go();
    if (opened) {
      forgetOpening(this.#match, standing.attempt ?? 0);
      this.#readiness?.done();
      this.#readiness = null;
    }
    if (taken && !committed && !standing.started) void this.#promiseAnew(standing.attempt ?? 0);
  }

  /** Opens the player's part. Settles when it is in the log; rejects with RestError. */
  async ready(): Promise<void> {
    const { attempt = 0, chance, seat } = await this.#complete();
    let opening = chance ? keptOpening(this.#match, attempt) : null;
    if (chance && opening === null) {
      // Made in another browser, or lost: what was promised cannot be opened, so promise anew.
      await leaveMatch(this.#match);
      await joinMatch(this.#match, seat);
      opening = keptOpening(this.#match, (await findMatch(this.#match)).match.attempt);
    }
    const said = {
      command_id: toBase64(newCommandId()),
      opening: opening && toBase64(opening),
    };
    this.#readiness = readiness(said);
    this.#send(said);
    await this.#readiness.settled;
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

  /** Where the match stands once the log has everybody's promise: seats are told before it. */
  async #complete(): Promise<Standing & { readonly seat: number }> {
    for (;;) {
      const { standing } = this;
      const seat = this.#you;
      if (standing?.full && seat !== null && standing.seats?.[seat]?.[2]) {
        return { ...standing, seat };
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
