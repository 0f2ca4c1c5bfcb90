/**
 * A match that lies on the platform. What the log has confirmed, and the player's actions on their
 * way: these two make everything that is shown.
 */
import type { Scene } from "../board/scene.ts";
import type { Heard } from "../connection/messages.ts";
import { OVER, type Happening, type Match } from "../play/match.ts";
import { Names } from "../play/names.ts";
import { ACTION } from "../play/tools.ts";
import { RulesError, type RulesClient } from "../rules/client.ts";
import type {
  Action,
  Explanation,
  Outcome,
  Preview,
  Screen,
  Tables,
  ToldEntry,
} from "../rules/operations.ts";
import { command, refusal, type Command, type TakenBack } from "./commands.ts";
import { Display } from "./display.ts";
import type { Follower } from "./follower.ts";
import { Outgoing, type CommandLine } from "./outgoing.ts";
import { Playback } from "./playback.ts";
import { Prediction } from "./prediction.ts";

const CHAIN = 310;
const STALE = 400;
const NOT_YOUR_TURN = 401;
const ILLEGAL = 402;
const UNAVAILABLE = 600;
const OUT_OF_TURN = 3; // the rules' own code for it
const BASES = 20; // how often a command may come too late
const AGAIN = 2_000;

export interface MatchLine extends CommandLine {
  /** Of the match. */
  readonly id: string;
  /** The log here is not the platform's: says hello, to be told so or be put right. */
  greet(): void;
  takenBack(what: TakenBack): void;
  save(): void;
}

export class LiveMatch implements Match {
  readonly tables: Tables;
  readonly me: number;
  readonly home = "/";
  names: Names;
  readonly #follower: Follower;
  readonly #line: MatchLine;
  readonly #listeners = new Set<() => void>();
  readonly #playback: Playback<ToldEntry>;
  readonly #out: Outgoing;
  readonly #display: Display;
  readonly #newest: Prediction;
  /** Entries that are this page's own commands: they were seen when they were given. */
  readonly #own = new Set<number>();
  /** The turn is being ended: a second click must not end the next one. */
  #ending = false;
  #work: Promise<unknown> = Promise.resolve();

  private constructor(
    rules: RulesClient,
    tables: Tables,
    follower: Follower,
    line: MatchLine,
    me: number,
    newest: Prediction,
    shown: Screen,
  ) {
    this.tables = tables;
    this.#follower = follower;
    this.#line = line;
    this.#out = new Outgoing(line.id, rules, follower, line, () => void this.#send());
    this.me = me;
    this.names = new Names(me);
    this.#newest = newest;
    this.#display = new Display(me, shown);
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
    const seat = me ?? -1;
    const newest = await Prediction.open(rules, follower, seat);
    const first = history.find((entry) => entry.screen)?.screen ?? newest.screen;
    const match = new LiveMatch(rules, tables, follower, line, seat, newest, first);
    for (const entry of history) {
      match.#display.note(entry, false);
      if (entry.screen) match.#display.look(entry.screen, entry);
    }
    if (me !== null) await match.#restore(history);
    match.#settle();
    return match;
  }

  /** Takes up what this window had under way before it was loaded anew. */
  async #restore(history: readonly ToldEntry[]): Promise<void> {
    this.#out.restore(new Set(history.map((entry) => entry.command)));
    if (this.#out.commands.length > 0) await this.#predict();
    void this.#send();
  }

  set pause(ms: number) {
    this.#playback.pause = ms;
  }

  get screen(): Screen {
    return this.#display.screen;
  }

  get scene(): Scene {
    return this.#display.scene;
  }

  get story(): readonly Happening[] {
    return this.#display.story;
  }

  get mine(): number {
    return this.#display.mine;
  }

  get changed(): ReadonlySet<number> {
    return this.#display.changed;
  }

  get flash(): readonly number[] {
    return this.#display.flash;
  }

  get hash(): string {
    return this.#display.hash;
  }

  get playing(): boolean {
    return this.#playback.running;
  }

  /** How many of the player's actions have no answer yet. */
  get waiting(): number {
    return this.#out.commands.length;
  }

  get over(): boolean {
    return this.screen.phase === OVER;
  }

