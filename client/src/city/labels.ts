/** Signs that stay upright over the model: figures of overlays, changes, homes without power. */
import { borough } from "../board/boroughs.ts";
import type { Marks } from "../board/marks.ts";
import { at, cornerOf, DARK, type Scene } from "../board/scene.ts";
import { badge, footprintSide } from "../board/sprites.ts";
import { wash, type Figures, type Overlay } from "../board/washes.ts";
import type { CityCamera } from "./camera.ts";

const GOOD = "#1f7a4d";
const BAD = "#b8341d";

export interface Shown {
  readonly scene: Scene;
  readonly figures: Figures;
  readonly overlay: Overlay | null;
  readonly marks: Marks;
  /** How high what stands on a tile is. */
  readonly height: (tile: number) => number;
}

export class Labels {
  readonly canvas = document.createElement("canvas");
  readonly #context: CanvasRenderingContext2D;

  constructor() {
    this.canvas.ariaHidden = "true";
    const context = this.canvas.getContext("2d");
    if (!context) throw new Error("no 2D canvas");
    this.#context = context;
  }

  resize(width: number, height: number): void {
    this.canvas.width = Math.round(width * devicePixelRatio);
    this.canvas.height = Math.round(height * devicePixelRatio);
  }

  draw(lens: CityCamera, shown: Shown): void {
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.textAlign = "center";
    context.textBaseline = "middle";
    const { scene, overlay, marks } = shown;
    if (overlay) this.#signs(lens, shown, overlay);
    else this.#dark(lens, shown);
    for (const chip of marks.chips) {
      const [x, y] = over(lens, scene, chip.tile, shown.height(chip.tile) + 0.25);
      this.#pill(x, y, `${chip.good ? "▲" : "▼"} ${chip.text}`, chip.good ? GOOD : BAD);
    }
  }

  #signs(lens: CityCamera, { scene, figures, height }: Shown, overlay: Overlay): void {
    const context = this.#context;
    const size = Math.min(17, Math.max(9, lens.scale * 0.34));
    context.font = `700 ${size}px "Outfit Variable", sans-serif`;
    for (let tile = 0; tile < scene.kind.length; tile++) {
      const shown = wash(overlay, scene, tile, figures);
      const badged = overlay === "boroughs" && cornerOf(scene, tile) === tile;
      if (!shown?.sign && !(badged && at(scene.kind, tile))) continue;
      const [x, y] = over(lens, scene, tile, height(tile) + 0.05);
      if (badged) {
        badge(context, borough(at(scene.owner, tile)), x, y, size * 0.7);
        continue;
      }
      context.lineWidth = size * 0.28;
      context.lineJoin = "round";
      context.strokeStyle = "rgba(28,34,42,0.85)";
      context.strokeText(shown?.sign ?? "", x, y);
      context.fillStyle = "#ffffff";
      context.fillText(shown?.sign ?? "", x, y);
    }
  }

  /** A bolt that is struck through, over what has no power. */
  #dark(lens: CityCamera, { scene, height }: Shown): void {
    for (const corner of scene.anchors) {
      if (!(at(scene.flags, corner) & DARK)) continue;
      const [x, y] = over(lens, scene, corner, height(corner) + 0.15);
      badge(
        this.#context,
        {
          ...borough(0),
          colour: "#2b3038",
          on: "#ffd766",
          emblem:
            "M14 2 5 14h5.500L9 22l9.500-12.500H13zM3 3.500 20.500 21l-1.400 1.400L1.600 4.900z",
        },
        x,
        y,
        Math.max(7, lens.scale * 0.17),
      );
    }
  }

  #pill(x: number, y: number, text: string, paint: string): void {
    const context = this.#context;
    context.font = '700 13px "Outfit Variable", sans-serif';
    const width = context.measureText(text).width + 14;
    context.fillStyle = paint;
    context.strokeStyle = "#ffffff";
    context.lineWidth = 1.5;
    context.beginPath();
    context.roundRect(x - width / 2, y - 11, width, 22, 11);
    context.fill();
    context.stroke();
    context.fillStyle = "#ffffff";
    context.fillText(text, x, y + 0.5);
  }
}

/** Over the middle of what stands on a tile. */
function over(lens: CityCamera, scene: Scene, tile: number, height: number): [number, number] {
  const corner = cornerOf(scene, tile);
  const half = at(scene.kind, tile) ? footprintSide(at(scene.kind, tile)) / 2 : 0.5;
  return lens.project((corner % scene.size) + half, Math.floor(corner / scene.size) + half, height);
}
