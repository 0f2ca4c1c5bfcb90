/**
 * What the rules can be asked, by name: the operations of bridge.py with their types.
 *
 * Bytes are hexadecimal strings. A tile is `y * size + x`. Seat 255 is SYSTEM.
 */

/** A number of a game that the worker holds. */
export type GameId = number;

/** Kind, then parameters; an integer over 32 bits is a string "0x...". */
export type Action = readonly (number | string)[];

export type GameEvent = readonly unknown[];

export interface Setup {
  version: number;
  /** 0 duel, 1 classic, 2 grand, 3 custom. */
  kind: number;
  size: number;
  seats: number;
  rounds: number;
  /** 32 bytes. */
  seed: string;
  /** 0 seeded, 1 committed. */
  chance: number;
  /** 0 a resigned borough goes neutral, 1 a bot plays on. */
  resigned: number;
  coins: number;
  points: number;
}

/** All public fields of a state: planes (a byte a tile) as hexadecimal, lists and numbers. */
export interface View {
  readonly size: number;
  readonly seats: number;
  readonly rounds: number;
  readonly round: number;
  /** 0 play, 1 a draw is awaited, 2 over. */
  readonly phase: number;
  readonly turn_seat: number;
  readonly terrain: string;
  readonly road: string;
  readonly [field: string]: unknown;
}

interface Held {
  game: GameId;
}

interface Judged extends Held {
  seat: number;
  action: Action;
}

/** Arguments and result of every operation. */
export interface Operations {
  versions: { args: Record<string, never>; result: { versions: number[]; latest: number } };
  standard: {
    args: { kind: number; seats: number; seed: string; chance?: number };
    result: Setup;
  };
  new: { args: { setup: Setup }; result: Held };
  decode: { args: { state: string; version?: number }; result: Held };
  copy: { args: Held; result: Held };
  drop: { args: Held; result: null };
  encode: { args: Held; result: string };
  hash: { args: Held; result: string };
  apply: { args: Judged; result: { events: GameEvent[]; phase: number; turn_seat: number } };
  /** 0, or the code of the rejection. */
  check: { args: Judged; result: number };
  legal: { args: Held & { seat: number }; result: Action[] };
  /** A byte a tile. */
  mask: { args: Held & { seat: number; tool: number }; result: string };
  preview: { args: Judged; result: Record<string, unknown> };
  explain: { args: Held & { tile: number }; result: Record<string, unknown> };
  scores: { args: Held; result: number[][] };
  standings: { args: Held; result: unknown[] };
  view: { args: Held; result: View };
  encode_action: { args: { action: Action; version?: number }; result: string };
  decode_action: { args: { bytes: string; version?: number }; result: Action };
}

export type Operation = keyof Operations;
