/** Answers a page's questions with the interpreter: the worker's side of RulesClient. */
import { PortableError, type Interpreter } from "./interpreter.ts";
import type { Answer, Failure, Greeting, Port, Request } from "./messages.ts";

const ENTRY = "bridge.call";

/** Serves `port` as soon as `starting` has given the interpreter. */
export async function serveRules(port: Port, starting: Promise<Interpreter>): Promise<void> {
  let interpreter: Interpreter;
  try {
    interpreter = await starting;
    ask(interpreter, { id: 0, op: "versions", args: {} });
  } catch (error) {
    port.postMessage({ ready: false, error: describe(error) } satisfies Greeting);
    return;
  }
  port.addEventListener("message", ({ data }) => {
    port.postMessage(answer(interpreter, data as Request));
  });
  port.postMessage({ ready: true } satisfies Greeting);
}

function answer(interpreter: Interpreter, request: Request): Answer {
  try {
    return { id: request.id, result: ask(interpreter, request) };
  } catch (error) {
    return { id: request.id, error: describe(error) };
  }
}

function ask(interpreter: Interpreter, { op, args }: Request): unknown {
  const question = new TextEncoder().encode(JSON.stringify({ op, args }));
  return JSON.parse(new TextDecoder().decode(interpreter.call(ENTRY, question))) as unknown;
}

function describe(error: unknown): Failure {
  if (error instanceof PortableError) {
    const { type, code, message, traceback } = error;
    return { type, code, message, traceback };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { type: "WorkerError", code: null, message, traceback: "" };
}
