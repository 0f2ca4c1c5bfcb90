/** The six landmarks: one of each in a match, with a golden plinth. */
import { GLASS_LIGHT, LAMP, SHADE, STEEL, STONE, WALL, type Pen } from "../pen.ts";

const GOLD = "#e3b04b";

export function museum(pen: Pen): void {
  pen.rect(GOLD, 0.04, 0.88, 0.92, 0.06, 0.02);
  pen.box(0.1, 0.88, 0.8, 0.24, 0.36, WALL.white, STONE);
  for (let i = 0; i < 7; i++) pen.rect("#d9cdb8", 0.13 + i * 0.115, 0.54, 0.045, 0.34);
  pen.fill(WALL.sand, [
    [0.06, 0.54],
    [0.5, 0.34],
    [0.94, 0.54],
  ]);
  pen.fill(pen.borough.colour, [
    [0.2, 0.51],
    [0.5, 0.38],
    [0.8, 0.51],
  ]);
  pen.rect(STONE, 0.32, 0.2, 0.36, 0.14);
  pen.oval("#5fa593", 0.5, 0.22, 0.2, 0.2);
  pen.oval("rgba(255,255,255,0.28)", 0.44, 0.14, 0.07, 0.08);
  pen.flag(0.5, 0.04, 0.2);
}

export function stadium(pen: Pen): void {
  for (const x of [0.2, 1.8]) {
    pen.line(STEEL, 0.05, [
      [x, 0.9],
      [x, 0.06],
    ]);
    pen.rect("#f7f3e8", x - 0.14, -0.06, 0.28, 0.16, 0.03);
    pen.oval(LAMP, x, 0.02, 0.1, 0.05);
  }
  pen.oval(SHADE, 1.12, 1.18, 0.94, 0.72);
  pen.oval("#cdbfa8", 1, 1.14, 0.92, 0.74);
  pen.oval(WALL.white, 1, 1.02, 0.92, 0.72);
  pen.oval(pen.borough.colour, 1, 1.02, 0.82, 0.62);
  pen.oval(pen.borough.light, 1, 1.04, 0.7, 0.51);
  pen.oval("#f3ead6", 1, 1.06, 0.6, 0.43);
  pen.oval("#6fae4c", 1, 1.08, 0.54, 0.37);
  pen.rect("rgba(255,255,255,0.18)", 0.78, 0.74, 0.14, 0.68);
  pen.rect("rgba(255,255,255,0.18)", 1.08, 0.74, 0.14, 0.68);
  pen.ring("#f4f7e8", 0.025, 1, 1.08, 0.13, 0.1);
  pen.line("#f4f7e8", 0.025, [
    [1, 0.72],
    [1, 1.44],
  ]);
  pen.rect(GOLD, 0.8, 1.74, 0.4, 0.1, 0.03);
}

export function observatory(pen: Pen): void {
  pen.rect(GOLD, 0.1, 0.88, 0.8, 0.06, 0.02);
  pen.box(0.18, 0.88, 0.64, 0.2, 0.3, WALL.white, STONE);
  pen.rect(pen.borough.colour, 0.18, 0.56, 0.64, 0.07);
  pen.windows(0.2, 0.66, 0.6, 0.14, 5, 1);
  pen.oval("#c6cdd2", 0.5, 0.4, 0.3, 0.3);
  pen.rect("#c6cdd2", 0.2, 0.4, 0.6, 0.12);
  pen.oval("rgba(255,255,255,0.4)", 0.38, 0.28, 0.1, 0.12);
  pen.fill("#26323d", [
    [0.52, 0.44],
    [0.56, 0.12],
    [0.68, 0.18],
    [0.66, 0.44],
  ]);
  pen.line("#8b6b3e", 0.07, [
    [0.58, 0.36],
    [0.78, 0.06],
  ]);
}

export function lighthouse(pen: Pen): void {
  pen.oval("#b4a48c", 0.5, 0.86, 0.38, 0.12);
  pen.rect(GOLD, 0.3, 0.84, 0.4, 0.06, 0.02);
  pen.fill("rgba(255,236,170,0.45)", [
    [0.5, -0.24],
    [1.12, -0.5],
    [1.12, 0.02],
  ]);
  pen.fill("#fbf8f0", [
    [0.34, 0.86],
    [0.41, -0.12],
    [0.59, -0.12],
    [0.66, 0.86],
  ]);
  for (let i = 0; i < 3; i++) {
    const y = 0 + i * 0.3;
    pen.fill(pen.borough.colour, [
      [0.41 - i * 0.021, y],
      [0.59 + i * 0.021, y],
      [0.6 + i * 0.021, y + 0.14],
      [0.4 - i * 0.021, y + 0.14],
    ]);
  }
  pen.fill("rgba(50,40,30,0.16)", [
    [0.52, 0.86],
    [0.51, -0.12],
    [0.59, -0.12],
    [0.66, 0.86],
  ]);
  pen.rect("#48525c", 0.38, -0.14, 0.24, 0.04);
  pen.rect(LAMP, 0.43, -0.3, 0.14, 0.16);
  pen.fill("#48525c", [
    [0.39, -0.28],
    [0.5, -0.42],
    [0.61, -0.28],
  ]);
  pen.door(0.45, 0.86, 0.1, 0.14);
}

