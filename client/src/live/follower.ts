/**
 * A match's log as it comes in, checked entry by entry in the worker.
 *
 * The log from the genesis on is what counts. After a long absence the platform sends a state
 * (`snapshot`): then an excerpt is followed from there until the log before it has been fetched and
 * checked too.
 */
import { fromBase64 } from "../connection/bytes.ts";
import type { Heard } from "../connection/messages.ts";
import type { RulesClient } from "../rules/client.ts";
import type { LogFailure, LogId, Standing, ToldEntry } from "../rules/operations.ts";
import { base64Of, hexOf, inflated, toHex } from "./hex.ts";
import type { Verification } from "./verification.ts";

/** Entries in one question: each costs some milliseconds, and others ask too. */
const CHUNK = 20;
/** Of a whole log, the last entries whose screens are worth having. */
const SHOWN = 30;
const NOTHING = -1;
/** Kinds of failure (games/ledger/failure.py). */
const CHAIN = 11;
export const STATE_HASH = 17;

/** How a difference is mended: the entry again, the platform's state in its place, or not at all. */
export type Mending = "entry" | "state" | "none";

export interface FollowerOwner {
  /** Entries that are new, in order. */
  followed(entries: readonly ToldEntry[]): Promise<void>;
  /** The state here was replaced by another one. */
  jumped(): Promise<void>;
  /** What came does not fit; `found`: the hash that it leads to here, or empty. */
  differs(failure: LogFailure, found: string, mending: Mending): void;
  /** Send again what comes after this sequence. */
  resume(sequence: number): void;
}

interface Part {
  readonly log: LogId;
  sequence: number;
  epoch: number;
  /** Hexadecimal, like `hash`. */
  head: string;
  hash: string;
}

export class Follower {
  /** Why the log cannot be followed any more, or null. */
  broken: LogFailure | null = null;
  readonly #rules: RulesClient;
  readonly #verification: Verification;
  readonly #owner: FollowerOwner;
  #genesis = "";
  /** Of the whole log, hexadecimal. */
  #entries: string[] = [];
  #targets: number[] = [];
  #whole: Part | null = null;
  #excerpt: Part | null = null;
  /** Where the excerpt began, to be compared when the whole log gets there. */
  #sent: { readonly sequence: number; readonly head: string; readonly hash: string } | null = null;
  /** Where it failed last: the same place twice is no accident of the line. */
  #failedAt = NOTHING;
  /** What differed is mended once this entry is here. */
  #awaited = NOTHING;
  /** The platform's history is another than ours, and comes anew from its genesis. */
  #parted = false;
  #asked = NOTHING;
  /** The whole log cannot be followed further; a state that the platform sends is, in its place. */
  #stuck = false;
  #work: Promise<void> = Promise.resolve();

  constructor(rules: RulesClient, verification: Verification, owner: FollowerOwner) {
    this.#rules = rules;
    this.#verification = verification;
    this.#owner = owner;
  }

