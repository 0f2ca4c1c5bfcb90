/** A match against bots in this browser: its state lies in the worker with the rules. */
import { bytes, scene, type Scene } from "../board/scene.ts";
import { RulesError, type RulesClient } from "../rules/client.ts";
import type {
  Action,
  Explanation,
  GameId,
  Preview,
  Screen,
  Setup,
  Tables,
} from "../rules/operations.ts";
import { OVER, type Happening, type Match } from "./match.ts";
import { Names } from "./names.ts";
import { download, keep, FORMAT, type Entry, type SavedMatch } from "./saved.ts";
import { ACTION } from "./tools.ts";
import { touched } from "./touched.ts";

/** The player is always first; bots take the other seats. */
const ME = 0;
const PLAY = 0;
const MAYOR = 0;

/** A kept match that was played by other rules, or is damaged. */
export class UnusableRecord extends Error {
  override readonly name = "UnusableRecord";

  constructor(cause: unknown) {
    super("the kept match cannot be replayed", { cause });
  }
}

/** BAD_ARGUMENT of bridge.py: the setup or an action is no such thing, or of unknown rules. */
const BAD_ARGUMENT = 3;

function blamesRecord(error: unknown): boolean {
  if (error instanceof UnusableRecord) return true;
  if (!(error instanceof RulesError)) return false;
  if (error.type === "BridgeError") return error.code === BAD_ARGUMENT;
  return error.isRejection || error.type === "SetupError";
}

export class SoloMatch implements Match {
  readonly rules: RulesClient;
  readonly tables: Tables;
  readonly me = ME;
  readonly home = "#";
  readonly names = new Names(ME);
  readonly setup: Setup;
  readonly level: number;
  screen: Screen;
  scene: Scene;
  /** Everything since the start; `mine` is where the player's last turn ended. */
  readonly story: Happening[] = [];
  mine = 0;
  /** Tiles that changed since the player's last turn ended. */
  changed = new Set<number>();
  /** Tiles of the last action of a bot. */
  flash: readonly number[] = [];
  playing = false;
  hash = "";
  /** Milliseconds between the moves of bots. */
  pause = 260;
  readonly #game: GameId;
  readonly #entries: Entry[] = [];
  readonly #listeners = new Set<() => void>();
  #stopped = false;
  /** An action of the player is on its way: no second one until it has been seen. */
  #acting = false;

  private constructor(
    rules: RulesClient,
    tables: Tables,
    setup: Setup,
    level: number,
    game: GameId,
    screen: Screen,
  ) {
    this.rules = rules;
    this.tables = tables;
    this.setup = setup;
    this.level = level;
    this.#game = game;
    this.screen = screen;
    this.scene = scene(screen);
  }

  static async start(
    rules: RulesClient,
    tables: Tables,
    setup: Setup,
    level: number,
  ): Promise<SoloMatch> {
    const { game } = await rules.call("new", { setup });
    return new SoloMatch(rules, tables, setup, level, game, await rules.call("screen", { game }));
  }

  /**
   * Takes a kept match up again: replays every action. Rejects with UnusableRecord when the rules
   * refuse the setup or an action, or when they lead to another state than the one that was kept;
   * with whatever else went wrong otherwise: the record is good then.
   */
  static async resume(
    rules: RulesClient,
    tables: Tables,
    saved: SavedMatch,
  ): Promise<SoloMatch> {
    try {
      return await SoloMatch.#replay(rules, tables, saved);
    } catch (error) {
      throw blamesRecord(error) ? new UnusableRecord(error) : error;
    }
  }

