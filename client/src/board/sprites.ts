/** Buildings drawn once for a size on the screen, then copied. */
import { borough, type Borough } from "./boroughs.ts";
import { look } from "./buildings/index.ts";
import { Pen } from "./pen.ts";

/** Room around a footprint, in tiles: towers rise over the tile behind, shadows fall east. */
export const MARGIN = { left: 0.1, top: 0.85, right: 0.45, bottom: 0.1 } as const;

/** Buildings on 2 x 2 tiles. */
export function footprintSide(kind: number): number {
  return kind === 9 || kind === 12 || kind === 13 || kind === 24 || kind === 27 ? 2 : 1;
}

export class Sprites {
  readonly #kept = new Map<string, HTMLCanvasElement>();
  readonly #surfaces: CanvasRenderingContext2DSettings;
  #pixels = 0;

  constructor(surfaces: CanvasRenderingContext2DSettings = {}) {
    this.#surfaces = surfaces;
  }

  /** The picture of a building when a tile is `pixels` device pixels wide. */
  get(kind: number, seat: number, variant: number, pixels: number): HTMLCanvasElement {
    if (pixels !== this.#pixels) {
      this.#kept.clear();
      this.#pixels = pixels;
    }
    const key = `${kind} ${seat} ${variant}`;
    let sprite = this.#kept.get(key);
    if (!sprite) {
      sprite = paintSprite(kind, borough(seat), variant, pixels, this.#surfaces);
      this.#kept.set(key, sprite);
    }
    return sprite;
  }
}

export function paintSprite(
  kind: number,
  owner: Borough,
  variant: number,
  pixels: number,
  surface: CanvasRenderingContext2DSettings = {},
): HTMLCanvasElement {
  const side = footprintSide(kind);
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil((side + MARGIN.left + MARGIN.right) * pixels);
  canvas.height = Math.ceil((side + MARGIN.top + MARGIN.bottom) * pixels);
  const context = canvas.getContext("2d", surface);
  if (!context) throw new Error("no 2D canvas");
  context.scale(pixels, pixels);
  context.translate(MARGIN.left, MARGIN.top);
  const { draw, plot } = look(kind);
  const pen = new Pen(context, owner, variant);
  pen.rect("rgba(58,38,18,0.16)", 0.07, 0.09, side - 0.08, side - 0.08, 0.12);
  pen.rect(plot, 0.05, 0.05, side - 0.1, side - 0.1, 0.12);
  border(context, owner, side);
  draw(pen);
  badge(context, owner, 0.15, side - 0.15, 0.15);
  return canvas;
}

/** The outline of a plot: the borough's colour, and its own dashes. */
function border(context: CanvasRenderingContext2D, owner: Borough, side: number): void {
  context.lineWidth = 0.055;
  context.strokeStyle = owner.colour;
  context.setLineDash(owner.dash.map((hundredths) => hundredths / 100));
  context.beginPath();
  context.roundRect(0.065, 0.065, side - 0.13, side - 0.13, 0.11);
  context.stroke();
  context.setLineDash([]);
}

/** The borough's emblem on a round badge. */
export function badge(
  context: CanvasRenderingContext2D,
  owner: Borough,
  x: number,
  y: number,
  radius: number,
): void {
  context.save();
  context.translate(x, y);
  context.fillStyle = owner.colour;
  context.strokeStyle = "#fffaf0";
  context.lineWidth = radius * 0.22;
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.scale(radius / 17, radius / 17);
  context.translate(-12, -12);
  context.fillStyle = owner.on;
  context.fill(new Path2D(owner.emblem), "evenodd");
  context.restore();
}
