import { RulesClient } from "./client.ts";

/** Starts a worker with the rules. It loads on its own; wait for `ready` or just call. */
export function startRules(): RulesClient {
  return new RulesClient(new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }));
}
