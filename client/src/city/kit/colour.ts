/** Colours of the model: [red, green, blue] as on a screen (sRGB), each 0 to 1. */
export type Colour = readonly [number, number, number];
export type Paint = Colour | string;

const known = new Map<string, Colour>();

/** A colour from "#rrggbb". */
export function colour(paint: Paint): Colour {
  if (typeof paint !== "string") return paint;
  let found = known.get(paint);
  if (!found) {
    const n = parseInt(paint.slice(1), 16);
    found = [((n >> 16) & 255) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255];
    known.set(paint, found);
  }
  return found;
}

/** Lighter (by > 1) or darker. */
export function shade(paint: Paint, by: number): Colour {
  const [r, g, b] = colour(paint);
  return [r * by, g * by, b * by];
}

/** From `a` (t = 0) to `b` (t = 1). */
export function mix(a: Paint, b: Paint, t: number): Colour {
  const [x, y] = [colour(a), colour(b)];
  return [x[0] + (y[0] - x[0]) * t, x[1] + (y[1] - x[1]) * t, x[2] + (y[2] - x[2]) * t];
}
