/**
 * The messages of docs/protocol.md, each said once: its type, its fields, what they hold. A test
 * compares them with the document's examples. Bytes are base64, times ms UTC.
 */
import { bytes, integer, list, nullable, oneOf, record, text, truth, type Of } from "./shape.ts";

const status = oneOf("gathering", "playing", "over", "void");

const matchCard = record({
  id: text,
  status,
  kind: integer,
  size: integer,
  rounds: integer,
  round: integer,
  seats: integer,
  taken: integer,
  mode: integer,
  chance: integer,
  visibility: oneOf("private", "listed"),
  clock: record({ kind: integer, turn: integer, bank: integer }),
  created: integer,
  host: text,
  names: list(text),
});

const seatCard = record({
  number: integer,
  name: text,
  colour: integer,
  bot: integer,
  taken: truth,
  ready: truth,
  you: truth,
});

const seatPresence = record({
  number: integer,
  state: oneOf("here", "away", "bot", "gone"),
});

export type Seat = Of<typeof seatCard>;
export type Presence = Of<typeof seatPresence>["state"];
export type Card = Of<typeof matchCard>;

/** What a client says. */
export const TO_PLATFORM = {
  hello: [
    "SYNC",
    record({ client: text, epoch: integer, sequence: integer, head: nullable(bytes), want: text }),
  ],
  resume: ["SYNC", record({ sequence: integer })],
  difference: [
    "SYNC",
    record({ sequence: integer, failure: integer, found: nullable(bytes), snapshot: truth }),
  ],
  submit: [
    "TURN",
    record({
      command_id: bytes,
      epoch: integer,
      sequence: integer,
      head: bytes,
      after: nullable(bytes),
      action: bytes,
      predicted: nullable(bytes),
      client_time: integer,
    }),
  ],
  ready: ["SYNC", record({ command_id: bytes, opening: nullable(bytes) })],
  chat: ["SYNC", record({ line_id: bytes, text })],
  vote: ["SYNC", record({ what: oneOf("end") })],
  ping: ["HEARTBEAT", record({ sequence: integer, state_hash: nullable(bytes) })],
} as const;

/** What the platform says. */
export const FROM_PLATFORM = {
  welcome: [
    "SYNC",
    record({
      match: matchCard,
      seat: nullable(integer),
      role: oneOf("mayor", "spectator"),
      epoch: integer,
      sequence: integer,
      head: bytes,
      heartbeat: integer,
      server_time: integer,
    }),
  ],
  batch: [
    "SYNC",
    record({ genesis: nullable(bytes), first: integer, entries: list(bytes), sequence: integer }),
  ],
  snapshot: ["SYNC", record({ epoch: integer, sequence: integer, head: bytes, state: bytes })],
  seats: ["SYNC", record({ status, host: nullable(integer), seats: list(seatCard) })],
  presence: ["SYNC", record({ seats: list(seatPresence) })],
  clock: [
    "SYNC",
    record({
      seat: nullable(integer),
      deadline: nullable(integer),
      banks: list(integer),
      server_time: integer,
    }),
  ],
  chat: [
    "SYNC",
    record({
      id: integer,
      line_id: bytes,
      seat: nullable(integer),
      name: text,
      text,
      time: integer,
    }),
  ],
  notice: ["SYNC", record({ what: oneOf("vote"), seats: list(integer), needed: integer })],
  rematch: ["SYNC", record({ match: text })],
  draining: ["SYNC", record({})],
  receipt: ["TURN", record({ command_id: bytes, sequence: integer, repeated: truth })],
  committed: ["TURN", record({ sequence: integer, epoch: integer, entry: bytes })],
  rejected: [
    "TURN",
    record({
      command_id: bytes,
      code: integer,
      rejection: nullable(integer),
      need: integer,
      have: integer,
      epoch: integer,
      sequence: integer,
      head: bytes,
    }),
  ],
  pong: [
    "HEARTBEAT",
    record({
      sequence: integer,
      state_hash: nullable(bytes),
      server_time: integer,
      lag: integer,
    }),
  ],
  error: [
    "ERROR",
    record({
      code: integer,
      text,
      ref: nullable(bytes),
      retry_after: nullable(integer),
      fatal: truth,
    }),
  ],
  lobby: ["SYNC", record({ matches: list(matchCard), players: integer })],
  lobby_changed: [
    "SYNC",
    record({ put: list(matchCard), gone: list(text), players: integer }),
  ],
} as const;

export type Outgoing = keyof typeof TO_PLATFORM;
export type Incoming = keyof typeof FROM_PLATFORM;
export type Said<K extends Outgoing> = Of<(typeof TO_PLATFORM)[K][1]>;
export type Heard<K extends Incoming> = Of<(typeof FROM_PLATFORM)[K][1]>;

/** A message of the platform: `kind` says which. */
export type Message = {
  readonly [K in Incoming]: { readonly kind: K; readonly said: Heard<K> };
}[Incoming];

/** A frame that is none of the platform's messages. */
export class BrokenMessage extends Error {
  override readonly name = "BrokenMessage";
}

/** The frame of a message. */
export function encode<K extends Outgoing>(kind: K, said: Said<K>): string {
  const [type] = TO_PLATFORM[kind];
  const envelope = { type, payload: { kind, ...said }, timestamp: Date.now(), signature: null };
  return JSON.stringify(envelope);
}

/** The message of a frame; null for a kind that a newer platform says. Throws BrokenMessage. */
export function decode(frame: string): Message | null {
  let envelope: { type?: unknown; payload?: { kind?: unknown } | null } | null;
  try {
    envelope = JSON.parse(frame) as typeof envelope;
  } catch {
    throw new BrokenMessage("no JSON");
  }
  const payload = envelope?.payload;
  const kind = payload?.kind;
  if (typeof kind !== "string") throw new BrokenMessage("no kind");
  if (!(kind in FROM_PLATFORM)) return null;
  const [type, guard] = FROM_PLATFORM[kind as Incoming];
  if (envelope?.type !== type || !guard(payload)) throw new BrokenMessage(`a broken ${kind}`);
  return { kind, said: payload } as unknown as Message;
}
