/** What differs between two scenes, as far as it is seen. */
import { at, type Scene } from "../board/scene.ts";

/** Tiles on which something else is seen. */
export function changed(before: Scene, scene: Scene): number[] {
  const found: number[] = [];
  for (let tile = 0; tile < scene.kind.length; tile++)
    if (
      at(before.kind, tile) !== at(scene.kind, tile) ||
      at(before.owner, tile) !== at(scene.owner, tile) ||
      at(before.road, tile) !== at(scene.road, tile) ||
      at(before.terrain, tile) !== at(scene.terrain, tile)
    )
      found.push(tile);
  return found;
}

/** With the tiles around them, `reach` far: roads and fronts follow their neighbours. */
export function around(tiles: readonly number[], size: number, reach: number): Set<number> {
  const found = new Set<number>();
  for (const tile of tiles) {
    const [x, z] = [tile % size, Math.floor(tile / size)];
    for (let row = Math.max(0, z - reach); row <= Math.min(size - 1, z + reach); row++)
      for (let column = Math.max(0, x - reach); column <= Math.min(size - 1, x + reach); column++)
        found.add(row * size + column);
  }
  return found;
}

/** Whether the land itself has another shape: woods are gone, a road cuts through a hill. */
export function landChanged(before: Scene, scene: Scene, tiles: readonly number[]): boolean {
  return tiles.some(
    (tile) =>
      at(before.terrain, tile) !== at(scene.terrain, tile) ||
      at(before.road, tile) > 0 !== at(scene.road, tile) > 0,
  );
}
