/**
 * Shapes that buildings are made of, in units of a tile: x to the right, y down, height upwards.
 *
 * A body is seen from the south and a little from above: its front stands on the line `y`, and
 * its roof lies above the front. Light comes from the north-west, shadows fall to the east.
 */
import type { Borough } from "./boroughs.ts";

export type Points = readonly (readonly [number, number])[];

export const WALL = {
  cream: "#fbeed6",
  sand: "#f0d3a4",
  clay: "#dda27f",
  mist: "#d5dfda",
  brick: "#c07a58",
  white: "#fbf8f0",
} as const;
export const GLASS = "#5f93b0";
export const GLASS_LIGHT = "#9cc6d6";
export const LAMP = "#ffe2a0";
export const STONE = "#d6ccba";
export const STEEL = "#9aa5ad";
export const SHADE = "rgba(58,38,18,0.28)";

export class Pen {
  readonly context: CanvasRenderingContext2D;
  readonly borough: Borough;
  /** 0, 1 or 2: which look of the kind. */
  readonly variant: number;

  constructor(context: CanvasRenderingContext2D, borough: Borough, variant: number) {
    this.context = context;
    this.borough = borough;
    this.variant = variant;
  }

  fill(colour: string, points: Points): void {
    this.context.fillStyle = colour;
    this.context.beginPath();
    for (const [x, y] of points) this.context.lineTo(x, y);
    this.context.closePath();
    this.context.fill();
  }

  rect(
    colour: string,
    x: number,
    y: number,
    w: number,
    h: number,
    radius: number | readonly number[] = 0,
  ): void {
    this.context.fillStyle = colour;
    this.context.beginPath();
    this.context.roundRect(x, y, w, h, radius as number | number[]);
    this.context.fill();
  }

  oval(colour: string, x: number, y: number, rx: number, ry = rx): void {
    this.context.fillStyle = colour;
    this.context.beginPath();
    this.context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    this.context.fill();
  }

  line(colour: string, width: number, points: Points): void {
    this.context.strokeStyle = colour;
    this.context.lineWidth = width;
    this.context.lineJoin = this.context.lineCap = "round";
    this.context.beginPath();
    for (const [x, y] of points) this.context.lineTo(x, y);
    this.context.stroke();
  }

  ring(colour: string, width: number, x: number, y: number, rx: number, ry = rx): void {
    this.context.strokeStyle = colour;
    this.context.lineWidth = width;
    this.context.beginPath();
    this.context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    this.context.stroke();
  }

  shadow(x: number, y: number, w: number, d: number, h: number): void {
    const s = Math.min(0.42, 0.1 + h * 0.42);
    this.fill(SHADE, [
      [x + 0.03, y],
      [x + w, y],
      [x + w + s, y - s * 0.45],
      [x + w + s, y - d - s * 0.3],
      [x + w, y - d],
    ]);
  }

  /** A front wall, darker at its foot. */
  wall(colour: string, x: number, y: number, w: number, h: number): void {
    this.rect(colour, x, y - h, w, h);
    const foot = this.context.createLinearGradient(0, y - h, 0, y);
    foot.addColorStop(0.35, "rgba(90,50,20,0)");
    foot.addColorStop(1, "rgba(90,50,20,0.2)");
    this.context.fillStyle = foot;
    this.context.fillRect(x, y - h, w, h);
  }

  /** A block with a flat roof. */
  box(x: number, y: number, w: number, d: number, h: number, wall: string, roof: string): void {
    this.shadow(x, y, w, d, h);
    this.wall(wall, x, y, w, h);
    this.rect(roof, x, y - h - d, w, d);
    this.rect("rgba(255,255,255,0.22)", x, y - h - d, w, 0.025);
    this.rect("rgba(60,30,10,0.22)", x, y - h - 0.02, w, 0.02);
  }

  /** A house whose ridge runs east to west. */
  house(x: number, y: number, w: number, d: number, h: number, wall: string): void {
    const { colour, dark, light } = this.borough;
    const eave = 0.035;
    this.shadow(x, y, w, d, h + 0.1);
    this.wall(wall, x, y, w, h);
    const ridge = y - h - d * 0.62;
    this.fill(dark, [
      [x - eave, y - h - d],
      [x + w + eave, y - h - d],
      [x + w, ridge],
      [x, ridge],
    ]);
    this.fill(colour, [
      [x, ridge],
      [x + w, ridge],
      [x + w + eave, y - h + eave],
      [x - eave, y - h + eave],
    ]);
    this.rect(light, x, ridge - 0.012, w, 0.028);
  }

