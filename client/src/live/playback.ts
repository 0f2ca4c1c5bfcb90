/**
 * Shows what others did one after the other, at a pace that can be followed. It never holds anybody
 * up: when the player's turn has come it hurries, and when the player acts it is cut short.
 */

/** Milliseconds in which all is shown once the player may act. */
const HURRY = 1500;

export class Playback<Step> {
  /** Milliseconds between two steps. */
  pause = 260;
  readonly #show: (step: Step) => void;
  readonly #finished: () => void;
  readonly #hurried: () => boolean;
  #waiting: Step[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  /**
   * `show` a step; `finished`: none is left; `hurried`: whether the player could act by now.
   */
  constructor(show: (step: Step) => void, finished: () => void, hurried: () => boolean) {
    this.#show = show;
    this.#finished = finished;
    this.#hurried = hurried;
  }

  get running(): boolean {
    return this.#timer !== null;
  }

  /** Steps to be shown after those that wait; the first one at once. */
  add(steps: readonly Step[]): void {
    this.#waiting.push(...steps);
    if (this.#timer === null) this.#next();
  }

  /** Shows all that waits, now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    for (const step of this.#waiting.splice(0)) this.#show(step);
    this.#finished();
  }

  /** Forgets what waits. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = [];
  }

  #next(): void {
    this.#timer = null;
    if (this.pause <= 0) {
      this.flush();
      return;
    }
    const step = this.#waiting.shift();
    if (step === undefined) {
      this.#finished();
      return;
    }
    const left = this.#waiting.length + 1;
    const wait = this.#hurried() ? Math.min(this.pause, HURRY / left) : this.pause;
    this.#timer = setTimeout(() => {
      this.#next();
    }, wait);
    this.#show(step);
  }
}
