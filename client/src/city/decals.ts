/** What is drawn on the ground of the model: borders of boroughs, washes, marks of the player. */
import { CanvasTexture, LinearFilter } from "three";

import { borough } from "../board/boroughs.ts";
import { drawMask, frame, type Marks } from "../board/marks.ts";
import { at, NOBODY, type Scene } from "../board/scene.ts";
import { wash, type Figures, type Overlay } from "../board/washes.ts";

const MOST = 1024; // texels of a side

export class Decals {
  readonly texture: CanvasTexture;
  readonly #canvas = document.createElement("canvas");
  readonly #context: CanvasRenderingContext2D;
  #drawn = "";

  constructor(size: number) {
    this.#canvas.width = this.#canvas.height = Math.min(MOST, size * 40);
    const context = this.#canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("no 2D canvas");
    this.#context = context;
    this.texture = new CanvasTexture(this.#canvas);
    this.texture.flipY = false;
    this.texture.generateMipmaps = false;
    this.texture.premultiplyAlpha = false;
    this.texture.minFilter = this.texture.magFilter = LinearFilter;
  }

  /** Draws what has changed; whether anything has. */
  draw(scene: Scene, figures: Figures, overlay: Overlay | null, marks: Marks): boolean {
    const key = keyOf(scene, overlay, marks);
    if (key === this.#drawn) return false;
    this.#drawn = key;
    const context = this.#context;
    const unit = this.#canvas.width / scene.size;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.setTransform(unit, 0, 0, unit, 0, 0);
    if (overlay) washes(context, scene, figures, overlay);
    borders(context, scene, overlay === "boroughs" ? 0.14 : 0.07);
    if (marks.mask) drawMask(context, scene, marks.mask);
    for (const tile of marks.flash) frame(context, scene, tile, "#ffffff", "#ffd766", 0.09);
    for (const tile of marks.sources) frame(context, scene, tile, "#ffffff", "#8a55b0", 0.08);
    if (marks.ghost) {
      const { good, tiles } = marks.ghost;
      const paint = good === false ? "#d44024" : good ? "#34aa68" : "#fffcf0";
      context.globalAlpha = 0.6;
      context.fillStyle = paint;
      for (const tile of tiles)
        context.fillRect(tile % scene.size, Math.floor(tile / scene.size), 1, 1);
      context.globalAlpha = 1;
      for (const tile of tiles) frame(context, scene, tile, "#ffffff", paint, 0.07);
    }
    if (marks.selected !== null) frame(context, scene, marks.selected, "#ffffff", "#2567c9", 0.09);
    if (marks.cursor !== null)
      frame(context, scene, marks.cursor, "#ffffff", marks.focused ? "#1c3f7a" : "#22303c", 0.07);
    this.texture.needsUpdate = true;
    return true;
  }

  dispose(): void {
    this.texture.dispose();
  }
}

let named = 0;
const names = new WeakMap<object, number>();

/** A number for an object: the same object has the same. */
function nameOf(thing: object | null): number {
  if (!thing) return 0;
  let name = names.get(thing);
  if (name === undefined) names.set(thing, (name = ++named));
  return name;
}

function keyOf(scene: Scene, overlay: Overlay | null, marks: Marks): string {
  const { mask, cursor, focused, selected, ghost, flash, sources } = marks;
  return JSON.stringify([
    nameOf(scene.kind),
    nameOf(scene.owner),
    overlay && nameOf(scene),
    overlay,
    nameOf(mask),
    cursor,
    focused,
    selected,
    ghost && [ghost.tiles, ghost.kind, ghost.good],
    flash,
    sources,
  ]);
}

function washes(
  context: CanvasRenderingContext2D,
  scene: Scene,
  figures: Figures,
  overlay: Overlay,
): void {
  context.fillStyle = "rgba(253,247,235,0.45)";
  context.fillRect(0, 0, scene.size, scene.size);
  for (let tile = 0; tile < scene.kind.length; tile++) {
    const shown = wash(overlay, scene, tile, figures);
    if (!shown) continue;
    context.fillStyle = shown.colour;
    context.fillRect(tile % scene.size, Math.floor(tile / scene.size), 1, 1);
  }
}

/** A line in the borough's colour and dashes, a little inside its lots, where the borough ends. */
function borders(context: CanvasRenderingContext2D, scene: Scene, width: number): void {
  const { size, owner } = scene;
  const ownerAt = (x: number, y: number) =>
    x < 0 || y < 0 || x >= size || y >= size ? NOBODY : at(owner, y * size + x);
  context.lineWidth = width;
  context.lineCap = "butt";
  for (let tile = 0; tile < owner.length; tile++) {
    const own = at(owner, tile);
    if (own === NOBODY || !at(scene.kind, tile)) continue;
    const [x, y] = [tile % size, Math.floor(tile / size)];
    const { colour, dash } = borough(own);
    context.strokeStyle = colour;
    context.setLineDash(dash.map((hundredths) => hundredths / 100));
    const inset = width / 2;
    context.beginPath();
    for (const [dx, dy] of [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ] as const) {
      if (ownerAt(x + dx, y + dy) === own) continue;
      const [mx, my] = [x + 0.5 + dx * (0.5 - inset), y + 0.5 + dy * (0.5 - inset)];
      context.moveTo(mx - dy * 0.5, my - dx * 0.5);
      context.lineTo(mx + dy * 0.5, my + dx * 0.5);
    }
    context.stroke();
  }
  context.setLineDash([]);
}
