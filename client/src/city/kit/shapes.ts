/** Bodies of the model. All stand on `y` and are centred on (x, z); feet are darker than heads. */
import type { Chance } from "./chance.ts";
import { mix, shade, type Paint } from "./colour.ts";
import type { Mesh, Point, Windows } from "./mesh.ts";

/** How much darker a wall is at its foot. */
const FOOT = 0.82;

export interface BoxLook {
  /** Colour of the top. */
  readonly top?: Paint;
  /** Width of a bevel round the top. */
  readonly bevel?: number;
  /** Darkness of the foot, 1 for none. */
  readonly foot?: number;
  /** Whether the top is left open: something covers it. */
  readonly open?: boolean;
}

/** A block of width (x), height (y) and depth (z). */
export function box(
  mesh: Mesh,
  [x, y, z]: Point,
  [width, height, depth]: Point,
  paint: Paint,
  look: BoxLook = {},
): void {
  const bevel = look.bevel ?? 0;
  const [a, b, top] = [width / 2, depth / 2, y + height];
  const edge = top - bevel;
  const foot = shade(paint, look.foot ?? FOOT);
  const corners = ring(x, z, a, b);
  sides(mesh, corners, y, edge, foot, paint);
  if (look.open) return;
  const inner = ring(x, z, a - bevel, b - bevel);
  const cover = look.top ?? shade(paint, 1.04);
  if (bevel > 0)
    for (let i = 0; i < 4; i++) {
      const [p, q] = [corners[i], corners[(i + 1) % 4]];
      const [r, s] = [inner[(i + 1) % 4], inner[i]];
      if (!p || !q || !r || !s) continue;
      mesh.quad(
        [p[0], edge, p[1]],
        [q[0], edge, q[1]],
        [r[0], top, r[1]],
        [s[0], top, s[1]],
        shade(cover, 1.1),
      );
    }
  const [p, q, r, s] = inner;
  if (p && q && r && s)
    mesh.quad([p[0], top, p[1]], [q[0], top, q[1]], [r[0], top, r[1]], [s[0], top, s[1]], cover);
}

/** A rectangle's corners, to the left round as seen from above, the south-west first. */
function ring(x: number, z: number, a: number, b: number): [number, number][] {
  return [
    [x - a, z + b],
    [x + a, z + b],
    [x + a, z - b],
    [x - a, z - b],
  ];
}

function sides(
  mesh: Mesh,
  corners: readonly (readonly [number, number])[],
  low: number,
  high: number,
  foot: Paint,
  head: Paint,
): void {
  corners.forEach((p, i) => {
    const q = corners[(i + 1) % corners.length];
    if (!q) return;
    mesh.quad([p[0], low, p[1]], [q[0], low, q[1]], [q[0], high, q[1]], [p[0], high, p[1]], foot, head);
  });
}

/** What a body's windows are like; the number across is per unit of length. */
export interface Glazing {
  /** Cells a unit of a wall's length, and a unit of its height. */
  readonly across: number;
  readonly up: number;
  readonly width?: number;
  readonly height?: number;
  readonly lit?: number;
  readonly seed: number;
}

function cells(glazing: Glazing, length: number, height: number): Windows {
  return {
    columns: Math.max(1, Math.round(length * glazing.across)),
    rows: Math.max(1, Math.round(height * glazing.up)),
    width: glazing.width ?? 0.5,
    height: glazing.height ?? 0.56,
    lit: glazing.lit ?? 0.55,
    seed: glazing.seed,
  };
}

/** A block whose four walls have windows. */
export function house(
  mesh: Mesh,
  at: Point,
  measures: Point,
  paint: Paint,
  glazing: Glazing,
  look: BoxLook = {},
): void {
  const [x, y, z] = at;
  const [width, height, depth] = measures;
  tower(mesh, ring(x, z, width / 2, depth / 2), y, y + height, paint, glazing, look);
}

