/** The city on a canvas of its own, drawn when something has changed and while something moves. */
import type { Insets } from "../board/lens.ts";
import type { Picture, Surface } from "../board/surface.ts";
import { City } from "./city.ts";
import { CityCamera } from "./camera.ts";
import { Labels } from "./labels.ts";
import { Pace, QUALITIES, STEPS, type Quality } from "./quality.ts";

/** Seconds after which the city rests if nobody does anything and nothing happens. */
const RESTS = 40;
/** Milliseconds between pictures in which only the life of the city moves. */
const PACE = 33;
const DEEDS = ["pointermove", "pointerdown", "keydown", "wheel"] as const;

/** `?quality=` of the address, else what suits: a phone's card has a battery to spare. */
function firstQuality(): Quality {
  const asked = new URLSearchParams(location.search).get("quality");
  if (asked === "high" || asked === "medium" || asked === "low") return QUALITIES[asked];
  return matchMedia("(pointer: coarse)").matches ? QUALITIES.medium : QUALITIES.high;
}

export class CitySurface implements Surface {
  readonly lens = new CityCamera();
  readonly #element: HTMLElement;
  readonly #canvas = document.createElement("canvas");
  readonly #labels = new Labels();
  readonly #redraw: () => void;
  readonly #pace = new Pace();
  #quality = firstQuality();
  readonly #still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  readonly #stop = new AbortController();
  readonly #context: WebGL2RenderingContext;
  #city: City | null = null;
  /** When somebody last did something, and the time of the life: both in seconds. */
  #touched = performance.now() / 1000;
  #living = 0;
  #drawn = 0;
  #timer = 0;
  #width = 1;
  #height = 1;

  /** `redraw`: asks for the next picture. Throws where there is no WebGL. */
  constructor(element: HTMLElement, redraw: () => void) {
    this.#element = element;
    this.#redraw = redraw;
    const { antialias } = this.#quality;
    const context = this.#canvas.getContext("webgl2", { alpha: true, antialias, stencil: false });
    if (!context) throw new Error("no WebGL 2");
    this.#context = context;
    this.#canvas.ariaHidden = "true";
    this.#canvas.dataset["city"] = "";
    element.prepend(this.#canvas, this.#labels.canvas);
    for (const deed of DEEDS)
      document.addEventListener(
        deed,
        () => {
          this.#wake();
        },
        { signal: this.#stop.signal, passive: true },
      );
    document.addEventListener("visibilitychange", redraw, { signal: this.#stop.signal });
    this.#canvas.addEventListener(
      "webglcontextrestored",
      () => {
        this.#city?.restore();
        redraw();
      },
      { signal: this.#stop.signal },
    );
  }

  /** Somebody does something: life goes on. */
  #wake(): void {
    const asleep = performance.now() / 1000 - this.#touched > RESTS;
    this.#touched = performance.now() / 1000;
    if (asleep) this.#redraw();
  }

  resize(size: number, width: number, height: number, insets: Insets): void {
    [this.#width, this.#height] = [width, height];
    this.lens.resize(size, width, height, insets);
    this.#labels.resize(width, height);
    this.#city?.resize(width, height, this.#ratio);
  }

  draw({ scene, figures, overlay, marks, round }: Picture): void {
    const now = performance.now() / 1000;
    if (this.#city?.size !== scene.size) {
      this.#city?.dispose();
      this.#city = new City(this.#context, scene, this.#quality, this.lens);
      this.#city.resize(this.#width, this.#height, this.#ratio);
    }
    const city = this.#city;
    if (city.update(scene, now, this.#still)) this.#touched = now;
    city.light.come(Math.max(0, round - 1), now, this.#still);
    city.wish(marks.ghost);
    city.decals.draw(scene, figures, overlay, marks);
    const passed = now - this.#drawn;
    this.#drawn = now;
    if (this.#pace.isSlow(passed)) this.#spare(city);
    this.lens.advance(this.#still ? Infinity : Math.min(0.1, passed));
    city.light.turn(this.lens.turning ? city.light.turned : this.lens.turn);
    const lives = !this.#still && !document.hidden && now - this.#touched < RESTS;
    if (lives) this.#living += Math.min(0.1, passed);
    city.draw(now, this.#living);
    const { above, below } = city.light.hour;
    this.#element.style.setProperty("--above", above);
    this.#element.style.setProperty("--below", below);
    this.#labels.draw(this.lens, {
      scene,
      figures,
      overlay,
      marks,
      height: (tile) => city.heightOf(tile),
    });
    clearTimeout(this.#timer);
    if (city.moving || this.lens.turning) this.#redraw();
    else if (lives) this.#timer = window.setTimeout(this.#redraw, PACE);
  }

  pick(x: number, y: number, standing: boolean): readonly [number, number] {
    return this.#city?.pick(x, y, standing) ?? this.lens.ground(x, y);
  }

  dispose(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#city?.dispose();
    this.#canvas.remove();
    this.#labels.canvas.remove();
  }

  /** Pictures come too slowly: the next ones cost less. */
  #spare(city: City): void {
    const next = STEPS[STEPS.indexOf(this.#quality) + 1];
    if (!next) return;
    this.#quality = next;
    city.light.castShadows(next.shadows > 0);
    city.resize(this.#width, this.#height, this.#ratio);
  }

  get #ratio(): number {
    return Math.min(devicePixelRatio, this.#quality.ratio);
  }
}
