/** The flat map on a canvas of its own. */
import { Camera } from "./camera.ts";
import type { Insets } from "./lens.ts";
import { Painter } from "./painter.ts";
import type { Picture, Surface } from "./surface.ts";

export class FlatSurface implements Surface {
  readonly lens = new Camera();
  readonly #canvas = document.createElement("canvas");
  readonly #painter = new Painter(this.#canvas);

  constructor(element: HTMLElement) {
    this.#canvas.ariaHidden = "true";
    element.prepend(this.#canvas);
  }

  resize(size: number, width: number, height: number, insets: Insets): void {
    this.#canvas.width = Math.round(width * devicePixelRatio);
    this.#canvas.height = Math.round(height * devicePixelRatio);
    this.lens.resize(size, width, height, insets);
  }

  draw({ scene, figures, overlay, marks }: Picture): void {
    this.#painter.draw(scene, this.lens, figures, overlay, marks);
  }

  pick(x: number, y: number): readonly [number, number] {
    return this.lens.ground(x, y);
  }

  dispose(): void {
    this.#canvas.remove();
  }
}
