/**
 * Triangles of the model while they are made: position, normal, colour, glow and windows a vertex.
 *
 * One unit is one tile; x goes east, z south, y up. Windows are not geometry: a wall says how many
 * it has, and the shader (light/material.ts) draws them.
 */
import { colour, type Paint } from "./colour.ts";

export type Point = readonly [number, number, number];

/** The windows of a wall: how many cells, how much of a cell is glass, how many are lit at night. */
export interface Windows {
  readonly columns: number;
  readonly rows: number;
  /** Shares of a cell, 0 to 1. */
  readonly width: number;
  readonly height: number;
  /** Share of windows that are lit at night, 0 to 1. */
  readonly lit: number;
  /** 0 to 1: which windows are lit, and the tint of the glass. */
  readonly seed: number;
}

const FLOATS = 5; // position, and where in the wall's cells
const NORMAL = 4; // and a byte that says nothing
const BYTES = 8; // colour and glow, windows

/** A place on a model where something moves or shines that is not part of its geometry. */
export interface Spot {
  /** smoke rises; a rotor turns about the axis z (to the south); a lamp lights the ground at night. */
  readonly what: "smoke" | "rotor" | "lamp";
  readonly at: Point;
  /** Of a puff, the blades, or the pool of light; in tiles. */
  readonly size: number;
  /** Radians by which it is turned about y. */
  readonly turn: number;
}

export class Mesh {
  /** In the order in which they were made. */
  readonly spots: Spot[] = [];
  #count = 0;
  #floats = new Float32Array(FLOATS * 1024);
  #normals = new Int8Array(NORMAL * 1024);
  #bytes = new Uint8Array(BYTES * 1024);
  /** What is made next shines by night: 0 to 1. */
  glow = 0;
  /** Where the next corners are put: turned about y by cosine and sine, scaled, then moved. */
  #cos = 1;
  #sin = 0;
  #scale = 1;
  #x = 0;
  #y = 0;
  #z = 0;

  /** Vertices; three make a triangle. */
  get count(): number {
    return this.#count;
  }

  /** x, y, z, u, v of every vertex. */
  get floats(): Float32Array {
    return this.#floats.subarray(0, this.#count * FLOATS);
  }

  /** Normals in 127ths: x, y, z, 0 of every vertex. */
  get normals(): Int8Array {
    return this.#normals.subarray(0, this.#count * NORMAL);
  }