/** Walls with windows on an outline (to the left round as seen from above), and a flat roof. */
export function tower(
  mesh: Mesh,
  outline: readonly (readonly [number, number])[],
  low: number,
  high: number,
  paint: Paint,
  glazing: Glazing,
  look: BoxLook = {},
): void {
  const foot = shade(paint, look.foot ?? FOOT);
  outline.forEach((p, i) => {
    const q = outline[(i + 1) % outline.length];
    if (!q) return;
    const windows = cells(glazing, Math.hypot(q[0] - p[0], q[1] - p[1]), high - low);
    mesh.wall(
      [p[0], low, p[1]],
      [q[0], low, q[1]],
      [q[0], high, q[1]],
      [p[0], high, p[1]],
      foot,
      paint,
      { ...windows, seed: (windows.seed + i * 0.37) % 1 },
    );
  });
  if (!look.open) lid(mesh, outline, high, look.top ?? shade(paint, 1.04));
}

/** A level roof over a convex outline. */
export function lid(
  mesh: Mesh,
  outline: readonly (readonly [number, number])[],
  y: number,
  paint: Paint,
): void {
  const [first] = outline;
  for (let i = 1; i < outline.length - 1; i++) {
    const [p, q] = [outline[i], outline[i + 1]];
    if (first && p && q)
      mesh.triangle([first[0], y, first[1]], [p[0], y, p[1]], [q[0], y, q[1]], paint);
  }
}

/** A body on a convex outline, to the left round as seen from above. */
export function prism(
  mesh: Mesh,
  outline: readonly (readonly [number, number])[],
  low: number,
  high: number,
  paint: Paint,
  look: BoxLook = {},
): void {
  sides(mesh, outline, low, high, shade(paint, look.foot ?? FOOT), paint);
  if (!look.open) lid(mesh, outline, high, look.top ?? shade(paint, 1.04));
}

/** A level rectangle. */
export function plate(
  mesh: Mesh,
  [x, y, z]: Point,
  width: number,
  depth: number,
  paint: Paint,
): void {
  lid(mesh, ring(x, z, width / 2, depth / 2), y, paint);
}

/** An upright rectangle that looks south from z; `turn` it with `mesh.at`. Two-sided: no. */
export function panel(
  mesh: Mesh,
  [x, y, z]: Point,
  width: number,
  height: number,
  paint: Paint,
): void {
  const a = width / 2;
  mesh.quad(
    [x - a, y, z],
    [x + a, y, z],
    [x + a, y + height, z],
    [x - a, y + height, z],
    shade(paint, 0.92),
    paint,
  );
}

/** A roof with its ridge along x over a block of this width and depth. `over`: how far it hangs. */
export function gable(
  mesh: Mesh,
  [x, y, z]: Point,
  [width, height, depth]: Point,
  paint: Paint,
  wall: Paint | null,
  over = 0.04,
  thick = 0.025,
): void {
  const [a, b] = [width / 2 + over, depth / 2 + over];
  const low = y - (over * height) / (depth / 2);
  const [bright, dull, dark] = [shade(paint, 1.08), shade(paint, 0.9), shade(paint, 0.62)];
  const ridge = y + height;
  for (const s of [1, -1]) {
    const [west, east] = [x - a * s, x + a * s];
    const edge = z + b * s;
    mesh.quad(
      [west, low + thick, edge],
      [east, low + thick, edge],
      [east, ridge + thick, z],
      [west, ridge + thick, z],
      dull,
      bright,
    );
    mesh.quad([west, low, edge], [east, low, edge], [east, low + thick, edge], [west, low + thick, edge], dark);
    // The edge of the roof over the end wall, and that wall's upper part.
    const end = x + a * s;
    const front = z + b * s;
    const back = z - b * s;
    const side = shade(paint, 0.8);
    mesh.quad([end, low, front], [end, ridge, z], [end, ridge + thick, z], [end, low + thick, front], side);
    mesh.quad([end, ridge, z], [end, low, back], [end, low + thick, back], [end, ridge + thick, z], side);
    if (wall) {
      const flush = x + (width / 2) * s;
      mesh.triangle([flush, y, z + (depth / 2) * s], [flush, y, z - (depth / 2) * s], [flush, ridge, z], wall);
    }
  }
}

