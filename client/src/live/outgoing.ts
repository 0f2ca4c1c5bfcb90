/** The player's commands that are not in the log yet, in order, and their sending. */
import type { Said } from "../connection/messages.ts";
import { Pace } from "../connection/pace.ts";
import type { RulesClient } from "../rules/client.ts";
import type { Command } from "./commands.ts";
import type { Follower } from "./follower.ts";
import { base64Of } from "./hex.ts";
import { keep, kept } from "./kept-commands.ts";

/** What the platform allows of TURN messages (docs/protocol.md): at once, and ms for each more. */
const BURST = 10;
const EVERY = 500;

export interface CommandLine {
  /** Whether commands can be sent now: the line lives, and the log is here as far as it goes. */
  readonly ready: boolean;
  submit(said: Said<"submit">): boolean;
}

export class Outgoing {
  readonly #match: string;
  #commands: readonly Command[] = [];
  readonly #rules: RulesClient;
  readonly #follower: Follower;
  readonly #line: CommandLine;
  readonly #send: () => void;
  /** What was said of those that may have been carried out: sent once, and never refused. */
  readonly #doubts = new WeakMap<Command, Said<"submit">>();
  readonly #pace = new Pace(BURST, EVERY);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `send`: sees to it that `sendAll` is called when nothing else touches the commands. */
  constructor(
    match: string,
    rules: RulesClient,
    follower: Follower,
    line: CommandLine,
    send: () => void,
  ) {
    this.#match = match;
    this.#rules = rules;
    this.#follower = follower;
    this.#line = line;
    this.#send = send;
  }

  /** The oldest first. */
  get commands(): readonly Command[] {
    return this.#commands;
  }

  add(command: Command): void {
    this.#set([...this.#commands, command]);
  }

  remove(command: Command): void {
    this.#set(this.#commands.filter((each) => each !== command));
  }

  /** Those that this window had when it was left, but for what the log has (`told`: their names). */
  restore(told: ReadonlySet<string>): void {
    this.#set(kept(this.#match).filter(({ name }) => !told.has(name)));
  }

  #set(commands: readonly Command[]): void {
    this.#commands = commands;
    keep(this.#match, commands);
  }

  find(id: string): Command | undefined {
    return this.commands.find((each) => each.id === id);
  }

  /** Whatever has no answer yet is to go again, with the ids it had. */
  unsend(): void {
    for (const command of this.commands) command.sent = false;
  }

  /** Whether the platform may have carried this command out: only it can say. */
  inDoubt(command: Command): boolean {
    return this.#doubts.has(command);
  }

  /** The platform has refused it as it was sent: it may be judged here, and sent anew. */
  refused(command: Command): void {
    command.sent = false;
    this.#doubts.delete(command);
  }

  /** This command goes again after a while. */
  postpone(command: Command, wait: number): void {
    command.sent = false;
    this.#later(wait);
  }

  /** It was too much for the platform: nothing goes for a while. */
  slowDown(command: Command, wait: number): void {
    this.#pace.empty(Date.now());
    this.postpone(command, wait); // an earlier sending may have been carried out all the same
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Sends what is not under way, each naming the one before it. */
  async sendAll(): Promise<void> {
    let after: string | null = null;
    for (const command of this.commands) {
      if (!command.sent && !(await this.#submit(command, after))) return;
      after = command.id;
    }
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#send, wait);
  }

  /** Sends a command if that can be now; whether it is under way. */
  async #submit(command: Command, after: string | null): Promise<boolean> {
    if (!this.#line.ready) return false;
    const said = await this.#worded(command, after);
    if (said === null) return false;
    const wait = this.#pace.take(Date.now());
    if (wait > 0) {
      this.#later(wait);
      return false;
    }
    command.sent = this.#line.submit(said);
    if (command.sent) this.#doubts.set(command, said);
    return command.sent;
  }

  async #worded(command: Command, after: string | null): Promise<Said<"submit"> | null> {
    // What cannot be done any more is asked for as it was, on the base that it had: the platform
    // tells whether it was carried out then, and never carries it out now, when others went on.
    if (command.events === null) return this.#doubts.get(command) ?? null;
    const action = await this.#rules.call("encode_action", { action: command.action });
    const { epoch, sequence, head } = this.#follower;
    if (head === null) return null;
    return {
      command_id: command.id,
      epoch,
      sequence,
      head,
      after,
      action: base64Of(action),
      predicted: base64Of(command.hash),
      client_time: Date.now(),
    };
  }
}
