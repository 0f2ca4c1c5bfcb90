/** The table-top edge of the world: layers of earth under the map, and a wooden plinth. */
import type { Scene } from "../../board/scene.ts";
import { Mesh, type Point } from "../kit/mesh.ts";
import { box } from "../kit/shapes.ts";
import { shade } from "../kit/colour.ts";
import { elevation, WATER_LEVEL } from "./elevation.ts";

const LAYERS: readonly (readonly [number, string])[] = [
  [-0.22, "#c8a06c"],
  [-0.44, "#e2c496"],
  [-0.62, "#c3a17a"],
  [-0.9, "#ad8762"],
];
const DEEP = -0.9;
const PER_TILE = 6;

/** The four sides, as high as the land is along them. */
export function table(scene: Scene): Mesh {
  const mesh = new Mesh();
  const { size } = scene;
  const n = size * PER_TILE;
  for (let side = 0; side < 4; side++)
    for (let i = 0; i < n; i++) strip(mesh, scene, side, i / PER_TILE, (i + 1) / PER_TILE);
  const middle = size / 2;
  box(mesh, [middle, DEEP - 0.3, middle], [size + 0.9, 0.3, size + 0.9], "#b98a5e", { bevel: 0.06 });
  box(mesh, [middle, DEEP - 0.06, middle], [size + 0.3, 0.1, size + 0.3], "#d2a878", { bevel: 0.03 });
  return mesh;
}

/** Where a step along a side lies: 0 south, 1 east, 2 north, 3 west; to the left round. */
function along(side: number, t: number, size: number): readonly [number, number] {
  if (side === 0) return [t, size];
  if (side === 1) return [size, size - t];
  if (side === 2) return [size - t, 0];
  return [0, t];
}

function strip(mesh: Mesh, scene: Scene, side: number, from: number, to: number): void {
  const [ax, az] = along(side, from, scene.size);
  const [bx, bz] = along(side, to, scene.size);
  const inside = (n: number) => Math.min(scene.size - 0.001, Math.max(0.001, n));
  const high = [
    elevation(scene, inside(ax), inside(az)),
    elevation(scene, inside(bx), inside(bz)),
  ] as const;
  let [top, topB] = [high[0], high[1]];
  for (const [bottom, paint] of LAYERS) {
    const [low, lowB] = [Math.min(bottom, top), Math.min(bottom, topB)];
    const corners: [Point, Point, Point, Point] = [
      [ax, low, az],
      [bx, lowB, bz],
      [bx, topB, bz],
      [ax, top, az],
    ];
    mesh.quad(...corners, shade(paint, 0.92), paint);
    [top, topB] = [low, lowB];
  }
  // The water is cut like glass.
  if (high[0] < WATER_LEVEL || high[1] < WATER_LEVEL)
    mesh.quad(
      [ax, Math.min(high[0], WATER_LEVEL), az],
      [bx, Math.min(high[1], WATER_LEVEL), bz],
      [bx, WATER_LEVEL, bz],
      [ax, WATER_LEVEL, az],
      "#1f7f9c",
      "#49b3bd",
    );
}
