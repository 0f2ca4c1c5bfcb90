/** Shops, malls, offices. */
import { GLASS, GLASS_LIGHT, STEEL, WALL, type Pen } from "../pen.ts";

export function shop(pen: Pen): void {
  const wall = pen.variant === 1 ? WALL.clay : WALL.cream;
  pen.box(0.14, 0.82, 0.7, 0.3, 0.34, wall, "#cdbfa6");
  pen.rect(pen.borough.dark, 0.22, 0.36, 0.54, 0.1, 0.02);
  pen.rect("#fff3d6", 0.3, 0.385, 0.38, 0.045, 0.02);
  pen.rect(GLASS_LIGHT, 0.2, 0.62, 0.34, 0.17);
  pen.door(0.62, 0.82, 0.11, 0.18, "#6d4a35");
  pen.awning(0.12, 0.52, 0.74, 0.11, 8);
  pen.oval("#e2893b", 0.24, 0.88, 0.045, 0.035);
  pen.oval("#b94f3a", 0.35, 0.88, 0.045, 0.035);
}

export function mall(pen: Pen): void {
  pen.box(0.06, 0.84, 0.88, 0.36, 0.4, WALL.white, "#d9cdb6");
  pen.rect(GLASS, 0.1, 0.5, 0.8, 0.3);
  pen.windows(0.1, 0.5, 0.8, 0.3, 8, 2, GLASS_LIGHT);
  pen.fill(pen.borough.colour, [
    [0.34, 0.84],
    [0.34, 0.42],
    [0.5, 0.26],
    [0.66, 0.42],
    [0.66, 0.84],
  ]);
  pen.rect("#fff3d6", 0.42, 0.58, 0.16, 0.26, [0.08, 0.08, 0, 0]);
  pen.oval("#fff3d6", 0.5, 0.44, 0.06);
  pen.awning(0.06, 0.46, 0.26, 0.08, 4);
  pen.awning(0.68, 0.46, 0.26, 0.08, 4);
  pen.rect(STEEL, 0.14, 0.16, 0.14, 0.1);
  pen.rect(STEEL, 0.74, 0.14, 0.1, 0.1);
}

export function office(pen: Pen): void {
  const x = pen.variant === 1 ? 0.18 : 0.24;
  const w = pen.variant === 1 ? 0.64 : 0.52;
  pen.box(x, 0.86, w, 0.26, 0.66, GLASS, pen.borough.colour);
  for (let floor = 0; floor < 5; floor++) {
    const y = 0.22 + floor * 0.125;
    pen.rect("#f3ebdb", x - 0.025, y, w + 0.05, 0.045);
    pen.rect("rgba(255,255,255,0.28)", x + 0.04 + floor * 0.05, y + 0.05, 0.1, 0.06);
  }
  pen.door(x + w / 2 - 0.06, 0.86, 0.12, 0.07, "#3b5666");
  pen.rect("#f3ebdb", x + 0.1, 0.02, 0.16, 0.1);
}