/** A roof that slopes to all four sides; `ridge`: the share of the width that stays level. */
export function hip(
  mesh: Mesh,
  [x, y, z]: Point,
  [width, height, depth]: Point,
  paint: Paint,
  ridge = 0.3,
  over = 0.04,
): void {
  const [a, b, r] = [width / 2 + over, depth / 2 + over, (width / 2) * ridge];
  const [bright, dull, dark] = [shade(paint, 1.1), shade(paint, 0.9), shade(paint, 0.6)];
  const [sw, se, ne, nw]: Point[] = [
    [x - a, y, z + b],
    [x + a, y, z + b],
    [x + a, y, z - b],
    [x - a, y, z - b],
  ];
  const west: Point = [x - r, y + height, z];
  const east: Point = [x + r, y + height, z];
  if (!sw || !se || !ne || !nw) return;
  mesh.quad(sw, se, east, west, dull, bright);
  mesh.quad(ne, nw, west, east, dull, bright);
  mesh.triangle(se, ne, east, dull, dull, bright);
  mesh.triangle(nw, sw, west, dull, dull, bright);
  for (const [p, q] of [
    [sw, se],
    [se, ne],
    [ne, nw],
    [nw, sw],
  ] as const)
    mesh.quad([p[0], y - 0.025, p[2]], [q[0], y - 0.025, q[2]], q, p, dark);
}

export interface RoundLook {
  readonly top?: Paint | null;
  readonly foot?: number;
  /** Shaded as one round body instead of facets. */
  readonly smooth?: boolean;
  /** Radians by which the first edge is turned. */
  readonly turn?: number;
}

/** A cylinder, cone or cup: radius `low` at its foot and `high` at its head, of `n` sides. */
export function cylinder(
  mesh: Mesh,
  [x, y, z]: Point,
  low: number,
  high: number,
  height: number,
  n: number,
  paint: Paint,
  look: RoundLook = {},
): void {
  const foot = shade(paint, look.foot ?? FOOT);
  const cover = look.top === null ? null : (look.top ?? shade(paint, 1.06));
  const slope = (low - high) / height;
  for (let i = 0; i < n; i++) {
    const [t0, t1] = [i, i + 1].map((k) => (look.turn ?? 0) + (k / n) * 2 * Math.PI) as [number, number];
    const [c0, s0, c1, s1] = [Math.cos(t0), Math.sin(t0), Math.cos(t1), Math.sin(t1)];
    const a: Point = [x + c1 * low, y, z + s1 * low];
    const b: Point = [x + c0 * low, y, z + s0 * low];
    const c: Point = [x + c0 * high, y + height, z + s0 * high];
    const d: Point = [x + c1 * high, y + height, z + s1 * high];
    if (look.smooth) {
      const [m, o]: [Point, Point] = [
        [c0, slope, s0],
        [c1, slope, s1],
      ];
      mesh.smooth([a, b, c], [o, m, m], [foot, foot, paint]);
      mesh.smooth([a, c, d], [o, m, o], [foot, paint, paint]);
    } else {
      mesh.triangle(a, b, c, foot, foot, paint);
      mesh.triangle(a, c, d, foot, paint, paint);
    }
    if (cover && high > 0) mesh.triangle([x, y + height, z], d, c, cover);
  }
}

export interface BallLook {
  /** Sides round, and rings from foot to head. */
  readonly sides?: number;
  readonly rings?: number;
  /** Only the upper half. */
  readonly half?: boolean;
  /** How uneven it is, with draws from `chance`. */
  readonly uneven?: number;
  readonly chance?: Chance;
  readonly smooth?: boolean;
  /** Darkness of the foot. */
  readonly foot?: number;
}

