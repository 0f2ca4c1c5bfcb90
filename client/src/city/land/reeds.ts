/** Reeds and water-lilies along the shore. */
import { at, chance, WATER, type Scene } from "../../board/scene.ts";
import type { Mesh } from "../kit/mesh.ts";
import { sprig } from "../kit/plants.ts";
import { cylinder, lid } from "../kit/shapes.ts";
import { elevation, WATER_LEVEL } from "./elevation.ts";

const TRIES = 14;

/** Puts what grows in shallow water on this tile into the mesh. */
export function reeds(mesh: Mesh, scene: Scene, tile: number): void {
  const { size } = scene;
  const [column, line] = [tile % size, Math.floor(tile / size)];
  const wild = (dx: number, dz: number) => {
    const [x, z] = [column + dx, line + dz];
    if (x < 0 || z < 0 || x >= size || z >= size) return false;
    const next = z * size + x;
    return at(scene.terrain, next) !== WATER && !at(scene.road, next) && !at(scene.kind, next);
  };
  if (![wild(1, 0), wild(-1, 0), wild(0, 1), wild(0, -1)].includes(true) || chance(tile, 67) < 0.35) return;
  // They stand together around one point of the shore.
  const middle = chance(tile, 71);
  for (let i = 0; i < TRIES; i++) {
    const x = column + (middle + chance(tile, 73 + i) * 0.6) % 1;
    const z = line + chance(tile, 101 + i);
    const bed = elevation(scene, x, z);
    if (bed > -0.03 || bed < -0.2) continue;
    if (i % 4 === 3) lily(mesh, x, z, chance(tile, 131 + i));
    else
      for (const k of [0, 1, 2])
        sprig(
          mesh,
          [x + (k - 1) * 0.025, WATER_LEVEL - 0.02, z + (k % 2) * 0.03],
          0.014,
          0.12 + 0.08 * chance(tile, 151 + i * 3 + k),
          "#5f9a3a",
          k === 1 ? "#d9a04a" : "#b4dc4a",
        );
  }
}

function lily(mesh: Mesh, x: number, z: number, turn: number): void {
  const leaf = [0, 1, 2, 3, 4].map((i): [number, number] => {
    const t = turn * 7 + i * 1.15;
    return [x + Math.cos(t) * 0.045, z - Math.sin(t) * 0.045];
  });
  lid(mesh, leaf, WATER_LEVEL + 0.012, "#7fbf5a");
  if (turn > 0.5) cylinder(mesh, [x, WATER_LEVEL + 0.012, z], 0.018, 0.006, 0.022, 4, "#ffe0ea", { foot: 0.95 });
}
