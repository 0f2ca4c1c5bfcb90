/** The light of a round: hours from morning to night and on, told as figures. */
import { Color } from "three";

export interface Hour {
  /** Where the sun (by night the moon) stands: x east, y up, z south, for who looks from the south-east. */
  readonly sun: readonly [number, number, number];
  readonly sunColour: string;
  readonly sunPower: number;
  readonly skyColour: string;
  readonly groundColour: string;
  readonly skyPower: number;
  /** 0 by day, 1 by night. */
  readonly night: number;
  /** Behind the model: above and below. */
  readonly above: string;
  readonly below: string;
  readonly exposure: number;
}

const MORNING: Hour = {
  sun: [13, 12, 2],
  sunColour: "#ffd9a8",
  sunPower: 2.9,
  skyColour: "#c4dcff",
  groundColour: "#d8b88e",
  skyPower: 1.35,
  night: 0.05,
  above: "#cfe3f2",
  below: "#f4e3c8",
  exposure: 0.98,
};
const NOON: Hour = {
  sun: [-7, 17, 10],
  sunColour: "#ffe7c2",
  sunPower: 3.2,
  skyColour: "#bcdcff",
  groundColour: "#c9a887",
  skyPower: 1.4,
  night: 0,
  above: "#c3e0f3",
  below: "#eee4cf",
  exposure: 0.95,
};
const AFTERNOON: Hour = {
  sun: [-13, 13, 8],
  sunColour: "#ffdba0",
  sunPower: 3.1,
  skyColour: "#c0d8f8",
  groundColour: "#cba67c",
  skyPower: 1.3,
  night: 0,
  above: "#cadff0",
  below: "#f3e0c0",
  exposure: 0.96,
};
const DUSK: Hour = {
  sun: [-12, 8, 11],
  sunColour: "#ffbd8a",
  sunPower: 3.3,
  skyColour: "#b6b2e6",
  groundColour: "#a98578",
  skyPower: 1.35,
  night: 0.5,
  above: "#8d86bb",
  below: "#f2b98c",
  exposure: 1.12,
};
const NIGHT: Hour = {
  sun: [-9, 15, 9],
  sunColour: "#c3ccf2",
  sunPower: 1.0,
  skyColour: "#a0a9da",
  groundColour: "#6a6480",
  skyPower: 1.1,
  night: 1,
  above: "#222c54",
  below: "#545a8c",
  exposure: 1.1,
};

/** In the order of rounds; after the last comes the first again. */
export const HOURS: readonly Hour[] = [MORNING, NOON, AFTERNOON, DUSK, NIGHT];

/** The light at a time: 0 the first hour, 1 the second, between them a passage. */
export function hourAt(time: number): Hour {
  const n = HOURS.length;
  const whole = Math.floor(time);
  const from = HOURS[((whole % n) + n) % n] ?? NOON;
  const to = HOURS[(((whole + 1) % n) + n) % n] ?? NOON;
  const t = time - whole;
  if (t === 0) return from;
  const number = (a: number, b: number) => a + (b - a) * t;
  const paint = (a: string, b: string) =>
    `#${new Color(a).lerp(new Color(b), t).getHexString()}`;
  return {
    sun: [number(from.sun[0], to.sun[0]), number(from.sun[1], to.sun[1]), number(from.sun[2], to.sun[2])],
    sunColour: paint(from.sunColour, to.sunColour),
    sunPower: number(from.sunPower, to.sunPower),
    skyColour: paint(from.skyColour, to.skyColour),
    groundColour: paint(from.groundColour, to.groundColour),
    skyPower: number(from.skyPower, to.skyPower),
    night: number(from.night, to.night),
    above: paint(from.above, to.above),
    below: paint(from.below, to.below),
    exposure: number(from.exposure, to.exposure),
  };
}
