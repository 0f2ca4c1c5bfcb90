/**
 * A socket that is kept alive: it connects again after a cut, says when it is cut, and finds out
 * by silence. What is said over it, and what must be said again, is its owner's.
 */
import { anyMayor } from "./guest.ts";
import { comeback, Faults, isOwnFault, type Reason } from "./close-codes.ts";
import { decode, encode, type Heard, type Message, type Outgoing, type Said } from "./messages.ts";
import { reconnectAfter } from "./pace.ts";
import { ServerClock } from "./server-clock.ts";

export const SUBPROTOCOL = "citybuilder.v1.json";
const HEARTBEAT = 20_000;
const SILENCE = 45_000;
/** How long a line that may be dead has to answer. */
const PROBE = 5_000;
const SOON = 2_000;
const QUICK_TRIES = 4;
/** A platform that never says welcome is no platform. */
const WELCOME = 15_000;

export type LineState =
  | { readonly kind: "connecting" }
  | { readonly kind: "live" }
  /** Cut, and being mended. `since`: ms by this clock. */
  | { readonly kind: "lost"; readonly since: number }
  | { readonly kind: "closed"; readonly reason: Reason };

export interface LineOwner {
  /** The socket is open: the first word is the owner's. */
  greet(): void;
  hear(message: Message): void;
  /** `state` has changed. */
  changed(): void;
  /** What a sign of life says of the log. */
  pulse(): Said<"ping">;
  /**
   * Whether something here is the account's that was signed in. If that has ended, no new guest
   * takes its place then: the line closes.
   */
  bound?(): boolean;
}

export class Line {
  state: LineState = { kind: "connecting" };
  /** The platform's clock. */
  readonly clock = new ServerClock();
  readonly #url: string;
  readonly #owner: LineOwner;
  #socket: WebSocket | null = null;
  #tried = 0;
  readonly #faults = new Faults();
  #heartbeat = HEARTBEAT;
  #pingedAt: number | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #beat: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  /** `path`: where the socket lies, as `/ws/lobby/`. */
  constructor(path: string, owner: LineOwner) {
    const url = new URL(path, location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    this.#url = url.href;
    this.#owner = owner;
    addEventListener("online", this.#online);
    addEventListener("offline", this.#offline);
    document.addEventListener("visibilitychange", this.#online);
  }

  /** Connects; after `closed`, anew. */
  open(): void {
    if (this.state.kind === "closed") this.#become({ kind: "connecting" });
    this.#connect();
  }

  /** Says something, if the line is open; whether it is. */
  say<K extends Outgoing>(kind: K, said: Said<K>): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(encode(kind, said));
    return true;
  }

  /** Says a sign of life now. */
  ping(): void {
    clearTimeout(this.#beat);
    if (this.say("ping", this.#owner.pulse())) this.#pingedAt ??= Date.now();
  }

  /** Gives up for good. */
  close(): void {
    removeEventListener("online", this.#online);
    removeEventListener("offline", this.#offline);
    document.removeEventListener("visibilitychange", this.#online);
    this.shut("left");
  }

  /** Closes; `open` opens it again. */
  shut(reason: Reason): void {
    this.#hangUp();
    this.#become({ kind: "closed", reason });
  }

  #become(state: LineState): void {
    this.state = state;
    this.#owner.changed();
  }

  #connect(): void {
    this.#hangUp();
    const socket = new WebSocket(this.#url, [SUBPROTOCOL]);
    this.#socket = socket;
    this.#listenFor(WELCOME);
    socket.addEventListener("open", () => {
      if (socket === this.#socket) this.#owner.greet();
    });
    socket.addEventListener("message", ({ data }) => {
      if (socket === this.#socket && typeof data === "string") this.#take(data);
    });
    socket.addEventListener("close", ({ code }) => {
      if (socket === this.#socket) this.#lost(code);
    });
  }

  /** Leaves the socket that is there, if any, to itself. */
  #hangUp(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#beat);
    clearTimeout(this.#silence);
    this.#pingedAt = null;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #take(frame: string): void {
    this.#listenFor(SILENCE);
    let message: Message | null;
    try {
      message = decode(frame);
    } catch (error) {
      console.warn("a frame was not understood", error);
      return;
    }
    if (message === null) return;
    if (message.kind === "welcome") this.#heartbeat = message.said.heartbeat;
    if (message.kind === "welcome" || message.kind === "lobby") this.#settle();
    if (message.kind === "pong") this.#ponged(message.said);
    this.#owner.hear(message);
  }

  #settle(): void {
    this.#tried = 0;
    this.#faults.live(Date.now());
    if (this.state.kind !== "live") this.#become({ kind: "live" });
    this.ping(); // the first one tells the platform's time
  }

  #ponged({ server_time }: Heard<"pong">): void {
    if (this.#pingedAt !== null) this.clock.learn(server_time, this.#pingedAt, Date.now());
    this.#pingedAt = null;
    // From here and not by an interval: browsers slow chains of timers in hidden pages to one a
    // minute, but not a timer that a message has set.
    clearTimeout(this.#beat);
    this.#beat = setTimeout(() => {
      this.ping();
    }, this.#heartbeat);
  }

  /** Counts the line as cut when nothing is heard for so long. */
  #listenFor(patience: number): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#lost(null);
    }, patience);
  }

  /** The socket has closed with a code, or is dead (null). */
  #lost(code: number | null): void {
    this.#hangUp();
    const faults = this.#faults.cut(code !== null && isOwnFault(code), Date.now());
    const { closed, signIn, least = 0, soon } = code === null ? {} : comeback(code, faults);
    const reason = closed ?? (signIn && this.#owner.bound?.() ? "signedOut" : undefined);
    if (reason !== undefined) {
      this.#become({ kind: "closed", reason });
      return;
    }
    if (this.state.kind !== "lost") this.#become({ kind: "lost", since: Date.now() });
    const quick = soon && this.#tried < QUICK_TRIES;
    const wait = quick ? 500 + Math.random() * SOON : reconnectAfter(this.#tried);
    this.#tried += 1;
    this.#retry = setTimeout(
      () => {
        void this.#again(signIn === true);
      },
      Math.max(least, wait),
    );
  }

  async #again(signIn: boolean): Promise<void> {
    if (signIn) {
      try {
        await anyMayor();
      } catch {
        // The platform is not there: connecting will find out.
      }
    }
    if (this.state.kind !== "closed") this.#connect();
  }

  /** The network is back, or somebody looks at the page again. */
  readonly #online = (): void => {
    if (this.state.kind === "lost") this.#connect();
    else if (this.state.kind === "live" && document.visibilityState === "visible") this.#probe();
  };

  /** The network is gone; a platform on this machine may still be there. */
  readonly #offline = (): void => {
    if (this.state.kind === "live") this.#probe();
  };

  #probe(): void {
    this.#listenFor(PROBE);
    this.ping();
  }
}
