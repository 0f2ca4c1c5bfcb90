/** Life in the streets, on the water and in the air. Decorative: nothing of it is in the rules. */
import type { Material, Object3D } from "three";

import { at, chance, NOBODY, WATER, type Scene } from "../../board/scene.ts";
import type { Spot } from "../kit/mesh.ts";
import { WATER_LEVEL } from "../land/elevation.ts";
import { Air } from "./air.ts";
import { Fleet, type Mover } from "./fleet.ts";
import { boatModel, busModel, carModel, personModel } from "./figures.ts";
import { route, walk, type Open } from "./route.ts";

const MOST = { cars: 150, buses: 14, people: 180, boats: 12 };
const SURFACE = 0.028;
const PAVEMENT = 0.034;
const CARS = ["#e5e7ea", "#d94f43", "#3b78c9", "#f2c14a", "#5a6474", "#7fb8a4", "#f0efe9", "#b9c2ca"];
const CLOTHES = ["#d9573f", "#3f7fc4", "#f0d27a", "#5aa06a", "#b77fc0", "#f4f0e6", "#38424e"];
const SAILS = ["#fffaf0", "#f2c7a8", "#e9edf2", "#e6735c"];

export class Life {
  readonly #cars: Fleet;
  readonly #buses: Fleet;
  readonly #people: Fleet;
  readonly #boats: Fleet;
  readonly #air: Air;

  constructor(size: number, material: Material) {
    this.#cars = new Fleet(carModel(), material, MOST.cars, SURFACE);
    this.#buses = new Fleet(busModel(), material, MOST.buses, SURFACE);
    this.#people = new Fleet(personModel(), material, MOST.people, PAVEMENT);
    this.#boats = new Fleet(boatModel(), material, MOST.boats, WATER_LEVEL, 0.05);
    this.#air = new Air(size, material);
  }

  get objects(): readonly Object3D[] {
    const fleets = [this.#cars, this.#buses, this.#people, this.#boats];
    return [...fleets.map(({ object }) => object), ...this.#air.objects];
  }

  /** The scene has changed; spots: of chimneys and wind turbines. */
  update(scene: Scene, spots: readonly Spot[]): void {
    const { size, road, terrain, kind, owner } = scene;
    const inside: Open = (x, z) => x >= 0 && z >= 0 && x < size && z < size;
    const onRoad: Open = (x, z) => inside(x, z) && at(road, z * size + x) > 0;
    const onWater: Open = (x, z) =>
      inside(x, z) && at(terrain, z * size + x) === WATER && !at(road, z * size + x) && at(owner, z * size + x) === NOBODY;
    const roads = tilesOf(size, onRoad);
    const built = kind.reduce((sum, id) => sum + (id > 0 ? 1 : 0), 0);
    const busy = Math.min(1, built / Math.max(1, roads.length));
    const cars = Math.min(MOST.cars, Math.floor(roads.length * (0.12 + 0.5 * busy)));
    this.#cars.movers = movers(size, roads, onRoad, cars, { lane: 0.148, steps: 22, speed: 0.55, paints: CARS, seed: 1 });
    this.#buses.movers = movers(size, roads, onRoad, Math.min(MOST.buses, Math.floor(cars / 9)), {
      lane: 0.145,
      steps: 30,
      speed: 0.4,
      paints: ["#d94f43", "#3b78c9"],
      seed: 2,
    });
    this.#people.movers = movers(size, roads, onRoad, Math.min(MOST.people, Math.floor(roads.length * (0.1 + 0.9 * busy))), {
      lane: 0.385,
      steps: 6,
      speed: 0.085,
      paints: CLOTHES,
      seed: 3,
    });
    const water = tilesOf(size, onWater).filter((tile) => {
      const [x, z] = [tile % size, Math.floor(tile / size)];
      return onWater(x + 1, z) && onWater(x - 1, z) && onWater(x, z + 1) && onWater(x, z - 1);
    });
    const wide: Open = (x, z) => onWater(x, z) && water.includes(z * size + x);
    this.#boats.movers = movers(size, water, wide, Math.min(MOST.boats, Math.floor(water.length / 4)), {
      lane: 0.14,
      steps: 9,
      speed: 0.11,
      paints: SAILS,
      seed: 4,
    });
    this.#air.update(spots, scene.wind);
  }

  /** The picture of a time, in seconds: the same time, the same picture. */
  move(seconds: number): void {
    for (const fleet of [this.#cars, this.#buses, this.#people, this.#boats]) fleet.move(seconds);
    this.#air.move(seconds);
  }

  dispose(): void {
    for (const fleet of [this.#cars, this.#buses, this.#people, this.#boats]) fleet.dispose();
    this.#air.dispose();
  }
}

interface Sort {
  /** Tiles to the right of the middle of the way. */
  readonly lane: number;
  readonly steps: number;
  readonly speed: number;
  readonly paints: readonly string[];
  readonly seed: number;
}

/** At most `count` movers on ways from tiles drawn among these. */
export function movers(
  size: number,
  tiles: readonly number[],
  open: Open,
  count: number,
  { lane, steps, speed, paints, seed }: Sort,
): Mover[] {
  // By a draw of their own, so that a new road does not send everybody elsewhere.
  const starts = [...tiles].sort((a, b) => chance(a, seed) - chance(b, seed));
  const found: Mover[] = [];
  for (let i = 0; i < count && starts.length > 0; i++) {
    const start = starts[i % starts.length] ?? 0;
    const salt = seed * 100 + Math.floor(i / starts.length);
    const way = route(size, walk(size, open, start, steps, salt), lane);
    if (!way) continue;
    found.push({
      route: way,
      speed: speed * (0.8 + 0.4 * chance(start, salt + 1)),
      phase: chance(start, salt + 2) * way.length,
      paint: paints[Math.floor(chance(start, salt + 3) * paints.length)] ?? "#ffffff",
    });
  }
  return found;
}

function tilesOf(size: number, open: Open): number[] {
  const found: number[] = [];
  for (let tile = 0; tile < size * size; tile++)
    if (open(tile % size, Math.floor(tile / size))) found.push(tile);
  return found;
}
