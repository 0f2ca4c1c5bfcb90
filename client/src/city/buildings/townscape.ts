/** What the town's larger buildings share: clocks, columns, steps, parapets, banners, plants. */
import { colour, mix, shade, type Paint } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { ball, box, cylinder, gable } from "../kit/shapes.ts";
import type { Order } from "./build.ts";

export const STONE = "#f6ead2";

/** Calls `make`, which draws what looks south, once for each side of something at (x, z). */
export function allRound(mesh: Mesh, x: number, z: number, make: () => void): void {
  for (let i = 0; i < 4; i++) mesh.at(x, 0, z, (i * Math.PI) / 2, make);
}

/** A round disc that looks south. */
export function disc(mesh: Mesh, [x, y, z]: Point, radius: number, sides: number, paint: Paint): void {
  const rim = (i: number): Point => {
    const turn = ((i + 0.5) / sides) * 2 * Math.PI;
    return [x + Math.cos(turn) * radius, y + Math.sin(turn) * radius, z];
  };
  for (let i = 1; i < sides - 1; i++) mesh.triangle(rim(0), rim(i), rim(i + 1), paint);
}

/** The face of a clock that looks south: lit by night. */
export function clock(mesh: Mesh, [x, y, z]: Point, radius: number, frame: Paint): void {
  disc(mesh, [x, y, z], radius * 1.25, 8, frame);
  mesh.glow = 0.8;
  disc(mesh, [x, y, z + 0.004], radius, 8, "#fffaf0");
  mesh.glow = 0;
  const [w, front] = [radius * 0.13, z + 0.008];
  mesh.triangle([x - w, y - w, front], [x + w, y - w, front], [x, y + radius * 0.85, front], "#2f3741");
  mesh.triangle([x, y - w, front], [x + radius * 0.65, y + w, front], [x, y + w, front], "#2f3741");
}

/** Columns in a row along x, from `low` to `high`. */
export function columns(
  mesh: Mesh,
  count: number,
  width: number,
  [x, y, z]: Point,
  height: number,
  radius: number,
  sides = 6,
): void {
  for (let i = 0; i < count; i++) {
    const at = x - width / 2 + (width * i) / (count - 1);
    cylinder(mesh, [at, y, z], radius, radius * 0.84, height, sides, "#fdf5e4", { top: null, foot: 0.86 });
  }
}

/** Steps that go down to the south from z; each is as deep as it is high, twice over. */
export function steps(mesh: Mesh, [x, y, z]: Point, width: number, depth: number, height: number, count = 3): void {
  for (let i = 0; i < count; i++) {
    const [reach, rise] = [(depth * (count - i)) / count, height / count];
    const tread = shade("#e9dcc3", 1 + 0.03 * i);
    box(mesh, [x, y + i * rise, z + reach / 2], [width + (count - i) * 0.016, rise, reach], tread, { foot: 0.8 });
  }
}

/** A roof whose gable looks south. */
export function pediment(mesh: Mesh, at: Point, [width, height, depth]: Point, roof: Paint, wall: Paint): void {
  mesh.at(at[0], at[1], at[2], Math.PI / 2, () => {
    gable(mesh, [0, 0, 0], [depth, height, width], roof, wall, 0.022, 0.022);
  });
}

/** A low wall round a flat roof. */
export function parapet(mesh: Mesh, [x, y, z]: Point, [width, height, depth]: Point, paint: Paint): void {
  const thick = 0.028;
  mesh.at(x, y, z, 0, () => {
    for (let i = 0; i < 4; i++) {
      const [a, b] = i % 2 ? [depth / 2, width / 2] : [width / 2, depth / 2];
      const [c, d] = [a - thick, b - thick];
      mesh.at(0, 0, 0, (i * Math.PI) / 2, () => {
        mesh.quad([-a, 0, b], [a, 0, b], [a, height, b], [-a, height, b], shade(paint, 0.9), paint);
        mesh.quad([-a, height, b], [a, height, b], [c, height, d], [-c, height, d], shade(paint, 1.12));
        mesh.quad([c, 0, d], [-c, 0, d], [-c, height, d], [c, height, d], shade(paint, 0.6), shade(paint, 0.8));
      });
    }
  });
}

