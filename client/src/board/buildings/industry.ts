/** Workshops, factories, farms, harbours. */
import { GLASS_LIGHT, SHADE, STEEL, WALL, type Pen } from "../pen.ts";

/** A roof of slanted skylights. */
function sawTooth(pen: Pen, x: number, y: number, w: number, teeth: number): void {
  const step = w / teeth;
  for (let i = 0; i < teeth; i++) {
    const left = x + i * step;
    pen.fill(pen.borough.colour, [
      [left, y],
      [left, y - 0.18],
      [left + step, y],
    ]);
    pen.fill(GLASS_LIGHT, [
      [left, y],
      [left, y - 0.18],
      [left + step * 0.22, y - 0.02],
      [left + step * 0.22, y],
    ]);
  }
}

export function workshop(pen: Pen): void {
  pen.shadow(0.14, 0.84, 0.68, 0.24, 0.36);
  pen.rect(pen.borough.dark, 0.14, 0.3, 0.68, 0.2);
  pen.wall(WALL.brick, 0.14, 0.84, 0.68, 0.36);
  sawTooth(pen, 0.14, 0.5, 0.68, 3);
  pen.rect("#5b6670", 0.24, 0.6, 0.2, 0.24);
  pen.windows(0.5, 0.58, 0.28, 0.14, 3, 1);
  pen.stack(0.68, 0.34, 0.08, 0.26);
}

export function factory(pen: Pen): void {
  pen.stack(0.16, 0.4, 0.11, 0.62);
  pen.stack(0.36, 0.36, 0.11, 0.72);
  pen.puff(0.28, -0.3, 0.1);
  pen.puff(0.5, -0.46, 0.13);
  pen.shadow(0.07, 0.9, 0.86, 0.3, 0.46);
  pen.rect(pen.borough.dark, 0.07, 0.26, 0.86, 0.22);
  pen.wall(WALL.brick, 0.07, 0.9, 0.86, 0.42);
  sawTooth(pen, 0.07, 0.48, 0.86, 4);
  pen.windows(0.1, 0.55, 0.8, 0.13, 8, 1, GLASS_LIGHT);
  pen.rect("#5b6670", 0.14, 0.72, 0.18, 0.18);
  pen.rect("#5b6670", 0.4, 0.72, 0.18, 0.18);
  pen.rect("#e5b04a", 0.68, 0.8, 0.18, 0.1);
}

export function farm(pen: Pen): void {
  for (let i = 0; i < 9; i++) {
    pen.rect(i % 2 ? "#c9a94e" : "#9fb04c", 0.1, 1.02 + i * 0.095, 1.8, 0.07, 0.03);
    pen.rect(i % 2 ? "#7ea446" : "#b7bd5b", 1.0, 0.16 + i * 0.09, 0.9, 0.07, 0.03);
  }
  pen.gable(0.2, 0.86, 0.5, 0.28, 0.26, 0.26, "#b5553f");
  pen.rect("#f6ead2", 0.37, 0.64, 0.16, 0.22);
  pen.line("#b5553f", 0.02, [
    [0.37, 0.64],
    [0.53, 0.86],
  ]);
  pen.line("#b5553f", 0.02, [
    [0.53, 0.64],
    [0.37, 0.86],
  ]);
  pen.rect(SHADE, 0.98, 0.62, 0.22, 0.18);
  pen.rect("#cfd4d2", 0.78, 0.36, 0.2, 0.48);
  pen.oval("#eef0ec", 0.88, 0.36, 0.1, 0.09);
}

export function harbour(pen: Pen): void {
  pen.rect("#a98760", 0.06, 0.72, 0.88, 0.2, 0.02);
  for (let i = 0; i < 8; i++) pen.rect("rgba(70,45,20,0.35)", 0.08 + i * 0.11, 0.72, 0.015, 0.2);
  pen.box(0.1, 0.72, 0.42, 0.2, 0.24, WALL.mist, pen.borough.colour);
  pen.rect("#5b6670", 0.2, 0.56, 0.2, 0.16);
  pen.line("#d8902f", 0.05, [
    [0.7, 0.8],
    [0.7, 0.14],
  ]);
  pen.line("#d8902f", 0.04, [
    [0.5, 0.2],
    [0.96, 0.14],
  ]);
  pen.line("#6b5d4a", 0.015, [
    [0.92, 0.15],
    [0.92, 0.5],
  ]);
  pen.rect(pen.borough.dark, 0.84, 0.5, 0.15, 0.1);
  pen.rect("#d4502f", 0.52, 0.8, 0.14, 0.09);
  pen.rect(STEEL, 0.74, 0.82, 0.14, 0.09);
}