  get #shown(): Part | null {
    return this.#excerpt ?? this.#whole;
  }

  /** The log in the worker, 0 if there is none yet. */
  get log(): LogId {
    return this.#shown?.log ?? 0;
  }

  /** The last entry; 0 for the genesis alone, -1 for nothing at all. */
  get sequence(): number {
    return this.#shown?.sequence ?? NOTHING;
  }

  get epoch(): number {
    return this.#shown?.epoch ?? 0;
  }

  /** Chain hash after the last entry, base64. */
  get head(): string | null {
    const part = this.#shown;
    return part ? base64Of(part.head) : null;
  }

  /** Hash of the confirmed state, hexadecimal. */
  get hash(): string {
    return this.#shown?.hash ?? "";
  }

  /** Whether the platform has named its history another than ours, and has not sent all of it. */
  get parted(): boolean {
    return this.#parted;
  }

  async standing(): Promise<Standing> {
    return this.#rules.call("standing", { log: this.log });
  }

  /** Settles when all that has come in by now has been taken in. */
  async idle(): Promise<void> {
    await this.#work;
  }

  /** Does this once all that has come in by now was taken in, and before anything that comes. */
  after(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      console.error("the log could not be followed", error);
    });
  }

  batch(said: Heard<"batch">): void {
    this.#queue(async () => {
      if (said.genesis !== null && !(await this.#begin(hexOf(said.genesis)))) return;
      await this.#take(said.first, said.entries.map(hexOf), said.sequence - SHOWN);
      if (this.#parted && said.first + said.entries.length > said.sequence)
        await this.#join(said.sequence);
      // What came while this was on its way has reached the excerpt alone.
      const behind = this.#whole && this.#excerpt ? this.#whole.sequence : NOTHING;
      if (behind !== NOTHING && behind >= said.sequence) {
        this.#asked = NOTHING;
        this.#askWhole();
      }
    });
  }

  committed(said: Heard<"committed">): void {
    this.#queue(() => this.#take(said.sequence, [hexOf(said.entry)], 0));
  }

  snapshot(said: Heard<"snapshot">): void {
    this.#queue(async () => {
      if (!this.#genesis) return;
      const state = toHex(await inflated(fromBase64(said.state)));
      const { sequence, epoch } = said;
      const head = hexOf(said.head);
      const args = { genesis: this.#genesis, state, sequence, epoch, head };
      const opened = await this.#rules.call("open_excerpt", args);
      if (opened.failure) {
        await this.#failed(opened.failure, "", null);
        return;
      }
      await this.#drop(this.#excerpt);
      const { hash } = await this.#rules.call("standing", { log: opened.log });
      this.#excerpt = { log: opened.log, sequence, epoch, head, hash };
      this.#sent = { sequence, head, hash };
      this.#verification.from(sequence);
      if (this.#stuck) this.#verification.repaired("state");
      await this.#owner.jumped();
      this.#askWhole();
    });
  }

  /** The platform's history is another than ours, it says (error 310): its whole log follows. */
  part(): void {
    this.#queue(async () => {
      this.#parted = true;
      this.#stuck = false;
      this.#failedAt = NOTHING;
      return Promise.resolve();
    });
  }

  /** The line is new: what was asked for over the last one may not come. */
  again(): void {
    this.#queue(async () => {
      this.#parted = false; // its greeting finds out anew
      this.#asked = NOTHING;
      if (this.#excerpt) this.#askWhole();
      return Promise.resolve();
    });
  }

  /** The platform asked for patience: the question that has no answer yet is put once more. */
  repeat(): void {
    this.#queue(async () => {
      const asked = this.#asked;
      this.#asked = NOTHING;
      if (asked !== NOTHING) this.#ask(asked);
      return Promise.resolve();
    });
  }

  /** After it broke: asks for what is missing once more. */
  retry(): void {
    this.broken = null;
    this.#stuck = false;
    this.#failedAt = NOTHING;
    this.#asked = NOTHING;
    this.#askWhole();
  }

  /** The log as it was checked, hexadecimal: enough for anybody to check it again. */
  get record(): { readonly genesis: string; readonly entries: readonly string[] } {
    return { genesis: this.#genesis, entries: this.#entries };
  }

  /** Whether this hash (hexadecimal) is another than ours of the state after `sequence`. */
  disagrees(sequence: number, hash: string): boolean {
    const ours = this.#verification.evidence[sequence - 1]?.hash;
    return ours !== undefined && ours !== hash;
  }

  #queue(work: () => Promise<void>): void {
    this.after(async () => {
      if (!this.broken) await work();
    });
  }

  async #drop(part: Part | null): Promise<void> {
    if (part) await this.#rules.call("drop_log", { log: part.log });
  }

  /** Opens the whole log at its genesis; whether it could be. */
  async #begin(genesis: string): Promise<boolean> {
    if (this.#genesis && genesis !== this.#genesis) {
      await this.#failed([CHAIN, 0, "another genesis"], "", null);
      return false;
    }
    if (this.#whole) return true; // what follows is compared with what is here
    const opened = await this.#rules.call("open_log", { genesis, targets: this.#targets });
    if (opened.failure) {
      await this.#failed(opened.failure, "", null);
      return false;
    }
    this.#genesis = genesis;
    this.#whole = await this.#opened(opened.log);
    await this.#owner.jumped();
    return true;
  }

  async #opened(log: LogId): Promise<Part> {
    const { sequence, epoch, head, hash } = await this.#rules.call("standing", { log });
    return { log, sequence, epoch, head, hash };
  }

  /** Takes entries in; those that are here must be the same, a gap is asked for. */
  async #take(first: number, entries: readonly string[], quiet: number): Promise<void> {
    const at = entries.findIndex((entry, i) => (this.#entries[first - 1 + i] ?? entry) !== entry);
    if (at >= 0) await this.#cut(first + at);
    const before = this.sequence;
    await this.#advance("whole", first, entries, quiet);
    // What was built on a state of the other history does not go on from there.
    if (!this.#parted) await this.#advance("excerpt", first, entries, quiet);
    await this.#meet();
    const last = first + entries.length - 1;
    if (this.sequence > before) this.#asked = NOTHING;
    else if (last > this.sequence) this.#ask(this.sequence);
  }

  #ask(sequence: number): void {
    if (this.#asked === sequence || this.broken) return;
    if (this.#stuck && !this.#excerpt) return; // a state is on its way
    this.#asked = sequence;
    this.#owner.resume(sequence);
  }

  /** Asks for the log before the state that is shown. */
  #askWhole(): void {
    if (!this.#stuck) this.#ask(this.#whole?.sequence ?? NOTHING);
  }

  #part(which: "whole" | "excerpt"): Part | null {
    return which === "whole" ? this.#whole : this.#excerpt;
  }

  async #advance(
    which: "whole" | "excerpt",
    first: number,
    entries: readonly string[],
    quiet: number,
  ): Promise<void> {
    for (;;) {
      const part = this.#part(which);
      const at = (part?.sequence ?? 0) + 1 - first;
      if (!part || at < 0 || at >= entries.length || this.broken) return;
      if (this.#stuck && which === "whole") return;
      const chunk = entries.slice(at, at + CHUNK);
      const screens = part.sequence >= quiet && part === this.#shown;
      const question = { log: part.log, entries: chunk, screens };
      const answer = await this.#rules.call("advance_log", question);
      if (which === "whole") this.#entries.push(...chunk.slice(0, answer.entries.length));
      await this.#advanced(part, answer.entries);
      if (answer.failure) {
        await this.#failed(answer.failure, answer.found ?? "", part);
        return;
      }
      if (answer.restores && which === "excerpt") return; // the whole log gets there
      if (answer.restores) {
        this.#targets.push(answer.restores);
        await this.#reopen();
      }
    }
  }

  /** The whole log as the platform has it now is here, up to its last entry. */
  async #join(last: number): Promise<void> {
    if (this.broken) return;
    this.#parted = false;
    if (this.sequence > last) await this.#cut(last + 1);
    if (this.#excerpt) await this.#dropExcerpt();
    else await this.#owner.jumped(); // it may have waited for this
  }

  /** The platform's history is another from this entry on: what was here is given up for it. */
  async #cut(sequence: number): Promise<void> {
    this.#differs(sequence);
    if (this.#entries.length < sequence) return;
    this.#entries.length = sequence - 1;
    this.#stuck = false;
    this.#failedAt = this.#asked = NOTHING;
    await this.#reopen();
    await this.#owner.jumped();
  }

  #differs(sequence: number): void {
    const failure: LogFailure = [CHAIN, sequence, "the platform's history is another"];
    console.error(`entry ${sequence} of the match is another than the one that was here`);
    const { evidence } = this.#verification;
    const found = evidence[sequence - 1]?.hash ?? "";
    this.#verification.differs(failure, found);
    evidence.length = Math.min(evidence.length, sequence - 1);
    this.#awaited = sequence;
    this.#owner.differs(failure, found, "entry");
  }

  async #advanced(part: Part, told: readonly ToldEntry[]): Promise<void> {
    const last = told.at(-1);
    if (!last) return;
    note(part, last);
    for (const entry of told) {
      const had = this.#verification.evidence[entry.sequence - 1];
      // The excerpt had another one there.
      if (part === this.#whole && had && had.head !== entry.head) this.#differs(entry.sequence);
      if (part === this.#whole || !had) this.#verification.checked(entry);
    }
    if (this.#awaited !== NOTHING && last.sequence >= this.#awaited) {
      this.#awaited = this.#failedAt = NOTHING;
      this.#verification.repaired("entry");
    }
    if (part === this.#shown) await this.#owner.followed(told);
  }

  /** Once the whole log has come to where the excerpt is, all of it is checked. */
  async #meet(): Promise<void> {
    const sent = this.#sent;
    if (!sent || !this.#excerpt || (this.#whole?.sequence ?? 0) < this.#excerpt.sequence) return;
    const then = this.#verification.evidence[sent.sequence - 1];
    if (then && (then.head !== sent.head || then.hash !== sent.hash)) {
      const failure: LogFailure = [STATE_HASH, sent.sequence, "the state that was sent is another"];
      this.#verification.differs(failure, then.hash);
      this.#verification.repaired("entry");
      this.#owner.differs(failure, then.hash, "entry");
    }
    await this.#dropExcerpt();
  }

  async #dropExcerpt(): Promise<void> {
    await this.#drop(this.#excerpt);
    this.#excerpt = null;
    this.#sent = null;
    this.#asked = NOTHING;
    this.#verification.from(null);
    await this.#owner.jumped();
  }

  /** Folds the whole log anew, as far as it was good. */
  async #reopen(): Promise<void> {
    const question = { genesis: this.#genesis, targets: this.#targets };
    const { log } = await this.#rules.call("open_log", question);
    const part = await this.#opened(log);
    for (let at = 0; at < this.#entries.length; at += CHUNK) {
      const chunk = this.#entries.slice(at, at + CHUNK);
      const { entries } = await this.#rules.call("advance_log", { log, entries: chunk });
      const last = entries.at(-1);
      if (last) note(part, last);
    }
    const spoilt = this.#whole;
    this.#whole = part; // others ask of the log meanwhile
    await this.#drop(spoilt);
  }

  async #failed(failure: LogFailure, found: string, part: Part | null): Promise<void> {
    const [kind, sequence, reason] = failure;
    console.error(`entry ${sequence} of the match does not verify: ${reason} (${kind})`);
    this.#verification.differs(failure, found);
    const again = this.#failedAt === sequence;
    this.#failedAt = this.#awaited = sequence;
    if (again && part === this.#whole && !this.#excerpt) this.#stuck = true;
    else if (again || sequence === 0) this.broken = failure;
    const mending = this.broken ? "none" : this.#stuck ? "state" : "entry";
    this.#owner.differs(failure, found, mending);
    // What failed has gone half the way of the entry: nothing may be built on it.
    if (part !== null && part === this.#excerpt) await this.#dropExcerpt();
    else if (part) {
      await this.#reopen();
      await this.#owner.jumped();
    }
    this.#asked = NOTHING;
    if (mending === "entry") this.#askWhole();
  }
}

function note(part: Part, { sequence, epoch, head, hash }: ToldEntry): void {
  Object.assign(part, { sequence, epoch, head, hash });
}
