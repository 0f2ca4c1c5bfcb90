/** What changes hands with a building that is offered. */
import { generated } from "../board/generation.ts";
import { at, cornerOf, type Scene } from "../board/scene.ts";
import type { Tables } from "../rules/operations.ts";
import { coded, text } from "../text/catalogue.ts";
import { tileName } from "./tile-text.ts";

/**
 * The building of an offer with all that goes along: people, filled jobs, power, prestige, upkeep.
 * Services reach whom they reached, whoever owns them: they are named, for their fees go along.
 */
export function goesAlong(scene: Scene, tables: Tables, tile: number): string {
  const corner = at(scene.kind, tile) ? cornerOf(scene, tile) : tile;
  const kind = at(scene.kind, corner);
  if (!kind) return "";
  const [people, room] = [at(scene.residents, corner), tables.capacity[kind] ?? 0];
  const [workers, jobs] = [at(scene.workers, corner), tables.jobs[kind] ?? 0];
  const made = generated(scene, corner, tables);
  const need = tables.need[kind] ?? 0;
  const prestige = tables.prestige[kind] ?? 0;
  const upkeep = tables.upkeep[kind] ?? 0;
  const reach = tables.radius[kind] ?? 0;
  const parts = [
    ...(room ? [text("card.people", { n: people, most: room })] : []),
    ...(jobs ? [text("card.workers", { n: workers, most: jobs })] : []),
    ...(made ? [text("trade.makes", { n: made })] : []),
    ...(need ? [text("trade.uses", { n: need })] : []),
    ...(reach ? [text("trade.reach", { n: reach })] : []),
    ...(prestige ? [text("trade.prestige", { n: prestige })] : []),
    ...(upkeep ? [text("trade.upkeep", { n: upkeep })] : []),
  ];
  const what = text("trade.picked", {
    what: coded("building", kind),
    where: tileName(corner, scene.size),
  });
  return parts.length > 0 ? text("trade.along", { what, with: parts.join(", ") }) : what;
}
