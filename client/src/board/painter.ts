/** Draws the board: ground, roads, what stands on it, washes, marks. Only when asked to. */
import { badge, footprintSide, MARGIN, Sprites } from "./sprites.ts";
import { borough } from "./boroughs.ts";
import type { Camera } from "./camera.ts";
import { Ground } from "./ground.ts";
import { drawMarks, type Marks } from "./marks.ts";
import { drawPips } from "./pips.ts";
import { drawQuarters } from "./quarter-marks.ts";
import { drawRoads } from "./roads.ts";
import { at, chance, DARK, type Scene } from "./scene.ts";
import { wash, type Figures, type Overlay } from "./washes.ts";
import { Woods } from "./woods.ts";

export class Painter {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #surfaces: CanvasRenderingContext2DSettings;
  readonly #sprites: Sprites;
  readonly #woods: Woods;
  #ground: Ground | null = null;
  #size = 0;

  /** `surfaces`: how this canvas, and those that are copied to it, are kept. */
  constructor(canvas: HTMLCanvasElement, surfaces: CanvasRenderingContext2DSettings = {}) {
    const context = canvas.getContext("2d", surfaces);
    if (!context) throw new Error("no 2D canvas");
    this.#canvas = canvas;
    this.#context = context;
    this.#surfaces = surfaces;
    this.#sprites = new Sprites(surfaces);
    this.#woods = new Woods(surfaces);
  }

  draw(
    scene: Scene,
    camera: Camera,
    figures: Figures,
    overlay: Overlay | null,
    marks: Marks,
  ): void {
    const ratio = devicePixelRatio;
    const pixels = Math.max(4, Math.round(camera.scale * ratio));
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    context.setTransform(
      pixels,
      0,
      0,
      pixels,
      Math.round(camera.x * ratio),
      Math.round(camera.y * ratio),
    );
    this.#table(scene.size);
    this.#land(scene);
    drawRoads(context, scene);
    this.#haze(scene);
    this.#standing(scene, pixels);
    if (overlay) this.#overlay(scene, figures, overlay);
    if (overlay === "quarters") drawQuarters(context, scene, figures, pixels);
    if (!overlay && camera.scale >= 26) drawPips(context, scene, figures);
    drawMarks(context, scene, marks, this.#sprites, pixels);
  }

  /** The edge of the model: a slab of earth under the map. */
  #table(size: number): void {
    const context = this.#context;
    context.save();
    context.shadowColor = "rgba(58,40,20,0.45)";
    context.shadowBlur = 18 * devicePixelRatio;
    context.shadowOffsetY = 6 * devicePixelRatio;
    context.fillStyle = "#8a6244";
    context.beginPath();
    context.roundRect(-0.12, -0.12, size + 0.24, size + 0.5, 0.16);
    context.fill();
    context.restore();
    for (const [colour, y, h] of [
      ["#d8b483", 0.02, 0.1],
      ["#a9825a", 0.12, 0.12],
    ] as const) {
      context.fillStyle = colour;
      context.fillRect(-0.1, size + y, size + 0.2, h);
    }
    context.fillStyle = "#c9a678";
    context.beginPath();
    context.roundRect(-0.1, -0.1, size + 0.2, size + 0.14, 0.14);
    context.fill();
  }

  #land(scene: Scene): void {
    if (!this.#ground || this.#size !== scene.size) {
      this.#ground = new Ground(scene.size, this.#surfaces);
      this.#size = scene.size;
    }
    this.#ground.update(scene);
    this.#context.imageSmoothingQuality = "high";
    this.#context.drawImage(this.#ground.canvas, 0, 0, scene.size, scene.size);
  }

  /** Smog, as it lies in the streets. */
  #haze(scene: Scene): void {
    const context = this.#context;
    for (let tile = 0; tile < scene.smog.length; tile++) {
      const level = at(scene.smog, tile);
      if (!level) continue;
      const x = (tile % scene.size) + 0.5;
      const y = Math.floor(tile / scene.size) + 0.5;
      const haze = context.createRadialGradient(x, y, 0.1, x, y, 0.85);
      haze.addColorStop(0, `rgba(96,80,84,${Math.min(0.5, 0.1 + level * 0.045)})`);
      haze.addColorStop(1, "rgba(96,80,84,0)");
      context.fillStyle = haze;
      context.fillRect(x - 0.9, y - 0.9, 1.8, 1.8);
    }
  }

  /** Trees and buildings from north to south, so that the nearer covers the farther. */
  #standing(scene: Scene, pixels: number): void {
    const { size, kind, road, part } = scene;
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const tile = row * size + column;
        if (!at(kind, tile)) {
          if (!at(road, tile)) this.#woods.draw(this.#context, scene, tile, pixels);
        } else if (at(part, tile) === 2) {
          this.#building(scene, tile - size, pixels); // a large one, when its southern row is reached
        } else if (!at(part, tile) && footprintSide(at(kind, tile)) === 1) {
          this.#building(scene, tile, pixels);
        }
      }
    }
  }

  #building(scene: Scene, corner: number, pixels: number): void {
    const kind = at(scene.kind, corner);
    const variant = Math.floor(chance(corner, 11) * 3);
    const owner = at(scene.owner, corner);
    const sprite = this.#sprites.get(kind, owner, variant, pixels);
    const x = corner % scene.size;
    const y = Math.floor(corner / scene.size);
    const [width, height] = [sprite.width / pixels, sprite.height / pixels];
    this.#context.drawImage(sprite, x - MARGIN.left, y - MARGIN.top, width, height);
    if (at(scene.flags, corner) & DARK) this.#dark(x, y, footprintSide(kind));
  }

  /** A building without power: dimmed, with a bolt that is struck through. */
  #dark(x: number, y: number, side: number): void {
    const context = this.#context;
    context.fillStyle = "rgba(26,30,44,0.45)";
    context.fillRect(x + 0.06, y + 0.06, side - 0.12, side - 0.12);
    badge(
      context,
      {
        ...borough(0),
        colour: "#2b3038",
        on: "#ffd766",
        emblem:
          "M14 2 5 14h5.500L9 22l9.500-12.500H13zM3 3.500 20.500 21l-1.400 1.400L1.600 4.900z",
      },
      x + side - 0.2,
      y + 0.2,
      0.19,
    );
  }

  #overlay(scene: Scene, figures: Figures, overlay: Overlay): void {
    const context = this.#context;
    context.fillStyle = "rgba(253,247,235,0.4)";
    context.fillRect(0, 0, scene.size, scene.size);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = '700 0.4px "Outfit Variable", sans-serif';
    for (let tile = 0; tile < scene.kind.length; tile++) {
      const shown = wash(overlay, scene, tile, figures);
      if (!shown) continue;
      const x = tile % scene.size;
      const y = Math.floor(tile / scene.size);
      context.fillStyle = shown.colour;
      context.fillRect(x, y, 1, 1);
      if (overlay === "boroughs" && at(scene.kind, tile))
        badge(context, borough(at(scene.owner, tile)), x + 0.5, y + 0.5, 0.3);
      if (!shown.sign) continue;
      context.lineWidth = 0.1;
      context.lineJoin = "round";
      context.strokeStyle = "rgba(28,34,42,0.85)";
      context.strokeText(shown.sign, x + 0.5, y + 0.53, 0.9);
      context.fillStyle = "#ffffff";
      context.fillText(shown.sign, x + 0.5, y + 0.53, 0.9);
    }
  }
}
