/** The Web Worker that holds the rules: one interpreter, loaded with the portable packages. */
import wasmUrl from "@micropython/micropython-webassembly-pyscript/micropython.wasm?url";
import { url as filesUrl } from "virtual:portable-files";

import { startInterpreter, type Interpreter, type PortableFiles } from "./interpreter.ts";
import { serveRules } from "./serve.ts";

async function start(): Promise<Interpreter> {
  const response = await fetch(filesUrl);
  if (!response.ok) throw new Error(`the rules could not be loaded: status ${response.status}`);
  return startInterpreter({ files: (await response.json()) as PortableFiles, wasmUrl });
}

void serveRules(globalThis, start());
