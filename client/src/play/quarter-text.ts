/** A tile's block in words: a quarter, or what it lacks to be one. */
import { blockAt, canFinish, LEAST_TO_FINISH } from "../board/quarters.ts";
import { at, cornerOf, IN_QUARTER } from "../board/scene.ts";
import { text } from "../text/catalogue.ts";
import type { Match } from "./match.ts";

/** Empty where there is no block: on roads and water, and where no road leads. */
export function quarterText({ scene, tables }: Pick<Match, "scene" | "tables">, tile: number): string {
  const block = blockAt(scene, tile, tables);
  if (!block) return "";
  const n = block.tiles.length;
  if (block.finished) {
    const counted = block.tiles.some(
      (t) => at(scene.kind, t) && at(scene.flags, cornerOf(scene, t)) & IN_QUARTER,
    );
    return text(counted ? "quarter.finished" : "quarter.due", { n });
  }
  const [, most] = tables.quarter;
  if (n > most) return text("quarter.wide", { n, most });
  if (n < LEAST_TO_FINISH) return text("quarter.narrow");
  if (!canFinish(scene, block, tables)) return "";
  const what = [
    ...block.lacks.map((need) => text(`quarter.${need}`)),
    ...(block.empty.length > 0 ? [text("quarter.empty", { n: block.empty.length })] : []),
  ];
  return text("quarter.lacks", { n, what: what.join(", ") });
}
