/** What moves in the air: smoke from chimneys, blades of wind turbines, gulls. */
import {
  InstancedMesh,
  Matrix4,
  MeshLambertMaterial,
  Quaternion,
  Vector3,
  type Material,
} from "three";

import { chance } from "../../board/scene.ts";
import { geometryOf } from "../geometry.ts";
import type { Spot } from "../kit/mesh.ts";
import { birdModel, puffModel, rotorModel } from "./figures.ts";

const MOST_PUFFS = 240;
const MOST_ROTORS = 60;
const BIRDS = 9;
const PUFFS = 6; // of a chimney at a time
const SECONDS = 5; // a puff is seen
const WINDS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

const matrix = new Matrix4();
const place = new Vector3();
const size = new Vector3();
const turn = new Quaternion();
const spin = new Quaternion();
const UP = new Vector3(0, 1, 0);
const AHEAD = new Vector3(0, 0, 1);

export class Air {
  readonly #puffs: InstancedMesh;
  readonly #rotors: InstancedMesh;
  readonly #birds: InstancedMesh;
  readonly #haze = new MeshLambertMaterial({
    color: "#f4f1ec",
    transparent: true,
    opacity: 0.5,
    depthWrite: false,
  });
  readonly #size: number;
  #smoke: readonly Spot[] = [];
  #blades: readonly Spot[] = [];
  #wind = WINDS[0] ?? [1, 0];

  constructor(mapSize: number, material: Material) {
    this.#size = mapSize;
    this.#puffs = new InstancedMesh(geometryOf(puffModel()), this.#haze, MOST_PUFFS);
    this.#rotors = new InstancedMesh(geometryOf(rotorModel()), material, MOST_ROTORS);
    this.#birds = new InstancedMesh(geometryOf(birdModel()), material, BIRDS);
    for (const object of this.objects) {
      object.frustumCulled = false;
      object.count = 0;
    }
    this.#birds.count = BIRDS;
  }

  get objects(): readonly InstancedMesh[] {
    return [this.#rotors, this.#birds, this.#puffs];
  }

  /** `wind`: where it blows to: 0 east, 1 south, 2 west, 3 north. */
  update(spots: readonly Spot[], wind: number): void {
    this.#smoke = spots.filter(({ what }) => what === "smoke").slice(0, MOST_PUFFS / PUFFS);
    this.#blades = spots.filter(({ what }) => what === "rotor").slice(0, MOST_ROTORS);
    this.#puffs.count = this.#smoke.length * PUFFS;
    this.#rotors.count = this.#blades.length;
    this.#wind = WINDS[wind & 3] ?? this.#wind;
  }

  move(seconds: number): void {
    this.#rise(seconds);
    this.#blades.forEach(({ at, size: long, turn: facing }, i) => {
      spin.setFromAxisAngle(AHEAD, seconds * 1.6 + i * 0.7);
      turn.setFromAxisAngle(UP, facing).multiply(spin);
      this.#rotors.setMatrixAt(i, matrix.compose(place.set(...at), turn, size.setScalar(long)));
    });
    this.#rotors.instanceMatrix.needsUpdate = true;
    this.#circle(seconds);
  }

  dispose(): void {
    for (const object of this.objects) {
      object.geometry.dispose();
      object.dispose();
    }
    this.#haze.dispose();
  }

  #rise(seconds: number): void {
    turn.identity();
    const [windX, windZ] = this.#wind;
    this.#smoke.forEach(({ at: [x, y, z], size: wide }, n) => {
      for (let k = 0; k < PUFFS; k++) {
        const i = n * PUFFS + k;
        const age = (seconds / SECONDS + k / PUFFS + chance(n, 3)) % 1;
        // All of it in chimneys' widths: small smoke stays small.
        const drift = age * age * wide * 8;
        const stray = (chance(i, 9) - 0.5) * wide * 2 * age;
        place.set(x + windX * drift + stray, y + age * wide * 6, z + windZ * drift + stray);
        // Grows, and is gone before one sees it go.
        const grown = wide * (1.1 + 2.8 * age) * Math.min(1, (1 - age) * 2.5) * Math.min(1, age * 8);
        this.#puffs.setMatrixAt(i, matrix.compose(place, turn, size.setScalar(Math.max(1e-3, grown))));
      }
    });
    this.#puffs.instanceMatrix.needsUpdate = true;
  }

  #circle(seconds: number): void {
    for (let i = 0; i < BIRDS; i++) {
      const flock = Math.floor(i / 3);
      const round = seconds * 0.14 + flock * 2.1 + (i % 3) * 0.12;
      const wide = 2.2 + flock * 1.4 + (i % 3) * 0.3;
      const middle = [0.25 + 0.5 * chance(flock, 61), 0.25 + 0.5 * chance(flock, 67)] as const;
      place.set(
        middle[0] * this.#size + Math.cos(round) * wide,
        2.9 + 0.25 * Math.sin(seconds * 0.4 + i),
        middle[1] * this.#size + Math.sin(round) * wide,
      );
      turn.setFromAxisAngle(UP, -round);
      size.set(1, Math.sin(seconds * 7 + i * 1.9) * 1.3, 1);
      this.#birds.setMatrixAt(i, matrix.compose(place, turn, size));
    }
    this.#birds.instanceMatrix.needsUpdate = true;
  }
}
