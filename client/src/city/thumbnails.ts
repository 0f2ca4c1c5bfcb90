/** Pictures of single buildings, by the city's own renderer, at noon. */
import {
  DirectionalLight,
  HemisphereLight,
  Mesh as Drawn,
  NeutralToneMapping,
  OrthographicCamera,
  PCFShadowMap,
  Scene as Stage,
  WebGLRenderer,
} from "three";

import { footprintSide } from "../board/sprites.ts";
import { geometryOf } from "./geometry.ts";
import { hourAt } from "./light/hours.ts";
import { cityMaterial } from "./light/material.ts";
import { NOTHING, surroundings } from "./light/surroundings.ts";
import { Models } from "./models.ts";

const NOON = 1;
/** Far off the map of any match, whose borders would else be drawn on the lots. */
const AWAY = -100;
const ELEVATION = (32 * Math.PI) / 180;

export class Thumbnails {
  readonly #renderer = new WebGLRenderer({ alpha: true, antialias: true });
  readonly #stage = new Stage();
  readonly #camera = new OrthographicCamera(-1, 1, 1, -1, 0.1, 40);
  readonly #drawn = new Drawn(undefined, cityMaterial());
  readonly #models = new Models();

  constructor() {
    const hour = hourAt(NOON);
    const renderer = this.#renderer;
    renderer.toneMapping = NeutralToneMapping;
    renderer.toneMappingExposure = hour.exposure;
    renderer.shadowMap.enabled = true;
    renderer.shadowMap.type = PCFShadowMap;
    const sun = new DirectionalLight(hour.sunColour, hour.sunPower);
    const [x, y, z] = hour.sun;
    sun.position.set(AWAY + x / 4, y / 4, AWAY + z / 4);
    sun.target.position.set(AWAY, 0, AWAY);
    sun.castShadow = true;
    sun.shadow.mapSize.set(1024, 1024);
    sun.shadow.bias = -0.001;
    sun.shadow.normalBias = 0.01;
    const { camera } = sun.shadow;
    [camera.left, camera.right, camera.top, camera.bottom] = [-2, 2, 2, -2];
    [camera.near, camera.far] = [0.1, 12];
    const sky = new HemisphereLight(hour.skyColour, hour.groundColour, hour.skyPower);
    this.#drawn.position.set(AWAY, 0, AWAY);
    this.#drawn.castShadow = this.#drawn.receiveShadow = true;
    this.#stage.add(sun, sun.target, sky, this.#drawn);
  }

  /** Draws a building of a seat, as large as it fits, onto a canvas of these device pixels. */
  draw(kind: number, seat: number, canvas: HTMLCanvasElement, width: number, height: number): void {
    const { mesh, height: tall } = this.#models.get(kind, seat, 0);
    const side = footprintSide(kind);
    this.#drawn.geometry.dispose();
    this.#drawn.geometry = geometryOf(mesh);
    // The lot's diagonal across; its depth, and what stands on it, upwards.
    const across = side * Math.SQRT2 * 1.04;
    const up = side * Math.SQRT2 * Math.sin(ELEVATION) + tall * Math.cos(ELEVATION);
    const unit = Math.min(width / across, height / up);
    const camera = this.#camera;
    const middle = (tall * Math.cos(ELEVATION)) / 2;
    [camera.left, camera.right] = [-width / 2 / unit, width / 2 / unit];
    [camera.bottom, camera.top] = [middle - height / 2 / unit, middle + height / 2 / unit];
    const out = 14 * Math.cos(ELEVATION);
    camera.position.set(AWAY + out / Math.SQRT2, 14 * Math.sin(ELEVATION), AWAY + out / Math.SQRT2);
    camera.lookAt(AWAY, 0, AWAY);
    camera.updateProjectionMatrix();
    this.#render(width, height);
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d")?.drawImage(this.#renderer.domElement, 0, 0);
  }

  /** In a light of its own, whatever the hour is in a match on the page. */
  #render(width: number, height: number): void {
    const { night, relief } = surroundings;
    const kept = [night.value, relief.value] as const;
    night.value = 0;
    relief.value = NOTHING;
    this.#renderer.setSize(width, height, false);
    this.#renderer.render(this.#stage, this.#camera);
    [night.value, relief.value] = kept;
  }
}

let one: Thumbnails | null = null;

/** The one that all pictures of a page share: browsers allow few contexts. */
export function thumbnails(): Thumbnails {
  one ??= new Thumbnails();
  return one;
}
