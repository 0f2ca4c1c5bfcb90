/**
 * The open matches as they are now: by the lobby's socket; by reading the page for who has no
 * account yet, and while the socket is cut.
 */
import { Line, type LineOwner } from "../connection/line.ts";
import type { Card, Message } from "../connection/messages.ts";
import { readAgain } from "../site/read-again.ts";

/** Everybody's socket is cut when the platform restarts: then the page is read less often. */
const READ_LOST = 20_000;

/** What the server wrote into the page. */
export interface LobbyData {
  readonly matches: readonly Card[];
  /** Matches of this person. */
  readonly mine: readonly string[];
}

export class LiveList implements LineOwner {
  /** People connected, or null before the socket has told. */
  players: number | null = null;
  readonly #changed: () => void;
  readonly #line: Line;
  #cards: ReadonlyMap<string, Card>;
  #mine: ReadonlySet<string>;
  #reading: (() => void) | null = null;

  constructor(data: LobbyData, changed: () => void) {
    this.#cards = byId(data.matches);
    this.#mine = new Set(data.mine);
    this.#changed = changed;
    this.#line = new Line("/ws/lobby/", this);
  }

  /** Open matches, the oldest first. */
  get matches(): readonly Card[] {
    return [...this.#cards.values()].sort(
      (a, b) => a.created - b.created || a.id.localeCompare(b.id),
    );
  }

  /** `live`: every change is seen at once. */
  get state(): "connecting" | "live" | "lost" {
    const { kind } = this.#line.state;
    return kind === "closed" ? "lost" : kind;
  }

  isMine(id: string): boolean {
    return this.#mine.has(id);
  }

  now(): number {
    return this.#line.clock.now();
  }

  open(): void {
    this.#line.open();
  }

  close(): void {
    this.#line.close();
    this.stopReading(); // closing is told like a cut
  }

  greet(): void {
    // The lobby tells its list without being asked.
  }

  hear({ kind, said }: Message): void {
    if (kind === "lobby") {
      this.#cards = byId(said.matches);
      this.players = said.players;
    } else if (kind === "lobby_changed") {
      const cards = new Map(this.#cards);
      for (const id of said.gone) cards.delete(id);
      for (const card of said.put) cards.set(card.id, card);
      this.#cards = cards;
      this.players = said.players;
    } else return;
    this.#changed();
  }

  pulse(): { sequence: number; state_hash: null } {
    return { sequence: 0, state_hash: null };
  }

  changed(): void {
    this.stopReading();
    if (this.state === "lost") {
      this.players = null;
      this.read(READ_LOST);
    }
    this.#changed();
  }

  /** Takes the list over as the server writes it into the page, again and again (`every` ms). */
  read(every?: number): void {
    this.stopReading();
    this.#reading = readAgain((page) => {
      const data = readLobby(page);
      if (!data) return;
      this.#cards = byId(data.matches);
      this.#mine = new Set(data.mine);
      this.#changed();
    }, every);
  }

  stopReading(): void {
    this.#reading?.();
    this.#reading = null;
  }
}

/** What the server wrote into a page of the lobby. */
export function readLobby(page: Document): LobbyData | null {
  const written = page.getElementById("lobby-data")?.textContent;
  return written ? (JSON.parse(written) as LobbyData) : null;
}

function byId(cards: readonly Card[]): ReadonlyMap<string, Card> {
  return new Map(cards.map((card) => [card.id, card]));
}
