/** Vaults, arches and the windows in them. */
import { shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point, Windows } from "../kit/mesh.ts";

/** Where an arch of this width and rise is, from the east (0) over its crown to the west (1). */
function curve(width: number, rise: number, t: number): [number, number] {
  return [(Math.cos(t * Math.PI) * width) / 2, Math.sin(t * Math.PI) * rise];
}

const PANES = { width: 0.86, height: 0.84, lit: 0.8 };

/** A vault along z. It is of glass unless `solid` says what it is painted; then it has an underside. */
export function vault(
  mesh: Mesh,
  [x, y, z]: Point,
  [width, rise, length]: Point,
  bays: number,
  seed: number,
  solid?: Paint,
  sides = 8,
): void {
  const panes: Windows = { ...PANES, columns: bays, rows: 1, seed };
  for (let i = 0; i < sides; i++) {
    const [[x0, y0], [x1, y1]] = [curve(width, rise, i / sides), curve(width, rise, (i + 1) / sides)];
    const corners: [Point, Point, Point, Point] = [
      [x + x0, y + y0, z + length / 2],
      [x + x0, y + y0, z - length / 2],
      [x + x1, y + y1, z - length / 2],
      [x + x1, y + y1, z + length / 2],
    ];
    if (solid) {
      const [low, high] = [y0, y1].map((up) => shade(solid, 0.85 + 0.25 * (up / rise))) as [Paint, Paint];
      mesh.quad(...corners, low, high);
      mesh.quad(corners[1], corners[0], corners[3], corners[2], shade(solid, 0.6));
    } else mesh.wall(...corners, "#f1f5f2", "#f1f5f2", panes);
  }
}

/** A window that looks south: upright to `legs`, then an arch of this rise. */
export function archWindow(mesh: Mesh, [x, y, z]: Point, width: number, legs: number, rise: number, seed: number, sides = 8): void {
  for (let i = 0; i < sides; i++) {
    const [[x0, y0], [x1, y1]] = [curve(width, rise, (i + 1) / sides), curve(width, rise, i / sides)];
    mesh.wall(
      [x + x0, y, z],
      [x + x1, y, z],
      [x + x1, y + legs + y1, z],
      [x + x0, y + legs + y0, z],
      "#fbf4e4",
      "#fbf4e4",
      { ...PANES, width: 0.8, lit: 1, columns: 1, rows: Math.max(2, Math.round((legs + rise) * 7)), seed },
    );
  }
}

/** A band round an arch that looks south, with its outer side. */
export function arch(
  mesh: Mesh,
  [x, y, z]: Point,
  [width, rise, depth]: Point,
  thick: number,
  paint: Paint,
  sides = 8,
): void {
  for (let i = 0; i < sides; i++) {
    const [[a, b], [c, d]] = [curve(width, rise, i / sides), curve(width, rise, (i + 1) / sides)];
    const outer = (t: number): [number, number] => curve(width + thick * 2, rise + thick, t);
    const [[e, f], [g, h]] = [outer(i / sides), outer((i + 1) / sides)];
    const back = z - depth;
    mesh.quad([x + a, y + b, z], [x + e, y + f, z], [x + g, y + h, z], [x + c, y + d, z], paint);
    mesh.quad([x + e, y + f, z], [x + e, y + f, back], [x + g, y + h, back], [x + g, y + h, z], shade(paint, 1.05));
    mesh.quad([x + e, y + f, back], [x + a, y + b, back], [x + c, y + d, back], [x + g, y + h, back], shade(paint, 0.8));
  }
}