/** A banner of the borough that hangs on a wall that looks south. */
export function banner(mesh: Mesh, [x, y, z]: Point, width: number, height: number, { owner }: Order): void {
  const [a, low, notch] = [width / 2, y - height, y - height + width * 0.4];
  const [left, right]: [Point, Point] = [[x - a, low, z], [x + a, low, z]];
  const fold: Point = [x, notch, z];
  mesh.quad(left, fold, [x, y, z], [x - a, y, z], owner.dark, owner.colour);
  mesh.quad(fold, right, [x + a, y, z], [x, y, z], owner.dark, owner.colour);
  const [b, c] = [y - height * 0.36, z + 0.004];
  mesh.quad([x - a * 0.55, b, c], [x, b - a * 0.55, c], [x + a * 0.55, b, c], [x, b + a * 0.55, c], owner.on);
}

/** The stripes of an awning: the borough's colour, and cream or what stands out against it. */
export function stripes({ owner }: Order): [Paint, Paint] {
  const pale = Math.min(...colour(owner.colour)) > 0.7;
  return [owner.colour, pale ? owner.dark : "#fff8ea"];
}

/** A small clipped tree. */
export function topiary(mesh: Mesh, { chance }: Order, [x, y, z]: Point, size = 1): void {
  const leaf = shade(chance.pick(["#78b04a", "#8dba4c", "#6ba650"]), chance.between(0.95, 1.08));
  cylinder(mesh, [x, y, z], 0.016, 0.013, 0.09 * size, 4, "#7a5a40", { top: null });
  ball(mesh, [x, y + 0.15 * size, z], [0.075 * size, 0.09 * size, 0.075 * size], leaf, { sides: 6, rings: 3 });
}

/** A stone trough of flowers and leaves. */
export function planter(mesh: Mesh, [x, y, z]: Point, width: number, depth: number, bloom: Paint): void {
  box(mesh, [x, y, z], [width, 0.035, depth], "#c9a98a", { open: true });
  box(mesh, [x, y + 0.03, z], [width - 0.014, 0.035, depth - 0.014], "#6f9f45", { top: mix("#8ab955", bloom, 0.75) });
}

/** A sunshade over a table, in two colours. */
export function parasol(mesh: Mesh, [x, y, z]: Point, paints: readonly [Paint, Paint]): void {
  cylinder(mesh, [x, y, z], 0.007, 0.007, 0.16, 3, "#8d6b4a", { top: null });
  cylinder(mesh, [x, y, z], 0.042, 0.042, 0.055, 6, "#fbf3e2");
  for (let i = 0; i < 8; i++) {
    const [t, u] = [(i / 8) * 2 * Math.PI, ((i + 1) / 8) * 2 * Math.PI];
    const rim = (turn: number): Point => [x + Math.cos(turn) * 0.1, y + 0.14, z + Math.sin(turn) * 0.1];
    mesh.triangle(rim(u), rim(t), [x, y + 0.2, z], paints[i % 2] ?? paints[0]);
  }
}

/** Somebody who stands about. */
export function person(mesh: Mesh, [x, y, z]: Point, coat: Paint): void {
  cylinder(mesh, [x, y, z], 0.013, 0.017, 0.05, 4, coat, { top: null });
  box(mesh, [x, y + 0.05, z], [0.02, 0.022, 0.02], "#e8b48e", { top: "#5b4030" });
}

/** A street lamp that lights the ground. */
export function lantern(mesh: Mesh, [x, y, z]: Point): void {
  cylinder(mesh, [x, y, z], 0.01, 0.007, 0.15, 4, "#3d4650", { top: null });
  mesh.glow = 1;
  box(mesh, [x, y + 0.15, z], [0.03, 0.035, 0.03], "#fff0c4", { top: "#3d4650" });
  mesh.glow = 0;
  mesh.spot("lamp", [x, y, z], 0.5);
}
