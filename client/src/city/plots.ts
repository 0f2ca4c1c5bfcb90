/** All that stands on a tile, put into one mesh: road, what grows, a building on its foundation. */
import { at, WATER, type Scene } from "../board/scene.ts";
import { footprintSide } from "../board/sprites.ts";
import { Mesh } from "./kit/mesh.ts";
import { box } from "./kit/shapes.ts";
import { level } from "./land/elevation.ts";
import { growth } from "./land/woods.ts";
import type { Models } from "./models.ts";
import { road } from "./roads/index.ts";
import { standing } from "./standing.ts";

/** `bare`: nothing but the road. */
export function plot(mesh: Mesh, scene: Scene, tile: number, models: Models, bare = false): void {
  road(mesh, scene, tile);
  if (bare) return;
  growth(mesh, scene, tile);
  const found = standing(scene, tile);
  if (!found) return;
  foundation(mesh, scene, tile, footprintSide(found.kind));
  const { mesh: model } = models.get(found.kind, found.owner, found.variant);
  mesh.add(model, found.x, level(scene, tile), found.z, found.facing);
}

/** Stone walls under a lot on a shore: the land slopes away there. */
function foundation(mesh: Mesh, scene: Scene, corner: number, side: number): void {
  const { size, terrain } = scene;
  const [x, z] = [corner % size, Math.floor(corner / size)];
  const wet = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < size && row < size && at(terrain, row * size + column) === WATER;
  let near = false;
  for (let dz = -1; dz <= side; dz++)
    for (let dx = -1; dx <= side; dx++) near ||= wet(x + dx, z + dz);
  if (!near) return;
  const wide = side - 0.04;
  box(mesh, [x + side / 2, -0.32, z + side / 2], [wide, 0.31, wide], "#cbbd9f", { foot: 0.7 });
}
