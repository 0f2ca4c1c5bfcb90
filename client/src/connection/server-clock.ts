/**
 * The platform's clock as seen from here: deadlines are in its time, and clocks of browsers are off.
 *
 * Of the last measurements the one with the shortest way there and back is believed: it can be
 * wrong by at most half of that (D. L. Mills, RFC 5905, section 10, the clock filter).
 */
const KEPT = 8;

interface Sample {
  readonly trip: number;
  readonly offset: number;
}

export class ServerClock {
  #samples: Sample[] = [];

  /** A time told by the platform, asked for at `sent` and here at `received` (ms by this clock). */
  learn(told: number, sent: number, received: number): void {
    const trip = Math.max(0, received - sent);
    this.#samples = [...this.#samples.slice(1 - KEPT), { trip, offset: told - (sent + trip / 2) }];
  }

  /** Milliseconds to add to this clock; 0 before anything was learned. */
  get offset(): number {
    let best: Sample | undefined;
    for (const sample of this.#samples) if (!best || sample.trip <= best.trip) best = sample;
    return best?.offset ?? 0;
  }

  /** ms UTC by the platform's clock. */
  now(): number {
    return Date.now() + this.offset;
  }
}
