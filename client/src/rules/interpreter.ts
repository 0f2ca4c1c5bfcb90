/**
 * MicroPython in WebAssembly, loaded with the portable Python packages.
 *
 * The same code runs in the browser's worker and under Node in the tests. A second interpreter in
 * one realm breaks the first, so `startInterpreter` may be called once a worker or process.
 */
import {
  loadMicroPython,
  type MicroPython,
} from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

/** Texts of Python modules by path: `games/engine/__init__.py`, `bridge.py`. */
export type PortableFiles = Readonly<Record<string, string>>;

/**
 * Bytes of the first heap. Measured (500 calls with 1.7 MB of garbage each): 1 to 16 MB cost the
 * same, 64 MB a third more, since a collection sweeps the whole heap. It grows when it is full.
 */
const HEAP_BYTES = 16 * 1024 * 1024;

const ROOT = "/portable";
const REQUEST = "/request";
const ANSWER = "/answer";
const RAISED = 1;

/** An exception that left the Python code. */
export class PortableError extends Error {
  override readonly name = "PortableError";
  /** Name of the exception's class. */
  readonly type: string;
  /** Its integer `code`, or null. */
  readonly code: number | null;
  readonly traceback: string;

  constructor(type: string, code: number | null, traceback: string) {
    super(traceback.trim().split("\n").at(-1) ?? type);
    this.type = type;
    this.code = code;
    this.traceback = traceback;
  }
}

export class Interpreter {
  readonly #python: MicroPython;
  readonly #run: () => void;

  constructor(python: MicroPython, run: () => void) {
    this.#python = python;
    this.#run = run;
  }

  /** Runs `entry` (`module.function`, bytes to bytes). Throws PortableError if it raises. */
  call(entry: string, argument: Uint8Array): Uint8Array {
    const name = new TextEncoder().encode(`${entry}\n`);
    const request = new Uint8Array(name.length + argument.length);
    request.set(name);
    request.set(argument, name.length);
    this.#python.FS.writeFile(REQUEST, request);
    this.#run();
    const answer = this.#python.FS.readFile(ANSWER);
    if (answer[0] === RAISED) throw failure(answer.subarray(1));
    return answer.subarray(1);
  }

  /** Adds or replaces a module; one that is imported already is imported anew at its next call. */
  write(path: string, text: string): void {
    writeModule(this.#python, path, text);
    const module = path.replace(/(\/__init__)?\.py$/, "").replaceAll("/", ".");
    this.#python.runPython(
      `import sys, dispatch\nsys.modules.pop(${JSON.stringify(module)}, None)\ndispatch.forget()`,
    );
  }
}

/** Loads the interpreter and writes `files` into its file system; imports nothing of them yet. */
export async function startInterpreter(options: {
  files: PortableFiles;
  wasmUrl?: string;
  print?: (line: string) => void;
}): Promise<Interpreter> {
  const python = await loadMicroPython({
    heapsize: HEAP_BYTES,
    ...(options.wasmUrl === undefined ? {} : { url: options.wasmUrl }),
    ...(options.print === undefined ? {} : { stdout: options.print }),
  });
  for (const [path, text] of Object.entries(options.files)) writeModule(python, path, text);
  python.runPython(`import sys\nsys.path.insert(0, "${ROOT}")\nfrom dispatch import run`);
  return new Interpreter(python, python.globals.get("run") as () => void);
}

function writeModule(python: MicroPython, path: string, text: string): void {
  const target = `${ROOT}/${path}`;
  python.FS.mkdirTree(target.slice(0, target.lastIndexOf("/")));
  python.FS.writeFile(target, text);
}

function failure(answer: Uint8Array): PortableError {
  const [type = "", code = "-1", ...trace] = new TextDecoder().decode(answer).split("\n");
  return new PortableError(type, code === "-1" ? null : Number(code), trace.join("\n"));
}
