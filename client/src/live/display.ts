/** What is shown of a match: a state, what led to it, and what has changed since one's last turn. */
import { scene, type Scene } from "../board/scene.ts";
import type { Happening } from "../play/match.ts";
import { ACTION } from "../play/tools.ts";
import { touched } from "../play/touched.ts";
import type { Screen, ToldEntry } from "../rules/operations.ts";
import type { Command } from "./commands.ts";

const TIME_OUT = 5; // kind of entry
const PLANES = ["kind", "road", "owner", "residents", "happiness", "smog"] as const;

export class Display {
  screen: Screen;
  scene: Scene;
  /** Of the state that is shown. */
  hash = "";
  story: readonly Happening[] = [];
  mine = 0;
  changed: ReadonlySet<number> = new Set();
  flash: readonly number[] = [];
  readonly #me: number;
  /** What the log has told, as far as it was shown. */
  readonly #told: Happening[] = [];

  constructor(me: number, screen: Screen) {
    this.#me = me;
    this.screen = screen;
    this.scene = scene(screen);
  }

  /** Adds an entry to the story; `own`: a command of this page, which was seen when it was given. */
  note(entry: ToldEntry, own: boolean): void {
    if (entry.action === null) return;
    const { acting: seat, round, events } = entry;
    this.#told.push({ seat, round, events: events as Happening["events"] });
    const ends = entry.seat === this.#me && entry.action[0] === ACTION.endTurn;
    if (ends || (entry.kind === TIME_OUT && entry.action[1] === this.#me)) {
      this.mine = this.#told.length - 1;
      if (!own) this.turnEnds();
    }
  }

  /** Whatever changes from here on is news. */
  turnEnds(): void {
    this.changed = new Set();
  }

  /** Shows the state after an entry of the log. */
  look(screen: Screen, entry: ToldEntry): void {
    this.show(screen, entry.hash);
    const others = entry.acting !== this.#me;
    this.flash = others ? touched(entry.events as Happening["events"]) : [];
  }

  /** Shows a state. */
  show(screen: Screen, hash: string): void {
    const before = this.scene;
    this.screen = screen;
    this.hash = hash;
    this.scene = scene(screen);
    this.flash = [];
    const changed = new Set(this.changed);
    for (const plane of PLANES) {
      for (let tile = 0; tile < before.kind.length; tile++) {
        if (before[plane][tile] !== this.scene[plane][tile]) changed.add(tile);
      }
    }
    this.changed = changed;
  }

  /** Puts the story together: what the log has told, and the player's actions on their way. */
  compose(ahead: readonly Command[]): void {
    const own = ahead.flatMap(({ events, round }) =>
      events ? [{ seat: this.#me, round, events: events as Happening["events"] }] : [],
    );
    this.story = [...this.#told, ...own];
    const ended = ahead.findIndex(({ action }) => action[0] === ACTION.endTurn);
    if (ended >= 0) this.mine = this.#told.length + ended;
  }
}
