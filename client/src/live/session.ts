/**
 * One match of the platform, as this page has it: the line, the log, who is there, what is said.
 *
 * What is shown is read from here after `changed`; nothing else holds any of it.
 */
import { wear } from "../board/boroughs.ts";
import { Line } from "../connection/line.ts";
import type { Card, Heard, Message, Presence, Said, Seat } from "../connection/messages.ts";
import { Departures } from "../room/departures.ts";
import type { RulesClient } from "../rules/client.ts";
import type { LogFailure, Tables, ToldEntry } from "../rules/operations.ts";
import { text } from "../text/catalogue.ts";
import type { ClockFace } from "./clock.tsx";
import type { TakenBack } from "./commands.ts";
import { Follower, STATE_HASH, type FollowerOwner, type Mending } from "./follower.ts";
import { Gathering } from "./gathering.ts";
import { base64Of, hexOf } from "./hex.ts";
import { LiveMatch, type MatchLine } from "./live-match.ts";
import { Notices } from "./notices.ts";
import { saveRecord } from "./record.ts";
import { Talk, type TalkLine } from "./talk.ts";
import { tellEntry, tellPresence, tellTakenBack } from "./telling.ts";
import { Verification } from "./verification.ts";

const CLIENT = "browser 1";
const FORBIDDEN = 201;
const CHAIN = 310;
const RATE = 500;
const UNAVAILABLE = 600;
/** Milliseconds to wait where the platform names none. */
const PATIENCE = 1000;

export class LiveSession implements FollowerOwner, MatchLine, TalkLine {
  readonly id: string;
  readonly rules: RulesClient;
  readonly tables: Tables;
  readonly line: Line;
  readonly verification: Verification;
  readonly follower: Follower;
  readonly talk: Talk;
  readonly gathering: Gathering;
  readonly departures = new Departures();
  readonly notices: Notices;
  /** Null until the platform has said welcome. */
  card: Card | null = null;
  seats: readonly Seat[] = [];
  host: number | null = null;
  presence: readonly Presence[] = [];
  clock: ClockFace = { seat: null, deadline: null, banks: [] };
  votes: { readonly seats: readonly number[]; readonly needed: number } | null = null;
  rematch: string | null = null;
  /** Once the match has started. */
  match: LiveMatch | null = null;
  /** Whether the match could not be opened; it is tried again with all that comes. */
  failed = false;
  /** Milliseconds between moves of others. */
  pause = 260;
  readonly #listeners = new Set<() => void>();
  /** What the log told before the match was there to hear it. */
  #history: ToldEntry[] = [];
  /** The last entry when the platform said welcome on this line; -1: not yet. */
  #target = -1;
  #caughtUp = false;

