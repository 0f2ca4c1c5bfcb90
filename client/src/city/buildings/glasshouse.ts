/** Houses of glass: domes and vaults with white ribs; the green of their plants shows through below. */
import { mix, shade, type Colour } from "../kit/colour.ts";
import type { Mesh, Point } from "../kit/mesh.ts";
import { cylinder } from "../kit/shapes.ts";

const RIB = "#fffdf4";
const GLASS = ["#74cfc4", "#93e0d4", "#62c0ba", "#85d8d0"] as const;

/** What a pane looks like at a share of the house's height. */
function pane(i: number, share: number): Colour {
  const glass = mix(GLASS[i & 3] ?? GLASS[0], "#f2fffb", Math.max(0, share - 0.45) * 0.9);
  return mix(glass, i % 3 ? "#2f9440" : "#63b53a", Math.max(0, 0.8 - share * 1.25));
}

type Profile = readonly (readonly [radius: number, height: number])[];

/** The outline of a dome: upright to `wall`, then a quarter of an ellipse up to its opening. */
export function curve(radius: number, wall: number, rise: number, open: number, steps = 3): Profile {
  const found: [number, number][] = [[radius, 0]];
  if (wall > 0) found.push([radius, wall]);
  const last = Math.acos(open / radius);
  for (let i = 1; i <= steps; i++) {
    const t = (last * i) / steps;
    found.push([Math.cos(t) * radius, wall + (Math.sin(t) / Math.sin(last)) * rise]);
  }
  return found;
}

/** A dome of n sides on a profile, each edge a white rib. */
export function dome(mesh: Mesh, [x, y, z]: Point, profile: Profile, n: number, ribs = 1): void {
  const high = profile[profile.length - 1]?.[1] ?? 1;
  const at = (k: number, r: number, h: number): Point => {
    const t = (k / n) * 2 * Math.PI;
    return [x + Math.cos(t) * r, y + h, z - Math.sin(t) * r];
  };
  profile.forEach(([r0, h0], j) => {
    const next = profile[j + 1];
    if (!next) return;
    const [r1, h1] = next;
    for (let i = 0; i < n; i++) {
      mesh.glow = 0.17;
      mesh.quad(at(i, r0, h0), at(i + 1, r0, h0), at(i + 1, r1, h1), at(i, r1, h1), pane(i + j, h0 / high), pane(i + j, h1 / high));
      mesh.glow = 0;
      if (i % ribs) continue;
      const [w0, w1] = [0.011 / r0 / 6.28, 0.011 / r1 / 6.28].map((w) => w * n) as [number, number];
      const out = 0.008;
      mesh.quad(at(i - w0, r0 + out, h0), at(i + w0, r0 + out, h0), at(i + w1, r1 + out, h1 + out), at(i - w1, r1 + out, h1 + out), RIB);
    }
  });
}

/** A band round a dome. */
export function band(mesh: Mesh, at: Point, radius: number, n: number, paint: Colour | string, high = 0.03): void {
  cylinder(mesh, at, radius + 0.018, radius + 0.018, high, n, paint, { top: null, foot: 0.95 });
}

/** A round vault along x over a length, with walls below; arches of ribs between its bays. */
export function vault(
  mesh: Mesh,
  [x, y, z]: Point,
  length: number,
  radius: number,
  wall: number,
  bays: number,
  steps = 6,
): void {
  const high = wall + radius;
  const arch: [number, number][] = [[radius, 0]];
  for (let i = 0; i <= steps; i++) {
    const t = (i / steps) * Math.PI;
    arch.push([Math.cos(t) * radius, wall + Math.sin(t) * radius]);
  }
  arch.push([-radius, 0]);
  const from = x - length / 2;
  arch.forEach(([d0, h0], j) => {
    const next = arch[j + 1];
    if (!next) return;
    const [d1, h1] = next;
    const strip = (x0: number, x1: number, out: number, foot: Colour | string, head: Colour | string) => {
      const [a, b] = [1 + out / radius, out];
      mesh.quad([x0, y + h0 + b, z + d0 * a], [x1, y + h0 + b, z + d0 * a], [x1, y + h1 + b, z + d1 * a], [x0, y + h1 + b, z + d1 * a], foot, head);
    };
    mesh.glow = 0.17;
    for (let k = 0; k < bays; k++)
      strip(from + (length * k) / bays, from + (length * (k + 1)) / bays, 0, pane(k + j, h0 / high), pane(k + j, h1 / high));
    mesh.glow = 0;
    for (let k = 0; k <= bays; k++) {
      const middle = from + (length * k) / bays;
      strip(middle - 0.01, middle + 0.01, 0.007, RIB, RIB);
    }
  });
  // The end walls, fans of glass.
  for (const s of [-1, 1]) {
    const end = x + (s * length) / 2;
    const centre: Point = [end, y + wall * 0.5, z];
    arch.forEach(([d0, h0], j) => {
      const next = arch[j + 1];
      if (!next) return;
      const [p, q]: [Point, Point] = [
        [end, y + h0, z + d0],
        [end, y + next[1], z + next[0]],
      ];
      mesh.glow = 0.17;
      const paint = shade(pane(j, (h0 + next[1]) / 2 / high), 0.96);
      if (s > 0) mesh.triangle(centre, q, p, pane(1, 0.1), paint, paint);
      else mesh.triangle(centre, p, q, pane(1, 0.1), paint, paint);
      mesh.glow = 0;
    });
  }
}