  get myTurn(): boolean {
    return this.#newest.myTurn && !this.#ending;
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
    const ends = action[0] === ACTION.endTurn;
    if (ends && this.#ending) throw refusal(OUT_OF_TURN);
    this.#ending ||= ends;
    if (ends) this.#tell();
    let sent: Command;
    try {
      sent = await this.#alone(() => this.#do(action));
    } finally {
      if (ends) this.#ending = false;
      if (ends) this.#tell();
    }
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
    return this.#newest.preview(action);
  }

  async explain(tile: number): Promise<Explanation> {
    return this.#newest.explain(tile);
  }

  async mask(tool: number): Promise<Uint8Array> {
    return this.#newest.mask(tool);
  }

  async suggestion(): Promise<Action> {
    return this.#newest.suggestion();
  }

  begin(): void {
    this.#tell();
  }

  stop(): void {
    this.#playback.stop();
    this.#out.stop();
    this.#listeners.clear();
  }

  save(): void {
    this.#line.save();
  }

  async #do(action: Action): Promise<Command> {
    this.#playback.flush();
    const { round } = this.#newest.screen;
    const outcome = await this.#newest.attempt(action);
    if (outcome.rejection) throw refusal(outcome.rejection);
    const made = command(action, round, outcome.events ?? [], outcome.hash ?? "");
    this.#out.add(made);
    if (action[0] === ACTION.endTurn) this.#display.turnEnds();
    await this.#newest.renew(this.#out.commands);
    this.#settle();
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
        const expected = this.#out.commands[i];
        return expected?.name === entry.command && expected.hash === entry.hash;
      })
    );
  }

  #confirm(entry: ToldEntry): void {
    const own = this.#out.commands.find(({ name }) => name === entry.command);
    if (!own || entry.seat !== this.me) return;
    this.#out.remove(own);
    this.#own.add(entry.sequence);
    own.done();
  }

  /** Does the player's actions anew on what is confirmed now. */
  async #predict(): Promise<void> {
    const outcomes = await this.#newest.redo(this.#out.commands);
    this.#out.commands.forEach((each, i) => {
      this.#judge(each, outcomes[i] ?? { rejection: OUT_OF_TURN });
    });
    await this.#newest.renew(this.#out.commands);
  }

  #judge(own: Command, { rejection, need = 0, have = 0, events, hash = "" }: Outcome): void {
    own.events = rejection ? null : (events ?? []);
    own.hash = hash;
    // What has reached the platform, maybe, is the platform's to judge: its answer comes.
    if (rejection && !this.#out.inDoubt(own)) this.#takeBack(own, rejection, need, have);
  }

  #takeBack(own: Command, code: number, need: number, have: number): void {
    this.#out.remove(own);
    own.refuse(refusal(code));
    this.#line.takenBack({ action: own.action, code, need, have });
  }

  // -- sending ---------------------------------------------------------------------------

  /** The line is new: whatever has no answer yet goes again. */
  again(): void {
    this.#out.unsend();
    void this.jumped().then(() => this.#send());
  }

  rejected({ command_id, code, rejection, need, have, sequence }: Heard<"rejected">): void {
    const own = this.#out.find(command_id);
    if (!own) return;
    if (code === UNAVAILABLE) this.#out.postpone(own, AGAIN);
    else if ((code === STALE || code === CHAIN) && ++own.late < BASES) {
      this.#out.refused(own);
      if (code === CHAIN) this.#line.greet();
      // Else the entries that it did not know are on their way, and it is judged on them.
      else if (this.#follower.sequence >= sequence) this.again();
    } else {
      const told = code === ILLEGAL && rejection !== null ? rejection : code;
      this.#takeBack(own, code === NOT_YOUR_TURN ? OUT_OF_TURN : told, need, have);
      void this.jumped().then(() => this.#send());
    }
  }

  /** It is in the log. Its entry has said so already, unless a state was sent in its place. */
  received({ command_id, sequence }: Heard<"receipt">): void {
    const own = this.#out.find(command_id);
    if (!own || this.#follower.sequence < sequence) return;
    this.#out.remove(own);
    own.done();
    void this.jumped();
  }

  /** The platform cannot take this command yet: too much at once, or not available. */
  wait(commandId: string, code: number, wait: number): void {
    const own = this.#out.find(commandId);
    if (!own) return;
    if (code === UNAVAILABLE) this.#out.postpone(own, wait);
    else this.#out.slowDown(own, wait);
  }

  /** The platform takes this command in no case. */
  refused(commandId: string, code: number): void {
    const own = this.#out.find(commandId);
    if (!own) return;
    this.#takeBack(own, code, 0, 0);
    void this.jumped().then(() => this.#send());
  }

  async #send(): Promise<void> {
    await this.#alone(() => this.#out.sendAll());
  }

  // -- what is shown ---------------------------------------------------------------------

  /** An entry's turn to be seen has come. */
  #shown(entry: ToldEntry): void {
    this.#note(entry);
    if (entry.screen && this.#out.commands.length === 0) {
      this.#display.look(entry.screen, entry);
      this.#tell();
    }
  }

  #note(entry: ToldEntry): void {
    this.#display.note(entry, this.#own.has(entry.sequence));
  }

  /** Nothing waits to be seen: the newest state is shown. */
  #settle(): void {
    this.#display.show(this.#newest.screen, this.#newest.hash);
    this.#tell();
  }

  #tell(): void {
    this.#display.compose(this.#out.commands);
    for (const listener of this.#listeners) listener();
  }

  /** Does one thing at a time: a prediction and an action must not overtake each other. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }
}