/** A ball, dome or lump of these radii about a middle point. */
export function ball(
  mesh: Mesh,
  [x, y, z]: Point,
  [rx, ry, rz]: Point,
  paint: Paint,
  look: BallLook = {},
): void {
  const [n, m] = [look.sides ?? 7, look.rings ?? 4];
  const uneven = look.uneven ?? 0;
  const draw = () => (uneven && look.chance ? 1 + (look.chance.next() - 0.5) * uneven : 1);
  const from = look.half ? 0 : -Math.PI / 2;
  const rows: Point[][] = [];
  for (let j = 0; j <= m; j++) {
    const rise = from + ((Math.PI / 2 - from) * j) / m;
    const row: Point[] = [];
    const pole = Math.abs(Math.cos(rise)) < 1e-6;
    if (pole) {
      // One point for all: the triangles between them are nothing, and vanish.
      row.length = n;
      row.fill([x, y + Math.sin(rise) * ry * draw(), z]);
    }
    for (let i = 0; i < n && !pole; i++) {
      const turn = ((i + (j % 2) * 0.5) / n) * 2 * Math.PI;
      const k = draw();
      row.push([
        x + Math.cos(turn) * Math.cos(rise) * rx * k,
        y + Math.sin(rise) * ry * draw(),
        z + Math.sin(turn) * Math.cos(rise) * rz * k,
      ]);
    }
    rows.push(row);
  }
  const [low, high] = [shade(paint, look.foot ?? 0.68), shade(paint, 1.12)];
  const tint = (p: Point) => mix(low, high, Math.min(1, Math.max(0, (p[1] - y) / (ry * 2) + 0.5)));
  const normal = (p: Point): Point => [(p[0] - x) / rx, (p[1] - y) / ry, (p[2] - z) / rz];
  const put = (a: Point, b: Point, c: Point) => {
    if (look.smooth) mesh.smooth([a, b, c], [normal(a), normal(b), normal(c)], [tint(a), tint(b), tint(c)]);
    else mesh.triangle(a, b, c, tint(a), tint(b), tint(c));
  };
  for (let j = 0; j < m; j++)
    for (let i = 0; i < n; i++) {
      const k = (i + 1) % n;
      const [a, b, c, d] = [rows[j]?.[i], rows[j]?.[k], rows[j + 1]?.[k], rows[j + 1]?.[i]];
      if (!a || !b || !c || !d) continue;
      put(a, c, b);
      put(a, d, c);
    }
}

/** A striped awning over a shop's window: its upper edge on a wall that looks south at z. */
export function awning(
  mesh: Mesh,
  [x, y, z]: Point,
  width: number,
  depth: number,
  drop: number,
  paints: readonly [Paint, Paint],
  stripes = 6,
): void {
  for (let i = 0; i < stripes; i++) {
    const paint = paints[i % 2] ?? paints[0];
    const [a, b] = [i, i + 1].map((k) => x - width / 2 + (width * k) / stripes) as [number, number];
    mesh.quad([a, y - drop, z + depth], [b, y - drop, z + depth], [b, y, z], [a, y, z], paint);
    mesh.quad(
      [a, y - drop - 0.035, z + depth],
      [b, y - drop - 0.035, z + depth],
      [b, y - drop, z + depth],
      [a, y - drop, z + depth],
      shade(paint, 0.85),
    );
  }
  for (const s of [1, -1]) {
    const end = x + (width / 2) * s;
    const corners: [Point, Point, Point] = [
      [end, y - drop, z + depth],
      [end, y - drop, z],
      [end, y, z],
    ];
    if (s > 0) mesh.triangle(...corners, shade(paints[0], 0.8));
    else mesh.triangle(corners[0], corners[2], corners[1], shade(paints[0], 0.8));
  }
}
