/** From a tool and where it points on this board to a plan. */
import { at, cornerOf } from "../board/scene.ts";
import type { Preview } from "../rules/operations.ts";
import type { Match } from "./match.ts";
import { NO_UPGRADE, planOf, TOOL_DEMOLISH, type Plan } from "./tools.ts";

/** The north-west tile of what stands here, or the tile itself. */
function cornerAt({ scene }: Match, tile: number): number {
  return at(scene.kind, tile) ? cornerOf(scene, tile) : tile;
}

/**
 * What a tool would do, drawn from `anchor` (null for a click) to `cursor`; and its preview where
 * it is known without asking: an upgrade means whatever stands there, so only what grows into this
 * tool's building counts.
 */
export function draw(
  match: Match,
  tool: number,
  anchor: number | null,
  cursor: number,
  shape: number,
): { readonly plan: Plan; readonly known: Preview | null } {
  const { tables, scene } = match;
  const below = tables.from[tool];
  const tile = tool === TOOL_DEMOLISH || below ? cornerAt(match, cursor) : cursor;
  const plan = planOf(tool, anchor ?? tile, tile, shape, scene.size, tables);
  const kind = at(scene.kind, tile);
  const other = below && kind !== 0 && kind !== below;
  return { plan, known: other ? { rejection: NO_UPGRADE, need: below, have: kind } : null };
}

/** Whether a building stands here that a tool with this mask can do nothing with. */
export function standsInTheWay(match: Match, tile: number, mask: Uint8Array): boolean {
  const { kind } = match.scene;
  return at(kind, tile) !== 0 && !at(mask, tile) && !at(mask, cornerAt(match, tile));
}
