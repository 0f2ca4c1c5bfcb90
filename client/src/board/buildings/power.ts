/** Wind, coal, solar, hydro. */
import { STEEL, WALL, type Pen } from "../pen.ts";

export function wind(pen: Pen): void {
  const turn = pen.variant * 0.7;
  pen.oval("rgba(58,38,18,0.22)", 0.62, 0.82, 0.24, 0.06);
  pen.fill("#f4f1ea", [
    [0.46, 0.84],
    [0.485, 0.1],
    [0.515, 0.1],
    [0.54, 0.84],
  ]);
  pen.fill("rgba(60,50,40,0.18)", [
    [0.5, 0.84],
    [0.5, 0.1],
    [0.515, 0.1],
    [0.54, 0.84],
  ]);
  for (let i = 0; i < 3; i++) {
    const a = turn + (i * 2 * Math.PI) / 3 - Math.PI / 2;
    const [c, s] = [Math.cos(a), Math.sin(a)];
    pen.fill("#ffffff", [
      [0.5 - s * 0.03, 0.1 + c * 0.03],
      [0.5 + c * 0.42, 0.1 + s * 0.42],
      [0.5 + s * 0.035, 0.1 - c * 0.035],
    ]);
    pen.line(pen.borough.colour, 0.035, [
      [0.5 + c * 0.36, 0.1 + s * 0.36],
      [0.5 + c * 0.42, 0.1 + s * 0.42],
    ]);
  }
  pen.oval(pen.borough.colour, 0.5, 0.1, 0.055);
  pen.rect(pen.borough.dark, 0.4, 0.8, 0.2, 0.07, 0.02);
}

export function coal(pen: Pen): void {
  pen.fill("rgba(58,38,18,0.25)", [
    [0.8, 1.1],
    [1.25, 0.9],
    [1.25, 0.7],
    [0.8, 0.8],
  ]);
  pen.fill("#d9cfc0", [
    [0.14, 1.16],
    [0.26, 0.7],
    [0.22, 0.18],
    [0.82, 0.18],
    [0.78, 0.7],
    [0.9, 1.16],
  ]);
  pen.fill("rgba(60,40,20,0.2)", [
    [0.6, 1.16],
    [0.58, 0.7],
    [0.6, 0.18],
    [0.82, 0.18],
    [0.78, 0.7],
    [0.9, 1.16],
  ]);
  pen.rect(pen.borough.colour, 0.225, 0.3, 0.59, 0.1);
  pen.oval("#8f8478", 0.52, 0.18, 0.3, 0.08);
  pen.puff(0.5, 0.04, 0.2);
  pen.puff(0.72, -0.12, 0.24);
  pen.stack(1.56, 0.96, 0.14, 1.0);
  pen.puff(1.7, -0.12, 0.13);
  pen.box(0.96, 1.3, 0.86, 0.3, 0.5, WALL.brick, pen.borough.dark);
  pen.windows(1.0, 0.9, 0.78, 0.22, 6, 1);
  pen.rect("#5b6670", 1.08, 1.1, 0.24, 0.2);
  pen.fill("#3a3633", [
    [0.16, 1.86],
    [0.5, 1.44],
    [0.72, 1.6],
    [0.96, 1.42],
    [1.3, 1.86],
  ]);
  pen.fill("#55504b", [
    [0.3, 1.7],
    [0.5, 1.44],
    [0.6, 1.6],
  ]);
  pen.rect("#c9822f", 1.44, 1.66, 0.36, 0.16, 0.02);
}

export function solar(pen: Pen): void {
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 3; column++) {
      const x = 0.16 + column * 0.58;
      const y = 0.26 + row * 0.43;
      pen.fill("rgba(58,38,18,0.25)", [
        [x + 0.06, y + 0.3],
        [x + 0.56, y + 0.3],
        [x + 0.6, y + 0.14],
        [x + 0.1, y + 0.1],
      ]);
      pen.fill("#26486e", [
        [x, y + 0.26],
        [x + 0.48, y + 0.26],
        [x + 0.52, y],
        [x + 0.06, y],
      ]);
      pen.fill("rgba(150,205,240,0.5)", [
        [x + 0.06, y + 0.2],
        [x + 0.24, y + 0.2],
        [x + 0.36, y + 0.02],
        [x + 0.16, y + 0.02],
      ]);
      for (let i = 1; i < 4; i++)
        pen.line("rgba(220,235,245,0.55)", 0.012, [
          [x + i * 0.12, y + 0.26],
          [x + 0.06 + i * 0.115, y],
        ]);
      pen.line(pen.borough.colour, 0.04, [
        [x, y + 0.27],
        [x + 0.48, y + 0.27],
      ]);
    }
  }
}

export function hydro(pen: Pen): void {
  pen.rect("#4aa3b8", 0.06, 0.16, 0.88, 0.3, 0.04);
  pen.fill("#cfc6b6", [
    [0.06, 0.44],
    [0.94, 0.44],
    [0.88, 0.8],
    [0.12, 0.8],
  ]);
  pen.rect("#e6dfd1", 0.04, 0.4, 0.92, 0.07);
  for (const x of [0.22, 0.44, 0.66]) {
    pen.rect("#eaf7f4", x, 0.52, 0.12, 0.36, 0.03);
    pen.oval("#ffffff", x + 0.06, 0.88, 0.1, 0.05);
  }
  pen.box(0.34, 0.42, 0.32, 0.1, 0.16, WALL.cream, pen.borough.colour);
  pen.windows(0.36, 0.28, 0.28, 0.1, 3, 1);
  pen.line(STEEL, 0.02, [
    [0.84, 0.42],
    [0.84, 0.1],
  ]);
}
