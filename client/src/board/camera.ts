/** What part of the board is seen: CSS pixels a tile, and where its north-west corner lies. */
export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CLOSEST = 110;
/** CSS pixels a tile: the least that a finger or a shaky hand can hit, and what is shown instead. */
const SMALLEST = 24;
const COMFORTABLE = 36;

export class Camera {
  /** CSS pixels a tile. */
  scale = 32;
  x = 0;
  y = 0;
  #size = 16;
  #width = 0;
  #height = 0;
  #insets: Insets = { left: 0, top: 0, right: 0, bottom: 0 };
  #fitted = true;

  /** The canvas or what lies over it changed; a board that was seen whole stays so. */
  resize(size: number, width: number, height: number, insets: Insets): void {
    this.#size = size;
    this.#width = width;
    this.#height = height;
    this.#insets = insets;
    if (this.#fitted) this.fit();
    else this.#clamp();
  }

  /** Shows the whole board. */
  fit(): void {
    this.scale = this.#whole();
    const { left, top, right, bottom } = this.#insets;
    const side = this.scale * this.#size;
    this.x = left + (this.#width - left - right - side) / 2;
    this.y = top + (this.#height - top - bottom - side) / 2;
    this.#fitted = true;
  }

  /** Where tiles are too small to be touched, looks closely at one instead of at the whole board. */
  closeUp(column: number, row: number): void {
    if (this.scale >= SMALLEST) return;
    this.zoomMiddle(COMFORTABLE / this.scale);
    const { left, top } = this.#insets;
    const { width, height } = this.#room;
    this.x = left + width / 2 - (column + 0.5) * this.scale;
    this.y = top + height / 2 - (row + 0.5) * this.scale;
    this.#clamp();
  }

  /** Zooms around a point of the canvas, in CSS pixels. */
  zoom(by: number, x: number, y: number): void {
    const before = this.scale;
    this.scale = Math.min(CLOSEST, Math.max(this.#whole(), before * by));
    this.x = x - ((x - this.x) * this.scale) / before;
    this.y = y - ((y - this.y) * this.scale) / before;
    this.#fitted = this.scale <= this.#whole() * 1.001;
    if (this.#fitted) this.fit();
    else this.#clamp();
  }

  /** Zooms around the middle of what is free. */
  zoomMiddle(by: number): void {
    const { left, top, right, bottom } = this.#insets;
    this.zoom(by, (left + this.#width - right) / 2, (top + this.#height - bottom) / 2);
  }

  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.#clamp();
  }

  /** Brings a tile into what is free of panels. */
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

  /** Moves the board so that a row's lower edge lies above `y`, past its edge if need be. */
  liftAbove(row: number, y: number): void {
    this.y = Math.min(this.y, y - (row + 1) * this.scale);
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
