/** What grows on a farm: crops in ridges, cabbages, sunflowers, hay. */
import { mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { cylinder, plate } from "../kit/shapes.ts";
import type { Order } from "./build.ts";
import { beam, extrude, roll } from "./yard.ts";

/** A field from (x0, z0) to (x1, z1) in ridges along x. */
export function crop(mesh: Mesh, [x0, z0, x1, z1]: readonly [number, number, number, number], rows: number, paint: Paint, height: number): void {
  plate(mesh, [(x0 + x1) / 2, 0.03, (z0 + z1) / 2], x1 - x0, z1 - z0, mix(paint, "#7d5535", 0.72));
  const step = (z1 - z0) / rows;
  for (let i = 0; i < rows; i++) {
    const z = z0 + (i + 0.5) * step;
    const tone = shade(paint, 0.97 + (i % 2) * 0.07);
    const [out, flat, low, top] = [step * 0.42, step * 0.22, 0.03, 0.03 + height];
    const line = [[z - out, low], [z - flat, top], [z + flat, top], [z + out, low]] as const;
    const dip = (i % 3) * 0.012;
    extrude(mesh, line, x0 + 0.02 + dip, x1 - 0.045 + dip, [shade(tone, 0.74), shade(tone, 1.02), shade(tone, 0.78)], shade(tone, 0.86));
  }
}

export function sunflower(mesh: Mesh, [x, y, z]: Point): void {
  beam(mesh, [x, y, z], [x, y + 0.15, z], 0.009, "#5d8f37", { sides: 3 });
  beam(mesh, [x, y + 0.15, z], [x + 0.012, y + 0.165, z + 0.014], 0.05, "#dc9a1c", { sides: 6, cap: "#ffcf3a" });
  beam(mesh, [x + 0.012, y + 0.165, z + 0.014], [x + 0.016, y + 0.17, z + 0.019], 0.024, "#6b4326", { cap: "#7a4d2a" });
}

export function cabbages(mesh: Mesh, { chance }: Order, [x0, z0, x1, z1]: readonly [number, number, number, number]): void {
  plate(mesh, [(x0 + x1) / 2, 0.03, (z0 + z1) / 2], x1 - x0, z1 - z0, "#8a5f3d");
  for (let i = 0; i < 6; i++)
    for (let j = 0; j < 3; j++) {
      const [x, z] = [x0 + ((i + 0.5) / 6) * (x1 - x0), z0 + ((j + 0.5) / 3) * (z1 - z0)];
      cylinder(mesh, [x, 0.028, z], 0.05, 0, 0.06, 5, shade("#9ccb62", chance.between(0.9, 1.12)), { top: null, turn: i + j });
    }
}

export function hay(mesh: Mesh, [x, y, z]: Point): void {
  for (const [dx, up] of [[0, 0], [0.13, 0], [0.065, 0.105]] as const)
    mesh.at(x + dx, y + up, z, Math.PI / 2, () => {
      roll(mesh, [0, 0, 0], 0.06, 0.11, "#dcb24c", "#f2d581", 7);
    });
}
