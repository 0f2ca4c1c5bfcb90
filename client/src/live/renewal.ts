/**
 * Promising anew for a mayor whose attempt has failed: tried until it is done, since a seat without
 * a promise is given to others after a minute.
 */
import { promiseAnew } from "../connection/matches.ts";
import { reconnectAfter } from "../connection/pace.ts";
import { RestError } from "../connection/rest.ts";

/** From this try on the pauses grow no longer: at most 8 s. */
const LONGEST = 3;
const TOO_MUCH = 429;
const BROKEN = 500;
const NEVER = -1;

export class Renewal {
  readonly #match: string;
  /** The attempt for which the log has no promise of the mayor's, or null. */
  #due: number | null = null;
  /** The attempt that was promised for last; the log is to tell. */
  #promised = NEVER;
  #running = false;
  /** Ends the pause between two tries. */
  #wake: () => void = () => undefined;

  constructor(match: string) {
    this.#match = match;
  }

  /** The log says that the promise for this attempt is missing, or (null) that none is. */
  follow(due: number | null): void {
    this.#due = due;
    if (due === null) this.#wake();
    else void this.#run();
  }

  /** The line is new and the log is here: what is missing now never arrived. */
  again(): void {
    this.#promised = NEVER;
    this.#wake();
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let tried = 0; this.#due !== null && this.#due > this.#promised; tried++) {
      try {
        const attempt = await promiseAnew(this.#match);
        if (attempt === null) break;
        this.#promised = attempt;
      } catch (error) {
        console.warn("promising anew failed", error);
        if (!passes(error)) break; // until the log goes on
        await this.#pause(error instanceof RestError ? error.retryAfter : null, tried);
      }
    }
    this.#running = false;
  }

  /** `asked`: for how long the platform wants no other try (ms), which nothing cuts short. */
  async #pause(asked: number | null, tried: number): Promise<void> {
    const wait = reconnectAfter(Math.min(tried, LONGEST));
    await new Promise<void>((go) => {
      setTimeout(go, Math.max(asked ?? 0, wait));
      if (asked === null) this.#wake = go;
    });
    this.#wake = () => undefined;
  }
}

/** Whether another try may get through: the platform was not reached, busy or broken. */
function passes(error: unknown): boolean {
  if (!(error instanceof RestError)) return false;
  return error.status === 0 || error.status === TOO_MUCH || error.status >= BROKEN;
}
