/** Asphalt, kerbs and pavements of a tile, and the planted strip of avenues. */
import { noise } from "../../board/noise.ts";
import type { Scene } from "../../board/scene.ts";
import { shade, type Colour, type Paint } from "../kit/colour.ts";
import type { Mesh } from "../kit/mesh.ts";
import {
  ASPHALT_LEVEL,
  hasStrip,
  QUARTER,
  ROAD_HALF,
  SIDES,
  stripGoesOn,
  WALK_LEVEL,
  type Shape,
} from "./shape.ts";

const ASPHALT = "#737885";
const PAVEMENT = "#d6ccba";
const KERB = "#efe7d8";
const VERGE = "#94bd58";
const KERB_WIDTH = 0.024;
/** Half the width of an avenue's planted strip. */
export const STRIP_HALF = 0.075;

export type Place = readonly [number, number];

/** A level quadrilateral, whichever way round its corners are given. */
export function flat(mesh: Mesh, y: number, a: Place, b: Place, c: Place, d: Place, paint: Paint): void {
  const turned = (c[0] - a[0]) * (d[1] - b[1]) - (c[1] - a[1]) * (d[0] - b[0]) > 0;
  const [p, q, r, s] = turned ? [d, c, b, a] : [a, b, c, d];
  mesh.quad([p[0], y, p[1]], [q[0], y, q[1]], [r[0], y, r[1]], [s[0], y, s[1]], paint);
}

/** Asphalt that is a little lighter here and there, evenly over the edges of tiles. */
export function asphalt(mesh: Mesh, { x, z }: Shape): void {
  const tone = (a: number, b: number): Colour => {
    const worn = 0.6 * noise((x + a) * 0.9, (z + b) * 0.9) + 0.4 * noise((x + a) * 2.7 + 9, (z + b) * 2.7);
    return shade(ASPHALT, 0.93 + 0.13 * worn);
  };
  for (const a of [-0.5, 0])
    for (const b of [-0.5, 0]) {
      const [sw, se, ne, nw] = [tone(a, b + 0.5), tone(a + 0.5, b + 0.5), tone(a + 0.5, b), tone(a, b)];
      const y = ASPHALT_LEVEL;
      const [w, e, n, s] = [x + a, x + a + 0.5, z + b, z + b + 0.5];
      mesh.triangle([w, y, s], [e, y, s], [e, y, n], sw, se, ne);
      mesh.triangle([w, y, s], [e, y, n], [w, y, n], sw, ne, nw);
    }
}

/** The upright side of a kerb from p to q; `behind` is a point on the kerb's own side. */
function kerbFace(mesh: Mesh, y: number, p: Place, q: Place, behind: Place): void {
  const right = (q[0] - p[0]) * (behind[1] - p[1]) - (q[1] - p[1]) * (behind[0] - p[0]) > 0;
  const [a, b] = right ? [q, p] : [p, q];
  const low = ASPHALT_LEVEL;
  mesh.quad([a[0], low, a[1]], [b[0], low, b[1]], [b[0], y, b[1]], [a[0], y, a[1]], shade(KERB, 0.8), shade(KERB, 0.92));
}

/** A pavement between a kerb's line and its outer line, of as many points; `slabs` for each piece. */
function ribbon(mesh: Mesh, path: readonly Place[], outer: readonly Place[], slabs = 1): void {
  const edge = path.map((p, i): Place => {
    const o = outer[i] ?? p;
    const k = KERB_WIDTH / (Math.hypot(o[0] - p[0], o[1] - p[1]) || 1);
    return [p[0] + (o[0] - p[0]) * k, p[1] + (o[1] - p[1]) * k];
  });
  const y = WALK_LEVEL;
  for (let i = 0; i + 1 < path.length; i++) {
    const [p, q, k, l, o, r] = [path[i], path[i + 1], edge[i], edge[i + 1], outer[i], outer[i + 1]];
    if (!p || !q || !k || !l || !o || !r) continue;
    kerbFace(mesh, y, p, q, o);
    flat(mesh, y, p, q, l, k, KERB);
    for (let n = 0; n < slabs; n++) {
      const between = (a: Place, b: Place, t: number): Place => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
      const [t, u] = [n / slabs, (n + 1) / slabs];
      const tone = shade(PAVEMENT, (i + n) % 2 ? 0.965 : 1.01);
      flat(mesh, y, between(k, l, t), between(k, l, u), between(o, r, u), between(o, r, t), tone);
    }
  }
}

/** Points from 0 to a right angle. */
function arc(pieces: number, point: (cos: number, sin: number) => Place): Place[] {
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const turn = (i / pieces) * QUARTER;
    return point(Math.cos(turn), Math.sin(turn));
  });
}

/** How far the asphalt reaches towards a closed side in the tile's middle. */
function reach({ form, avenue, open, width }: Shape, side: number): number {
  if (form === "end") return avenue ? 0.41 : 0.37;
  const found = [(side + 1) & 3, (side + 3) & 3].filter((q) => open[q]).map((q) => width[q] ?? ROAD_HALF);
  return found.length ? found.reduce((a, b) => a + b) / found.length : ROAD_HALF;
}

