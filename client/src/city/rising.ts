/** Buildings that have just been built: they rise from the ground, then join the map. */
import { Mesh as Drawn, type Group, type Material } from "three";

import type { Scene } from "../board/scene.ts";
import { footprintSide } from "../board/sprites.ts";
import { geometryOf } from "./geometry.ts";
import { level } from "./land/elevation.ts";
import type { Models } from "./models.ts";
import { standing } from "./standing.ts";

const SECONDS = 0.7;

interface One {
  readonly drawn: Drawn;
  readonly tiles: readonly number[];
  readonly since: number;
}

export class Rising {
  readonly #group: Group;
  readonly #material: Material;
  #all: One[] = [];

  constructor(group: Group, material: Material) {
    this.#group = group;
    this.#material = material;
  }

  get any(): boolean {
    return this.#all.length > 0;
  }

  /** Tiles of all that rise. */
  get tiles(): readonly number[] {
    return this.#all.flatMap(({ tiles }) => tiles);
  }

  /** Lets the building with this corner rise. */
  add(scene: Scene, corner: number, models: Models, now: number): void {
    const found = standing(scene, corner);
    if (!found) return;
    const model = models.get(found.kind, found.owner, found.variant);
    const drawn = new Drawn(geometryOf(model.mesh), this.#material);
    drawn.position.set(found.x, level(scene, corner), found.z);
    drawn.rotation.y = (found.facing * Math.PI) / 2;
    drawn.receiveShadow = true;
    this.#group.add(drawn);
    const side = footprintSide(found.kind);
    const tiles = Array.from(
      { length: side * side },
      (_, i) => corner + (i % side) + Math.floor(i / side) * scene.size,
    );
    this.#all.push({ drawn, tiles, since: now });
  }

  /** Moves all on; whether some have arrived, and belong to the map from now on. */
  move(now: number): boolean {
    const before = this.#all.length;
    this.#all = this.#all.filter(({ drawn, since }) => {
      const t = (now - since) / SECONDS;
      if (t >= 1) {
        this.#group.remove(drawn);
        drawn.geometry.dispose();
        return false;
      }
      // A little past its height, and back (Penner's easeOutBack).
      const s = t - 1;
      const grown = 1 + 2.1 * s * s * s + 1.1 * s * s;
      drawn.scale.set(0.9 + 0.1 * grown, Math.max(0.02, grown), 0.9 + 0.1 * grown);
      return true;
    });
    return this.#all.length < before;
  }

  dispose(): void {
    for (const { drawn } of this.#all) drawn.geometry.dispose();
  }
}
