/** Who gave up a seat before the start, and why: everybody in the waiting room is told. */
import type { Seat } from "../connection/messages.ts";
import type { ToldEntry } from "../rules/operations.ts";

/** Kind of the log's entry, and its reasons (games/ledger/kinds.py). */
const LEAVE = 12;
const WHY = ["", "left", "late", "removed"] as const;
const SHOWN = 3;

export interface Departure {
  /** Sequence of the entry: names this departure and no other. */
  readonly sequence: number;
  readonly name: string;
  /** `late`: was not ready in time; `removed`: by the host. */
  readonly why: "left" | "late" | "removed";
  readonly you: boolean;
}

export class Departures {
  /** The last few, oldest first, of those who have not sat down again. */
  told: readonly Departure[] = [];
  readonly #last = new Map<number, Pick<Seat, "name" | "you">>();
  #after: number | null = null;

  /** What the log held before this page looked is no news. */
  begin(sequence: number): void {
    this.#after ??= sequence;
  }

  /** The seats as they are now. An empty one is still remembered by who sat there. */
  sit(seats: readonly Seat[]): void {
    const here = seats.filter(({ taken }) => taken);
    for (const { number, name, you } of here) this.#last.set(number, { name, you });
    const back = (gone: Departure) =>
      here.some(({ name, you }) => (gone.you ? you : name === gone.name));
    this.told = this.told.filter((gone) => !back(gone));
  }

  /** Entries of the log, in their order. */
  follow(entries: readonly ToldEntry[]): void {
    for (const { sequence, kind, of, reason } of entries) {
      const why = WHY[reason];
      const who = this.#last.get(of ?? -1);
      const news = this.#after !== null && sequence > this.#after;
      if (kind !== LEAVE || !news || !why || !who) continue;
      // Who gets up need not be told so.
      if (why === "left" && who.you) continue;
      this.told = [...this.told, { sequence, why, ...who }].slice(-SHOWN);
    }
  }
}
