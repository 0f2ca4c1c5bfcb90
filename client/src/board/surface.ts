/** A picture of the map that can be drawn anew: flat (flat-surface.ts) or a model (city/surface.ts). */
import type { Insets, Lens } from "./lens.ts";
import type { Marks } from "./marks.ts";
import type { Scene } from "./scene.ts";
import type { Figures, Overlay } from "./washes.ts";

/** What is to be seen. */
export interface Picture {
  readonly scene: Scene;
  readonly figures: Figures;
  readonly overlay: Overlay | null;
  readonly marks: Marks;
  /** The round of the match, from 1: it has its light. */
  readonly round: number;
}

export interface Surface {
  readonly lens: Lens;
  resize(size: number, width: number, height: number, insets: Insets): void;
  draw(picture: Picture): void;
  /** Column and row, with fractions, that a pointer means; `standing`: what stands there counts. */
  pick(x: number, y: number, standing: boolean): readonly [number, number];
  dispose(): void;
}
