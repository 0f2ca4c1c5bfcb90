/** The city in three dimensions: made from a scene, made anew where the scene changes. */
import {
  Group,
  Mesh as Drawn,
  NeutralToneMapping,
  PCFShadowMap,
  Scene as Stage,
  WebGLRenderer,
  type BufferGeometry,
} from "three";

import type { Ghost as Wish } from "../board/marks.ts";
import { at, cornerOf, type Scene } from "../board/scene.ts";
import { CityCamera } from "./camera.ts";
import { Chunks } from "./chunks.ts";
import { Decals } from "./decals.ts";
import { around, changed, landChanged } from "./difference.ts";
import { bytesOf, geometryOf } from "./geometry.ts";
import { Ghost } from "./ghost.ts";
import { Land } from "./land/land.ts";
import { level } from "./land/elevation.ts";
import { table } from "./land/table.ts";
import { Life } from "./life/life.ts";
import { Light } from "./light/light.ts";
import { cityMaterial } from "./light/material.ts";
import { surroundings } from "./light/surroundings.ts";
import { Models } from "./models.ts";
import type { Quality } from "./quality.ts";
import { Rising } from "./rising.ts";
import { standing } from "./standing.ts";

const NOTHING: ReadonlySet<number> = new Set();

export class City {
  readonly lens: CityCamera;
  /** Of a side of the map, in tiles. */
  readonly size: number;
  readonly renderer: WebGLRenderer;
  readonly decals: Decals;
  readonly light: Light;
  readonly #stage = new Stage();
  readonly #group = new Group();
  readonly #material = cityMaterial();
  readonly #models = new Models();
  readonly #chunks = new Chunks(this.#group, this.#material, this.#models);
  readonly #rising = new Rising(this.#group, this.#material);
  readonly #ghost = new Ghost(this.#group);
  readonly #land: Land;
  readonly #life: Life;
  readonly #edge: Drawn;
  #scene: Scene;
  #wished: ReadonlySet<number> = NOTHING;

  constructor(
    context: WebGL2RenderingContext,
    scene: Scene,
    quality: Quality,
    lens = new CityCamera(),
  ) {
    this.lens = lens;
    this.size = scene.size;
    this.renderer = new WebGLRenderer({ canvas: context.canvas, context });
    this.renderer.toneMapping = NeutralToneMapping;
    this.renderer.shadowMap.enabled = quality.shadows > 0;
    this.renderer.shadowMap.type = PCFShadowMap;
    this.renderer.shadowMap.autoUpdate = false;
    this.#scene = scene;
    this.light = new Light(this.renderer, scene.size, quality.shadows);
    this.decals = new Decals(scene.size);
    this.#land = new Land(scene);
    this.#edge = new Drawn(geometryOf(table(scene)), this.#material);
    this.#stage.add(this.#group, this.#edge, ...this.light.objects, ...this.#land.objects);
    surroundings.size.value = scene.size;
    surroundings.relief.value = this.#land.relief.texture;
    surroundings.decals.value = this.decals.texture;
    const whole = [0, 0, scene.size, scene.size] as const;
    this.#chunks.update(scene, null, NOTHING, (mesh) => {
      this.#land.relief.take(mesh, whole);
    });
    this.#land.relief.finish(...whole);
    this.#life = new Life(scene.size, this.#material);
    this.#life.update(scene, this.#chunks.spots);
    this.#stage.add(...this.#life.objects);
  }

  /** CSS pixels of the canvas, and device pixels for each. */
  resize(width: number, height: number, ratio: number): void {
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height, false);
  }

  /**
   * Shows a scene of the same size; what is new rises from the ground, unless `still`. Returns
   * whether anything is seen to differ.
   */
  update(scene: Scene, now: number, still: boolean): boolean {
    const before = this.#scene;
    this.#scene = scene;
    const tiles = before === scene ? [] : changed(before, scene);
    if (tiles.length === 0) return false;
    if (landChanged(before, scene, tiles)) this.#land.shape(scene);
    this.#land.stand(scene, around(tiles, scene.size, 1), this.#models);
    if (!still)
      for (const tile of tiles)
        if (at(scene.kind, tile) && cornerOf(scene, tile) === tile)
          this.#rising.add(scene, tile, this.#models, now);
    this.#remake(around(tiles, scene.size, 2));
    return true;
  }

  /** Shows what a click would make; what stands there meanwhile does not. */
  wish(wish: Wish | null): void {
    this.#ghost.show(wish, this.#scene, this.#models);
    const tiles = wish?.kind && wish.good !== false ? wish.tiles : [];
    if (tiles.length === this.#wished.size && tiles.every((tile) => this.#wished.has(tile))) return;
    this.#wished = new Set(tiles);
    this.#remake(NOTHING);
  }

  /** Height of what stands on a tile, over the level of the land. */
  heightOf(tile: number): number {
    const corner = cornerOf(this.#scene, tile);
    const found = standing(this.#scene, corner);
    const base = level(this.#scene, tile);
    return found ? base + this.#models.get(found.kind, found.owner, found.variant).height : base;
  }

  /** The point of the map at a place of the canvas: of what stands there, or of the ground. */
  pick(x: number, y: number, standing: boolean): readonly [number, number] {
    if (standing)
      for (let height = 2.6; height > 0.05; height -= 0.05) {
        const [column, row] = this.lens.ground(x, y, height);
        if (this.#land.relief.heightAt(column, row) >= height) return [column, row];
      }
    return this.lens.ground(x, y);
  }

  /** Bytes of all geometry on the graphics card. */
  get bytes(): number {
    let sum = 0;
    this.#stage.traverse((object) => {
      if (object instanceof Drawn) sum += bytesOf(object.geometry as BufferGeometry);
    });
    return sum;
  }

  /** Whether something is on its way, so that the next picture differs. */
  get moving(): boolean {
    return this.#rising.any || this.light.moving;
  }

  /** A picture of the time `now`, in seconds; `living`: the time of what is alive. */
  draw(now: number, living = now): void {
    if (this.#rising.move(now)) this.#remake(NOTHING);
    this.light.move(now);
    this.#life.move(living);
    surroundings.time.value = living;
    this.renderer.render(this.#stage, this.lens.camera);
  }

  /** The graphics card had forgotten everything. */
  restore(): void {
    this.light.castAnew();
  }

  dispose(): void {
    this.#chunks.dispose();
    this.#rising.dispose();
    this.#ghost.dispose();
    this.#land.dispose();
    this.#life.dispose();
    this.#edge.geometry.dispose();
    this.decals.dispose();
    this.light.dispose();
    this.#material.dispose();
    this.renderer.dispose();
  }

  #remake(tiles: ReadonlySet<number>): void {
    const hidden = new Set([...this.#wished, ...this.#rising.tiles]);
    if (!this.#chunks.update(this.#scene, tiles, hidden)) return;
    this.light.castAnew();
    if (tiles.size > 0) this.#life.update(this.#scene, this.#chunks.spots);
  }
}
