/** The building that a click would make, tinted: what it would look like, and whether it may. */
import { Color, Mesh as Drawn, type Group } from "three";

import type { Ghost as Wish } from "../board/marks.ts";
import { at, chance, HILL, type Scene } from "../board/scene.ts";
import { geometryOf } from "./geometry.ts";
import { Mesh } from "./kit/mesh.ts";
import { HILL_TOP } from "./land/elevation.ts";
import { cityMaterial } from "./light/material.ts";
import type { Models } from "./models.ts";
import { facing } from "./standing.ts";

const GOOD = { colour: new Color("#c9f2d8"), glow: new Color("#123d26") };
const BAD = { colour: new Color("#ff9c86"), glow: new Color("#5a1408") };
const ASKED = { colour: new Color("#f4ecd8"), glow: new Color("#2c2818") };

export class Ghost {
  readonly #drawn = new Drawn(undefined, cityMaterial({ transparent: true, opacity: 0.92 }));
  #shown = "";

  constructor(group: Group) {
    this.#drawn.visible = false;
    group.add(this.#drawn);
  }

  /** Shows it, or nothing (null). */
  show(wish: Wish | null, scene: Scene, models: Models): void {
    const key = wish ? `${wish.kind} ${wish.seat} ${wish.tiles.join()}` : "";
    this.#drawn.visible = wish !== null && wish.kind > 0;
    if (!wish || !this.#drawn.visible) {
      this.#shown = "";
      return;
    }
    const { colour, glow } = wish.good === null ? ASKED : wish.good ? GOOD : BAD;
    this.#drawn.material.color.copy(colour);
    this.#drawn.material.emissive.copy(glow);
    if (key === this.#shown) return;
    this.#shown = key;
    const mesh = new Mesh();
    const side = wish.tiles.length === 4 ? 2 : 1;
    for (const tile of side === 2 ? wish.tiles.slice(0, 1) : wish.tiles) {
      const model = models.get(wish.kind, wish.seat, Math.floor(chance(tile, 11) * 3));
      const [x, z] = [tile % scene.size, Math.floor(tile / scene.size)];
      const y = at(scene.terrain, tile) === HILL ? HILL_TOP : 0;
      mesh.add(model.mesh, x + side / 2, y, z + side / 2, facing(scene, tile, side, wish.kind));
    }
    this.#drawn.geometry.dispose();
    this.#drawn.geometry = geometryOf(mesh);
  }

  dispose(): void {
    this.#drawn.geometry.dispose();
    this.#drawn.material.dispose();
  }
}
