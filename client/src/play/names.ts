/** How the mayors of a match are called, by their seats: the player as "you", others by name. */
import { coded, text } from "../text/catalogue.ts";

export class Names {
  /** The player's own seat. */
  readonly me: number;
  readonly #names: readonly string[];

  /** `names` by seat; a seat without one is called as the catalogue calls it. */
  constructor(me: number, names: readonly string[] = []) {
    this.me = me;
    this.#names = names;
  }

  /** A mayor where a sentence begins: "You", or the name. */
  of(seat: number): string {
    return seat === this.me ? text("name.You") : (this.#names[seat] ?? coded("mayor", seat));
  }

  /** A mayor after a verb: "you", or the name. */
  object(seat: number): string {
    return seat === this.me ? text("name.you") : this.of(seat);
  }

  /** Whose something is: "your", or the name's; with a capital where a sentence begins. */
  whose(seat: number, begins = false): string {
    if (seat !== this.me) return text("name.of", { who: this.of(seat) });
    return text(begins ? "name.Your" : "name.your");
  }
}
