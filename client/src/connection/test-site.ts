/**
 * A site small enough for a test, over real HTTP and real sockets: where a page's addresses lead.
 * Node has no page, so it also gives what a page has: an address, and where events go.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

import { vi } from "vitest";

export interface Asked {
  readonly method: string;
  /** Below /api/v1/. */
  readonly path: string;
  readonly body: unknown;
}

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What one socket says and hears. */
export interface Peer {
  say(payload: Readonly<Record<string, unknown>>, type?: string): void;
  close(code: number): void;
}

const MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, section 1.3
const TEXT = 1;
const CLOSE = 8;
const FINAL = 0x80;
const SHORT = 126;

export class TestSite {
  /** What is answered; null: nothing, ever. */
  answer: (asked: Asked) => Answer | null = () => ({});
  /** A message that a page says. */
  hear: (peer: Peer, payload: Readonly<Record<string, unknown>>) => void = () => undefined;
  readonly #server: Server;
  readonly #sockets = new Set<Duplex>();

  private constructor() {
    this.#server = createServer((asked, answer) => void this.#answer(asked, answer));
    this.#server.on("upgrade", (asked: IncomingMessage, socket: Duplex) => {
      this.#open(asked, socket);
    });
  }

  static async start(): Promise<TestSite> {
    const site = new TestSite();
    await new Promise<void>((go) => site.#server.listen(0, "127.0.0.1", go));
    const { port } = site.#server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    const fetched = globalThis.fetch;
    const page = new EventTarget();
    vi.stubGlobal("location", new URL(`${origin}/match/`));
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => fetched(origin + path, init));
    vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
    vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
    const looks = { visibilityState: "visible", querySelector: () => null };
    vi.stubGlobal("document", Object.assign(new EventTarget(), looks));
    return site;
  }

  async stop(): Promise<void> {
    vi.unstubAllGlobals();
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    await new Promise((go) => this.#server.close(go));
  }

  async #answer(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    let text = "";
    for await (const part of asked) text += String(part);
    const told = this.answer({
      method: asked.method ?? "",
      path: (asked.url ?? "").replace("/api/v1/", ""),
      body: text ? JSON.parse(text) : null,
    });
    if (told === null) return;
    answer.writeHead(told.status ?? 200, told.headers);
    answer.end(JSON.stringify(told.body ?? null));
  }

  #open(asked: IncomingMessage, socket: Duplex): void {
    this.#sockets.add(socket);
    const key = asked.headers["sec-websocket-key"] ?? "";
    const accept = createHash("sha1").update(key + MAGIC).digest("base64");
    const protocol = asked.headers["sec-websocket-protocol"] ?? "";
    socket.write(
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
        `Sec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: ${protocol}\r\n\r\n`,
    );
    const peer: Peer = {
      say: (payload, type = "SYNC") => {
        const envelope = { type, payload, timestamp: Date.now(), signature: null };
        socket.write(frame(TEXT, Buffer.from(JSON.stringify(envelope))));
      },
      close: (code) => {
        socket.end(frame(CLOSE, Buffer.of(code >> 8, code & 255)));
      },
    };
    let waiting = Buffer.alloc(0);
    socket.on("error", () => socket.destroy());
    socket.on("data", (data: Buffer) => {
      waiting = Buffer.concat([waiting, data]);
      for (let read = unmasked(waiting); read; read = unmasked(waiting)) {
        waiting = waiting.subarray(read.length);
        if (read.kind !== TEXT) continue;
        const envelope = JSON.parse(read.data.toString()) as { payload: Record<string, unknown> };
        this.hear(peer, envelope.payload);
      }
    });
  }
}

/** A frame of a server: RFC 6455, section 5.2. */
function frame(kind: number, data: Buffer): Buffer {
  const head = Buffer.of(FINAL | kind, data.length < SHORT ? data.length : SHORT);
  const size = Buffer.alloc(data.length < SHORT ? 0 : 2);
  if (size.length > 0) size.writeUInt16BE(data.length);
  return Buffer.concat([head, size, data]);
}

/** The first frame of a client in these bytes, or null if it is not whole yet. */
function unmasked(bytes: Buffer): { kind: number; data: Buffer; length: number } | null {
  if (bytes.length < 4) return null;
  const short = bytes.readUInt8(1) & 127;
  const mask = short < SHORT ? 2 : 4;
  const size = short < SHORT ? short : bytes.readUInt16BE(2);
  const length = mask + 4 + size;
  if (bytes.length < length) return null;
  const data = Buffer.from(bytes.subarray(mask + 4, length));
  data.forEach((byte, i) => {
    data[i] = byte ^ (bytes[mask + (i % 4)] ?? 0);
  });
  return { kind: bytes.readUInt8(0) & 15, data, length };
}
