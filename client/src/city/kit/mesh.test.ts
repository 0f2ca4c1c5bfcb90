import { expect, test } from "vitest";

import { Mesh, type Point } from "./mesh.ts";
import { ball, box, cylinder, gable, hip, house } from "./shapes.ts";

/** Six times the volume that a closed surface holds, positive if it looks outwards (Gauss). */
function volume(mesh: Mesh): number {
  const { floats } = mesh;
  const corner = (i: number): Point => [floats[5 * i] ?? 0, floats[5 * i + 1] ?? 0, floats[5 * i + 2] ?? 0];
  let sum = 0;
  for (let i = 0; i < mesh.count; i += 3) {
    const [a, b, c] = [corner(i), corner(i + 1), corner(i + 2)];
    sum +=
      a[0] * (b[1] * c[2] - b[2] * c[1]) +
      a[1] * (b[2] * c[0] - b[0] * c[2]) +
      a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return sum;
}

test("bodies look outwards", () => {
  const glazing = { across: 3, up: 3, seed: 0.2 };
  const bodies: Record<string, (mesh: Mesh) => void> = {
    box: (mesh) => { box(mesh, [0, 0, 0], [1, 1, 1], "#ffffff"); },
    bevelled: (mesh) => { box(mesh, [0, 0, 0], [1, 1, 1], "#ffffff", { bevel: 0.1 }); },
    house: (mesh) => { house(mesh, [0, 0, 0], [1, 1, 1], "#ffffff", glazing); },
    gable: (mesh) => { gable(mesh, [0, 0, 0], [1, 0.5, 1], "#ffffff", "#ffffff"); },
    hip: (mesh) => { hip(mesh, [0, 0, 0], [1, 0.5, 1], "#ffffff"); },
    cylinder: (mesh) => { cylinder(mesh, [0, 0, 0], 0.5, 0.4, 1, 9, "#ffffff"); },
    smooth: (mesh) => { cylinder(mesh, [0, 0, 0], 0.5, 0.4, 1, 9, "#ffffff", { smooth: true }); },
    ball: (mesh) => { ball(mesh, [0, 0, 0], [0.5, 0.5, 0.5], "#ffffff"); },
  };
  for (const [name, make] of Object.entries(bodies)) {
    const mesh = new Mesh();
    make(mesh);
    expect(volume(mesh), name).toBeGreaterThan(0.2);
  }
});

test("a box is as large as it says, and stands on its foot", () => {
  const mesh = new Mesh();
  box(mesh, [1, 2, 3], [0.4, 0.6, 0.8], "#808080");
  const along = (n: number) => Array.from({ length: mesh.count }, (_, i) => mesh.floats[5 * i + n] ?? 0);
  const [xs, ys, zs] = [along(0), along(1), along(2)];
  const ends = [xs, ys, zs].map((list) => [Math.min(...list), Math.max(...list)]);
  [0.8, 1.2, 2, 2.6, 2.6, 3.4].forEach((end, i) => {
    expect(ends.flat()[i]).toBeCloseTo(end, 5);
  });
});

test("a copy is moved, and turned by quarters to the left with its normals and spots", () => {
  const part = new Mesh();
  part.quad([0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1], "#ff0000"); // looks south
  part.spot("smoke", [0, 2, 1], 0.3);
  const mesh = new Mesh();
  mesh.add(part, 10, 5, 20, 1);
  expect([...mesh.floats.slice(0, 3)].map(Math.round)).toEqual([11, 5, 20]); // now in the east
  expect([...mesh.normals.slice(0, 3)]).toEqual([127, 0, 0]);
  const [spot] = mesh.spots;
  expect(spot?.at.map(Math.round)).toEqual([11, 7, 20]);
  expect(spot?.turn).toBeCloseTo(Math.PI / 2);
});

test("what is made inside `at` is turned like a copy", () => {
  const mesh = new Mesh();
  mesh.at(10, 5, 20, Math.PI / 2, () => {
    mesh.quad([0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1], "#ff0000");
    mesh.spot("lamp", [0, 2, 1], 0.3);
  });
  expect([...mesh.floats.slice(0, 3)].map(Math.round)).toEqual([11, 5, 20]);
  expect([...mesh.normals.slice(0, 3)]).toEqual([127, 0, 0]);
  expect(mesh.spots[0]?.turn).toBeCloseTo(Math.PI / 2);
});

test("a wall carries its windows, other faces none", () => {
  const mesh = new Mesh();
  house(mesh, [0, 0, 0], [1, 1, 0.5], "#ffffff", { across: 4, up: 3, width: 0.5, lit: 1, seed: 0.1 });
  const widths = Array.from({ length: mesh.count }, (_, i) => mesh.bytes[8 * i + 4]);
  expect(widths.filter((width) => width === 128)).toHaveLength(4 * 6);
  expect(widths.filter((width) => width === 0)).toHaveLength(6);
  const across = Array.from({ length: 6 }, (_, i) => mesh.floats[5 * i + 3] ?? 0);
  expect(Math.max(...across)).toBe(4);
});

test("many triangles keep what came before them", () => {
  const mesh = new Mesh();
  for (let i = 0; i < 2000; i++) mesh.triangle([i, 0, 0], [i + 1, 0, 0], [i, 1, 0], "#102030");
  expect(mesh.count).toBe(6000);
  expect(mesh.floats[0]).toBe(0);
  expect(mesh.floats[5 * 3 * 1999]).toBe(1999);
  expect([...mesh.bytes.slice(0, 3)]).toEqual([16, 32, 48]);
});
