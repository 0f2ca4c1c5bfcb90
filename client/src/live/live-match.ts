/**
 * A match that lies on the platform. What the log has confirmed, and the player's actions on their
 * way: these two make everything that is shown.
 */
import { bytes, scene, type Scene } from "../board/scene.ts";
import { Pace } from "../connection/pace.ts";
import type { Heard, Said } from "../connection/messages.ts";
import { OVER, type Happening, type Match } from "../play/match.ts";
import { Names } from "../play/names.ts";
import { touched } from "../play/touched.ts";
import { ACTION } from "../play/tools.ts";
import { RulesError, type RulesClient } from "../rules/client.ts";
import type {
  Action,
  Explanation,
  GameId,
  Outcome,
  Preview,
  Screen,
  Tables,
  ToldEntry,
} from "../rules/operations.ts";
import { command, refusal, type Command, type TakenBack } from "./commands.ts";
import type { Follower } from "./follower.ts";
import { base64Of } from "./hex.ts";
import { Playback } from "./playback.ts";

const PLAY = 0;
const MAYOR = 0;
const SUGGESTS = 1; // level of the bot that is asked for advice
const TIME_OUT = 5; // kind of entry
const STALE = 400;
const NOT_YOUR_TURN = 401;
const ILLEGAL = 402;
const UNAVAILABLE = 600;
const OUT_OF_TURN = 3; // the rules' own code for it
const BASES = 20; // how often a command may come too late
const AGAIN = 2_000;
const PLANES = ["kind", "road", "owner", "residents", "happiness", "smog"] as const;

export interface MatchLine {
  /** Whether commands can be sent now: the line lives, and the log is here as far as it goes. */
  readonly ready: boolean;
  submit(said: Said<"submit">): boolean;
  takenBack(what: TakenBack): void;
  save(): void;
}

