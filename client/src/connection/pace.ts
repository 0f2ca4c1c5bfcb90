/** How often and when: reconnecting, and the pace that the platform allows (docs/protocol.md). */

const SHORTEST = 500;
const LONGEST = 30_000;

/**
 * Milliseconds before the next attempt to connect, the `tried`-th in a row (0: the first): full
 * jitter over a range that doubles, so that a platform that comes back is not run over.
 * (M. Brooker, Exponential backoff and jitter, AWS Architecture Blog, 2015.)
 */
export function reconnectAfter(tried: number, random: () => number = Math.random): number {
  const most = Math.min(LONGEST, 2 * SHORTEST * 2 ** Math.min(tried, 10));
  return SHORTEST + random() * (most - SHORTEST);
}

/** A bucket of tokens: `burst` at once, then one every `every` milliseconds. */
export class Pace {
  readonly #burst: number;
  readonly #every: number;
  /** Milliseconds until the bucket is full again. */
  #owed = 0;
  #at = 0;

  constructor(burst: number, every: number) {
    this.#burst = burst;
    this.#every = every;
  }

  /** Takes a token and returns 0, or the milliseconds until there is one. */
  take(now: number): number {
    this.#owed = Math.max(0, this.#owed - (now - this.#at));
    this.#at = now;
    const wait = this.#owed - (this.#burst - 1) * this.#every;
    if (wait > 0) return wait;
    this.#owed += this.#every;
    return 0;
  }

  /** No tokens are left: the platform said so. */
  empty(now: number): void {
    this.#owed = this.#burst * this.#every;
    this.#at = now;
  }
}
