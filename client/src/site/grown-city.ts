/** The recorded city of the home page (client/tools/showcase.py), as the board's painter takes it. */
import { bytes, type Scene } from "../board/scene.ts";

const PLANES = ["terrain", "road", "kind", "owner", "part", "smog"] as const;

export interface Recording {
  readonly size: number;
  readonly wind: number;
  readonly start: Readonly<Record<string, string>>;
  /** For each step and plane: tile, new value, tile, new value ... */
  readonly steps: readonly (readonly (readonly number[])[])[];
}

export class GrownCity {
  readonly #recording: Recording;
  readonly #planes: Record<(typeof PLANES)[number], Uint8Array>;
  readonly #still: Uint8Array;
  #step = 0;

  constructor(recording: Recording) {
    this.#recording = recording;
    this.#still = new Uint8Array(recording.size ** 2);
    this.#planes = Object.fromEntries(
      PLANES.map((name) => [name, bytes(recording.start[name] ?? "")]),
    ) as Record<(typeof PLANES)[number], Uint8Array>;
  }

  get size(): number {
    return this.#recording.size;
  }

  /** The city as it stands now. */
  get scene(): Scene {
    const still = this.#still;
    return {
      ...this.#planes,
      residents: still,
      happiness: still,
      workers: still,
      served: still,
      flags: still,
      cover: still,
      green: still,
      shore: still,
      reach: still,
      size: this.size,
      hall: [],
      anchors: [],
      wind: this.#recording.wind,
    };
  }

  /** Takes the next step; returns the tiles on which something new stands, null after the last. */
  grow(): readonly number[] | null {
    const step = this.#recording.steps[this.#step];
    if (!step) return null;
    this.#step++;
    const fresh: number[] = [];
    PLANES.forEach((name, i) => {
      const changes = step[i] ?? [];
      const plane = this.#planes[name].slice();
      for (let at = 0; at + 1 < changes.length; at += 2) {
        const [tile = 0, value = 0] = changes.slice(at, at + 2);
        plane[tile] = value;
        if (name === "kind" && value) fresh.push(tile);
      }
      this.#planes[name] = plane;
    });
    return fresh;
  }

  /** Takes all steps that are left. */
  finish(): null {
    while (this.grow());
    return null;
  }
}
