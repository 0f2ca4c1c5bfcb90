/** The drawing of every building, by its id in the catalogue. */
import type { Pen } from "../pen.ts";
import { clinic, fireStation, hall, police, school, station } from "./civic.ts";
import { park, plaza, reserve } from "./green.ts";
import { apartments, cottage, tower } from "./homes.ts";
import { factory, farm, harbour, workshop } from "./industry.ts";
import { central, garden, lighthouse, museum, observatory, stadium } from "./landmarks.ts";
import { coal, hydro, solar, wind } from "./power.ts";
import { mall, office, shop } from "./trade.ts";

export interface Look {
  readonly draw: (pen: Pen) => void;
  /** Ground of the plot. */
  readonly plot: string;
  /** How far the tall ones rise over their plot, in tiles. */
  readonly rise?: number;
}

const GARDEN = "#b3d070";
const PAVED = "#dfd5c1";
const YARD = "#cbb795";
const LAWN = "#9ccb62";
const PLINTH = "#efe3c4";

const LOOKS: readonly (Look | null)[] = [
  null,
  { draw: cottage, plot: GARDEN },
  { draw: apartments, plot: GARDEN },
  { draw: tower, plot: PAVED, rise: 0.65 },
  { draw: shop, plot: PAVED },
  { draw: mall, plot: PAVED },
  { draw: office, plot: PAVED },
  { draw: workshop, plot: YARD, rise: 0.05 },
  { draw: factory, plot: YARD, rise: 0.6 },
  { draw: farm, plot: "#bcbf63" },
  { draw: harbour, plot: YARD },
  { draw: wind, plot: LAWN, rise: 0.36 },
  { draw: coal, plot: YARD, rise: 0.38 },
  { draw: solar, plot: LAWN },
  { draw: hydro, plot: "#c6bfb0" },
  { draw: school, plot: GARDEN },
  { draw: clinic, plot: PAVED },
  { draw: police, plot: PAVED, rise: 0.12 },
  { draw: fireStation, plot: PAVED, rise: 0.18 },
  { draw: park, plot: LAWN },
  { draw: plaza, plot: PAVED },
  { draw: reserve, plot: "#7aab58" },
  { draw: station, plot: PAVED },
  { draw: museum, plot: PLINTH, rise: 0.2 },
  { draw: stadium, plot: PLINTH, rise: 0.12 },
  { draw: observatory, plot: PLINTH },
  { draw: lighthouse, plot: PLINTH, rise: 0.46 },
  { draw: garden, plot: LAWN, rise: 0.1 },
  { draw: central, plot: PLINTH },
  { draw: hall, plot: PLINTH, rise: 0.55 },
];

/** How a building looks. Throws RangeError for an id that is none. */
export function look(kind: number): Look {
  const found = LOOKS[kind];
  if (!found) throw new RangeError(`no building ${kind}`);
  return found;
}
