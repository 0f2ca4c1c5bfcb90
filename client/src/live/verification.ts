/**
 * What this browser could check of a match: verified, verified from an entry on, or not from one.
 *
 * Once something did not fit, the match stays marked for ever, here too after a reload, even if the
 * entry came again and fitted then.
 */
import type { LogFailure, ToldEntry } from "../rules/operations.ts";

/** What is kept of an entry to show what was checked. */
export type Evidence = Pick<
  ToldEntry,
  "sequence" | "kind" | "seat" | "acting" | "authority" | "time" | "hash" | "head" | "checked"
>;

export interface Difference {
  readonly failure: LogFailure;
  /** Hash of the state here, hexadecimal; empty if there is none. */
  readonly found: string;
  /** By what the match goes on: the entry, which fitted when it came again; the platform's state. */
  readonly repaired: "entry" | "state" | null;
}

export type Trust =
  | { readonly kind: "verified" }
  /** The log before this entry was not checked yet: the platform sent a state. */
  | { readonly kind: "from"; readonly sequence: number }
  | { readonly kind: "unverified"; readonly sequence: number };

function key(match: string): string {
  return `citybuilder.unverified.${match}`;
}

export class Verification {
  /** Of every entry that was checked, by sequence less 1; holes where the log is not here yet. */
  readonly evidence: Evidence[] = [];
  readonly #match: string;
  #difference: Difference | null;
  #from: number | null = null;

  constructor(match: string) {
    this.#match = match;
    this.#difference = remembered(match);
  }

  get trust(): Trust {
    if (this.#difference) return { kind: "unverified", sequence: this.#difference.failure[1] };
    return this.#from === null ? { kind: "verified" } : { kind: "from", sequence: this.#from };
  }

  /** The first thing that did not fit. */
  get difference(): Difference | null {
    return this.#difference;
  }

  checked(entry: ToldEntry): void {
    const { sequence, kind, seat, acting, authority, time, hash, head, checked } = entry;
    const kept = { sequence, kind, seat, acting, authority, time, hash, head, checked };
    this.evidence[sequence - 1] = kept;
  }

  /** From here on the platform's state is built on; null: all before was checked by now. */
  from(sequence: number | null): void {
    this.#from = sequence;
  }

  differs(failure: LogFailure, found: string): void {
    this.#difference ??= { failure, found, repaired: null };
    this.#remember();
  }

  /** The match goes on. */
  repaired(by: "entry" | "state"): void {
    if (!this.#difference || this.#difference.repaired) return;
    this.#difference = { ...this.#difference, repaired: by };
    this.#remember();
  }

  #remember(): void {
    try {
      localStorage.setItem(key(this.#match), JSON.stringify(this.#difference));
    } catch {
      // A closed store costs the memory of it, not the mark on this page.
    }
  }
}

function remembered(match: string): Difference | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key(match)) ?? "null") as Difference | null;
    return Array.isArray(kept?.failure) && Number.isInteger(kept.failure[1]) ? kept : null;
  } catch {
    return null;
  }
}
