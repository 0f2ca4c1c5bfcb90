/**
 * Runs portable Python in WebAssembly for another program: frames on standard input, answers on
 * standard output, until the input ends.
 *
 * A frame is a 32-bit big-endian length and as many bytes. A request's first byte says what it is:
 * 0 a call (`module.function`, a newline, the argument), 1 a module to write (path, a newline, the
 * text). An answer's first byte is 0 (then the returned bytes), 1 (an exception of the Python code:
 * type, code, traceback by lines, as JSON) or 2 (the interpreter itself failed: a message).
 */
import { readSync, writeSync } from "node:fs";

import { PortableError, startInterpreter, type Interpreter } from "../src/rules/interpreter.ts";
import { portableFiles } from "./portable-files.ts";

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/** Reads exactly `length` bytes, or null when the input has ended. */
function read(length: number): Uint8Array | null {
  const data = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(STDIN, data, filled, length - filled, null);
    if (count === 0) return null;
    filled += count;
  }
  return data;
}

function readFrame(): Uint8Array | null {
  const header = read(4);
  return header && read(new DataView(header.buffer).getUint32(0));
}

function writeFrame(status: number, body: Uint8Array): void {
  const frame = new Uint8Array(5 + body.length);
  new DataView(frame.buffer).setUint32(0, 1 + body.length);
  frame[4] = status;
  frame.set(body, 5);
  let written = 0;
  while (written < frame.length) written += writeSync(STDOUT, frame, written);
}

function answer(interpreter: Interpreter, request: Uint8Array): void {
  const end = request.indexOf(10);
  const name = new TextDecoder().decode(request.subarray(1, end));
  const body = request.subarray(end + 1);
  try {
    if (request[0] === 0) {
      writeFrame(0, interpreter.call(name, body));
    } else {
      interpreter.write(name, new TextDecoder().decode(body));
      writeFrame(0, new Uint8Array());
    }
  } catch (error) {
    if (error instanceof PortableError) {
      const { type, code, traceback } = error;
      writeFrame(1, new TextEncoder().encode(JSON.stringify({ type, code, traceback })));
    } else {
      writeFrame(2, new TextEncoder().encode(String(error)));
    }
  }
}

const interpreter = await startInterpreter({
  files: portableFiles(),
  print: (line) => writeSync(STDERR, `${line}\n`),
});
for (let request = readFrame(); request !== null; request = readFrame()) {
  answer(interpreter, request);
}
