/** Mouse, pen and touch on the board: pointing, drawing lines, panning, zooming. */
import type { Lens } from "./lens.ts";

/** What the board's owner wants to hear. */
export interface Hand {
  readonly tool: number | null;
  readonly anchor: number | null;
  point(tile: number | null): void;
  start(tile: number): void;
  commit(ask: boolean): Promise<void>;
}

/** A pointer that moved less than this many CSS pixels has clicked. */
const CLICK = 6;

/** `pick` says which point of the map, in columns and rows, is at a place of the element. */
export class Pointer {
  readonly #element: HTMLElement;
  readonly #camera: Lens;
  readonly #pick: (x: number, y: number) => readonly [number, number];
  readonly #size: () => number;
  readonly #hand: Hand;
  readonly #redraw: () => void;
  readonly #stop = new AbortController();
  readonly #down = new Map<number, { x: number; y: number }>();
  #travelled = 0;
  #panning = false;

  constructor(
    element: HTMLElement,
    camera: Lens,
    pick: (x: number, y: number) => readonly [number, number],
    size: () => number,
    hand: Hand,
    redraw: () => void,
  ) {
    this.#element = element;
    this.#camera = camera;
    this.#pick = pick;
    this.#size = size;
    this.#hand = hand;
    this.#redraw = redraw;
    const { signal } = this.#stop;
    element.addEventListener(
      "pointerdown",
      (event) => {
        this.#press(event);
      },
      { signal },
    );
    element.addEventListener(
      "pointermove",
      (event) => {
        this.#move(event);
      },
      { signal },
    );
    element.addEventListener(
      "pointerup",
      (event) => {
        this.#release(event);
      },
      { signal },
    );
    element.addEventListener(
      "pointercancel",
      (event) => {
        this.#down.delete(event.pointerId);
      },
      { signal },
    );
    element.addEventListener(
      "pointerleave",
      () => {
        if (this.#down.size === 0) hand.point(null);
      },
      { signal },
    );
    element.addEventListener(
      "wheel",
      (event) => {
        this.#wheel(event);
      },
      { signal, passive: false },
    );
  }

  stop(): void {
    this.#stop.abort();
  }

  #tile(event: MouseEvent): number | null {
    const box = this.#element.getBoundingClientRect();
    const found = this.#pick(event.clientX - box.left, event.clientY - box.top);
    const [column, row] = [Math.floor(found[0]), Math.floor(found[1])];
    const size = this.#size();
    return column >= 0 && row >= 0 && column < size && row < size ? row * size + column : null;
  }

  #press(event: PointerEvent): void {
    this.#element.setPointerCapture(event.pointerId);
    this.#down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const tile = this.#tile(event);
    if (this.#down.size === 1) {
      this.#travelled = 0;
      this.#panning = event.button !== 0 || this.#hand.tool === null || tile === null;
      if (event.button === 0 && tile !== null) {
        if (this.#hand.tool === null) this.#hand.point(tile);
        else this.#hand.start(tile);
      }
    } else this.#panning = true;
  }

  #move(event: PointerEvent): void {
    const before = this.#down.get(event.pointerId);
    if (!before) {
      this.#hand.point(this.#tile(event));
      return;
    }
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
    this.#travelled += Math.abs(dx) + Math.abs(dy);
    if (this.#down.size === 2) this.#pinch(event, before);
    else if (this.#panning) {
      if (this.#travelled >= CLICK) this.#camera.pan(dx, dy);
    } else {
      const tile = this.#tile(event);
      if (this.#hand.anchor === null && this.#travelled >= CLICK && event.pointerType === "touch") {
        this.#panning = true; // a tool for single tiles: the finger moves the map
      } else if (tile !== null) this.#hand.point(tile);
    }
    this.#down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.#redraw();
  }

  #pinch(event: PointerEvent, before: { x: number; y: number }): void {
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return;
    const box = this.#element.getBoundingClientRect();
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const now = Math.hypot(event.clientX - other.x, event.clientY - other.y);
    this.#camera.pan((event.clientX - before.x) / 2, (event.clientY - before.y) / 2);
    this.#camera.zoom(
      now / Math.max(1, was),
      (event.clientX + other.x) / 2 - box.left,
      (event.clientY + other.y) / 2 - box.top,
    );
  }

  #release(event: PointerEvent): void {
    const alone = this.#down.size === 1;
    this.#down.delete(event.pointerId);
    if (!alone || event.button !== 0) return;
    if (this.#panning && (this.#travelled >= CLICK || this.#tile(event) === null)) return;
    void this.#hand.commit(event.pointerType === "touch");
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const box = this.#element.getBoundingClientRect();
    this.#camera.zoom(
      Math.exp(-event.deltaY * 0.0015),
      event.clientX - box.left,
      event.clientY - box.top,
    );
    this.#redraw();
  }
}
