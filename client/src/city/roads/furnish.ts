/** Where lamps, trees, benches and parked cars stand along a tile's road: by its draw and its form. */
import { car, CARS } from "../buildings/lot.ts";
import type { Chance } from "../kit/chance.ts";
import { Mesh } from "../kit/mesh.ts";
import { plate } from "../kit/shapes.ts";
import { bench, bin, busStop, hydrant, lamp, lantern, postBox, shrub, streetTree, tub } from "./furniture.ts";
import { ASPHALT_LEVEL, hasStrip, QUARTER, SIDES, WALK_LEVEL, type Shape } from "./shape.ts";
import { onLine } from "./surface.ts";

/** Triangles that a road's tile may have, and one of a bridge or an avenue. */
const MOST = 150;
const MOST_WIDE = 260;

/** Puts a piece where there is room for its triangles. */
class Kit {
  readonly #mesh: Mesh;
  readonly #shape: Shape;
  #left: number;

  constructor(mesh: Mesh, shape: Shape, used: number) {
    this.#mesh = mesh;
    this.#shape = shape;
    this.#left = (shape.avenue || shape.bridge ? MOST_WIDE : MOST) - used;
  }

  /** On the pavement of a side: x along it, z how far out; turned by `angle`. */
  put(q: number, x: number, z: number, piece: (mesh: Mesh) => void, angle = 0): void {
    const made = new Mesh();
    made.at(this.#shape.x, 0, this.#shape.z, q * QUARTER, () => {
      made.at(x, 0, z, angle, () => { piece(made); });
    });
    if (made.count / 3 > this.#left) return;
    this.#left -= made.count / 3;
    this.#mesh.add(made, 0, 0, 0);
  }
}

/** `used`: triangles that the tile has already. */
export function furnish(mesh: Mesh, shape: Shape, chance: Chance, used: number): void {
  const kit = new Kit(mesh, shape, used);
  const [column, row] = [Math.floor(shape.x), Math.floor(shape.z)];
  const lit = (column + row) % 2 === 0;
  const { form, front, open } = shape;
  const closed = SIDES.filter((q) => !open[q]);
  if (hasStrip(shape)) planting(kit, shape, chance, lit);
  if (form === "straight" || form === "block") {
    const first = closed[(column >> 1) % closed.length];
    if (lit && first !== undefined && !hasStrip(shape)) light(kit, shape, first);
    for (const q of closed) along(kit, shape, q, chance);
  } else if (form === "junction") {
    const corners = SIDES.filter((q) => open[q] && open[(q + 1) & 3] && !shape.filled[q]);
    const corner = corners[Math.floor(chance.next() * corners.length)];
    if (lit && corner !== undefined) post(kit, shape, corner);
    if (!shape.bridge) for (const q of closed) beside(kit, shape, q, chance);
  } else if (form === "bend") {
    if (!shape.bridge) corner(kit, (front + 2) & 3, chance, lit);
  } else end(kit, shape, (front + 2) & 3, chance, lit);
}

/** A lamp on the pavement, or a lantern on a bridge's parapet. */
function light(kit: Kit, { avenue, bridge }: Shape, q: number): void {
  if (bridge) kit.put(q, 0, 0.478, (mesh) => { lantern(mesh, WALK_LEVEL + 0.09); });
  else kit.put(q, -0.3, avenue ? 0.425 : 0.355, (mesh) => { lamp(mesh); });
}

/** A lamp at a corner between two arms, reaching towards the middle. */
function post(kit: Kit, shape: Shape, q: number): void {
  const out = shape.avenue ? 0.45 : 0.43;
  kit.put(q, out, out, (mesh) => { lamp(mesh); }, QUARTER / 2);
}

