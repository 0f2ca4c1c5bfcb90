/** Parks, plazas, reserves. */
import { SHADE, type Pen } from "../pen.ts";

export function park(pen: Pen): void {
  pen.line("#e7d7ae", 0.09, [
    [0.1, 0.86],
    [0.4, 0.62],
    [0.56, 0.4],
    [0.9, 0.16],
  ]);
  pen.oval("#5fb3bf", 0.66, 0.72, 0.19, 0.12);
  pen.oval("rgba(255,255,255,0.5)", 0.61, 0.69, 0.06, 0.02);
  pen.tree(0.26, 0.42, 0.15, "#7cb457");
  pen.tree(0.74, 0.46, 0.12, "#93c45f");
  pen.tree(0.2, 0.82, 0.1, pen.variant === 1 ? "#f2a7b6" : "#8fbe58");
  pen.tree(0.46, 0.24, 0.1, pen.variant === 2 ? "#e8b25a" : "#69a84f");
  for (const [x, y] of [
    [0.42, 0.84],
    [0.5, 0.9],
    [0.88, 0.6],
  ] as const)
    pen.oval("#e8748a", x, y, 0.025);
}

export function plaza(pen: Pen): void {
  pen.rect("#e8d9b8", 0.1, 0.1, 0.8, 0.8, 0.06);
  for (let i = 0; i < 3; i++)
    pen.ring("rgba(168,130,80,0.55)", 0.022, 0.5, 0.52, 0.36 - i * 0.09, 0.33 - i * 0.08);
  pen.oval("#cbbda0", 0.5, 0.54, 0.19, 0.15);
  pen.oval("#63b9c4", 0.5, 0.53, 0.15, 0.11);
  pen.line("#f4fbfb", 0.03, [
    [0.5, 0.52],
    [0.5, 0.3],
  ]);
  pen.line("#f4fbfb", 0.02, [
    [0.42, 0.5],
    [0.46, 0.36],
    [0.5, 0.31],
    [0.54, 0.36],
    [0.58, 0.5],
  ]);
  for (const [x, y] of [
    [0.2, 0.26],
    [0.8, 0.26],
    [0.2, 0.82],
    [0.8, 0.82],
  ] as const) {
    pen.oval(SHADE, x + 0.04, y + 0.04, 0.085, 0.06);
    pen.oval(pen.borough.colour, x, y, 0.085, 0.075);
    pen.oval("#fff6e2", x, y, 0.03);
  }
}

export function reserve(pen: Pen): void {
  pen.pine(0.22, 0.42, 0.13);
  pen.pine(0.74, 0.36, 0.14, "#35724a");
  pen.pine(0.48, 0.56, 0.16, "#468a5b");
  pen.pine(0.8, 0.74, 0.13);
  pen.pine(0.2, 0.8, 0.12, "#4f9561");
  for (let i = 0; i < 6; i++) pen.rect("#a57a4c", 0.09 + i * 0.16, 0.84, 0.03, 0.11);
  pen.line("#b98c5a", 0.02, [
    [0.08, 0.88],
    [0.92, 0.88],
  ]);
  pen.rect("#8c633a", 0.49, 0.72, 0.03, 0.2);
  pen.oval(pen.borough.colour, 0.505, 0.72, 0.085, 0.08);
  pen.fill("#fff6e2", [
    [0.505, 0.665],
    [0.55, 0.75],
    [0.46, 0.75],
  ]);
}
