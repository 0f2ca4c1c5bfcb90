/** Models of buildings, made once for a kind, a colour and a variant. */
import { colourOf } from "../board/boroughs.ts";
import { build } from "./buildings/index.ts";
import type { Mesh } from "./kit/mesh.ts";

const FLOATS = 5; // of a vertex; the second is its height

export interface Model {
  readonly mesh: Mesh;
  /** Of its highest point, in tiles. */
  readonly height: number;
}

export class Models {
  readonly #made = new Map<string, Model>();

  get(kind: number, owner: number, variant: number): Model {
    const key = `${kind} ${colourOf(owner)} ${variant}`;
    let found = this.#made.get(key);
    if (!found) {
      const mesh = build(kind, owner, variant);
      let height = 0;
      for (let i = 1; i < mesh.floats.length; i += FLOATS)
        height = Math.max(height, mesh.floats[i] ?? 0);
      found = { mesh, height };
      this.#made.set(key, found);
    }
    return found;
  }
}
