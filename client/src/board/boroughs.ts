/** How a borough is told apart: by colour, and by emblem and border for whom colours fail. */

export interface Borough {
  /** Roofs and badges. */
  readonly colour: string;
  readonly dark: string;
  readonly light: string;
  /** Text on `colour`: at least 4.5 to 1. */
  readonly on: string;
  /** Outline of the emblem, in a box of 24 by 24. */
  readonly emblem: string;
  /** Dashes of the border, in hundredths of a tile; none is solid. */
  readonly dash: readonly number[];
}

const STAR = "M12 2.6 14.9 9l6.9.8-5.1 4.7 1.4 6.9L12 17.9l-6.1 3.5 1.4-6.9L2.2 9.8 9.1 9z";
const WAVES =
  "M2 8.2c2.5-3 5-3 7.5-.6s5 2.4 7.5 0 3.5-2 5-.8v3.6c-2-1.6-3.4-1-5 .5-2.500 2.400-5 2.400-7.500 0s-5-2.200-7.500.8zM2 15.800c2.500-3 5-3 7.500-.6s5 2.400 7.500 0 3.500-2 5-.8v3.600c-2-1.600-3.400-1-5 .5-2.500 2.400-5 2.400-7.500 0s-5-2.200-7.500.8z";
const SUN =
  "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11 1.500h2v3.700h-2zM11 18.800h2v3.700h-2zM1.500 11h3.700v2H1.500zM18.800 11h3.700v2h-3.700zM4 5.400 5.400 4 8 6.600 6.600 8zM16 17.400l1.400-1.400 2.600 2.600-1.400 1.400zM4 18.600 6.600 16 8 17.400 5.400 20zM16 6.600 18.600 4 20 5.400 17.400 8z";
const MOON = "M15.500 2.500A9.800 9.800 0 1 0 21.500 17 8.200 8.200 0 0 1 15.500 2.500z";
const DIAMOND = "M12 1.800 20.500 12 12 22.200 3.500 12zM12 7.200 8 12l4 4.800L16 12z";
const LEAF =
  "M3.500 20.500C1.500 9 9 2.500 21 3c.8 12-5.500 18.500-14.500 16.500L14 11l-1.400-1.400z";
const HEART =
  "M12 21.300 3.200 12.500a5.700 5.700 0 0 1 8-8.100l.8.8.8-.8a5.700 5.700 0 0 1 8 8.100z";
const TOWER = "M5 21.500V10.200H3.500V3.500h3.400v2.600h3.400V3.500h3.400v2.600h3.400V3.500h3.400v6.700H19v11.300h-4.800V17a2.200 2.200 0 0 0-4.400 0v4.500z";

/** A match has six boroughs at most; people choose their colour from all of these. */

export const BOROUGHS: readonly Borough[] = [
  { colour: "#3173c4", dark: "#22548f", light: "#5d9ae0", on: "#ffffff", emblem: WAVES, dash: [] },
  {
    colour: "#d4502f",
    dark: "#a53a20",
    light: "#ee7d5c",
    on: "#ffffff",
    emblem: STAR,
    dash: [14, 8],
  },
  {
    colour: "#e9ae35",
    dark: "#b98315",
    light: "#f7cd6c",
    on: "#3a2600",
    emblem: SUN,
    dash: [3, 8],
  },
  {
    colour: "#8a55b0",
    dark: "#663a87",
    light: "#ad7fd0",
    on: "#ffffff",
    emblem: MOON,
    dash: [24, 8],
  },
  {
    colour: "#f0eade",
    dark: "#b9b09d",
    light: "#fffdf6",
    on: "#2f3741",
    emblem: DIAMOND,
    dash: [14, 6, 3, 6],
  },
  {
    colour: "#0f7f6c",
    dark: "#0a5c4e",
    light: "#3fae9a",
    on: "#ffffff",
    emblem: LEAF,
    dash: [6, 4],
  },
  {
    colour: "#c23f7c",
    dark: "#8f2a59",
    light: "#e079a8",
    on: "#ffffff",
    emblem: HEART,
    dash: [10, 4],
  },
  {
    colour: "#46525f",
    dark: "#2f3944",
    light: "#768493",
    on: "#ffffff",
    emblem: TOWER,
    dash: [20, 4, 4, 4],
  },
];

const NEUTRAL: Borough = {
  colour: "#8d8577",
  dark: "#6d6659",
  light: "#b0a898",
  on: "#ffffff",
  emblem: DIAMOND,
  dash: [2, 10],
};

/** By seat the colour its mayor has chosen; a seat that is not in it has its own number's. */
let worn: readonly number[] = [];

/** Gives seats the colours of their mayors, from the next picture on. No two may be the same. */
export function wear(colours: readonly number[]): void {
  worn = colours;
}

/** Index into BOROUGHS of what a seat wears. */
export function colourOf(seat: number): number {
  return worn[seat] ?? seat;
}

export function borough(seat: number): Borough {
  return BOROUGHS[colourOf(seat)] ?? NEUTRAL;
}
