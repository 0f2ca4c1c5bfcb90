/** The road of a tile: it joins by itself with the roads beside it, and bridges water. */
import { at, type Scene } from "../../board/scene.ts";
import { Chance } from "../kit/chance.ts";
import type { Mesh } from "../kit/mesh.ts";
import { furnish } from "./furnish.ts";
import { marks } from "./marks.ts";
import { QUARTER, shapeOf } from "./shape.ts";
import { edges } from "./sides.ts";
import { asphalt, pavements, strip } from "./surface.ts";

/** Puts the road of a tile into the mesh; nothing where there is none. */
export function road(mesh: Mesh, scene: Scene, tile: number): void {
  if (!at(scene.road, tile)) return;
  const shape = shapeOf(scene, tile);
  const chance = new Chance(tile + 4111);
  const before = mesh.count;
  asphalt(mesh, shape);
  pavements(mesh, shape);
  edges(mesh, shape);
  mesh.at(shape.x, 0, shape.z, shape.front * QUARTER, () => {
    strip(mesh, scene, shape);
  });
  marks(mesh, scene, shape, chance);
  furnish(mesh, shape, chance, (mesh.count - before) / 3);
}
