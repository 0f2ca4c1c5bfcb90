/** A new match while its form is filled in, and the order that comes of it. */
import type { Order } from "../connection/matches.ts";
import { seedFrom } from "../play/seed.ts";

/** The rules' and the platform's bounds (games/pages/choices.py). */
export interface Choices {
  /** By kind: size, rounds, least and most seats. */
  readonly standard: readonly (readonly [number, number, number, number])[];
  /** By seats from 2 on the least size; the last is the most. */
  readonly sizes: readonly number[];
  readonly rounds: readonly [number, number];
  readonly seats: readonly [number, number];
  readonly days: readonly number[];
}

export const CUSTOM = 3;
/** Who is to have a seat: a person, or a bot of a level. */
export const PERSON = -1;

export const CLOCKS = { none: 0, live: 1, days: 2 } as const;

/** Seconds of a turn and of the bank. */
export const LIVE: readonly (readonly [number, number])[] = [
  [30, 120],
  [60, 180],
  [120, 300],
];
const DAY = 24 * 3600;

export interface Draft {
  readonly kind: number;
  /** As wished; the kind's bounds come on top. */
  readonly seats: number;
  /** For each seat but the first, who is to have it. */
  readonly others: readonly number[];
  readonly size: number;
  readonly rounds: number;
  readonly clock: number;
  /** Index into LIVE. */
  readonly pace: number;
  readonly days: number;
  readonly listed: boolean;
  /** As written; empty for one that the platform draws. */
  readonly seed: string;
  readonly chance: number;
  readonly resigned: number;
}

export function newDraft(listed: boolean): Draft {
  return {
    kind: 0,
    seats: 2,
    others: [PERSON, PERSON, PERSON, PERSON, PERSON],
    size: 24,
    rounds: 12,
    clock: listed ? CLOCKS.live : CLOCKS.none,
    pace: 1,
    days: 1,
    listed,
    seed: "",
    chance: 1,
    resigned: 0,
  };
}

export interface Bounds {
  readonly seats: number;
  readonly leastSeats: number;
  readonly mostSeats: number;
  readonly size: number;
  readonly leastSize: number;
  readonly rounds: number;
  /** For each seat but the first, who is to have it. */
  readonly others: readonly number[];
}

/** What the wishes come to within the bounds of the kind. */
export function bounded(draft: Draft, { standard, sizes, seats: most }: Choices): Bounds {
  const [size, rounds, leastSeats, mostSeats] = standard[draft.kind] ?? [
    draft.size,
    draft.rounds,
    ...most,
  ];
  const seats = Math.min(mostSeats, Math.max(leastSeats, draft.seats));
  const leastSize = draft.kind === CUSTOM ? (sizes[seats - 2] ?? size) : size;
  const others = draft.others.slice(0, seats - 1);
  return {
    seats,
    leastSeats,
    mostSeats,
    size: Math.max(size, leastSize),
    leastSize,
    rounds,
    others,
  };
}

export function orderOf(draft: Draft, choices: Choices): Order {
  const { seats, size, rounds, others } = bounded(draft, choices);
  const [turn = 0, bank = 0] = draft.clock === CLOCKS.live ? (LIVE[draft.pace] ?? []) : [];
  return {
    kind: draft.kind,
    seats,
    // Bots take the last seats, whichever rows of the form they stand in.
    bots: others.filter((who) => who !== PERSON),
    ...(draft.kind === CUSTOM ? { size, rounds } : {}),
    chance: draft.chance,
    resigned: draft.resigned,
    ...(draft.seed.trim() ? { seed: seedFrom(draft.seed) } : {}),
    turn: draft.clock === CLOCKS.days ? draft.days * DAY : turn,
    bank,
    visibility: draft.listed && others.includes(PERSON) ? "listed" : "private",
  };
}
