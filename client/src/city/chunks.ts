/** The built map in squares of geometry: one draw call each, made anew when a tile of it changes. */
import { Mesh as Drawn, type Group, type Material } from "three";

import type { Scene } from "../board/scene.ts";
import { geometryOf } from "./geometry.ts";
import { Mesh, type Spot } from "./kit/mesh.ts";
import type { Models } from "./models.ts";
import { plot } from "./plots.ts";

/** Sides of a chunk, in tiles. */
const SIDE = 8;

interface Chunk {
  readonly drawn: Drawn;
  spots: readonly Spot[];
}

export class Chunks {
  readonly #group: Group;
  readonly #material: Material;
  readonly #models: Models;
  readonly #chunks = new Map<number, Chunk>();
  #hidden: ReadonlySet<number> = new Set();

  constructor(group: Group, material: Material, models: Models) {
    this.#group = group;
    this.#material = material;
    this.#models = models;
  }

  /** Where things move or shine, on the whole map. */
  get spots(): Spot[] {
    return [...this.#chunks.values()].flatMap(({ spots }) => spots);
  }

  /**
   * Makes the chunks of these tiles anew (null: of all). On `hidden` tiles only roads are shown;
   * chunks in which that changes are made anew too. `made` gets each. Returns whether any was.
   */
  update(
    scene: Scene,
    tiles: ReadonlySet<number> | null,
    hidden: ReadonlySet<number>,
    made?: (mesh: Mesh) => void,
  ): boolean {
    const across = Math.ceil(scene.size / SIDE);
    const stale = new Set<number>();
    const mark = (tile: number) => {
      const [x, z] = [tile % scene.size, Math.floor(tile / scene.size)];
      stale.add(Math.floor(z / SIDE) * across + Math.floor(x / SIDE));
    };
    if (tiles) tiles.forEach(mark);
    else for (let tile = 0; tile < scene.kind.length; tile++) mark(tile);
    for (const tile of hidden) if (!this.#hidden.has(tile)) mark(tile);
    for (const tile of this.#hidden) if (!hidden.has(tile)) mark(tile);
    this.#hidden = new Set(hidden);
    for (const number of stale) {
      const mesh = this.#make(scene, number, across);
      made?.(mesh);
    }
    return stale.size > 0;
  }

  dispose(): void {
    for (const { drawn } of this.#chunks.values()) drawn.geometry.dispose();
  }

  #make(scene: Scene, number: number, across: number): Mesh {
    const mesh = new Mesh();
    const [x0, z0] = [(number % across) * SIDE, Math.floor(number / across) * SIDE];
    for (let z = z0; z < Math.min(scene.size, z0 + SIDE); z++)
      for (let x = x0; x < Math.min(scene.size, x0 + SIDE); x++) {
        const tile = z * scene.size + x;
        plot(mesh, scene, tile, this.#models, this.#hidden.has(tile));
      }
    const known = this.#chunks.get(number);
    const drawn = known?.drawn ?? new Drawn();
    drawn.geometry.dispose();
    drawn.geometry = geometryOf(mesh);
    drawn.visible = mesh.count > 0;
    if (known) known.spots = mesh.spots;
    else {
      drawn.material = this.#material;
      drawn.castShadow = drawn.receiveShadow = true;
      this.#chunks.set(number, { drawn, spots: mesh.spots });
      this.#group.add(drawn);
    }
    return mesh;
  }
}