/** The pavements, corner by corner. */
export function pavements(mesh: Mesh, shape: Shape): void {
  const { form, front, open, filled, width } = shape;
  const at = (q: number, make: () => void) => { mesh.at(shape.x, 0, shape.z, q * QUARTER, make); };
  if (form === "bend") {
    const [w, v] = [width[front] ?? ROAD_HALF, width[(front + 1) & 3] ?? ROAD_HALF];
    at(front, () => {
      const inner = arc(4, (c, s) => [0.5 - (0.5 - w) * c, 0.5 - (0.5 - v) * s]);
      ribbon(mesh, inner, inner.map((): Place => [0.5, 0.5]));
      ribbon(
        mesh,
        arc(6, (c, s) => [0.5 - (0.5 + w) * c, 0.5 - (0.5 + v) * s]),
        arc(6, (c, s) => [0.5 - c / Math.max(c, s), 0.5 - s / Math.max(c, s)]),
      );
    });
    return;
  }
  for (const q of SIDES) {
    const next = (q + 1) & 3;
    const [w, v] = [width[q] ?? ROAD_HALF, width[next] ?? ROAD_HALF];
    if (filled[q]) continue;
    at(q, () => {
      if (open[q] && open[next]) {
        const path = arc(3, (c, s) => [0.5 - (0.5 - w) * c, 0.5 - (0.5 - v) * s]);
        ribbon(mesh, path, path.map((): Place => [0.5, 0.5]));
      } else if (open[q]) {
        const path = sweep(w, reach(shape, next)).map(([t, half]): Place => [half, t]);
        ribbon(mesh, path, path.map(([, t]): Place => [0.5, t]), path.length === 2 && !shape.wet ? 2 : 1);
      } else if (open[next]) {
        const path = sweep(v, reach(shape, q)).map(([t, half]): Place => [t, half]);
        ribbon(mesh, path, path.map(([t]): Place => [t, 0.5]), path.length === 2 && !shape.wet ? 2 : 1);
      } else {
        const [a, b] = [reach(shape, next), reach(shape, q)];
        ribbon(
          mesh,
          arc(4, (c, s) => [a * c, b * s]),
          arc(4, (c, s) => [(0.5 * c) / Math.max(c, s), (0.5 * s) / Math.max(c, s)]),
        );
      }
    });
  }
}

/** A kerb's distance from the middle line, from the tile's edge inwards: straight, or it swings out. */
function sweep(edge: number, middle: number): Place[] {
  const step = (t: number): Place => [t, middle + (edge - middle) * (3 * (2 * t) ** 2 - 2 * (2 * t) ** 3)];
  const gap = Math.abs(edge - middle);
  return (gap < 1e-6 ? [0.5, 0] : gap < 0.065 ? [0.5, 0.25, 0] : [0.5, 0.36, 0.15, 0]).map(step);
}

/** A point of an avenue's middle line: t from 0 to 1; `aside` to the right. */
export function onLine({ form }: Shape, t: number, aside: number): Place {
  if (form !== "bend") return [aside, t - 0.5];
  const turn = t * QUARTER;
  return [0.5 - (0.5 - aside) * Math.cos(turn), 0.5 - (0.5 - aside) * Math.sin(turn)];
}

/** The raised strip in the middle of an avenue; it ends in a round nose. In the frame of `front`. */
export function strip(mesh: Mesh, scene: Scene, shape: Shape): void {
  if (!hasStrip(shape)) return;
  const { form, front } = shape;
  const far = form === "bend" ? front + 1 : front;
  const near = form === "bend" ? front : front + 2;
  const stations: Place[] = form === "bend" ? [0.2, 0.4, 0.6, 0.8].map((t) => [t, STRIP_HALF]) : [];
  const nose: readonly Place[] = [[0.04, 0], [0.055, 0.7], [0.1, 1]];
  if (stripGoesOn(scene, shape, near)) stations.unshift([0, STRIP_HALF]);
  else stations.unshift(...nose.map(([t, k]): Place => [t, k * STRIP_HALF]));
  if (stripGoesOn(scene, shape, far)) stations.push([1, STRIP_HALF]);
  else stations.push(...nose.toReversed().map(([t, k]): Place => [1 - t, k * STRIP_HALF]));
  const y = WALK_LEVEL + 0.004;
  for (let i = 0; i + 1 < stations.length; i++) {
    const [a, b] = [stations[i], stations[i + 1]];
    if (!a || !b) continue;
    for (const s of [1, -1]) {
      const inner = (half: number) => Math.max(0, half - 0.02) * s;
      const [p, q] = [onLine(shape, a[0], a[1] * s), onLine(shape, b[0], b[1] * s)];
      const [k, l] = [onLine(shape, a[0], inner(a[1])), onLine(shape, b[0], inner(b[1]))];
      const [m, n] = [onLine(shape, a[0], 0), onLine(shape, b[0], 0)];
      kerbFace(mesh, y, p, q, [(m[0] + n[0]) / 2, (m[1] + n[1]) / 2]);
      flat(mesh, y, p, q, l, k, KERB);
      flat(mesh, y, k, l, n, m, shade(VERGE, s > 0 ? 1 : 0.97));
    }
  }
}
