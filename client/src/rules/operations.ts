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

/** The rules' tables; a list is indexed by a building's id unless said otherwise (screen.py). */
export interface Tables {
  readonly group: readonly number[];
  readonly cost: readonly number[];
  readonly upkeep: readonly number[];
  readonly need: readonly number[];
  readonly capacity: readonly number[];
  readonly jobs: readonly number[];
  readonly size: readonly number[];
  readonly points: readonly number[];
  readonly happiness: readonly number[];
  readonly radius: readonly number[];
  readonly smoke: readonly number[];
  readonly generation: readonly number[];
  readonly from: readonly number[];
  readonly into: readonly number[];
  /** Coins put into a building, cheaper stages included; half come back. */
  readonly invested: readonly number[];
  readonly tiles: readonly number[];
  readonly placed: readonly number[];
  /** Prestige a landmark is worth by itself. */
  readonly prestige: readonly number[];
  /** By low, normal and high taxes: happiness of homes, and residents who pay one coin. */
  readonly tax_happiness: readonly number[];
  readonly tax_people: readonly number[];
  /** By shape: tiles as [x, y] from the corner of the box. */
  readonly shapes: readonly (readonly (readonly [number, number])[])[];
  readonly coin_steps: readonly number[];
  readonly unit_steps: readonly number[];
  readonly most_rounds: number;
  readonly overtime: number;
  readonly fund_drive: number;
  readonly road: number;
  readonly avenue: number;
  readonly kept: number;
  readonly harmful: readonly number[];
  readonly goal_points: readonly [number, number];
  /** By kind of match: size, rounds, least and most seats. */
  readonly standard: readonly (readonly [number, number, number, number])[];
  /** Smallest map for 2 to 6 seats, then the largest map. */
  readonly sizes: readonly number[];
  readonly rejections: readonly number[];
  readonly offers_a_turn: number;
}

/** A view and the figures beside it (screen.py). Planes are hexadecimal. */
export interface Screen extends View {
  readonly kind: string;
  readonly owner: string;
  readonly part: string;
  readonly residents: string;
  readonly happiness: string;
  readonly workers: string;
  readonly served: string;
  readonly smog: string;
  readonly flags: string;
  readonly cover: string;
  readonly green: string;
  readonly shore: string;
  /** Where the seat in turn may build: bits of every tile. */
  readonly reach: string;
  readonly hall: readonly number[];
  readonly coins: readonly number[];
  readonly points: readonly number[];
  readonly tax: readonly number[];
  readonly price: readonly number[];
  readonly ordinance: readonly number[];
  readonly ordinance2: readonly number[];
  readonly status: readonly number[];
  readonly done: readonly number[];
  readonly goal_mask: readonly number[];
  readonly spare: readonly number[];
  readonly income: readonly number[];
  readonly idle: readonly number[];
  readonly vacancies: readonly number[];
  readonly filled: readonly number[];
  readonly smoke: readonly number[];
  readonly green_tiles: readonly number[];
  readonly offers_made: readonly number[];
  readonly starter: number;
  readonly wind: number;
  readonly forecast: number;
  readonly last_event: number;
  readonly goals: readonly number[];
  readonly goal_stage: readonly number[];
  readonly landmark_owner: readonly number[];
  readonly anchors: readonly number[];
  /** (maker, slot, to, direction, coins, thing, units or tile, rounds). */
  readonly offers: readonly (readonly number[])[];
  /** (seller, buyer, thing, units a round, rounds left, coins paid, units in all). */
  readonly contracts: readonly (readonly number[])[];
  readonly people: readonly number[];
  /** Ten lines of prestige by seat. */
  readonly prestige: readonly (readonly number[])[];
  readonly standings: readonly number[];
  /** By goal: the target, then every seat's figure. */
  readonly progress: readonly (readonly number[])[];
  /** [tool, coins, rejection, need, have]. */
  readonly tools: readonly (readonly [number, number, number, number, number])[];
  /** Steps that can be undone. */
  readonly undo: number;
  readonly radius: number;
  /** Spare power by seat if the round ended now. */
  readonly spare_now: readonly number[];
  /** Own power that the clean air goal asks for in this match. */
  readonly own_power: number;
}

/** What an action would bring (games/engine/v0/preview.py). */
export interface Preview {
  readonly rejection: number;
  readonly need?: number;
  readonly have?: number;
  readonly points?: number;
  readonly coins?: number;
  /** [seat, income line, before, after]. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  /** [seat, prestige line, before, after]. */
  readonly prestige?: readonly (readonly [number, number, number, number])[];
  /** [seat, before, after]. */
  readonly power?: readonly (readonly [number, number, number])[];
  readonly residents?: readonly (readonly [number, number, number])[];
  /** [tile, happiness before, after, [factor, before, after]...]. */
  readonly homes?: readonly (readonly [
    number,
    number,
    number,
    readonly (readonly [number, number, number])[],
  ])[];
  /** Corners that would go dark by it. */
  readonly dark?: readonly number[];
  /** Corners of new workplaces in which nobody would work. */
  readonly unmanned?: readonly number[];
}

/** Everything a card about a tile shows (games/engine/v0/explain.py). */
export interface Explanation {
  readonly terrain: number;
  readonly road: number;
  readonly kind: number;
  readonly smog: number;
  readonly green: number;
  readonly cover: number;
  readonly shore: number;
  readonly corner?: number;
  readonly owner?: number;
  readonly residents?: number;
  readonly capacity?: number;
  readonly workers?: number;
  readonly happiness?: number;
  readonly dark?: number;
  /** [factor, points, source tiles]. */
  readonly factors?: readonly (readonly [number, number, readonly number[]])[];
  readonly happiness_next?: number;
  readonly residents_next?: number;
  /** [home, shoppers, steps]. */
  readonly customers?: readonly (readonly [number, number, number])[];
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
  preview: { args: Judged; result: Preview };
  explain: { args: Held & { tile: number }; result: Explanation };
  scores: { args: Held; result: number[][] };
  /** The rank of every seat, 1 the best; 0 for who resigned. */
  standings: { args: Held; result: number[] };
  view: { args: Held; result: View };
  screen: { args: Held; result: Screen };
  tables: { args: Record<string, never>; result: Tables };
  /** A bot's next action; `salt` (bytes) makes matches differ. */
  bot: { args: Held & { seat: number; level: number; salt: string }; result: Action };
  encode_action: { args: { action: Action; version?: number }; result: string };
  decode_action: { args: { bytes: string; version?: number }; result: Action };
}

export type Operation = keyof Operations;
