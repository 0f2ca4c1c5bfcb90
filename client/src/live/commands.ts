/** The player's actions that are on their way: shown already, not yet in the log. */
import { newCommandId, toBase64 } from "../connection/bytes.ts";
import { RulesError } from "../rules/client.ts";
import type { Action, GameEvent } from "../rules/operations.ts";
import { toHex } from "./hex.ts";

export interface Command {
  /** Base64, as the wire has it. */
  readonly id: string;
  /** Hexadecimal, as the log tells it. */
  readonly name: string;
  readonly action: Action;
  /** The round it was done in. */
  readonly round: number;
  /** Of its prediction; null while the rules refuse it on what is confirmed now. */
  events: readonly GameEvent[] | null;
  /** Of the state predicted after it. */
  hash: string;
  /** Under way: the answer will come. */
  sent: boolean;
  /** How often it came too late for its base. */
  late: number;
  readonly settled: Promise<void>;
  done(): void;
  refuse(error: RulesError): void;
}

/** An action of the player that was shown and is taken back. */
export interface TakenBack {
  readonly action: Action;
  /** Of the rules, or of the platform (100 and above). */
  readonly code: number;
  readonly need: number;
  readonly have: number;
}

/** A new command, or with an `id` one that was given before this page was loaded. */
export function command(
  action: Action,
  round: number,
  events: readonly GameEvent[] | null,
  hash: string,
  id: Uint8Array = newCommandId(),
): Command {
  let done: () => void = () => undefined;
  let refuse: (error: RulesError) => void = () => undefined;
  const settled = new Promise<void>((resolve, reject) => {
    done = resolve;
    refuse = reject;
  });
  // Whoever does not wait hears of it from the screen.
  settled.catch(() => undefined);
  const name = toHex(id);
  return {
    id: toBase64(id),
    name,
    action,
    round,
    events,
    hash,
    sent: false,
    late: 0,
    settled,
    done,
    refuse,
  };
}

/** A refusal as the rules' own errors are told. */
export function refusal(code: number): RulesError {
  return new RulesError({
    type: "Rejection",
    code,
    message: `refused: ${code}`,
    traceback: "",
  });
}
