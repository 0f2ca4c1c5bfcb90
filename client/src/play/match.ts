/**
 * What the screen needs of a match, wherever the match lies: in this browser against bots
 * (solo-match.ts), or elsewhere. Nothing of the screen asks for more than this.
 */
import type { Scene } from "../board/scene.ts";
import type { Action, Explanation, Preview, Screen, Tables } from "../rules/operations.ts";
import type { Names } from "./names.ts";

export const OVER = 2;

/** Events of one action, in the order in which things happened. */
export interface Happening {
  readonly seat: number;
  readonly round: number;
  readonly events: readonly (readonly number[])[];
}

/** An action of the player that the rules refused, and the tile it was about (-1: none). */
export interface Refusal {
  readonly code: number;
  readonly need: number;
  readonly have: number;
  readonly tile: number;
}

export interface Match {
  readonly tables: Tables;
  /** The player's seat; -1 for who only watches. */
  readonly me: number;
  readonly names: Names;

  /** The state as it is shown now; `listen` tells when any of what follows has changed. */
  readonly screen: Screen;
  readonly scene: Scene;
  /** Everything since the start. */
  readonly story: readonly Happening[];
  /** Where in the story the player's last turn ended. */
  readonly mine: number;
  /** Tiles that changed since the player's last turn ended. */
  readonly changed: ReadonlySet<number>;
  /** Tiles of the last action of somebody else. */
  readonly flash: readonly number[];
  /** SHA-256 of the state, in hexadecimal; empty before the first action. */
  readonly hash: string;
  /** Others act: nothing can be planned. */
  readonly playing: boolean;
  /** Whether the player may act now. */
  readonly myTurn: boolean;
  readonly over: boolean;
  /** Calls `listener` after every change until the function it returns is called. */
  listen(listener: () => void): () => void;

  /** Does an action of the player. Rejects with the rules' RulesError when it is refused. */
  act(action: Action): Promise<void>;
  /** What an action of the player would cost and change, or why it is refused. */
  preview(action: Action): Promise<Preview>;
  /** Why a tile is as it is. */
  explain(tile: number): Promise<Explanation>;
  /** A byte a tile: 1 where the tool works for the player. */
  mask(tool: number): Promise<Uint8Array>;
  /** What a bot would do in the player's place. */
  suggestion(): Promise<Action>;
  /** Lets a bot play the player's turn to its end. */
  finishTurn(): Promise<void>;

  /** Somebody looks: the match goes on. */
  begin(): void;
  /** Nobody looks any more. */
  stop(): void;
  /** Where one goes from here: an address. */
  readonly home: string;
  /** Hands the player the match's record as a file. */
  save(): void;
}
