/** Matches over REST: make one, take a seat, give it up. Types as docs/protocol.md has them. */
import { newCommandId, toBase64 } from "./bytes.ts";
import { commitmentOf, openingFor } from "./opening.ts";
import { rest, RestError } from "./rest.ts";

export interface MatchCard {
  readonly id: string;
  readonly status: "gathering" | "playing" | "over" | "void";
  readonly kind: number;
  readonly size: number;
  readonly rounds: number;
  readonly round: number;
  readonly seats: number;
  readonly taken: number;
  readonly mode: number;
  readonly chance: number;
  readonly visibility: "private" | "listed";
  /** kind: 0 untimed, 1 live, 2 correspondence; turn and bank in ms. */
  readonly clock: { readonly kind: number; readonly turn: number; readonly bank: number };
  /** ms UTC. */
  readonly created: number;
  readonly host: string;
  readonly names: readonly string[];
}

export interface SeatCard {
  readonly number: number;
  readonly name: string;
  readonly colour: number;
  /** 0 for a person, else a bot's level and 1. */
  readonly bot: number;
  readonly taken: boolean;
  readonly ready: boolean;
  readonly you: boolean;
}

export interface MatchDetail extends MatchCard {
  /** How often everybody had to commit anew; part of what a commitment is made of. */
  readonly attempt: number;
  readonly you_are_host: boolean;
}

/** What can be asked for; see games/matches/order.py. */
export interface Order {
  readonly kind?: number;
  readonly seats?: number;
  /** Levels of the bots, who take the last seats. */
  readonly bots?: readonly number[];
  readonly size?: number;
  readonly rounds?: number;
  readonly chance?: number;
  readonly resigned?: number;
  readonly seed?: string;
  /** Seconds; 0 for no clock, a day or more for correspondence. */
  readonly turn?: number;
  readonly bank?: number;
  readonly visibility?: "private" | "listed";
}

const SEAT_TAKEN = 406;
const MATCH_FULL = 405;

/** A match and its seats in the order of their numbers. */
export interface Found {
  readonly match: MatchDetail;
  readonly seats: readonly SeatCard[];
}

type DetailBody = Omit<MatchDetail, "seats"> & { readonly seats: readonly SeatCard[] };

export async function findMatch(id: string): Promise<Found> {
  const body = await rest<DetailBody>("GET", `matches/${id}/`);
  return { match: { ...body, seats: body.seats.length }, seats: body.seats };
}

export async function makeMatch(order: Order): Promise<string> {
  return (await rest<{ id: string }>("POST", "matches/", order)).id;
}

/** Takes this seat with a promise of the mayor's part of the chance. */
async function take({ id, attempt, chance }: MatchDetail, seat: number): Promise<number> {
  const opening = chance ? openingFor(id, attempt) : null;
  const promise = opening && commitmentOf(id, attempt, seat, opening);
  const answer = await rest<{ seat: number }>("POST", `matches/${id}/join/`, {
    seat,
    commitment: promise && toBase64(promise),
    command_id: toBase64(newCommandId()),
  });
  return answer.seat;
}

/**
 * Takes a seat, or the first free one, with a promise of the mayor's part of the chance; returns
 * its number. Who has one keeps it, and promises anew for the attempt that runs now.
 */
export async function joinMatch(id: string, wanted: number | null = null): Promise<number> {
  for (;;) {
    const { match, seats } = await findMatch(id);
    const own = seats.find((seat) => seat.you)?.number;
    const number = own ?? wanted ?? seats.find((seat) => !seat.taken)?.number;
    try {
      return await take(match, number ?? 0); // without a free seat the platform says what is wrong
    } catch (error) {
      const late = error instanceof RestError && error.code === SEAT_TAKEN;
      if (!late || wanted !== null) throw error;
      if (number === undefined) throw new RestError(error.status, { code: MATCH_FULL }, null);
      // Somebody was quicker: the next free one.
    }
  }
}

/**
 * Promises anew on the seat that the mayor has; returns the attempt that the promise is for. Null
 * if the seat is lost: it is not taken again unasked.
 */
export async function promiseAnew(id: string): Promise<number | null> {
  const { match, seats } = await findMatch(id);
  const own = seats.find((seat) => seat.you)?.number;
  if (own === undefined) return null;
  await take(match, own);
  return match.attempt;
}

export async function leaveMatch(id: string): Promise<void> {
  await rest("POST", `matches/${id}/leave/`);
}

export async function removeMayor(id: string, seat: number): Promise<void> {
  await rest("POST", `matches/${id}/remove/`, { seat });
}

export async function addBot(id: string, seat: number, level: number): Promise<void> {
  await rest("POST", `matches/${id}/bots/`, { seat, level });
}
