/** Trees, bushes and hedges: one at a time, for gardens. Woods are land/woods.ts. */
import type { Chance } from "./chance.ts";
import { mix, shade, type Colour, type Paint } from "./colour.ts";
import type { Mesh, Point } from "./mesh.ts";
import { box, cylinder } from "./shapes.ts";

export type Species = "round" | "pine" | "birch" | "poplar" | "blossom" | "autumn";

export const LEAVES: Readonly<Record<Species, string>> = {
  round: "#60b02e",
  pine: "#2c9150",
  birch: "#8acb34",
  poplar: "#52a83a",
  blossom: "#f77fa2",
  autumn: "#f08a1e",
};
/** What the sun makes of a crown's top: warm, for the tone mapping takes brightness from greens. */
const SUNNY: Readonly<Record<Species, string>> = {
  round: "#a8e02c",
  pine: "#86d04a",
  birch: "#cdec38",
  poplar: "#a6dc34",
  blossom: "#ffb9c6",
  autumn: "#ffc92e",
};
const BARK = "#80603f";

/** Radius and height of a body's rings, in shares of its measures; a tip closes it above. */
type Profile = readonly (readonly [radius: number, height: number])[];
const CROWN: Profile = [
  [0.6, -0.75],
  [1, -0.15],
  [0.72, 0.58],
];
const TUFT: Profile = [
  [0.8, -0.6],
  [0.86, 0.3],
];
const SPIRE: Profile = [
  [0.5, -0.9],
  [1, -0.42],
  [0.8, 0.25],
];
const MOUND: Profile = [
  [1, 0],
  [0.82, 0.62],
];

/** An uneven faceted body, darker and cooler below; facets lean to the sky so that shade stays soft. */
function lump(
  mesh: Mesh,
  chance: Chance,
  [x, y, z]: Point,
  [wide, high]: readonly [number, number],
  profile: Profile,
  sides: number,
  [leaf, sunny]: readonly [Paint, Paint],
): void {
  const low = mix(shade(leaf, 0.64), "#1f5a4c", 0.14);
  const top = mix(shade(leaf, 1.08), sunny, 0.62);
  const tint = (share: number): Colour =>
    shade(mix(low, top, Math.min(1, Math.max(0, share))), chance.between(0.95, 1.05));
  const start = chance.next();
  const foot = profile[0]?.[1] ?? 0;
  const rows = profile.map(([radius, height], j) =>
    Array.from({ length: sides }, (_, i) => {
      const turn = ((i + start + (j % 2) * 0.5) / sides) * 2 * Math.PI;
      const r = wide * radius * chance.between(0.83, 1.13);
      const up = height + (j ? chance.between(-0.14, 0.14) : 0);
      const at: Point = [x + Math.cos(turn) * r, y + up * high, z - Math.sin(turn) * r];
      return { at, paint: tint((up - foot) / (1 - foot)) };
    }),
  );
  const tip = { at: [x, y + high, z] as Point, paint: tint(1) };
  type Corner = typeof tip;
  const put = (a?: Corner, b?: Corner, c?: Corner) => {
    if (!a || !b || !c) return;
    const lean = leaning([x, y, z], a.at, b.at, c.at);
    mesh.smooth([a.at, b.at, c.at], [lean, lean, lean], [a.paint, b.paint, c.paint]);
  };
  rows.forEach((row, j) => {
    const next = rows[j + 1];
    for (let i = 0; i < sides; i++) {
      const [k, odd] = [(i + 1) % sides, j % 2];
      if (!next) put(row[i], row[k], tip);
      else {
        // Rows stand half a side apart, in turns to the left and back.
        put(row[i], row[k], next[odd ? k : i]);
        put(row[odd ? i : k], next[k], next[i]);
      }
    }
  });
  const [ground] = rows;
  if (ground && foot < 0)
    for (let i = 1; i + 1 < sides; i++) put(ground[0], ground[i + 1], ground[i]);
}

/** A facet's normal, bent outwards and up. */
function leaning([x, y, z]: Point, a: Point, b: Point, c: Point): Point {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const flat: Point = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const out: Point = [a[0] + b[0] + c[0] - 3 * x, a[1] + b[1] + c[1] - 3 * y, a[2] + b[2] + c[2] - 3 * z];
  const [m, n] = [Math.hypot(...flat) || 1, Math.hypot(...out) || 1];
  const bend = (i: 0 | 1 | 2) => (0.72 * flat[i]) / m + (0.28 * out[i]) / n;
  return [bend(0), bend(1) + 0.22, bend(2)];
}

