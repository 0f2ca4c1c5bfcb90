/**
 * What the rules can be asked, by name: the operations of bridge.py with their types.
 *
 * Bytes are hexadecimal strings. A tile is `y * size + x`. Seat 255 is SYSTEM.
 */

/** A number of a game that the worker holds. */
export type GameId = number;

/** Kind, then parameters; an integer over 32 bits is a string "0x...". */
export type Action = readonly (number | string)[];

/** A plan: of every step its fallback (0, or a tile + 1), its kind, its parameters. */
export type Steps = readonly number[];

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
  /** 0 in turn (also when left out), 1 all plan at once. */
  mode?: number;
  coins: number;
  points: number;
}

/** All public fields of a state: planes (a byte a tile) as hexadecimal, lists and numbers. */
export interface View {
  readonly size: number;
  readonly seats: number;
  readonly rounds: number;
  readonly round: number;
  /** 0 play, 1 a draw is awaited, 2 over, 3 all plan, 4 plans are being opened. */
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
  /** The same on a hill. */
  readonly hill_generation: readonly number[];
  readonly from: readonly number[];
  readonly into: readonly number[];
  /** Coins put into a building, cheaper stages included; half come back. */
  readonly invested: readonly number[];
  readonly tiles: readonly number[];
  readonly placed: readonly number[];
  /** Prestige a landmark is worth by itself. */
  readonly prestige: readonly number[];
  /** What a building gives a quarter: bits 1 a home, 2 work, 4 something green. */
  readonly quarter_part: readonly number[];
  /** Least and most tiles of a quarter. */
  readonly quarter: readonly [number, number];
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
  /** Kinds of action that a plan may hold, and which parameter is a tile (0: none). */
  readonly planned: readonly (readonly [number, number])[];
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
  /** By seat, of the round's plan: 0 not sealed, 1 sealed, 2 missed, 3 opened. */
  readonly sealing: readonly number[];
  /** By seat: the steps of an opened plan. */
  readonly plans: readonly Steps[];
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

/** What is wrong with a log: kind (games/ledger/failure.py), sequence, a few words. */
export type LogFailure = readonly [kind: number, sequence: number, reason: string];

/** A number over 32 bits is a text "0x..."; `Number` reads both. */
export type Wide = number | string;

/** An entry that was checked and carried out (watched.py, following.py). */
export interface ToldEntry {
  readonly sequence: number;
  /** After the entry. */
  readonly epoch: number;
  /** 1 join, 2 ready, 3 action, 4 draw and so on (games/ledger/kinds.py). */
  readonly kind: number;
  /** 1 the player, 2 a bot, 3 the clock, 4 staff. */
  readonly authority: number;
  /** Whom it is written for; 255 for the platform. */
  readonly seat: number;
  /** In whose name the rules carried it out. */
  readonly acting: number;
  /** The server's, ms UTC. */
  readonly time: Wide;
  readonly command: string;
  readonly action: Action | null;
  /** The seat that a leaving, a take-back or staff's word is about. */
  readonly of: number | null;
  readonly bot: number;
  readonly reason: number;
  /** In which it was done. */
  readonly round: number;
  /** Of the whole state after it. */
  readonly hash: string;
  /** Chain hash after it. */
  readonly head: string;
  readonly events: readonly GameEvent[];
  /** 1 link, 2 state, 3 right, 4 action, 5 reveal, 6 due, 7 signature (following.py). */
  readonly checked: readonly number[];
  /** After it, where that was asked for. */
  readonly screen?: Screen;
}

/** Where a match stands by its log (following.py); an excerpt knows the first five. */
export interface Standing {
  readonly match: string;
  readonly sequence: number;
  readonly epoch: number;
  readonly head: string;
  readonly hash: string;
  readonly version?: number;
  readonly chance?: number;
  readonly attempt?: number;
  readonly full?: number;
  /** When the last seat was taken, ms UTC. */
  readonly full_since?: Wide;
  readonly started?: number;
  readonly ended?: number;
  /** [taken, bot, committed, opened]. */
  readonly seats?: readonly (readonly [number, number, number, number])[];
  /** Kind (0 none, 1 live, 2 correspondence), then ms of a turn, of the bank, to open. */
  readonly clock?: readonly [number, Wide, Wide, number];
}

/** What came of an action; without a rejection, its events and the hash after it. */
export interface Outcome {
  readonly rejection: number;
  readonly need?: number;
  readonly have?: number;
  readonly events?: readonly GameEvent[];
  readonly hash?: string;
}

/** A number of a log that the worker holds. */
export type LogId = number;

type Opened =
  | { readonly log: LogId; readonly failure: null }
  | { readonly log: 0; readonly failure: LogFailure };

/** Arguments and result of every operation. */
export interface Operations {
  versions: { args: Record<string, never>; result: { versions: number[]; latest: number } };
  standard: {
    args: { kind: number; seats: number; seed: string; chance?: number; mode?: number };
    result: Setup;
  };
  new: { args: { setup: Setup }; result: Held };
  decode: { args: { state: string; version?: number }; result: Held };
  copy: { args: Held; result: Held };
  drop: { args: Held; result: null };
  encode: { args: Held; result: string };
  hash: { args: Held; result: string };
  apply: { args: Judged; result: { events: GameEvent[]; phase: number; turn_seat: number } };
  /** As `apply`, with the hash after it; a rejection is an answer. */
  attempt: { args: Judged; result: Outcome };
  /**
   * A game of a log's confirmed state with a seat's actions done one after the other; one that is
   * refused is left out. `game`: the game it takes the place of, or 0; `rounds`: the round each
   * action was meant for, 0 for any.
   */
  predict: {
    args: {
      log: LogId;
      seat: number;
      game: GameId;
      actions: readonly Action[];
      rounds: readonly number[];
    };
    result: Held & { outcomes: Outcome[] };
  };
  /** A log from its genesis; `targets`: sequences whose states it goes back to. */
  open_log: { args: { genesis: string; targets: readonly number[] }; result: Opened };
  /** A log from a state that the platform sent: less of it can be checked (excerpt.py). */
  open_excerpt: {
    args: { genesis: string; state: string; sequence: number; epoch: number; head: string };
    result: Opened;
  };
  /**
   * `found`: the hash of the state where it failed. `restores`: the log must be opened anew with
   * this sequence among its targets.
   */
  advance_log: {
    args: { log: LogId; entries: readonly string[]; screens?: boolean };
    result: { entries: ToldEntry[]; failure: LogFailure | null; found?: string; restores: number };
  };
  standing: { args: { log: LogId }; result: Standing };
  drop_log: { args: { log: LogId }; result: null };
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
  /** A game to plan a round on: the seat's turn alone. Drop it when the plan is sealed. */
  draft: { args: Held & { seat: number }; result: Held };
  /** 0, or the code of the rejection that opening this plan would meet. */
  check_plan: { args: Held & { seat: number; steps: Steps }; result: number };
  /** What a SEAL carries; `salt`: 256 bits that nobody can guess. */
  plan_digest: { args: Held & { seat: number; steps: Steps; salt: Wide }; result: Wide };
  /** The plan behind the SEAL that `bot` gives for the same arguments. */
  bot_plan: {
    args: Held & { seat: number; level: number; salt: string };
    result: { steps: number[]; salt: Wide };
  };
  encode_action: { args: { action: Action; version?: number }; result: string };
  decode_action: { args: { bytes: string; version?: number }; result: Action };
}

export type Operation = keyof Operations;
