/** A tile in words: where it is, what is there, whether the tool in hand works. */
import { at, AVENUE, cornerOf, DARK, NOBODY, WATER } from "../board/scene.ts";
import { coded, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";

/** Columns are letters, rows are numbers: C4. */
export function tileName(tile: number, size: number): string {
  const column = tile % size;
  const letter = String.fromCharCode(65 + (column % 26));
  return text("board.where", {
    column: column < 26 ? letter : `A${letter}`,
    row: Math.floor(tile / size) + 1,
  });
}

/** What lies or stands on a tile. */
export function tileTitle(desk: Desk, tile: number): string {
  const { scene } = desk.match;
  const kind = at(scene.kind, tile);
  if (kind) return coded("building", kind);
  const road = at(scene.road, tile);
  if (road && at(scene.terrain, tile) === WATER) return text("board.bridge");
  if (road) return text(road === AVENUE ? "board.avenue" : "board.road");
  return coded("terrain", at(scene.terrain, tile));
}

export function tileText(desk: Desk, tile: number): string {
  const { scene, tables, me, names } = desk.match;
  const parts = [tileName(tile, scene.size), tileTitle(desk, tile)];
  const kind = at(scene.kind, tile);
  const corner = kind ? cornerOf(scene, tile) : tile;
  if (kind) {
    if (at(scene.owner, tile) !== NOBODY)
      parts.push(
        at(scene.owner, tile) === me
          ? text("card.yours")
          : text("card.of", { who: names.of(at(scene.owner, tile)) }),
      );
    const most = tables.capacity[kind] ?? 0;
    if (most) {
      parts.push(text("card.people", { n: at(scene.residents, corner), most }));
      parts.push(text("card.happiness", { n: at(scene.happiness, corner) }));
    }
    if (at(scene.flags, corner) & DARK) parts.push(text("card.dark"));
  } else if (at(scene.shore, tile)) parts.push(text("board.shore"));
  const smog = at(scene.smog, tile);
  if (smog) parts.push(text("board.smog", { n: smog }));
  if (desk.tool !== null && desk.mask)
    parts.push(text(at(desk.mask, tile) ? "board.possible" : "board.impossible"));
  return parts.join(", ");
}
