/** Overlays: one property of all tiles as a wash of colour, with figures where colour fails. */
import { borough } from "./boroughs.ts";
import { generated, type PowerTables } from "./generation.ts";
import type { QuarterTables } from "./quarters.ts";
import { at, AVENUE, cornerOf, DARK, NOBODY, type Scene } from "./scene.ts";

export const OVERLAYS = [
  "boroughs",
  "power",
  "smog",
  "happiness",
  "coverage",
  "shoppers",
  "green",
  "quarters",
  "changes",
] as const;
export type Overlay = (typeof OVERLAYS)[number];

/** What a wash puts on a tile. */
export interface Wash {
  readonly colour: string;
  /** A figure or sign in the middle of the tile. */
  readonly sign?: string;
}

export interface Figures extends PowerTables, QuarterTables {
  readonly capacity: readonly number[];
  readonly need: readonly number[];
  readonly group: readonly number[];
  /** Tiles that changed since the player's last turn. */
  readonly changed: ReadonlySet<number>;
}

/** Of a picture without overlays. */
export const NO_FIGURES: Figures = {
  capacity: [],
  need: [],
  generation: [],
  hill_generation: [],
  group: [],
  quarter: [0, 0],
  quarter_part: [],
  changed: new Set(),
};

const SHOPS = 2;
const GOOD = "rgba(31,140,84,0.55)";
const MIDDLING = "rgba(233,174,53,0.6)";
const BAD = "rgba(200,60,36,0.6)";

/** What an overlay shows on a tile, or nothing. */
export function wash(overlay: Overlay, scene: Scene, tile: number, figures: Figures): Wash | null {
  const kind = at(scene.kind, tile);
  const corner = kind ? cornerOf(scene, tile) : tile;
  const first = corner === tile;
  switch (overlay) {
    case "boroughs":
      return kind
        ? { colour: `${borough(at(scene.owner, tile)).colour}a0` }
        : reachable(scene, tile);
    case "power":
      if (!kind) return null;
      if (figures.generation[kind])
        return {
          colour: "rgba(240,190,60,0.65)",
          ...sign(first, `+${generated(scene, corner, figures)}`),
        };
      if (!figures.need[kind]) return null;
      return at(scene.flags, corner) & DARK
        ? { colour: "rgba(30,34,44,0.72)", ...sign(first, "✕") }
        : { colour: GOOD, ...sign(first, `−${figures.need[kind] ?? 0}`) };
    case "smog": {
      const level = at(scene.smog, tile);
      return level
        ? { colour: `rgba(74,52,66,${Math.min(0.78, 0.22 + level * 0.07)})`, sign: String(level) }
        : null;
    }
    case "happiness": {
      if (!kind || !figures.capacity[kind]) return null;
      const level = at(scene.happiness, corner);
      return { colour: level >= 7 ? GOOD : level >= 5 ? MIDDLING : BAD, sign: String(level) };
    }
    case "coverage": {
      const services = bits(at(scene.cover, tile));
      return services
        ? { colour: `rgba(49,115,196,${0.14 + services * 0.14})`, sign: String(services) }
        : null;
    }
    case "shoppers":
      return shoppers(scene, tile, corner, kind, figures);
    case "green": {
      const level = at(scene.green, tile);
      return level
        ? { colour: `rgba(24,130,58,${Math.min(0.7, 0.18 + level * 0.16)})`, sign: String(level) }
        : null;
    }
    case "quarters":
      return null; // blocks, not tiles: quarter-marks.ts
    case "changes":
      return figures.changed.has(tile)
        ? { colour: "rgba(255,196,60,0.62)", sign: "!" }
        : { colour: "rgba(30,34,44,0.3)" };
  }
}

function shoppers(
  scene: Scene,
  tile: number,
  corner: number,
  kind: number,
  figures: Figures,
): Wash | null {
  const road = at(scene.road, tile);
  if (road) return { colour: road === AVENUE ? "rgba(255,214,110,0.7)" : "rgba(255,240,200,0.4)" };
  if (!kind) return null;
  if (figures.group[kind] === SHOPS) return { colour: "rgba(49,115,196,0.6)", sign: "●" };
  if (!figures.capacity[kind]) return null;
  const wanted = (at(scene.residents, corner) + 1) >> 1;
  const served = at(scene.served, corner);
  return { colour: served >= wanted ? GOOD : served ? MIDDLING : BAD, sign: `${served}/${wanted}` };
}

function reachable(scene: Scene, tile: number): Wash | null {
  return at(scene.reach, tile) & 1 && at(scene.owner, tile) === NOBODY
    ? { colour: "rgba(255,255,255,0.2)" }
    : null;
}

function sign(first: boolean, text: string): { sign?: string } {
  return first ? { sign: text } : {};
}

function bits(value: number): number {
  return (value & 1) + ((value >> 1) & 1) + ((value >> 2) & 1) + ((value >> 3) & 1);
}
