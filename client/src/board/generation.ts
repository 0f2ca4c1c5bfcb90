/** Power that a plant makes where it stands (games/engine/v0/round/power.py). */
import { at, HILL, type Scene } from "./scene.ts";

const WIND = 11;
const WIND_HILL_BONUS = 2;

/** Units a round of the plant whose corner this is; `generation` is the rules' table. */
export function generated(
  { kind, terrain }: Pick<Scene, "kind" | "terrain">,
  corner: number,
  generation: readonly number[],
): number {
  const id = at(kind, corner);
  const bonus = id === WIND && at(terrain, corner) === HILL ? WIND_HILL_BONUS : 0;
  return (generation[id] ?? 0) + bonus;
}
