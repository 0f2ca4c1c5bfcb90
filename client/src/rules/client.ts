/** The page's one face of the rules. */
import type { Answer, Failure, Greeting, Port, Request } from "./messages.ts";
import type { Operation, Operations } from "./operations.ts";

/** The rules refused, or something broke; `type` is the Python exception's class. */
export class RulesError extends Error {
  override readonly name = "RulesError";
  readonly type: string;
  readonly code: number | null;
  readonly traceback: string;

  constructor(failure: Failure) {
    super(failure.message);
    this.type = failure.type;
    this.code = failure.code;
    this.traceback = failure.traceback;
  }

  /** Whether an action was illegal: `code` is then the rejection. */
  get isRejection(): boolean {
    return this.type === "Rejection";
  }
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: RulesError): void;
}

export class RulesClient {
  /** Settles when the worker has loaded the rules, or could not. */
  readonly ready: Promise<void>;
  readonly #port: Port;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(port: Port) {
    this.#port = port;
    this.ready = new Promise((resolve, reject) => {
      port.addEventListener("message", ({ data }) => {
        const message = data as Answer | Greeting;
        if ("id" in message) this.#settle(message);
        else if (message.ready) resolve();
        else reject(new RulesError(message.error));
      });
    });
    // Whoever only calls hears of a failed start from the call.
    this.ready.catch(() => undefined);
  }

  /** Asks the rules; answers come in the order of the questions. */
  async call<Op extends Operation>(
    op: Op,
    args: Operations[Op]["args"],
  ): Promise<Operations[Op]["result"]> {
    await this.ready;
    const id = ++this.#lastId;
    const answered = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#port.postMessage({ id, op, args } satisfies Request);
    return (await answered) as Operations[Op]["result"];
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ("error" in answer) waiting?.reject(new RulesError(answer.error));
    else waiting?.resolve(answer.result);
  }
}
