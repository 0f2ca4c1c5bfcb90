/** What a picture may cost, and when it must cost less. */
export interface Quality {
  /** Texels of a side of the shadows' picture; 0: no shadows. */
  readonly shadows: number;
  readonly antialias: boolean;
  /** Device pixels for a CSS pixel, at most. */
  readonly ratio: number;
}

export const QUALITIES = {
  high: { shadows: 4096, antialias: true, ratio: 2 },
  medium: { shadows: 2048, antialias: true, ratio: 1 },
  low: { shadows: 0, antialias: false, ratio: 1 },
} as const satisfies Record<string, Quality>;

/** From one step to the next where pictures come too slowly. */
export const STEPS: readonly Quality[] = [QUALITIES.high, QUALITIES.medium, QUALITIES.low];

/** Seconds between pictures that are too long, how many are looked at, and what is no measure. */
const SLOW = 0.075;
const LOOKED_AT = 40;
const PAUSE = 0.5;

/** Looks at the time between pictures that follow upon each other. */
export class Pace {
  #times: number[] = [];

  /** Whether pictures come too slowly, by the median of the last ones; then it begins anew. */
  isSlow(seconds: number): boolean {
    if (seconds > PAUSE) return false; // nobody asked for a picture, or the page was hidden
    this.#times.push(seconds);
    if (this.#times.length < LOOKED_AT) return false;
    const sorted = this.#times.sort((a, b) => a - b);
    this.#times = [];
    return (sorted[LOOKED_AT / 2] ?? 0) > SLOW;
  }
}
