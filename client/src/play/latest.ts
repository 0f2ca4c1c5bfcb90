/** Asks one question at a time and forgets those that were overtaken by a newer one. */
export class Latest {
  #waiting: (() => Promise<void>) | null = null;
  #busy = false;

  ask<T>(question: () => Promise<T>, take: (answer: T) => void): void {
    this.#waiting = async () => {
      const answer = await question();
      if (this.#waiting === null) take(answer);
    };
    void this.#run();
  }

  /** Whatever is under way is of no interest any more. */
  forget(): void {
    this.#waiting = async () => Promise.resolve();
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    while (this.#waiting) {
      const next: () => Promise<void> = this.#waiting;
      this.#waiting = null;
      try {
        await next();
      } catch {
        // A question about a state that has gone on is answered by the next one.
      }
    }
    this.#busy = false;
  }
}