  constructor(id: string, rules: RulesClient, tables: Tables) {
    this.id = id;
    this.rules = rules;
    this.tables = tables;
    this.verification = new Verification(id);
    this.follower = new Follower(rules, this.verification, this);
    this.notices = new Notices(() => {
      this.changed();
    });
    this.talk = new Talk(this);
    this.gathering = new Gathering(id, (said) => this.line.say("ready", said));
    this.line = new Line(`/ws/match/${id}/`, {
      greet: () => {
        this.#greet();
      },
      hear: (message) => {
        this.#hear(message);
      },
      changed: () => {
        if (this.line.state.kind !== "live") this.#caughtUp = false;
        this.changed();
      },
      pulse: () => this.#pulse(),
      bound: () => this.you !== null,
    });
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** The player's seat, or null. */
  get you(): number | null {
    return this.seats.find((seat) => seat.you)?.number ?? null;
  }

  // -- what the player does beside the match -----------------------------------------------

  say(words: string): void {
    const own = this.seats.find((seat) => seat.you);
    this.talk.say(words, own?.number ?? null, own?.name ?? text("name.You"));
    this.changed();
  }

  vote(): void {
    this.line.say("vote", { what: "end" });
  }

  /** The player is back: asks for the borough that a bot plays. */
  back(): void {
    this.#greet();
  }

  leave(): void {
    this.match?.stop();
    this.talk.stop();
    this.line.close();
  }

  // -- the talk's side: TalkLine -------------------------------------------------------------

  get open(): boolean {
    return this.line.state.kind === "live";
  }

  chat(said: Said<"chat">): boolean {
    return this.line.say("chat", said);
  }

  // -- the match's side: MatchLine -----------------------------------------------------------

  get ready(): boolean {
    return this.#caughtUp && this.line.state.kind === "live";
  }

  submit(said: Said<"submit">): boolean {
    return this.line.say("submit", said);
  }

  greet(): void {
    this.#caughtUp = false;
    this.#target = -1; // its welcome says where the log ends now
    this.#greet();
  }

  takenBack(what: TakenBack): void {
    this.notices.add(tellTakenBack(what), "bad");
  }

  save(): void {
    void saveRecord(this.id, this.follower.record, this.card?.status === "over");
  }

  // -- the log's side: FollowerOwner ----------------------------------------------------------

  async followed(entries: readonly ToldEntry[]): Promise<void> {
    if (this.match) {
      await this.match.followed(entries);
      for (const entry of entries) this.#notice(entry);
    } else {
      this.#history.push(...entries);
      this.departures.follow(entries);
    }
    await this.#stands();
  }

  async jumped(): Promise<void> {
    await this.match?.jumped();
    await this.#stands();
  }

  differs([failure, sequence]: LogFailure, found: string, mending: Mending): void {
    this.notices.add(text(`differs.${mending}`, { n: sequence }), "bad");
    this.line.say("difference", {
      sequence,
      failure,
      found: found ? base64Of(found) : null,
      snapshot: mending === "state",
    });
    this.changed();
  }

  resume(sequence: number): void {
    this.line.say("resume", { sequence });
  }

  /** Does what follows from where the match stands. Runs in the follower's order alone. */
  async #stands(): Promise<void> {
    if (this.follower.sequence < this.#target || this.follower.parted) return;
    const standing = await this.follower.standing();
    if (standing.seats) this.gathering.follow(standing, this.you);
    if (!this.#caughtUp && this.#target >= 0) await this.#catchUp();
    if (!this.match && standing.started !== 0 && this.#caughtUp) await this.#begin();
    this.changed();
  }

  /** The log is here as far as it went when the line was made. */
  async #catchUp(): Promise<void> {
    this.#caughtUp = true;
    this.match?.again();
    this.gathering.again();
    this.talk.again();
    return Promise.resolve();
  }

  /** Opens the match. Nothing else is taken in meanwhile, so the log stays as it is. */
  async #begin(): Promise<void> {
    const { rules, tables, follower, you } = this;
    try {
      const match = await LiveMatch.open(rules, tables, follower, this, you, this.#history);
      match.pause = this.pause;
      match.call(this.seats.map(({ name }) => name));
      this.match = match;
      this.#history = [];
      this.failed = false;
    } catch (error) {
      console.error("the match could not be opened", error);
      this.failed = true;
    }
  }

  #notice(entry: ToldEntry): void {
    const told = tellEntry(entry, this.you, this.match?.names);
    if (told) this.notices.add(told.text, told.tone);
  }

  // -- the line's side -------------------------------------------------------------------------

  #greet(): void {
    const { epoch, sequence, head } = this.follower;
    this.line.say("hello", { client: CLIENT, epoch, sequence, head, want: "log" });
  }

