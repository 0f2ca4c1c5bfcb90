/**
 * A platform small enough for a test: it judges and writes by the real rules and the real ledger, in
 * the interpreter that the page's side asks too.
 */
import { portableFiles } from "../../tools/portable-files.ts";
import { RulesClient } from "../rules/client.ts";
import { startInterpreter, type Interpreter } from "../rules/interpreter.ts";
import type { Action } from "../rules/operations.ts";
import { serveRules } from "../rules/serve.ts";

const PYTHON = `
import json
from games import engine
from games.engine.manifest import RULES_HASH
from games.ledger import kinds as k
from games.ledger.entries import Entry
from games.ledger.fold import Fold
from games.ledger.genesis import Genesis, encode_genesis

RULES = engine.rules(0)
KEPT = 8  # the sequence that this match may go back to
found = {}

def begin(data):
    setup = RULES.standard_setup(0, 2, bytes(range(32)), 0)
    genesis = Genesis(bytes(range(16)))
    genesis.rules_hash = bytes.fromhex(RULES_HASH[0])
    genesis.setup = RULES.encode_setup(setup)
    genesis.time = 1790000000000
    genesis.pseudonyms = [bytes(16), bytes([1] * 16)]
    genesis.state_hash = RULES.state_hash(RULES.new_game(setup))
    made = encode_genesis(genesis)
    found["fold"] = Fold(made, RULES, lambda *all: False, genesis.rules_hash, (KEPT,))
    return made

def write(data):
    asked = json.loads(data)
    fold = found["fold"]
    entry = Entry(asked["kind"], asked["authority"], asked["seat"])
    action = tuple(asked["action"])
    if action:
        code = RULES.check(fold.state, entry.seat if entry.kind == k.ACTION else 255, action)
        if code:
            return json.dumps({"rejection": code}).encode()
        entry.action = RULES.encode_action(action)
    entry.time = fold.times[fold.sequence] + 1000
    entry.command_id = bytes.fromhex(asked["id"])
    entry.details.target = asked["target"]
    entry.details.reason = asked["target"]
    data = fold.write(entry)
    told = {"rejection": 0, "sequence": fold.sequence, "entry": data.hex()}
    told["head"] = fold.head.hex()
    told["hash"] = fold.state_hash.hex()
    told["turn"] = fold.state.turn_seat()
    return json.dumps(told).encode()

def state(data):
    return RULES.encode(found["fold"].state)

def legal(data):
    fold = found["fold"]
    return json.dumps(RULES.legal_actions(fold.state, fold.state.turn_seat())).encode()
`;

export interface Written {
  readonly rejection: number;
  readonly sequence: number;
  /** Hexadecimal, like \`head\` and \`hash\`. */
  readonly entry: string;
  readonly head: string;
  readonly hash: string;
  readonly turn: number;
}

const JOIN = 1;
const READY = 2;
const ACTION = 3;
const ROLLBACK = 9;
const PLAYER = 1;
const STAFF = 4;

export class TestPlatform {
  readonly rules: RulesClient;
  genesis: Uint8Array = new Uint8Array();
  readonly log: Written[] = [];
  readonly #interpreter: Interpreter;
  #ids = 0;

  private constructor(interpreter: Interpreter, rules: RulesClient) {
    this.#interpreter = interpreter;
    this.rules = rules;
  }

  static async start(): Promise<TestPlatform> {
    const interpreter = await startInterpreter({ files: portableFiles() });
    interpreter.write("platform.py", PYTHON);
    const channel = new MessageChannel();
    channel.port1.start();
    channel.port2.start();
    void serveRules(channel.port2, Promise.resolve(interpreter));
    return new TestPlatform(interpreter, new RulesClient(channel.port1));
  }

  /** A new match of two people, both ready: four entries, the same each time. */
  begin(): void {
    this.#ids = 0;
    this.genesis = this.#interpreter.call("platform.begin", new Uint8Array()).slice();
    this.log.length = 0;
    for (const kind of [JOIN, READY]) {
      for (const seat of [0, 1]) this.#write(kind, PLAYER, seat, []);
    }
  }

  get turn(): number {
    return this.log.at(-1)?.turn ?? 0;
  }

  /** An action, under this command id (hexadecimal) or a new one. */
  act(seat: number, action: Action, id = this.#id()): Written {
    return this.#write(ACTION, PLAYER, seat, action, 0, id);
  }

  rollBack(target: number): Written {
    return this.#write(ROLLBACK, STAFF, 255, [], target);
  }

  /** The canonical bytes of the state. */
  state(): Uint8Array {
    return this.#interpreter.call("platform.state", new Uint8Array()).slice();
  }

  /** What whoever is on turn may do. */
  legal(): Action[] {
    const told = this.#interpreter.call("platform.legal", new Uint8Array());
    return JSON.parse(new TextDecoder().decode(told)) as Action[];
  }

  #id(): string {
    return (++this.#ids).toString(16).padStart(32, "0");
  }

  #write(
    kind: number,
    authority: number,
    seat: number,
    action: Action,
    target = 0,
    id = this.#id(),
  ): Written {
    const asked = JSON.stringify({ kind, authority, seat, action, target, id });
    const told = this.#interpreter.call("platform.write", new TextEncoder().encode(asked));
    const written = JSON.parse(new TextDecoder().decode(told)) as Written;
    if (!written.rejection) this.log.push(written);
    return written;
  }
}
