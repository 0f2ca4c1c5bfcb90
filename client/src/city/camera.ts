/** How the model is looked at: from above at an angle, without perspective, in quarter turns. */
import { OrthographicCamera, Vector3 } from "three";

import type { Box, Insets, Lens } from "../board/lens.ts";

const ELEVATION = (35 * Math.PI) / 180;
const CLOSEST = 150; // CSS pixels a tile's side is long at most
const SMALLEST = 30;
const COMFORTABLE = 46;
const FAR = 60;
/** How fast a turn is: what is left of it shrinks by e in 1 / EASE seconds. */
const EASE = 8;
/** The model's left and right corners may lie under panels: there is little on them. */
const SPARE = 1.3;
/** Height of a tile's side on the screen for one of its length: the slant's foreshortening. */
const SLANT = Math.sin(ELEVATION);
const UP = Math.cos(ELEVATION);

export class CityCamera implements Lens {
  readonly camera = new OrthographicCamera(-1, 1, 1, -1, 0.1, 2 * FAR);
  /** CSS pixels for one tile's length along the screen. */
  scale = 40;
  /** Quarter turns of the viewer round the model, to the left; between two while it turns. */
  turn = 0;
  #goal = 0;
  #x = 8;
  #z = 8;
  #size = 16;
  #width = 1;
  #height = 1;
  #insets: Insets = { left: 0, top: 0, right: 0, bottom: 0 };
  #fitted = true;

  resize(size: number, width: number, height: number, insets: Insets): void {
    this.#size = size;
    this.#width = Math.max(1, width);
    this.#height = Math.max(1, height);
    this.#insets = insets;
    if (this.#fitted) this.fit();
    else this.#place();
  }

  fit(): void {
    this.#fitted = true;
    this.scale = this.#whole();
    this.#x = this.#z = this.#size / 2;
    this.#place();
  }

  closeUp(column: number, row: number): void {
    if (this.scale < SMALLEST) this.look(column, row, COMFORTABLE);
  }

  /** Looks at a tile, with so many CSS pixels for a tile's length. */
  look(column: number, row: number, scale: number): void {
    this.#fitted = false;
    this.scale = scale;
    [this.#x, this.#z] = [column + 0.5, row + 0.5];
    this.#place();
  }

  zoom(by: number, x: number, y: number): void {
    const [column, row] = this.ground(x, y);
    this.scale = Math.min(CLOSEST, Math.max(this.#whole(), this.scale * by));
    this.#fitted = this.scale <= this.#whole() * 1.001;
    if (this.#fitted) {
      this.fit();
      return;
    }
    this.#place();
    const [nowColumn, nowRow] = this.ground(x, y);
    this.#x += column - nowColumn;
    this.#z += row - nowRow;
    this.#place();
  }

  zoomMiddle(by: number): void {
    const [x, y] = this.#middle;
    this.zoom(by, x, y);
  }

  pan(dx: number, dy: number): void {
    const [x, y] = this.#middle;
    const [a, b] = this.ground(x, y);
    const [c, d] = this.ground(x + dx, y + dy);
    this.#x -= c - a;
    this.#z -= d - b;
    this.#fitted = false;
    this.#place();
  }

  /** `height`: of a level over the ground, in tiles. */
  ground(x: number, y: number, height = 0): [number, number] {
    const [mx, my] = this.#middle;
    const right = (x - mx) / this.scale;
    const down = ((y - my) / this.scale + height * UP) / SLANT;
    const [cos, sin] = [Math.cos(this.#angle), Math.sin(this.#angle)];
    return [this.#x + right * cos + down * sin, this.#z - right * sin + down * cos];
  }

  /** Where a point of the model is seen on the canvas, in CSS pixels. */
  project(column: number, row: number, height = 0): [number, number] {
    const [mx, my] = this.#middle;
    const [dx, dz] = [column - this.#x, row - this.#z];
    const [cos, sin] = [Math.cos(this.#angle), Math.sin(this.#angle)];
    const right = dx * cos - dz * sin;
    const down = (dx * sin + dz * cos) * SLANT - height * UP;
    return [mx + right * this.scale, my + down * this.scale];
  }

  reveal(column: number, row: number): void {
    const [x, y] = this.project(column + 0.5, row + 0.5);
    const { left, top, right, bottom } = this.#insets;
    const edge = this.scale;
    const dx = Math.max(0, left + edge - x) - Math.max(0, x + edge - (this.#width - right));
    const dy = Math.max(0, top + edge - y) - Math.max(0, y + edge - (this.#height - bottom));
    if (dx || dy) this.pan(dx, dy);
  }

  place(column: number, row: number): readonly [number, number] {
    return this.project(column, row);
  }

  box(column: number, row: number): Box {
    const corners = [
      this.project(column, row),
      this.project(column + 1, row),
      this.project(column, row + 1),
      this.project(column + 1, row + 1),
    ];
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    return {
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
    };
  }

  liftAbove(column: number, row: number, y: number): void {
    const { bottom } = this.box(column, row);
    if (bottom > y) this.pan(0, y - bottom);
  }

  turnBy(quarters: number): void {
    this.#goal += quarters;
  }

  /** Whether the viewer is on the way round. */
  get turning(): boolean {
    return this.turn !== this.#goal;
  }

  /** Goes on round the model for a time, in seconds: fast at first, then slower. */
  advance(seconds: number): void {
    if (!this.turning) return;
    const left = (this.#goal - this.turn) * Math.exp(-seconds * EASE);
    this.turn = Math.abs(left) < 0.004 ? this.#goal : this.#goal - left;
    this.#place();
  }

  steps(right: number, down: number): readonly [number, number] {
    // The axis that comes nearest to the arrow: half a quarter to its left.
    let [x, z] = [right, down];
    for (let i = ((this.#goal % 4) + 4) % 4; i > 0; i--) [x, z] = [z, -x];
    return [x, z];
  }

  get #angle(): number {
    return Math.PI / 4 + (this.turn * Math.PI) / 2;
  }

  get #middle(): [number, number] {
    const { left, top, right, bottom } = this.#insets;
    return [(left + this.#width - right) / 2, (top + this.#height - bottom) / 2];
  }

  /** The scale at which the whole model is seen. */
  #whole(): number {
    const { left, top, right, bottom } = this.#insets;
    const [width, height] = [this.#width - left - right, this.#height - top - bottom];
    const across = this.#size * Math.SQRT2;
    return Math.max(6, Math.min((SPARE * width) / across, height / (across * SLANT + 1.6)));
  }

  #place(): void {
    const limit = (n: number) => Math.min(this.#size, Math.max(0, n));
    [this.#x, this.#z] = [limit(this.#x), limit(this.#z)];
    const { camera } = this;
    const [mx, my] = this.#middle;
    camera.left = -mx / this.scale;
    camera.right = (this.#width - mx) / this.scale;
    camera.top = my / this.scale;
    camera.bottom = -(this.#height - my) / this.scale;
    const out = Math.cos(ELEVATION) * FAR;
    camera.position.set(
      this.#x + Math.sin(this.#angle) * out,
      Math.sin(ELEVATION) * FAR,
      this.#z + Math.cos(this.#angle) * out,
    );
    camera.up.set(0, 1, 0);
    camera.lookAt(new Vector3(this.#x, 0, this.#z));
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
  }
}
