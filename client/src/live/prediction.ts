/** The confirmed state with the player's actions done: what the player acts upon. */
import { bytes } from "../board/scene.ts";
import type { RulesClient } from "../rules/client.ts";
import { ACTION } from "../play/tools.ts";
import type {
  Action,
  Explanation,
  GameId,
  Outcome,
  Preview,
  Screen,
} from "../rules/operations.ts";
import type { Command } from "./commands.ts";
import type { Follower } from "./follower.ts";

const PLAY = 0;
const MAYOR = 0;
const SUGGESTS = 1; // level of the bot that is asked for advice
const OUT_OF_TURN = 3; // the rules' own code for it

export class Prediction {
  screen: Screen;
  hash: string;
  readonly #rules: RulesClient;
  readonly #follower: Follower;
  /** -1 for who watches. */
  readonly #me: number;
  readonly #game: GameId;

  private constructor(
    rules: RulesClient,
    follower: Follower,
    me: number,
    game: GameId,
    screen: Screen,
  ) {
    this.#rules = rules;
    this.#follower = follower;
    this.#me = me;
    this.#game = game;
    this.screen = screen;
    this.hash = follower.hash;
  }

  /** On the log as it stands. */
  static async open(rules: RulesClient, follower: Follower, me: number): Promise<Prediction> {
    const question = { log: follower.log, seat: Math.max(0, me), game: 0, actions: [], rounds: [] };
    const { game } = await rules.call("predict", question);
    return new Prediction(rules, follower, me, game, await rules.call("screen", { game }));
  }

  get myTurn(): boolean {
    const { phase, turn_seat, status } = this.screen;
    return phase === PLAY && turn_seat === this.#me && status[this.#me] === MAYOR;
  }

  /** Does one more action, or says why it is refused. `renew` then takes the screen over. */
  async attempt(action: Action): Promise<Outcome> {
    return this.#rules.call("attempt", { game: this.#game, seat: this.#me, action });
  }

  /** Does the commands anew on what is confirmed now; what came of each. */
  async redo(commands: readonly Command[]): Promise<readonly Outcome[]> {
    const { outcomes } = await this.#rules.call("predict", {
      log: this.#follower.log,
      seat: Math.max(0, this.#me),
      game: this.#game,
      actions: commands.map(({ action }) => action),
      rounds: commands.map(({ action, round }) => (action[0] === ACTION.resign ? 0 : round)),
    });
    return outcomes;
  }

  /** Takes the state over that the commands have led to. */
  async renew(commands: readonly Command[]): Promise<void> {
    const hash = commands.findLast(({ events }) => events)?.hash ?? this.#follower.hash;
    this.screen = await this.#rules.call("screen", { game: this.#game });
    this.hash = hash;
  }

  async preview(action: Action): Promise<Preview> {
    if (this.#me < 0) return { rejection: OUT_OF_TURN };
    return this.#rules.call("preview", { game: this.#game, seat: this.#me, action });
  }

  async explain(tile: number): Promise<Explanation> {
    return this.#rules.call("explain", { game: this.#game, tile });
  }

  async mask(tool: number): Promise<Uint8Array> {
    if (this.#me < 0) return new Uint8Array(this.screen.size ** 2);
    return bytes(await this.#rules.call("mask", { game: this.#game, seat: this.#me, tool }));
  }

  async suggestion(): Promise<Action> {
    const question = { game: this.#game, seat: this.#me, level: SUGGESTS, salt: "00" };
    return this.#rules.call("bot", question);
  }
}
