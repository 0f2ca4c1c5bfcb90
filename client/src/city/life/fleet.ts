/** Many of one model on ways of their own: one draw call. */
import { Color, InstancedMesh, Matrix4, Quaternion, Vector3, type Material } from "three";

import { geometryOf } from "../geometry.ts";
import type { Mesh } from "../kit/mesh.ts";
import { along, type Route } from "./route.ts";

/** One of a fleet; `phase`: tiles by which it is ahead on its way. */
export interface Mover {
  readonly route: Route;
  /** Tiles a second. */
  readonly speed: number;
  readonly phase: number;
  readonly paint: string;
}

const UP = new Vector3(0, 1, 0);
const matrix = new Matrix4();
const place = new Vector3();
const turn = new Quaternion();
const size = new Vector3(1, 1, 1);
const paint = new Color();
const found = new Float32Array(3);

export class Fleet {
  readonly object: InstancedMesh;
  readonly #level: number;
  readonly #sway: number;
  #movers: readonly Mover[] = [];

  /** `level`: height above the ground; `sway`: how much it rocks, in tiles. */
  constructor(model: Mesh, material: Material, most: number, level: number, sway = 0) {
    this.object = new InstancedMesh(geometryOf(model), material, most);
    this.object.frustumCulled = false;
    this.object.count = 0;
    this.#level = level;
    this.#sway = sway;
  }

  set movers(movers: readonly Mover[]) {
    this.#movers = movers;
    this.object.count = movers.length;
    movers.forEach((mover, i) => {
      this.object.setColorAt(i, paint.set(mover.paint));
    });
    if (this.object.instanceColor) this.object.instanceColor.needsUpdate = true;
  }

  move(seconds: number): void {
    this.#movers.forEach(({ route, speed, phase }, i) => {
      along(route, phase + seconds * speed, found);
      const rock = this.#sway && Math.sin(seconds * 1.7 + i * 2.4) * this.#sway;
      place.set(found[0] ?? 0, this.#level + rock * 0.3, found[1] ?? 0);
      turn.setFromAxisAngle(UP, (found[2] ?? 0) + rock);
      this.object.setMatrixAt(i, matrix.compose(place, turn, size));
    });
    this.object.instanceMatrix.needsUpdate = true;
  }

  dispose(): void {
    this.object.geometry.dispose();
    this.object.dispose();
  }
}
