import { expect, test } from "vitest";

import { footprintSide } from "../../board/sprites.ts";
import { build } from "./index.ts";

const KINDS = 29;
const LANDMARKS = new Set([23, 24, 25, 26, 27, 28]);
const OVERHANG = 0.12;

function most(kind: number): number {
  if (LANDMARKS.has(kind)) return 1600;
  return footprintSide(kind) === 2 ? 1100 : 450;
}

for (let kind = 1; kind <= KINDS; kind++)
  test(`entry ${kind} keeps to its lot and its triangles, in three shapes and any colour`, () => {
    const half = footprintSide(kind) / 2 + OVERHANG;
    const shapes = new Set<string>();
    for (const variant of [0, 1, 2]) {
      const mesh = build(kind, 0, variant);
      expect(mesh.count / 3).toBeLessThanOrEqual(most(kind));
      expect(mesh.count / 3).toBeGreaterThan(20);
      for (let i = 0; i < mesh.floats.length; i += 5) {
        expect(Math.abs(mesh.floats[i] ?? 0)).toBeLessThan(half);
        expect(Math.abs(mesh.floats[i + 2] ?? 0)).toBeLessThan(half);
        expect(mesh.floats[i + 1] ?? 0).toBeLessThan(3);
      }
      shapes.add(mesh.floats.join());
      expect(build(kind, 0, variant).floats).toEqual(mesh.floats);
      expect(build(kind, 1, variant).bytes).not.toEqual(mesh.bytes);
    }
    expect(shapes.size).toBe(3);
  });
