/** What part of the board is seen: CSS pixels a tile, and where its north-west corner lies. */
import type { Box, Insets, Lens } from "./lens.ts";

const CLOSEST = 110;
/** CSS pixels a tile: the least that a finger or a shaky hand can hit, and what is shown instead. */
const SMALLEST = 24;
const COMFORTABLE = 36;

export class Camera implements Lens {
  /** CSS pixels a tile. */
  scale = 32;
  x = 0;
  y = 0;
  #size = 16;
  #width = 0;
  #height = 0;
  #insets: Insets = { left: 0, top: 0, right: 0, bottom: 0 };
  #fitted = true;

  resize(size: number, width: number, height: number, insets: Insets): void {
    this.#size = size;
    this.#width = width;
    this.#height = height;
    this.#insets = insets;
    if (this.#fitted) this.fit();
    else this.#clamp();
  }

  fit(): void {
    this.scale = this.#whole();
    const { left, top, right, bottom } = this.#insets;
    const side = this.scale * this.#size;
    this.x = left + (this.#width - left - right - side) / 2;
    this.y = top + (this.#height - top - bottom - side) / 2;
    this.#fitted = true;
  }

  closeUp(column: number, row: number): void {
    if (this.scale >= SMALLEST) return;
    this.zoomMiddle(COMFORTABLE / this.scale);
    const { left, top } = this.#insets;
    const { width, height } = this.#room;
    this.x = left + width / 2 - (column + 0.5) * this.scale;
    this.y = top + height / 2 - (row + 0.5) * this.scale;
    this.#clamp();
  }

  zoom(by: number, x: number, y: number): void {
    const before = this.scale;
    this.scale = Math.min(CLOSEST, Math.max(this.#whole(), before * by));
    this.x = x - ((x - this.x) * this.scale) / before;
    this.y = y - ((y - this.y) * this.scale) / before;
    this.#fitted = this.scale <= this.#whole() * 1.001;
    if (this.#fitted) this.fit();
    else this.#clamp();
  }

  zoomMiddle(by: number): void {
    const { left, top, right, bottom } = this.#insets;
    this.zoom(by, (left + this.#width - right) / 2, (top + this.#height - bottom) / 2);
  }

  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.#clamp();
  }

  reveal(column: number, row: number): void {
    const { left, top, right, bottom } = this.#insets;
    const edge = this.scale * 0.6;
    const x = this.x + column * this.scale;
    const y = this.y + row * this.scale;
    this.pan(
      Math.max(0, left + edge - x) - Math.max(0, x + this.scale + edge - (this.#width - right)),
      Math.max(0, top + edge - y) - Math.max(0, y + this.scale + edge - (this.#height - bottom)),
    );
  }

  liftAbove(_: number, row: number, y: number): void {
    this.y = Math.min(this.y, y - (row + 1) * this.scale);
  }

  turnBy(): void {
    // North is up, always.
  }

  ground(x: number, y: number): readonly [number, number] {
    return [(x - this.x) / this.scale, (y - this.y) / this.scale];
  }

  place(column: number, row: number): readonly [number, number] {
    return [this.x + column * this.scale, this.y + row * this.scale];
  }

  box(column: number, row: number): Box {
    const [left, top] = this.place(column, row);
    return { left, top, right: left + this.scale, bottom: top + this.scale };
  }

  steps(right: number, down: number): readonly [number, number] {
    return [right, down];
  }

  get #room(): { width: number; height: number } {
    const { left, top, right, bottom } = this.#insets;
    return { width: this.#width - left - right, height: this.#height - top - bottom };
  }

  #whole(): number {
    const { width, height } = this.#room;
    return Math.max(8, Math.floor(Math.min(width, height - 10) / this.#size));
  }

  /** Keeps the board over the middle of what is free. */
  #clamp(): void {
    const { left, top } = this.#insets;
    const { width, height } = this.#room;
    const side = this.scale * this.#size;
    this.x = bound(this.x, left, width, side);
    this.y = bound(this.y, top, height, side);
  }
}

function bound(value: number, start: number, room: number, side: number): number {
  if (side <= room) return start + (room - side) / 2;
  return Math.min(start + 12, Math.max(start + room - side - 12, value));
}
