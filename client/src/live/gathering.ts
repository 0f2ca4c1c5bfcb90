/**
 * The player's part before the start: a promise when joining, its opening when everybody is there.
 *
 * When a mayor does not open, or goes after the first opening, everybody must promise anew
 * (docs/ledger.md). That is done here without asking.
 */
import { findMatch, joinMatch, leaveMatch } from "../connection/matches.ts";
import type { Heard, Said } from "../connection/messages.ts";
import { forgetOpening, keptOpening } from "../connection/opening.ts";
import { RestError } from "../connection/rest.ts";
import type { Standing } from "../rules/operations.ts";
import { Readiness } from "./readiness.ts";
import { Renewal } from "./renewal.ts";

const SEATS_FREE = 417;
const READY_ALREADY = 418;

/** Where a match stands whose mayors have all promised; seat: the player's. */
type Complete = Standing & { readonly attempt: number; readonly seat: number };

export class Gathering {
  standing: Standing | null = null;
  readonly #match: string;
  readonly #send: (said: Said<"ready">) => boolean;
  readonly #renewal: Renewal;
  #you: number | null = null;
  #readiness: Readiness | null = null;
  #waiting: (() => void)[] = [];

  constructor(match: string, send: (said: Said<"ready">) => boolean) {
    this.#match = match;
    this.#send = send;
    this.#renewal = new Renewal(match);
  }

  /** Where the match stands now; `you`: the player's seat. */
  follow(standing: Standing, you: number | null): void {
    this.standing = standing;
    this.#you = you;
    for (const go of this.#waiting.splice(0)) go();
    this.#judge();
    const { attempt = 0, started, ended } = standing;
    const [taken, , committed, opened] = (you === null ? null : standing.seats?.[you]) ?? [];
    if (opened) forgetOpening(this.#match, attempt);
    const due = taken && !committed && !started && !ended;
    this.#renewal.follow(due ? attempt : null);
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
        if (await this.#open(standing, opening)) return;
        // Everybody promises anew, this mayor too, and opens that.
      } catch (error) {
        const code = error instanceof RestError ? error.code : 0;
        if (code === READY_ALREADY) return; // said in another window
        if (code !== SEATS_FREE) throw error;
        ({ sequence } = standing); // somebody has gone since
      }
    }
  }

  /** The line is new: an opening without an answer goes again, and so does a promise. */
  again(): void {
    if (this.#readiness?.sequence === null) this.#send(this.#readiness.said);
    this.#renewal.again();
  }

  /** A command is in the log, as all that it has told by now was taken in. */
  received({ command_id, sequence }: Heard<"receipt">): void {
    if (this.#readiness?.said.command_id !== command_id) return;
    this.#readiness.sequence = sequence;
    this.#judge();
  }

  /** The platform does not take the opening; whether the id is that one's. */
  refused(commandId: string, code: number, retryAfter: number | null): boolean {
    const waiting = this.#readiness;
    if (waiting?.said.command_id !== commandId) return false;
    this.#readiness = null;
    waiting.refuse(new RestError(409, { code }, retryAfter));
    return true;
  }

  /** Whether the seat is open by it. */
  async #open({ attempt, seat }: Complete, opening: Uint8Array | null): Promise<boolean> {
    this.#readiness = new Readiness(attempt, seat, opening);
    this.#send(this.#readiness.said);
    return this.#readiness.settled;
  }

  /** Whether the opening that is on its way has got through, or never will. */
  #judge(): void {
    if (this.standing && this.#readiness?.follow(this.standing, this.#you)) this.#readiness = null;
  }

  /**
   * Where the match stands once the log has everybody's promise for this attempt or a later one,
   * beyond entry `after`: seats are told before it. Null if the seat is lost, or open already.
   */
  async #complete(attempt: number, after: number): Promise<Complete | null> {
    for (;;) {
      const next = new Promise<void>((go) => this.#waiting.push(go));
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
      await next;
    }
  }
}
