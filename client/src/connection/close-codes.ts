/** What the close of a socket means for whoever wants to come back (docs/protocol.md). */

/** Why a line stays closed. */
export type Reason = "replaced" | "signedOut" | "missing" | "forbidden" | "refused" | "left";

export interface Comeback {
  /** Not to be tried again by itself. */
  readonly closed?: Reason;
  /** A session is needed first. */
  readonly signIn?: boolean;
  /** Least milliseconds to wait. */
  readonly least?: number;
  /** Soon, for the first few times: the platform restarts, or has cut a slow line. */
  readonly soon?: boolean;
}

const GOING_AWAY = 1001;
const RESTART = 1012;

const MEANINGS: Readonly<Record<number, Comeback>> = {
  [GOING_AWAY]: { soon: true },
  [RESTART]: { soon: true },
  1013: { least: 2_000 },
  4401: { signIn: true },
  4403: { closed: "forbidden" },
  4404: { closed: "missing" },
  4408: { soon: true },
  4409: { closed: "replaced" },
  4429: { least: 10_000 },
};

/** Frames that this client should never send: trying again would only repeat them. */
const OWN_FAULT: ReadonlySet<number> = new Set([1007, 1009, 4400]);
const MOST_FAULTS = 3;
/** After so many ms of a live line what comes is another fault, and no repetition. */
const STEADY = 180_000;

/** What to do after a close with this code; `faults`: own faults in a row, this one included. */
export function comeback(code: number, faults: number): Comeback {
  if (OWN_FAULT.has(code) && faults >= MOST_FAULTS) return { closed: "refused" };
  return MEANINGS[code] ?? {};
}

/** Counts own faults in a row. A welcome ends no row: what is said after it may be the fault. */
export class Faults {
  #count = 0;
  #liveSince: number | null = null;

  /** The line lives (times: ms of one clock). */
  live(now: number): void {
    this.#liveSince ??= now;
  }

  /** The line is cut; returns how many own faults in a row have cut it, 0 if this was none. */
  cut(own: boolean, now: number): number {
    if (this.#liveSince !== null && now - this.#liveSince >= STEADY) this.#count = 0;
    this.#liveSince = null;
    if (!own) return 0;
    this.#count += 1;
    return this.#count;
  }
}

export function isOwnFault(code: number): boolean {
  return OWN_FAULT.has(code);
}