  #pulse(): Said<"ping"> {
    const { sequence, hash } = this.follower;
    const state_hash = sequence > 0 && hash ? base64Of(hash) : null;
    return { sequence: Math.max(0, sequence), state_hash };
  }

  #hear(message: Message): void {
    switch (message.kind) {
      case "welcome":
        this.#welcome(message.said);
        break;
      case "batch":
        this.follower.batch(message.said);
        break;
      case "snapshot":
        this.follower.snapshot(message.said);
        break;
      case "committed":
        this.follower.committed(message.said);
        break;
      case "seats":
        this.#sit(message.said);
        break;
      case "presence":
        this.#appear(message.said);
        break;
      case "clock":
        this.clock = message.said;
        break;
      case "chat":
        this.talk.hear(message.said, this.you);
        break;
      case "notice":
        this.votes = message.said;
        break;
      case "rematch":
        this.rematch = message.said.match;
        break;
      case "draining":
        this.notices.add(text("live.draining"));
        break;
      case "rejected":
        this.match?.rejected(message.said);
        break;
      case "pong":
        this.#compare(message.said);
        return;
      case "error":
        this.#failed(message.said);
        break;
      case "receipt":
        // What came before it is taken in first: mostly the entry itself.
        void this.follower.idle().then(() => {
          this.gathering.received(message.said);
          this.match?.received(message.said);
        });
        return;
      case "lobby":
      case "lobby_changed":
        return;
    }
    this.changed();
  }

  #welcome({ match, sequence, seat }: Heard<"welcome">): void {
    // Another tab may have become somebody else: a borough is not let go of without a word.
    if (this.you !== null && seat !== this.you && match.status !== "gathering") {
      this.line.shut("signedOut");
      return;
    }
    this.card = match;
    this.#target = sequence;
    this.departures.begin(sequence);
    this.#caughtUp = false;
    this.follower.again();
    this.follower.after(() => this.#stands());
  }

  #sit({ status, host, seats }: Heard<"seats">): void {
    this.seats = seats;
    this.departures.sit(seats);
    wear(seats.map(({ colour }) => colour));
    this.host = host;
    if (this.card) {
      const names = seats.filter(({ taken }) => taken).map(({ name }) => name);
      this.card = { ...this.card, status, taken: names.length, names };
    }
    this.match?.call(seats.map(({ name }) => name));
    this.follower.after(() => this.#stands());
  }

  #appear({ seats }: Heard<"presence">): void {
    const before = this.presence;
    this.presence = seats.map(({ state }) => state);
    if (!this.match) return; // the waiting room shows who is there, and tells who went
    for (const words of tellPresence(before, this.presence, this.seats)) this.notices.add(words);
  }

  #compare({ sequence, state_hash }: Heard<"pong">): void {
    if (state_hash === null || !this.follower.disagrees(sequence, hexOf(state_hash))) return;
    this.verification.differs([STATE_HASH, sequence, "the platform names another state"], "");
    this.differs([STATE_HASH, sequence, ""], "", "entry");
  }

  /** What is here is not the platform's history: nothing is sent until its whole log is here. */
  #part(): void {
    this.#caughtUp = false;
    this.follower.part();
  }

  #failed({ code, text: words, ref, retry_after }: Heard<"error">): void {
    console.warn(`the platform says ${code}: ${words}`);
    const wait = retry_after ?? PATIENCE;
    const passes = code === RATE || code === UNAVAILABLE;
    if (ref === null) {
      if (code === CHAIN) this.#part();
      if (code === FORBIDDEN) this.notices.add(text("live.voteEarly")); // nothing else is
      if (passes) setTimeout(() => { this.#askAgain(); }, wait);
      return;
    }
    if (this.gathering.refused(ref, code, retry_after)) return;
    if (code === RATE && this.talk.waits(ref)) this.talk.slowDown(ref, wait);
    else if (this.talk.waits(ref)) {
      this.talk.refused(ref);
      this.notices.add(text("live.notSaid"), "bad");
    } else if (passes) this.match?.wait(ref, code, wait);
    else this.match?.refused(ref, code);
  }

  /** The log that was asked for did not come: it is asked for once more. */
  #askAgain(): void {
    if (this.#caughtUp) this.follower.repeat();
    else if (this.line.state.kind !== "closed") this.#greet();
  }
}