  static async #replay(
    rules: RulesClient,
    tables: Tables,
    saved: SavedMatch,
  ): Promise<SoloMatch> {
    const match = await SoloMatch.start(rules, tables, saved.setup, saved.level);
    try {
      for (const { seat, action, hash } of saved.entries) {
        await match.#carryOut(seat, action, hash);
      }
      const reached = await rules.call("hash", { game: match.game });
      if (saved.entries.length > 0 && reached !== match.hash)
        throw new UnusableRecord("it leads to another state");
      await match.#refresh();
    } catch (error) {
      match.stop();
      throw error;
    }
    return match;
  }

  get game(): GameId {
    return this.#game;
  }

  get over(): boolean {
    return this.screen.phase === OVER;
  }

  get myTurn(): boolean {
    return this.#mineToPlay && !this.playing && !this.#acting;
  }

  get #mineToPlay(): boolean {
    const { phase, turn_seat, status } = this.screen;
    return phase === PLAY && turn_seat === ME && status[ME] === MAYOR;
  }

  /** The match as it is kept: its setup and every action. */
  saved(): SavedMatch {
    return { format: FORMAT, setup: this.setup, level: this.level, entries: [...this.#entries] };
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async act(action: Action): Promise<void> {
    await this.#alone(async () => {
      await this.#carryOut(ME, action);
      await this.#refresh();
    });
    await this.#playBots();
  }

  async preview(action: Action): Promise<Preview> {
    return this.rules.call("preview", { game: this.#game, seat: ME, action });
  }

  async explain(tile: number): Promise<Explanation> {
    return this.rules.call("explain", { game: this.#game, tile });
  }

  async mask(tool: number): Promise<Uint8Array> {
    return bytes(await this.rules.call("mask", { game: this.#game, seat: ME, tool }));
  }

  /** Of this match's level. */
  async suggestion(): Promise<Action> {
    return this.#botAction(ME);
  }

  async finishTurn(): Promise<void> {
    await this.#alone(async () => {
      for (let action: Action = []; this.#mineToPlay && action[0] !== ACTION.endTurn;) {
        action = await this.suggestion();
        await this.#carryOut(ME, action);
        await this.#refresh();
      }
    });
    await this.#playBots();
  }

  /** Does one thing of the player's while nothing else may start. */
  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.#acting) return;
    this.#acting = true;
    try {
      await work();
    } finally {
      this.#acting = false;
      this.#tell();
    }
  }

  /** Bots play until it is the player's turn or the match is over. */
  async #playBots(): Promise<void> {
    if (this.playing) return;
    this.playing = true;
    this.#tell();
    try {
      while (!this.#stopped && this.screen.phase === PLAY && !this.#mineToPlay) {
        const seat = this.screen.turn_seat;
        const happened = await this.#carryOut(seat, await this.#botAction(seat));
        this.flash = touched(happened.events);
        await this.#refresh();
        if (this.pause > 0) await new Promise((done) => setTimeout(done, this.pause));
      }
    } finally {
      this.playing = false;
      this.flash = [];
      this.#tell();
    }
  }

  begin(): void {
    void this.#playBots();
  }

  save(): void {
    download(this.saved());
  }

  stop(): void {
    this.#stopped = true;
    this.#listeners.clear();
    void this.rules.call("drop", { game: this.#game });
  }

  async #botAction(seat: number): Promise<Action> {
    return this.rules.call("bot", {
      game: this.#game,
      seat,
      level: this.level,
      salt: this.setup.seed,
    });
  }

  async #carryOut(seat: number, action: Action, known?: string): Promise<Happening> {
    const round = this.screen.round;
    const { events } = await this.rules.call("apply", { game: this.#game, seat, action });
    const told = { seat, round, events: events as readonly (readonly number[])[] };
    this.story.push(told);
    this.hash = known ?? (await this.rules.call("hash", { game: this.#game }));
    this.#entries.push({ seat, action, hash: this.hash });
    if (seat === ME && action[0] === ACTION.endTurn) {
      this.mine = this.story.length - 1;
      this.changed = new Set();
    }
    if (known === undefined) keep(this.saved());
    return told;
  }

  async #refresh(): Promise<void> {
    const before = this.scene;
    this.screen = await this.rules.call("screen", { game: this.#game });
    this.scene = scene(this.screen);
    for (const plane of ["kind", "road", "owner", "residents", "happiness", "smog"] as const) {
      for (let tile = 0; tile < before.kind.length; tile++) {
        if (before[plane][tile] !== this.scene[plane][tile]) this.changed.add(tile);
      }
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
