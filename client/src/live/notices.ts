/** Short news beside the board: shown for a while, spoken by screen readers, kept in order. */

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: "plain" | "good" | "bad";
}

const SHOWN_MS = 8_000;
const MOST = 3;

export class Notices {
  shown: readonly Notice[] = [];
  readonly #changed: () => void;
  #last = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  add(text: string, tone: Notice["tone"] = "plain"): void {
    const id = ++this.#last;
    this.shown = [...this.shown, { id, text, tone }].slice(-MOST);
    setTimeout(() => {
      this.close(id);
    }, SHOWN_MS);
    this.#changed();
  }

  close(id: number): void {
    const left = this.shown.filter((notice) => notice.id !== id);
    if (left.length === this.shown.length) return;
    this.shown = left;
    this.#changed();
  }
}
