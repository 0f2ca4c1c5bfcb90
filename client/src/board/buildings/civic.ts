/** School, clinic, police, fire station, station, town hall: one big emblem each. */
import { GLASS_LIGHT, STEEL, STONE, WALL, type Pen } from "../pen.ts";

export function school(pen: Pen): void {
  pen.house(0.08, 0.86, 0.84, 0.26, 0.3, WALL.cream);
  pen.windows(0.1, 0.6, 0.28, 0.16, 3, 1);
  pen.windows(0.62, 0.6, 0.28, 0.16, 3, 1);
  pen.gable(0.38, 0.88, 0.24, 0.12, 0.5, 0.18, WALL.sand);
  pen.oval("#fffdf5", 0.5, 0.44, 0.08);
  pen.ring("#5b4a38", 0.015, 0.5, 0.44, 0.08);
  pen.line("#5b4a38", 0.018, [
    [0.5, 0.39],
    [0.5, 0.44],
    [0.54, 0.46],
  ]);
  pen.door(0.44, 0.88, 0.12, 0.18);
  pen.flag(0.86, 0.4, 0.3);
}

export function clinic(pen: Pen): void {
  pen.box(0.1, 0.86, 0.8, 0.32, 0.42, WALL.white, "#e4e0d6");
  pen.ring(pen.borough.colour, 0.03, 0.68, 0.27, 0.12, 0.1);
  pen.rect(pen.borough.colour, 0.63, 0.22, 0.02, 0.1);
  pen.rect(pen.borough.colour, 0.71, 0.22, 0.02, 0.1);
  pen.rect(pen.borough.colour, 0.63, 0.26, 0.1, 0.02);
  pen.windows(0.12, 0.5, 0.24, 0.28, 2, 2, GLASS_LIGHT);
  pen.windows(0.64, 0.5, 0.24, 0.28, 2, 2, GLASS_LIGHT);
  pen.rect("#1f8f6b", 0.455, 0.5, 0.09, 0.24);
  pen.rect("#1f8f6b", 0.38, 0.575, 0.24, 0.09);
  pen.door(0.44, 0.86, 0.12, 0.1, "#7fb3bd");
}

export function police(pen: Pen): void {
  pen.box(0.1, 0.86, 0.8, 0.24, 0.34, WALL.mist, pen.borough.dark);
  pen.rect("#2f4d7a", 0.1, 0.54, 0.8, 0.08);
  for (const x of [0.16, 0.28, 0.68, 0.8]) pen.rect("#f6f3ea", x, 0.64, 0.035, 0.22);
  pen.box(0.36, 0.82, 0.28, 0.14, 0.56, WALL.white, "#2f4d7a");
  pen.fill("#2f4d7a", [
    [0.42, 0.4],
    [0.58, 0.4],
    [0.58, 0.52],
    [0.5, 0.62],
    [0.42, 0.52],
  ]);
  pen.fill("#f2c14e", [
    [0.5, 0.42],
    [0.53, 0.5],
    [0.5, 0.57],
    [0.47, 0.5],
  ]);
  pen.oval("#58a8ff", 0.5, 0.1, 0.06);
  pen.oval("rgba(120,190,255,0.4)", 0.5, 0.1, 0.11);
  pen.door(0.44, 0.86, 0.12, 0.14, "#3c4a5c");
}

export function fireStation(pen: Pen): void {
  pen.box(0.68, 0.84, 0.2, 0.14, 0.84, WALL.brick, pen.borough.colour);
  pen.windows(0.71, 0.06, 0.14, 0.5, 1, 3);
  pen.box(0.08, 0.86, 0.62, 0.28, 0.38, WALL.clay, pen.borough.colour);
  for (const x of [0.13, 0.42]) {
    pen.rect("#c33b26", x, 0.58, 0.23, 0.28, [0.03, 0.03, 0, 0]);
    for (let i = 1; i < 4; i++) pen.rect("rgba(255,230,210,0.55)", x, 0.58 + i * 0.07, 0.23, 0.012);
  }
  pen.rect("#d8442c", 0.16, 0.84, 0.3, 0.1, 0.02);
  pen.line("#f0e6d2", 0.02, [
    [0.18, 0.84],
    [0.44, 0.82],
  ]);
}

export function station(pen: Pen): void {
  pen.rect("#b7a68a", 0.04, 0.72, 0.92, 0.2, 0.02);
  for (let i = 0; i < 9; i++) pen.rect("#6f5a44", 0.07 + i * 0.1, 0.74, 0.03, 0.16);
  pen.line(STEEL, 0.02, [
    [0.04, 0.78],
    [0.96, 0.78],
  ]);
  pen.line(STEEL, 0.02, [
    [0.04, 0.87],
    [0.96, 0.87],
  ]);
  pen.rect(pen.borough.colour, 0.16, 0.66, 0.62, 0.17, 0.05);
  pen.windows(0.18, 0.67, 0.58, 0.1, 6, 1, "#fdf3d8");
  pen.box(0.12, 0.6, 0.76, 0.1, 0.06, STONE, "#efe6d2");
  pen.house(0.22, 0.52, 0.56, 0.22, 0.18, WALL.cream);
  pen.oval("#fffdf5", 0.5, 0.42, 0.065);
  pen.ring("#5b4a38", 0.014, 0.5, 0.42, 0.065);
}

export function hall(pen: Pen): void {
  pen.rect("#e6dac0", 0.04, 0.82, 0.92, 0.14, 0.02);
  pen.house(0.1, 0.86, 0.8, 0.28, 0.38, WALL.cream);
  for (let i = 0; i < 6; i++) pen.rect("#fffaf0", 0.15 + i * 0.13, 0.54, 0.045, 0.32);
  pen.box(0.38, 0.8, 0.24, 0.14, 0.78, WALL.sand, pen.borough.dark);
  pen.fill(pen.borough.colour, [
    [0.35, 0.02],
    [0.5, -0.3],
    [0.65, 0.02],
  ]);
  pen.fill(pen.borough.light, [
    [0.35, 0.02],
    [0.5, -0.3],
    [0.5, 0.02],
  ]);
  pen.oval("#fffdf5", 0.5, 0.2, 0.09);
  pen.ring("#5b4a38", 0.018, 0.5, 0.2, 0.09);
  pen.line("#5b4a38", 0.02, [
    [0.5, 0.14],
    [0.5, 0.2],
    [0.55, 0.22],
  ]);
  pen.door(0.44, 0.86, 0.12, 0.2, "#6b4429");
  pen.flag(0.5, -0.28, 0.22);
}