export class LiveMatch implements Match {
  readonly tables: Tables;
  readonly me: number;
  readonly home = "/";
  names: Names;
  screen: Screen;
  scene: Scene;
  story: readonly Happening[] = [];
  mine = 0;
  changed: ReadonlySet<number> = new Set();
  flash: readonly number[] = [];
  /** Of the state that is shown. */
  hash = "";
  readonly #rules: RulesClient;
  readonly #follower: Follower;
  readonly #line: MatchLine;
  readonly #listeners = new Set<() => void>();
  readonly #playback: Playback<ToldEntry>;
  readonly #pace = new Pace(10, 500);
  /** The player's actions that are not in the log yet, in order. */
  #commands: Command[] = [];
  /** What the log has told, as far as it was shown. */
  #told: Happening[] = [];
  /** The confirmed state with the player's actions done. */
  #game: GameId = 0;
  #newest: Screen;
  #newestHash: string;
  /** Entries that are this page's own commands: they were seen when they were given. */
  readonly #own = new Set<number>();
  #work: Promise<unknown> = Promise.resolve();
  #sending: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    rules: RulesClient,
    tables: Tables,
    follower: Follower,
    line: MatchLine,
    me: number | null,
    game: GameId,
    screen: Screen,
  ) {
    this.#rules = rules;
    this.tables = tables;
    this.#follower = follower;
    this.#line = line;
    this.me = me ?? -1;
    this.names = new Names(this.me);
    this.#game = game;
    this.#newest = screen;
    this.#newestHash = follower.hash;
    this.screen = screen;
    this.scene = scene(screen);
    this.#playback = new Playback<ToldEntry>(
      (entry) => {
        this.#shown(entry);
      },
      () => {
        this.#settle();
      },
      () => this.myTurn,
    );
  }

  /**
   * The match as the log stands. `me`: the player's seat, or null for who watches; `history`: what
   * the log has told so far.
   */
  static async open(
    rules: RulesClient,
    tables: Tables,
    follower: Follower,
    line: MatchLine,
    me: number | null,
    history: readonly ToldEntry[],
  ): Promise<LiveMatch> {
    const question = { log: follower.log, seat: me ?? 0, game: 0, actions: [] };
    const { game } = await rules.call("predict", question);
    const screen = await rules.call("screen", { game });
    const first = history.find((entry) => entry.screen)?.screen ?? screen;
    const match = new LiveMatch(rules, tables, follower, line, me, game, screen);
    match.scene = scene(first);
    for (const entry of history) {
      match.#note(entry);
      if (entry.screen) match.#look(entry.screen, entry.hash);
    }
    match.#settle();
    return match;
  }

  set pause(ms: number) {
    this.#playback.pause = ms;
  }

  get playing(): boolean {
    return this.#playback.running;
  }

  get over(): boolean {
    return this.screen.phase === OVER;
  }

  get myTurn(): boolean {
    const { phase, turn_seat, status } = this.#newest;
    return phase === PLAY && turn_seat === this.me && status[this.me] === MAYOR;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The mayors' names by seat. */
  call(names: readonly string[]): void {
    this.names = new Names(this.me, names);
    this.#tell();
  }

  // -- the player ------------------------------------------------------------------------

  /** Shown at once; settles when it is in the log for good. */
  async act(action: Action): Promise<void> {
    const sent = await this.#alone(() => this.#do(action));
    await sent.settled;
  }

  async finishTurn(): Promise<void> {
    let action: Action = [];
    try {
      while (this.myTurn && action[0] !== ACTION.endTurn) {
        action = await this.suggestion();
        const next = action;
        await this.#alone(() => this.#do(next));
      }
    } catch (error) {
      // The match went on meanwhile, and what was advised does not hold any more.
      if (!(error instanceof RulesError) || !error.isRejection) throw error;
    }
  }

  async preview(action: Action): Promise<Preview> {
    if (this.me < 0) return { rejection: OUT_OF_TURN };
    return this.#rules.call("preview", { game: this.#game, seat: this.me, action });
  }

  async explain(tile: number): Promise<Explanation> {
    return this.#rules.call("explain", { game: this.#game, tile });
  }

  async mask(tool: number): Promise<Uint8Array> {
    if (this.me < 0) return new Uint8Array(this.screen.size ** 2);
    return bytes(await this.#rules.call("mask", { game: this.#game, seat: this.me, tool }));
  }

  async suggestion(): Promise<Action> {
    const question = { game: this.#game, seat: this.me, level: SUGGESTS, salt: "00" };
    return this.#rules.call("bot", question);
  }

  begin(): void {
    this.#tell();
  }

  stop(): void {
    this.#playback.stop();
    clearTimeout(this.#sending);
    this.#listeners.clear();
  }

  save(): void {
    this.#line.save();
  }

  async #do(action: Action): Promise<Command> {
    this.#playback.flush();
    const round = this.#newest.round;
    const question = { game: this.#game, seat: this.me, action };
    const outcome = await this.#rules.call("attempt", question);
    if (outcome.rejection) throw refusal(outcome.rejection);
    const made = command(action, round, outcome.events ?? [], outcome.hash ?? "");
    this.#commands.push(made);
    if (action[0] === ACTION.endTurn) this.changed = new Set();
    await this.#refresh();
    void this.#send();
    return made;
  }

  // -- the log ---------------------------------------------------------------------------

  /** Entries that were checked and are in the log. */
  async followed(entries: readonly ToldEntry[]): Promise<void> {
    await this.#alone(async () => {
      const predicted = this.#foreseen(entries);
      for (const entry of entries) this.#confirm(entry);
      if (predicted) {
        for (const entry of entries) this.#note(entry);
        this.#settle();
      } else {
        await this.#predict();
        this.#playback.add(entries);
      }
    });
    void this.#send();
  }

  /** The state was replaced by another one: what lies between is not told. */
  async jumped(): Promise<void> {
    await this.#alone(async () => {
      await this.#predict();
      this.#playback.flush();
    });
  }

  /** Whether these are the player's own actions that were shown just so, and nothing else is. */
  #foreseen(entries: readonly ToldEntry[]): boolean {
    return (
      !this.#playback.running &&
      entries.every((entry, i) => {
        const expected = this.#commands[i];
        return expected?.name === entry.command && expected.hash === entry.hash;
      })
    );
  }

  #confirm(entry: ToldEntry): void {
    const own = this.#commands.find(({ name }) => name === entry.command);
    if (!own || entry.seat !== this.me) return;
    this.#commands = this.#commands.filter((each) => each !== own);
    this.#own.add(entry.sequence);
    own.done();
  }

  /** Does the player's actions anew on what is confirmed now. */
  async #predict(): Promise<void> {
    const { outcomes } = await this.#rules.call("predict", {
      log: this.#follower.log,
      seat: Math.max(0, this.me),
      game: this.#game,
      actions: this.#commands.map(({ action }) => action),
    });
    [...this.#commands].forEach((each, i) => {
      this.#judge(each, outcomes[i] ?? { rejection: OUT_OF_TURN });
    });
    await this.#renew();
  }

  /** Takes the predicted state over as the newest one. */
  async #renew(): Promise<void> {
    const ahead = this.#commands.findLast(({ events }) => events);
    const hash = ahead?.hash ?? this.#follower.hash;
    this.#newest = await this.#rules.call("screen", { game: this.#game });
    this.#newestHash = hash;
  }

  #judge(own: Command, { rejection, need = 0, have = 0, events, hash = "" }: Outcome): void {
    own.events = rejection ? null : (events ?? []);
    own.hash = hash;
    // What is under way is the platform's to judge: its answer comes.
    if (rejection && !own.sent) this.#takeBack(own, rejection, need, have);
  }

  #takeBack(own: Command, code: number, need: number, have: number): void {
    this.#commands = this.#commands.filter((each) => each !== own);
    own.refuse(refusal(code));
    this.#line.takenBack({ action: own.action, code, need, have });
  }

  // -- sending ---------------------------------------------------------------------------

  /** The line is new: whatever has no answer yet goes again, with the ids it had. */
  again(): void {
    for (const own of this.#commands) own.sent = false;
    void this.#alone(async () => {
      await this.#predict();
      await this.#refresh();
    }).then(() => this.#send());
  }

  rejected({ command_id, code, rejection, need, have, sequence }: Heard<"rejected">): void {
    const own = this.#commands.find(({ id }) => id === command_id);
    if (!own) return;
    if (code === UNAVAILABLE) {
      own.sent = false;
      this.#sendLater(AGAIN);
    } else if (code === STALE && ++own.late < BASES) {
      own.sent = false;
      if (this.#follower.sequence >= sequence) this.again();
      // Else the entries that it did not know are on their way, and it is judged on them.
    } else {
      const told = code === ILLEGAL && rejection !== null ? rejection : code;
      const why = code === NOT_YOUR_TURN ? OUT_OF_TURN : told;
      void this.#alone(async () => {
        this.#takeBack(own, why, need, have);
        await this.#predict();
        await this.#refresh();
      }).then(() => this.#send());
    }
  }

  /** The platform asks for patience with this command. */
  tooFast(commandId: string, wait: number): void {
    const own = this.#commands.find(({ id }) => id === commandId);
    if (!own) return;
    own.sent = false;
    this.#pace.empty(Date.now());
    this.#sendLater(wait);
  }

  #sendLater(wait: number): void {
    clearTimeout(this.#sending);
    this.#sending = setTimeout(() => {
      void this.#send();
    }, wait);
  }

  async #send(): Promise<void> {
    await this.#alone(async () => {
      let after: string | null = null;
      for (const own of this.#commands) {
        if (!own.sent && !(await this.#submit(own, after))) return;
        after = own.id;
      }
    });
  }

  /** Sends a command if that can be now; whether it is under way. */
  async #submit(own: Command, after: string | null): Promise<boolean> {
    const head = this.#follower.head;
    if (!this.#line.ready || own.events === null || head === null) return false;
    const action = await this.#rules.call("encode_action", { action: own.action });
    const wait = this.#pace.take(Date.now());
    if (wait > 0) {
      this.#sendLater(wait);
      return false;
    }
    own.sent = this.#line.submit({
      command_id: own.id,
      epoch: this.#follower.epoch,
      sequence: this.#follower.sequence,
      head,
      after,
      action: base64Of(action),
      predicted: base64Of(own.hash),
      client_time: Date.now(),
    });
    return own.sent;
  }

  // -- what is shown ---------------------------------------------------------------------

  /** An entry's turn to be seen has come. */
  #shown(entry: ToldEntry): void {
    this.#note(entry);
    if (entry.screen && this.#commands.length === 0) {
      this.flash = entry.acting === this.me ? [] : touched(entry.events as Happening["events"]);
      this.#look(entry.screen, entry.hash);
      this.#tell();
    }
  }

  #note(entry: ToldEntry): void {
    if (entry.action === null) return;
    const { acting: seat, round, events } = entry;
    this.#told.push({ seat, round, events: events as Happening["events"] });
    const ends = entry.seat === this.me && entry.action[0] === ACTION.endTurn;
    if (ends || (entry.kind === TIME_OUT && entry.action[1] === this.me)) {
      this.mine = this.#told.length - 1;
      if (!this.#own.has(entry.sequence)) this.changed = new Set();
    }
  }

  /** Nothing waits to be seen: the newest state is shown. */
  #settle(): void {
    this.flash = [];
    this.#look(this.#newest, this.#newestHash);
    this.#tell();
  }

  async #refresh(): Promise<void> {
    await this.#renew();
    this.#settle();
  }

  #look(screen: Screen, hash: string): void {
    const before = this.scene;
    this.screen = screen;
    this.hash = hash;
    this.scene = scene(screen);
    const changed = new Set(this.changed);
    for (const plane of PLANES) {
      for (let tile = 0; tile < before.kind.length; tile++) {
        if (before[plane][tile] !== this.scene[plane][tile]) changed.add(tile);
      }
    }
    this.changed = changed;
  }

  #tell(): void {
    const ahead = this.#commands.flatMap(({ events, round }) =>
      events ? [{ seat: this.me, round, events: events as Happening["events"] }] : [],
    );
    this.story = [...this.#told, ...ahead];
    const ended = this.#commands.findIndex(({ action }) => action[0] === ACTION.endTurn);
    if (ended >= 0) this.mine = this.#told.length + ended;
    for (const listener of this.#listeners) listener();
  }

  /** Does one thing at a time: a prediction and an action must not overtake each other. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }
}
