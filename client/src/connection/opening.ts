/**
 * The mayor's part of the chance of a match: made here, promised on joining, opened when ready.
 *
 * An opening is 32 bytes of salt and then a nonce of 32 bytes. It is kept until it was opened,
 * since a mayor who cannot open what was promised loses the seat. docs/ledger.md tells the layout
 * of the promise; games/ledger/fairness.py is the reference.
 */
import { sha256 } from "@noble/hashes/sha2.js"; // crypto.subtle is missing on plain http

import { fromBase64, idBytes, toBase64 } from "./bytes.ts";

const TAG = new TextEncoder().encode("CityB.opening.v1");
const OPENING_BYTES = 64;

/** For as long as the page is open where the store is closed. */
const unkept = new Map<string, string>();

function key(match: string, attempt: number): string {
  return `citybuilder.opening.${match}.${attempt}`;
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? unkept.get(name) ?? null;
  } catch {
    return unkept.get(name) ?? null;
  }
}

/** The opening kept for a match and attempt, or null: it was made elsewhere, or is lost. */
export function keptOpening(match: string, attempt: number): Uint8Array | null {
  const kept = read(key(match, attempt));
  try {
    const opening = kept === null ? null : fromBase64(kept);
    return opening?.length === OPENING_BYTES ? opening : null;
  } catch {
    return null; // damaged
  }
}

/** The opening for a match and attempt: the one that is kept, else a new one, which then is. */
export function openingFor(match: string, attempt: number): Uint8Array {
  const kept = keptOpening(match, attempt);
  if (kept) return kept;
  const opening = crypto.getRandomValues(new Uint8Array(OPENING_BYTES));
  const name = key(match, attempt);
  unkept.set(name, toBase64(opening));
  try {
    localStorage.setItem(name, toBase64(opening));
  } catch {
    // A full or closed store costs the seat if the page is left before the match starts.
  }
  return opening;
}

/** Forgets an opening that was opened, or whose match is over. */
export function forgetOpening(match: string, attempt: number): void {
  unkept.delete(key(match, attempt));
  try {
    localStorage.removeItem(key(match, attempt));
  } catch {
    // Nothing was kept.
  }
}

/** What a join carries: the hash of the opening, bound to match, attempt and seat. */
export function commitmentOf(
  match: string,
  attempt: number,
  seat: number,
  opening: Uint8Array,
): Uint8Array {
  const numbers = new Uint8Array(5);
  const view = new DataView(numbers.buffer);
  view.setUint32(0, attempt);
  view.setUint8(4, seat);
  return sha256(Uint8Array.of(...TAG, ...idBytes(match), ...numbers, ...opening));
}
