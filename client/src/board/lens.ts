/** What a picture of the map can be asked and told, flat or in three dimensions. Lengths: CSS pixels. */

/** How much of the canvas panels cover, from each side. */
export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Lens {
  /** The canvas or what lies over it changed; a map that was seen whole stays so. */
  resize(size: number, width: number, height: number, insets: Insets): void;
  /** Shows the whole map. */
  fit(): void;
  /** Where tiles are too small to be touched, looks closely at one instead of at the whole map. */
  closeUp(column: number, row: number): void;
  /** Zooms around a point of the canvas. */
  zoom(by: number, x: number, y: number): void;
  /** Zooms around the middle of what is free. */
  zoomMiddle(by: number): void;
  pan(dx: number, dy: number): void;
  /** Turns the map by a quarter to the left (1) or right (-1), where it can be turned. */
  turnBy(quarters: number): void;
  /** Brings a tile into what is free of panels. */
  reveal(column: number, row: number): void;
  /** Moves the map so that a tile lies above `y`, past its edge if need be. */
  liftAbove(column: number, row: number, y: number): void;
  /** Column and row, with fractions, of the ground at a point of the canvas. */
  ground(x: number, y: number): readonly [number, number];
  /** Where a point of the ground is seen. */
  place(column: number, row: number): readonly [number, number];
  /** Where a tile is seen. */
  box(column: number, row: number): Box;
  /** By how many columns and rows an arrow key moves the cursor: [right, down] as seen. */
  steps(right: number, down: number): readonly [number, number];
}
