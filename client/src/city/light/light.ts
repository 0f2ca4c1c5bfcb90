/** Sun and sky of the model, and how they pass from one hour to the next. */
import { Color, DirectionalLight, HemisphereLight, type Object3D, type WebGLRenderer } from "three";

import { hourAt, type Hour } from "./hours.ts";
import { surroundings } from "./surroundings.ts";

/** How long an hour takes to come. */
const SECONDS = 2.4;

export class Light {
  readonly #renderer: WebGLRenderer;
  readonly #sun = new DirectionalLight();
  readonly #sky = new HemisphereLight();
  readonly #middle: number;
  #from = 0;
  #to = 0;
  #since = 0;
  #shown = NaN;
  /** Quarters by which the sun has gone round with the viewer. */
  turned = 0;

  constructor(renderer: WebGLRenderer, size: number, shadows: number) {
    this.#renderer = renderer;
    this.#middle = size / 2;
    this.#sun.castShadow = shadows > 0;
    this.#sun.shadow.mapSize.set(shadows, shadows);
    this.#sun.shadow.bias = -0.0006;
    this.#sun.shadow.normalBias = 0.02;
    this.#sun.target.position.set(this.#middle, 0, this.#middle);
    const reach = this.#middle * 1.55;
    const { camera } = this.#sun.shadow;
    [camera.left, camera.right, camera.top, camera.bottom] = [-reach, reach, reach, -reach];
    [camera.near, camera.far] = [0.1, this.#middle * 4.6];
    camera.updateProjectionMatrix();
  }

  get objects(): readonly Object3D[] {
    return [this.#sun, this.#sun.target, this.#sky];
  }

  get moving(): boolean {
    return this.#shown !== this.#to;
  }

  /** What the light is like once it is there. */
  get hour(): Hour {
    return hourAt(this.#to);
  }

  /** Lets the light of a time come (light/hours.ts); at once where nothing may move. */
  come(time: number, now: number, atOnce: boolean): void {
    if (time === this.#to && !Number.isNaN(this.#shown)) return;
    const first = Number.isNaN(this.#shown) || atOnce;
    this.#from = first ? time : this.#shown;
    this.#to = time;
    this.#since = now;
    if (first) this.#shine(time);
  }

  move(now: number): void {
    if (!this.moving) return;
    const t = Math.min(1, Math.max(0, (now - this.#since) / SECONDS));
    const eased = t * t * (3 - 2 * t);
    this.#shine(t >= 1 ? this.#to : this.#from + (this.#to - this.#from) * eased);
  }

  /** Keeps the sun where the viewer has it, who has gone round the model by so many quarters. */
  turn(quarters: number): void {
    if (quarters === this.turned) return;
    this.turned = quarters;
    this.#shine(Number.isNaN(this.#shown) ? this.#to : this.#shown);
  }

  /** With shadows or without. */
  castShadows(cast: boolean): void {
    this.#sun.castShadow = cast;
    this.castAnew();
  }

  /** What casts shadows has changed. */
  castAnew(): void {
    this.#renderer.shadowMap.needsUpdate = true;
  }

  dispose(): void {
    this.#sun.dispose();
    this.#sky.dispose();
  }

  #shine(time: number): void {
    this.#shown = time;
    const hour = hourAt(time);
    const [x, y, z] = hour.sun;
    const far = (2.2 * this.#middle) / Math.hypot(x, y, z);
    const angle = (this.turned * Math.PI) / 2;
    const [cos, sin] = [Math.cos(angle) * far, Math.sin(angle) * far];
    this.#sun.position.set(
      this.#middle + x * cos + z * sin,
      y * far,
      this.#middle + z * cos - x * sin,
    );
    this.#sun.color.set(hour.sunColour);
    this.#sun.intensity = hour.sunPower;
    this.#sky.color.set(hour.skyColour);
    this.#sky.groundColor.set(hour.groundColour);
    this.#sky.intensity = hour.skyPower;
    this.#renderer.toneMappingExposure = hour.exposure;
    surroundings.night.value = hour.night;
    surroundings.sky.value = new Color(hour.skyColour);
    this.castAnew();
  }
}