function trunk(mesh: Mesh, [x, y, z]: Point, radius: number, height: number, paint: Paint): void {
  cylinder(mesh, [x, y, z], radius, radius * 0.75, height, 3, paint, { top: null, turn: x * 9 });
}

/** A tree of a size (1: about half a tile high) that stands on y; `plain`: one crown only, for woods. */
export function tree(
  mesh: Mesh,
  chance: Chance,
  at: Point,
  size: number,
  species: Species,
  plain = false,
): void {
  const [x, y, z] = at;
  const tone = chance.next();
  const own = shade(mix(LEAVES[species], SUNNY[species], tone * 0.3), chance.between(0.94, 1.06));
  const paints = [own, SUNNY[species]] as const;
  if (species === "pine") pine(mesh, chance, at, size, paints);
  else if (species === "poplar") {
    trunk(mesh, at, 0.02 * size, 0.12 * size, BARK);
    lump(mesh, chance, [x, y + 0.3 * size, z], [0.088 * size, 0.25 * size], SPIRE, 6, paints);
  } else {
    trunk(mesh, at, 0.023 * size, 0.16 * size, species === "birch" ? "#f4eee2" : BARK);
    const slim = species === "birch" ? 0.86 : 1;
    lump(mesh, chance, [x, y + 0.245 * size, z], [0.137 * slim * size, 0.14 * size], CROWN, 6, paints);
    if (plain) return;
    const turn = chance.next() * 7;
    const [dx, dz] = [Math.cos(turn) * 0.085 * size, Math.sin(turn) * 0.085 * size];
    lump(mesh, chance, [x + dx, y + 0.19 * size, z + dz], [0.085 * size, 0.085 * size], TUFT, 5, paints);
  }
}

/** Three skirts of boughs, each brighter and narrower than the one below. */
function pine(
  mesh: Mesh,
  chance: Chance,
  [x, y, z]: Point,
  size: number,
  [leaf, sunny]: readonly [Paint, Paint],
): void {
  trunk(mesh, [x, y, z], 0.024 * size, 0.1 * size, BARK);
  for (let tier = 0; tier < 3; tier++) {
    const n = tier < 2 ? 7 : 6;
    const [low, radius] = [(0.08 + tier * 0.115) * size, (0.152 - tier * 0.037) * size];
    const tip: Point = [x, y + low + (0.24 - tier * 0.012) * size, z];
    const start = chance.next() * 7;
    const rim = Array.from({ length: n }, (_, i): Point => {
      const turn = start + (i / n) * 2 * Math.PI;
      const r = radius * chance.between(0.86, 1.12);
      return [x + Math.cos(turn) * r, y + low + chance.between(-0.012, 0.012) * size, z - Math.sin(turn) * r];
    });
    const under = mix(shade(leaf, 0.6 + tier * 0.1), "#14504a", 0.16);
    const over = mix(shade(leaf, 1.04), sunny, 0.14 + tier * 0.2);
    rim.forEach((p, i) => {
      const q = rim[(i + 1) % n] ?? p;
      const lean = leaning([x, y + low, z], p, q, tip);
      mesh.smooth([p, q, tip], [lean, lean, lean], [under, under, over]);
      // The lowest is closed below: else the sun shines through it onto the ground.
      const first = rim[0];
      if (tier === 0 && first && i > 0 && i + 1 < n) mesh.triangle(first, q, p, under);
    });
  }
}

export function bush(mesh: Mesh, chance: Chance, at: Point, size = 1, paint: Paint = "#84c232"): void {
  const own = shade(paint, chance.between(0.94, 1.08));
  lump(mesh, chance, at, [0.052 * size, 0.06 * size], MOUND, 6, [own, mix(own, "#ffe860", 0.4)]);
}

/** A clipped hedge of a width (x) and depth (z). */
export function hedge(mesh: Mesh, [x, y, z]: Point, width: number, depth: number, height = 0.055): void {
  box(mesh, [x, y, z], [width, height, depth], "#70b434", { top: "#a0d640", foot: 0.8 });
}

/** A blade of grass, a flower or a tuft of crops, as bright as the ground: three triangles. */
export function sprig(mesh: Mesh, [x, y, z]: Point, radius: number, height: number, foot: Paint, head = foot): void {
  const corner = (i: number): Point => {
    const turn = x * 40 + z * 17 + (i / 3) * 2 * Math.PI;
    return [x + Math.cos(turn) * radius, y, z - Math.sin(turn) * radius];
  };
  const lit: Point = [-0.2, 1, 0.3];
  for (let i = 0; i < 3; i++)
    mesh.smooth([corner(i), corner(i + 1), [x, y + height, z]], [lit, lit, lit], [foot, foot, head]);
}
