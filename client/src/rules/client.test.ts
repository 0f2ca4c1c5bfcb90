/** The page's face of the rules, over a real message channel to a real interpreter. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { portableFiles } from "../../tools/portable-files.ts";
import { RulesClient, RulesError } from "./client.ts";
import { Interpreter, startInterpreter } from "./interpreter.ts";
import { serveRules } from "./serve.ts";

const channels: MessageChannel[] = [];
let interpreter: Interpreter;

function connect(starting: Promise<Interpreter>): RulesClient {
  const channel = new MessageChannel();
  channels.push(channel);
  channel.port1.start();
  channel.port2.start();
  const client = new RulesClient(channel.port1);
  void serveRules(channel.port2, starting);
  return client;
}

beforeAll(async () => {
  interpreter = await startInterpreter({ files: portableFiles() });
});

afterAll(() => {
  for (const { port1 } of channels) port1.close();
});

test("a match is started and a turn is taken through the client", async () => {
  const rules = connect(Promise.resolve(interpreter));
  const setup = await rules.call("standard", { kind: 0, seats: 2, seed: "07".repeat(32) });
  const { game } = await rules.call("new", { setup });
  const before = await rules.call("view", { game });
  expect(before.terrain).toHaveLength(2 * before.size ** 2);
  const legal = await rules.call("legal", { game, seat: before.turn_seat });
  const action = legal[0] ?? [];
  const { events } = await rules.call("apply", { game, seat: before.turn_seat, action });
  expect(events.length).toBeGreaterThan(0);
  expect(await rules.call("hash", { game })).toMatch(/^[0-9a-f]{64}$/);
});

test("answers find their questions when many are asked at once", async () => {
  const rules = connect(Promise.resolve(interpreter));
  const actions = [...Array(50).keys()].map((tile) => [4, tile]);
  const encoded = await Promise.all(actions.map((action) => rules.call("encode_action", { action })));
  const decoded = await Promise.all(encoded.map((bytes) => rules.call("decode_action", { bytes })));
  expect(decoded).toEqual(actions);
});

test("a rejection arrives as one, with its code", async () => {
  const rules = connect(Promise.resolve(interpreter));
  const setup = await rules.call("standard", { kind: 0, seats: 2, seed: "07".repeat(32) });
  const { game } = await rules.call("new", { setup });
  const { turn_seat: turn } = await rules.call("view", { game });
  await expect(rules.call("apply", { game, seat: 1 - turn, action: [15] })).rejects.toSatisfy(
    (error: unknown) => error instanceof RulesError && error.isRejection && error.code !== null,
  );
});

test("an error that is none of the rules' is told apart and has its traceback", async () => {
  const rules = connect(Promise.resolve(interpreter));
  await expect(rules.call("hash", { game: 12345 })).rejects.toSatisfy(
    (error: unknown) =>
      error instanceof RulesError &&
      !error.isRejection &&
      error.type === "BridgeError" &&
      error.traceback.includes("bridge.py"),
  );
});

test("rules that cannot start are told to whoever waits and to whoever asks", async () => {
  const rules = connect(Promise.reject(new Error("no wasm here")));
  await expect(rules.ready).rejects.toThrow("no wasm here");
  await expect(rules.call("versions", {})).rejects.toThrow("no wasm here");
});