function along(kit: Kit, { avenue, bridge, beyond }: Shape, q: number, chance: Chance): void {
  const [draw, view] = [chance.next(), beyond[q]];
  if (avenue || bridge || view === "hill") return;
  if (view === "water") {
    if (draw < 0.4) kit.put(q, 0.2, 0.42, (mesh) => { bench(mesh); });
    else if (draw < 0.55) kit.put(q, 0.2, 0.415, (mesh) => { tub(mesh, chance); });
  } else if (view !== "building") {
    if (draw < 0.6) kit.put(q, 0.24, 0.42, (mesh) => { streetTree(mesh, chance); });
    else if (draw < 0.7) parked(kit, q, chance);
  } else if (draw < 0.26) kit.put(q, 0.3, 0.41, (mesh) => { streetTree(mesh, chance); });
  else if (draw < 0.54) parked(kit, q, chance);
  else if (draw < 0.64) kit.put(q, 0.22, 0.43, (mesh) => { bench(mesh); });
  else if (draw < 0.73) kit.put(q, 0.26, 0.44, (mesh) => { tub(mesh, chance); });
  else if (draw < 0.82) stop(kit, q);
  else if (draw < 0.89) kit.put(q, 0.3, 0.37, (mesh) => { hydrant(mesh); });
  else if (draw < 0.95) kit.put(q, 0.3, 0.44, (mesh) => { postBox(mesh); });
}

function parked(kit: Kit, q: number, chance: Chance): void {
  const [x, paint] = [chance.between(0.1, 0.26), chance.pick(CARS)];
  kit.put(q, x, 0.245, (mesh) => { car(mesh, [0, ASPHALT_LEVEL - 0.008, 0], QUARTER, paint); });
}

function stop(kit: Kit, q: number): void {
  kit.put(q, 0.2, 0.44, (mesh) => {
    busStop(mesh);
    plate(mesh, [-0.02, ASPHALT_LEVEL + 0.0016, -0.16], 0.5, 0.024, "#f2c230");
  });
}

/** The straight side of a crossing with three arms. */
function beside(kit: Kit, shape: Shape, q: number, chance: Chance): void {
  if (shape.avenue || shape.beyond[q] === "hill") return;
  const draw = chance.next();
  if (draw < 0.4) kit.put(q, 0.02, 0.43, (mesh) => { bench(mesh); });
  else if (draw < 0.7) kit.put(q, 0.02, 0.44, (mesh) => { tub(mesh, chance); });
}

/** The wide pavement on the outer side of a bend. */
function corner(kit: Kit, q: number, chance: Chance, lit: boolean): void {
  kit.put(q, 0.39, 0.39, (mesh) => { streetTree(mesh, chance, 1.15); });
  if (lit) kit.put(q, 0.22, 0.42, (mesh) => { lamp(mesh); }, QUARTER / 2);
  else kit.put(q, 0.3, 0.3, (mesh) => { bench(mesh); }, QUARTER / 2);
  kit.put(q, 0.43, 0.22, (mesh) => { bin(mesh); });
}

/** Beyond the round end of a road. */
function end(kit: Kit, shape: Shape, q: number, chance: Chance, lit: boolean): void {
  if (lit) kit.put(q, 0, 0.43, (mesh) => { lamp(mesh); });
  if (shape.bridge) return;
  kit.put(q, 0.4, 0.4, (mesh) => { streetTree(mesh, chance); });
  kit.put(q, -0.39, 0.39, (mesh) => { tub(mesh, chance); }, -QUARTER / 2);
}

/** Trees, flowers and lamps on the strip of an avenue. */
function planting(kit: Kit, shape: Shape, chance: Chance, lit: boolean): void {
  const bent = shape.form === "bend";
  const put = (t: number, piece: (mesh: Mesh) => void, angle = 0) => {
    const [x, z] = onLine(shape, t, 0);
    kit.put(shape.front, x, z, piece, angle + (bent ? t * QUARTER : 0));
  };
  if (lit) put(0.5, (mesh) => { lamp(mesh, 2); }, QUARTER);
  if (!shape.bridge)
    for (const t of [0.22, 0.78]) put(t, (mesh) => { streetTree(mesh, chance, 1.15, false); });
  for (const t of shape.bridge ? [0.28, 0.72] : [0.5, 0.36, 0.64]) {
    if (lit && t === 0.5) continue;
    put(t, (mesh) => { shrub(mesh, chance); });
  }
}