export function garden(pen: Pen): void {
  pen.line("#ead9ae", 0.12, [
    [1, 1.96],
    [1, 1.2],
    [0.3, 1.1],
  ]);
  pen.line("#ead9ae", 0.1, [
    [1, 1.2],
    [1.7, 1.1],
  ]);
  const beds = ["#e8748a", "#f0c24f", "#a77cc9", "#f4f0e2"];
  for (let i = 0; i < 4; i++) {
    const x = 0.3 + (i % 2) * 1.02;
    const y = 1.38 + Math.floor(i / 2) * 0.3;
    pen.oval("#5f9a48", x + 0.2, y, 0.32, 0.12);
    for (let j = 0; j < 5; j++)
      pen.oval(beds[i] ?? "#e8748a", x + j * 0.1, y + (j % 2) * 0.05 - 0.03, 0.045);
  }
  pen.shadow(0.42, 1.0, 1.16, 0.3, 0.4);
  pen.rect("#bfe0da", 0.42, 0.56, 1.16, 0.44);
  pen.oval("#bfe0da", 1, 0.58, 0.36, 0.38);
  pen.oval("#d6efe9", 1, 0.56, 0.28, 0.3);
  for (let i = 0; i < 9; i++)
    pen.line("rgba(255,255,255,0.9)", 0.018, [
      [0.42 + i * 0.145, 1.0],
      [0.42 + i * 0.145, 0.56],
    ]);
  for (const x of [0.56, 0.8, 1.2, 1.44]) pen.oval("rgba(74,138,80,0.75)", x, 0.84, 0.09, 0.12);
  pen.rect(pen.borough.colour, 0.4, 0.53, 1.2, 0.05);
  pen.flag(1, 0.2, 0.26);
  pen.rect(GOLD, 0.86, 0.96, 0.28, 0.07, 0.02);
  pen.tree(0.22, 0.7, 0.16);
  pen.tree(1.8, 0.74, 0.18, "#7cb457");
  pen.pine(1.78, 1.86, 0.13);
}

export function central(pen: Pen): void {
  pen.rect("#b7a68a", 0.02, 0.8, 0.96, 0.16, 0.02);
  pen.line(STEEL, 0.02, [
    [0.02, 0.85],
    [0.98, 0.85],
  ]);
  pen.line(STEEL, 0.02, [
    [0.02, 0.92],
    [0.98, 0.92],
  ]);
  pen.shadow(0.06, 0.8, 0.88, 0.2, 0.5);
  pen.rect(WALL.sand, 0.06, 0.36, 0.88, 0.44);
  pen.oval(pen.borough.colour, 0.5, 0.42, 0.4, 0.34);
  pen.rect(WALL.sand, 0.06, 0.5, 0.88, 0.3);
  pen.oval(GLASS_LIGHT, 0.5, 0.5, 0.3, 0.28);
  pen.rect(GLASS_LIGHT, 0.2, 0.5, 0.6, 0.2);
  for (let i = 0; i < 5; i++)
    pen.line("#fff8ea", 0.02, [
      [0.5, 0.52],
      [0.2 + i * 0.15, 0.26 + Math.abs(i - 2) * 0.07],
    ]);
  for (let i = 0; i < 6; i++) pen.rect("#fff8ea", 0.2 + i * 0.115, 0.52, 0.02, 0.28);
  pen.box(0.06, 0.8, 0.12, 0.1, 0.56, WALL.cream, pen.borough.dark);
  pen.box(0.82, 0.8, 0.12, 0.1, 0.56, WALL.cream, pen.borough.dark);
  pen.oval("#fffdf5", 0.5, 0.32, 0.09);
  pen.ring("#5b4a38", 0.018, 0.5, 0.32, 0.09);
  pen.line("#5b4a38", 0.018, [
    [0.5, 0.26],
    [0.5, 0.32],
    [0.55, 0.33],
  ]);
  pen.rect(GOLD, 0.3, 0.76, 0.4, 0.05, 0.02);
}
