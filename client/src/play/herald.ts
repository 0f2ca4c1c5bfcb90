/** What a screen reader is told when the match has moved on. */
import { text } from "../text/catalogue.ts";
import type { Match } from "./match.ts";
import { tell } from "./story.ts";

export class Herald {
  readonly #match: Match;
  #turn = "";
  #heard = 0;

  constructor(match: Match) {
    this.#match = match;
  }

  /** That the player's turn has begun, or what the player's action did; null when nothing is new. */
  news(): string | null {
    const { screen, story, myTurn, playing, me, names } = this.#match;
    const turn = `${screen.round} ${myTurn}`;
    const begun = myTurn && turn !== this.#turn;
    const acted = myTurn && story.length > this.#heard;
    if (myTurn || playing) this.#turn = turn;
    this.#heard = story.length;
    if (begun) {
      const points = text("top.points", { n: screen.points[me] ?? 0 });
      return text("say.turn", { points, coins: text("top.coins", { n: screen.coins[me] ?? 0 }) });
    }
    const done = acted ? tell(story.slice(-1), names).at(-1) : undefined;
    return done ? text("say.done", { what: done.text }) : null;
  }
}
