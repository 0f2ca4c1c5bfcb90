/** The land: its shape, its water, and heights of all that stands on it. */
import type { Object3D } from "three";

import type { Scene } from "../../board/scene.ts";
import { Mesh } from "../kit/mesh.ts";
import type { Models } from "../models.ts";
import { plot } from "../plots.ts";
import { Relief } from "./relief.ts";
import { Terrain } from "./terrain.ts";
import { Water } from "./water.ts";

export class Land {
  readonly relief: Relief;
  readonly #terrain: Terrain;
  readonly #water: Water;

  constructor(scene: Scene) {
    this.relief = new Relief(scene.size);
    this.#terrain = new Terrain(scene.size);
    this.#water = new Water(scene.size);
    this.#terrain.update(scene);
    this.#water.update(scene);
  }

  get objects(): readonly Object3D[] {
    return [this.#terrain.object, this.#water.object];
  }

  /** The land itself has changed. */
  shape(scene: Scene): void {
    this.#terrain.update(scene);
  }

  /** Takes the heights of what stands on these tiles anew, and the light of lamps. */
  stand(scene: Scene, tiles: ReadonlySet<number>, models: Models): void {
    const { size } = scene;
    const box = bounds(tiles, size);
    const [x0, z0, x1, z1] = box;
    this.relief.clear(...box);
    for (let z = Math.max(0, z0 - 1); z < Math.min(size, z1 + 1); z++)
      for (let x = Math.max(0, x0 - 1); x < Math.min(size, x1 + 1); x++) {
        const mesh = new Mesh();
        plot(mesh, scene, z * size + x, models);
        this.relief.take(mesh, box);
      }
    this.relief.finish(...box);
  }

  dispose(): void {
    this.#terrain.dispose();
    this.#water.dispose();
    this.relief.texture.dispose();
  }
}

function bounds(tiles: ReadonlySet<number>, size: number): [number, number, number, number] {
  const [columns, rows] = [
    [...tiles].map((tile) => tile % size),
    [...tiles].map((tile) => Math.floor(tile / size)),
  ];
  return [
    Math.min(...columns),
    Math.min(...rows),
    Math.max(...columns) + 1,
    Math.max(...rows) + 1,
  ];
}