  /** A house whose gable looks south. */
  gable(x: number, y: number, w: number, d: number, h: number, rise: number, wall: string): void {
    const { colour, dark, light } = this.borough;
    const eave = 0.05;
    const middle = x + w / 2;
    const top = y - h - rise;
    this.shadow(x, y, w, d, h + rise);
    this.fill(light, [
      [x - eave, y - h + eave],
      [middle, top],
      [middle, top - d],
      [x - eave, y - h - d + eave],
    ]);
    this.fill(dark, [
      [x + w + eave, y - h + eave],
      [middle, top],
      [middle, top - d],
      [x + w + eave, y - h - d + eave],
    ]);
    this.wall(wall, x, y, w, h);
    this.fill(wall, [
      [x, y - h + 0.005],
      [middle, top + 0.03],
      [x + w, y - h + 0.005],
    ]);
    this.line(colour, 0.045, [
      [x - eave, y - h + eave],
      [middle, top],
      [x + w + eave, y - h + eave],
    ]);
  }

  windows(
    x: number,
    y: number,
    w: number,
    h: number,
    columns: number,
    rows: number,
    colour = GLASS,
  ): void {
    const stepX = w / columns;
    const stepY = h / rows;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const lit = (row * 7 + column * 3 + this.variant * 5) % 5 === 0;
        this.rect(
          lit ? LAMP : colour,
          x + (column + 0.2) * stepX,
          y + (row + 0.2) * stepY,
          stepX * 0.6,
          stepY * 0.6,
        );
      }
    }
  }

  door(x: number, y: number, w = 0.07, h = 0.12, colour = "#7a5236"): void {
    this.rect(colour, x, y - h, w, h, 0.01);
  }

  tree(x: number, y: number, r: number, colour = "#6aa348"): void {
    this.oval(SHADE, x + r * 0.5, y + r * 0.15, r * 0.95, r * 0.42);
    this.rect("#7a5a3c", x - r * 0.12, y - r * 0.5, r * 0.24, r * 0.6);
    this.oval("#3f7440", x + r * 0.1, y - r * 0.85, r * 0.95);
    this.oval(colour, x, y - r * 0.95, r * 0.88);
    this.oval("rgba(255,255,220,0.3)", x - r * 0.28, y - r * 1.25, r * 0.42);
  }

  pine(x: number, y: number, r: number, colour = "#3f7f52"): void {
    this.oval(SHADE, x + r * 0.5, y, r * 0.9, r * 0.35);
    for (const [level, wide] of [
      [0, 1],
      [0.65, 0.78],
      [1.25, 0.52],
    ] as const) {
      const foot = y - level * r;
      this.fill(colour, [
        [x - r * wide, foot],
        [x, foot - r * 1.35],
        [x + r * wide, foot],
      ]);
      this.fill("rgba(20,50,30,0.22)", [
        [x, foot],
        [x, foot - r * 1.35],
        [x + r * wide, foot],
      ]);
    }
  }

  puff(x: number, y: number, r: number): void {
    this.oval("rgba(120,110,104,0.35)", x + r * 0.2, y + r * 0.2, r);
    this.oval("rgba(245,241,234,0.9)", x, y, r);
  }

  /** A striped chimney with its foot at (x, y). */
  stack(x: number, y: number, w: number, h: number): void {
    this.rect(SHADE, x + w, y - h * 0.35, w * 2.4, h * 0.16);
    this.rect("#efe7d8", x, y - h, w, h);
    for (let i = 0; i < 3; i++) this.rect("#c9553a", x, y - h + (h * (2 * i)) / 6, w, h / 6);
    this.rect("rgba(60,30,10,0.25)", x + w * 0.62, y - h, w * 0.38, h);
    this.oval("#6b5d55", x + w / 2, y - h, w / 2, w * 0.22);
  }

  flag(x: number, y: number, h: number): void {
    this.line("#7b6a55", 0.02, [
      [x, y],
      [x, y - h],
    ]);
    this.fill(this.borough.colour, [
      [x, y - h],
      [x + 0.17, y - h + 0.05],
      [x, y - h + 0.12],
    ]);
  }

  /** Stripes of the borough's colour and white over a shop front. */
  awning(x: number, y: number, w: number, h: number, stripes: number): void {
    const step = w / stripes;
    for (let i = 0; i < stripes; i++) {
      this.rect(i % 2 ? "#fff8ea" : this.borough.colour, x + i * step, y, step, h, [
        0,
        0,
        step / 2,
        step / 2,
      ]);
    }
  }
}
