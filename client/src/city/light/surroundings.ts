/**
 * What every surface of the model is shaded with: the hour, and pictures of the ground from above.
 *
 * One object of uniforms, shared by all materials: what is set here holds everywhere.
 */
import { Color, DataTexture, LinearFilter, NearestFilter, RGBAFormat, Vector2, type Texture } from "three";

/** A picture of nothing. */
export const NOTHING: Texture = picture(new Uint8Array(4), 1);

/** A square picture from above, `side` texels wide, the north-west first. */
export function picture(data: Uint8Array<ArrayBuffer>, side: number, smooth = true): DataTexture {
  const made = new DataTexture(data, side, side, RGBAFormat);
  made.magFilter = made.minFilter = smooth ? LinearFilter : NearestFilter;
  made.needsUpdate = true;
  return made;
}

export const surroundings = {
  /** Tiles from west to east. */
  size: { value: 16 },
  /** Heights of what stands, blurred near and far (in sixteenths of a tile), and light of lamps. */
  relief: { value: NOTHING },
  /** What is drawn on the ground: borders, washes, marks; alpha is how much it covers. */
  decals: { value: NOTHING },
  /** 0 by day, 1 by night. */
  night: { value: 0 },
  /** Seconds, for what moves by itself. */
  time: { value: 0 },
  /** Colour of the sky that glass and water mirror, and of lamps' light. */
  sky: { value: new Color("#bcdcff") },
  lamp: { value: new Color(1, 0.68, 0.34) },
  wind: { value: new Vector2(1, 0) },
};