  /** Colour and glow (4), windows (4: width, height, lit, seed) of every vertex. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#count * BYTES);
  }

  /** Everything made by `make` is turned by `angle` (radians, to the left), scaled and moved. */
  at(x: number, y: number, z: number, angle: number, make: () => void, scale = 1): void {
    const kept = [this.#cos, this.#sin, this.#scale, this.#x, this.#y, this.#z] as const;
    [this.#x, this.#y, this.#z] = this.place([x, y, z]);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    [this.#cos, this.#sin] = [this.#cos * c - this.#sin * s, this.#sin * c + this.#cos * s];
    this.#scale *= scale;
    make();
    [this.#cos, this.#sin, this.#scale, this.#x, this.#y, this.#z] = kept;
  }

  /** Where a point of the piece that is being made lies in the mesh. */
  place([x, y, z]: Point): Point {
    const k = this.#scale;
    return [
      this.#x + k * (x * this.#cos + z * this.#sin),
      this.#y + k * y,
      this.#z + k * (z * this.#cos - x * this.#sin),
    ];
  }

  /** Marks a place for what moves or shines. */
  spot(what: Spot["what"], at: Point, size: number): void {
    const turn = Math.atan2(this.#sin, this.#cos);
    this.spots.push({ what, at: this.place(at), size: size * this.#scale, turn });
  }

  /** A triangle, seen from where its corners go round to the left. Colours by corner. */
  triangle(a: Point, b: Point, c: Point, paint: Paint, paintB = paint, paintC = paint): void {
    const [p, q, r] = [this.place(a), this.place(b), this.place(c)];
    const normal = normalOf(p, q, r);
    if (!normal) return;
    this.#vertex(p, normal, paint);
    this.#vertex(q, normal, paintB);
    this.#vertex(r, normal, paintC);
  }

  /** A triangle of a rounded body: normals by corner, which need not be of length 1. */
  smooth(
    corners: readonly [Point, Point, Point],
    normals: readonly [Point, Point, Point],
    paints: readonly [Paint, Paint, Paint],
  ): void {
    const [p, q, r] = [this.place(corners[0]), this.place(corners[1]), this.place(corners[2])];
    if (!normalOf(p, q, r)) return;
    this.#vertex(p, this.#turn(normals[0]), paints[0]);
    this.#vertex(q, this.#turn(normals[1]), paints[1]);
    this.#vertex(r, this.#turn(normals[2]), paints[2]);
  }

  /** Four corners round to the left: a, b at the foot, c, d at the head. */
  quad(a: Point, b: Point, c: Point, d: Point, foot: Paint, head: Paint = foot): void {
    this.triangle(a, b, c, foot, foot, head);
    this.triangle(a, c, d, foot, head, head);
  }

  /** A wall with windows: corners as for `quad`, a and d on the left. */
  wall(a: Point, b: Point, c: Point, d: Point, foot: Paint, head: Paint, windows: Windows): void {
    const first = this.#count;
    this.quad(a, b, c, d, foot, head);
    if (this.#count - first !== 6) return;
    const { columns, rows, width, height, lit, seed } = windows;
    const cells = [0, 0, columns, 0, columns, rows, 0, 0, columns, rows, 0, rows];
    for (let i = 0; i < 6; i++) {
      const vertex = first + i;
      this.#floats[vertex * FLOATS + 3] = cells[2 * i] ?? 0;
      this.#floats[vertex * FLOATS + 4] = cells[2 * i + 1] ?? 0;
      const at = vertex * BYTES + 4;
      this.#bytes[at] = byte(width);
      this.#bytes[at + 1] = byte(height);
      this.#bytes[at + 2] = byte(lit);
      this.#bytes[at + 3] = byte(seed);
    }
  }

  /** Copies another mesh to (x, y, z), turned by quarters to the left about its own origin. */
  add(other: Mesh, x: number, y: number, z: number, quarters = 0): void {
    this.#reserve(other.count);
    const [cos, sin] = QUARTERS[quarters & 3] ?? [1, 0];
    const from = other.floats;
    const to = this.#floats;
    const base = this.#count * FLOATS;
    for (let i = 0; i < from.length; i += FLOATS) {
      const [px, pz] = [from[i] ?? 0, from[i + 2] ?? 0];
      to[base + i] = x + px * cos + pz * sin;
      to[base + i + 1] = y + (from[i + 1] ?? 0);
      to[base + i + 2] = z + pz * cos - px * sin;
      to[base + i + 3] = from[i + 3] ?? 0;
      to[base + i + 4] = from[i + 4] ?? 0;
    }
    this.#bytes.set(other.bytes, this.#count * BYTES);
    const start = this.#count * NORMAL;
    const normals = other.normals;
    this.#normals.set(normals, start);
    if (quarters & 3)
      for (let i = 0; i < normals.length; i += NORMAL) {
        const [nx, nz] = [normals[i] ?? 0, normals[i + 2] ?? 0];
        this.#normals[start + i] = nx * cos + nz * sin;
        this.#normals[start + i + 2] = nz * cos - nx * sin;
      }
    this.#count += other.count;
    for (const { what, at, size, turn } of other.spots)
      this.spots.push({
        what,
        at: [x + at[0] * cos + at[2] * sin, y + at[1], z + at[2] * cos - at[0] * sin],
        size,
        turn: turn + (quarters * Math.PI) / 2,
      });
  }

  #turn([x, y, z]: Point): Point {
    const length = Math.hypot(x, y, z) || 1;
    return [
      (x * this.#cos + z * this.#sin) / length,
      y / length,
      (z * this.#cos - x * this.#sin) / length,
    ];
  }

  #vertex(at: Point, normal: Point, paint: Paint): void {
    this.#reserve(1);
    const [r, g, b] = colour(paint);
    this.#floats.set([at[0], at[1], at[2], 0, 0], this.#count * FLOATS);
    const [nx, ny, nz] = normal;
    this.#normals.set([nx, ny, nz].map((n) => Math.round(n * 127)), this.#count * NORMAL);
    this.#bytes.set(
      [byte(r), byte(g), byte(b), byte(this.glow), 0, 0, 0, 0],
      this.#count * BYTES,
    );
    this.#count += 1;
  }

  #reserve(more: number): void {
    const wanted = this.#count + more;
    if (wanted * FLOATS <= this.#floats.length) return;
    const room = Math.max(wanted, (this.#floats.length / FLOATS) * 2);
    const floats = new Float32Array(room * FLOATS);
    floats.set(this.#floats);
    this.#floats = floats;
    const normals = new Int8Array(room * NORMAL);
    normals.set(this.#normals);
    this.#normals = normals;
    const bytes = new Uint8Array(room * BYTES);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}

const QUARTERS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

function byte(share: number): number {
  return Math.max(0, Math.min(255, Math.round(share * 255)));
}

function normalOf(a: Point, b: Point, c: Point): Point | null {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const n = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx] as const;
  const length = Math.hypot(...n);
  return length < 1e-9 ? null : [n[0] / length, n[1] / length, n[2] / length];
}
