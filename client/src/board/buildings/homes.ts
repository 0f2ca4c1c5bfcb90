/** Cottages, apartments, towers: they grow with the number of people. */
import { GLASS_LIGHT, STEEL, STONE, WALL, type Pen } from "../pen.ts";

const WALLS = [WALL.cream, WALL.sand, WALL.clay] as const;

export function cottage(pen: Pen): void {
  const wall = WALLS[pen.variant] ?? WALL.cream;
  const x = pen.variant === 1 ? 0.4 : 0.2;
  pen.fill("#e9d9b4", [
    [x + 0.16, 0.98],
    [x + 0.26, 0.98],
    [x + 0.24, 0.78],
    [x + 0.16, 0.78],
  ]);
  pen.gable(x, 0.8, 0.42, 0.2, 0.2, 0.24, wall);
  pen.door(x + 0.16, 0.8, 0.09, 0.14);
  pen.windows(x + 0.13, 0.46, 0.16, 0.12, 1, 1);
  pen.rect("#8c5a44", x + 0.32, 0.16, 0.07, 0.18);
  pen.tree(pen.variant === 1 ? 0.2 : 0.8, 0.82, 0.1, "#7cb457");
  pen.tree(pen.variant === 1 ? 0.24 : 0.84, 0.42, 0.08, "#92c266");
}

export function apartments(pen: Pen): void {
  const first = WALLS[pen.variant] ?? WALL.cream;
  const second = WALLS[(pen.variant + 1) % 3] ?? WALL.sand;
  pen.house(0.12, 0.86, 0.4, 0.26, 0.42, first);
  pen.windows(0.15, 0.47, 0.34, 0.26, 3, 2);
  pen.door(0.27, 0.86);
  pen.house(0.5, 0.86, 0.38, 0.26, 0.52, second);
  pen.windows(0.53, 0.37, 0.32, 0.36, 3, 3);
  pen.door(0.66, 0.86);
  pen.rect("#8c5a44", 0.2, 0.14, 0.06, 0.12);
  pen.tree(0.9, 0.94, 0.07, "#7cb457");
}

export function tower(pen: Pen): void {
  const wall = pen.variant === 1 ? WALL.mist : WALL.cream;
  pen.box(0.14, 0.9, 0.72, 0.2, 0.14, STONE, "#e6dcc8");
  pen.windows(0.17, 0.77, 0.66, 0.11, 5, 1, GLASS_LIGHT);
  pen.box(0.24, 0.78, 0.52, 0.24, 1.0, wall, pen.borough.colour);
  pen.windows(0.27, -0.18, 0.46, 0.92, 4, 8);
  pen.rect(pen.borough.dark, 0.24, -0.25, 0.52, 0.05);
  pen.rect(STEEL, 0.36, -0.46, 0.14, 0.1);
  pen.line(STEEL, 0.025, [
    [0.6, -0.34],
    [0.6, -0.62],
  ]);
  pen.oval("#e2553a", 0.6, -0.62, 0.03);
}
