/** What moves in the city, as small models; each looks south (z). White parts take a colour of their own. */
import { Mesh } from "../kit/mesh.ts";
import { ball, box, cylinder, plate } from "../kit/shapes.ts";

const SHADOW = "#3c4048";

function shadow(mesh: Mesh, width: number, depth: number): void {
  plate(mesh, [0, 0.002, 0], width, depth, SHADOW);
}

export function carModel(): Mesh {
  const mesh = new Mesh();
  shadow(mesh, 0.11, 0.2);
  box(mesh, [0, 0.015, 0], [0.085, 0.036, 0.17], "#ffffff", { bevel: 0.008 });
  box(mesh, [0, 0.048, -0.012], [0.072, 0.032, 0.095], "#33434f", { top: "#ffffff", bevel: 0.008 });
  mesh.glow = 1;
  plate(mesh, [0, 0.0521, 0.07], 0.07, 0.016, "#ffeab8");
  mesh.glow = 0;
  return mesh;
}

export function busModel(): Mesh {
  const mesh = new Mesh();
  shadow(mesh, 0.13, 0.36);
  box(mesh, [0, 0.016, 0], [0.1, 0.055, 0.33], "#ffffff", { bevel: 0.006, open: true });
  box(mesh, [0, 0.06, 0], [0.094, 0.035, 0.32], "#33434f", { open: true });
  box(mesh, [0, 0.093, 0], [0.1, 0.016, 0.33], "#ffffff", { bevel: 0.006 });
  return mesh;
}

export function personModel(): Mesh {
  const mesh = new Mesh();
  cylinder(mesh, [0, 0, 0], 0.013, 0.018, 0.036, 5, "#4a5260", { top: null });
  cylinder(mesh, [0, 0.034, 0], 0.02, 0.013, 0.036, 5, "#ffffff", { top: null });
  ball(mesh, [0, 0.084, 0], [0.015, 0.016, 0.015], "#e9bd97", { sides: 5, rings: 3, foot: 0.9 });
  return mesh;
}

export function boatModel(): Mesh {
  const mesh = new Mesh();
  const hull: [number, number][] = [
    [-0.05, 0.02],
    [0, 0.14],
    [0.05, 0.02],
    [0.04, -0.13],
    [-0.04, -0.13],
  ];
  hull.forEach((p, i) => {
    const q = hull[(i + 1) % hull.length];
    if (!q) return;
    mesh.quad([p[0] * 0.7, -0.03, p[1] * 0.9], [q[0] * 0.7, -0.03, q[1] * 0.9], [q[0], 0.04, q[1]], [p[0], 0.04, p[1]], "#8a5a3c", "#a9714a");
    mesh.triangle([0, 0.036, 0], [p[0], 0.036, p[1]], [q[0], 0.036, q[1]], "#e2c496");
  });
  cylinder(mesh, [0, 0.03, 0.01], 0.006, 0.004, 0.36, 4, "#e9e4da", { top: null });
  for (const [a, b, c] of [
    [
      [0, 0.08, 0.015],
      [0, 0.08, -0.12],
      [0, 0.38, 0.012],
    ],
    [
      [0.004, 0.08, 0.03],
      [0.03, 0.08, 0.12],
      [0.004, 0.32, 0.02],
    ],
  ] as const) {
    mesh.triangle(a, b, c, "#ffffff");
    mesh.triangle(a, c, b, "#ffffff");
  }
  return mesh;
}

/** Wings spread along x; they beat by being scaled in height. */
export function birdModel(): Mesh {
  const mesh = new Mesh();
  for (const side of [1, -1]) {
    const [a, b, c] = [
      [0, 0, 0.03],
      [0.09 * side, 0.03, 0],
      [0, 0, -0.03],
    ] as const;
    mesh.triangle(a, b, c, "#ffffff");
    mesh.triangle(a, c, b, "#e9edf0");
  }
  return mesh;
}

/** Three blades about the axis z, one tile long each: broad near the hub, thin at their ends. */
export function rotorModel(): Mesh {
  const mesh = new Mesh();
  for (let i = 0; i < 3; i++) {
    const turn = (i / 3) * 2 * Math.PI;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    const put = (along: number, across: number, out: number) =>
      [c * along - s * across, s * along + c * across, out] as const;
    const strip = (from: number, wide: number, to: number, end: number, paint: string) => {
      mesh.quad(put(from, wide * 0.3, 0), put(from, -wide * 0.7, 0.03), put(to, -end * 0.7, 0.02), put(to, end * 0.3, 0), paint);
      mesh.quad(put(from, -wide * 0.7, 0.03), put(from, wide * 0.3, -0.03), put(to, end * 0.3, -0.03), put(to, -end * 0.7, 0.02), "#e3e7e9");
    };
    strip(0.04, 0.09, 0.22, 0.19, "#ffffff");
    strip(0.22, 0.19, 0.82, 0.1, "#ffffff");
    strip(0.82, 0.1, 1, 0.04, "#d9634a");
  }
  return mesh;
}

export function puffModel(): Mesh {
  const mesh = new Mesh();
  ball(mesh, [0, 0, 0], [0.5, 0.46, 0.5], "#ffffff", { sides: 7, rings: 5, smooth: true, foot: 0.84 });
  return mesh;
}
