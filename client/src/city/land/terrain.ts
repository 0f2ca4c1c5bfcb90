/** The land as a surface, painted with the board's picture of the ground, and the table's edge. */
import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  MeshLambertMaterial,
  Mesh as Drawn,
  SRGBColorSpace,
} from "three";

import { Ground } from "../../board/ground.ts";
import type { Scene } from "../../board/scene.ts";
import { DECAL, OPEN, replace, SHADE_HEAD, groundShader } from "../light/material.ts";
import { elevation } from "./elevation.ts";

const CUTS = 6; // of a tile's side

export class Terrain {
  readonly object: Drawn<BufferGeometry, MeshLambertMaterial>;
  readonly #ground: Ground;
  readonly #texture: CanvasTexture;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
    this.#ground = new Ground(size, { willReadFrequently: true });
    this.#texture = new CanvasTexture(this.#ground.canvas);
    this.#texture.colorSpace = SRGBColorSpace;
    this.#texture.anisotropy = 4;
    this.#texture.flipY = false;
    this.object = new Drawn(surface(size), material(this.#texture));
    this.object.receiveShadow = true;
    this.object.castShadow = true;
  }

  update(scene: Scene): void {
    this.#ground.update(scene);
    this.#texture.needsUpdate = true;
    const position = this.object.geometry.getAttribute("position") as BufferAttribute;
    const n = this.#size * CUTS + 1;
    for (let row = 0; row < n; row++)
      for (let column = 0; column < n; column++)
        position.setY(row * n + column, elevation(scene, column / CUTS, row / CUTS));
    position.needsUpdate = true;
    this.object.geometry.computeVertexNormals();
  }

  dispose(): void {
    this.object.geometry.dispose();
    this.object.material.dispose();
    this.#texture.dispose();
  }
}

function surface(size: number): BufferGeometry {
  const n = size * CUTS + 1;
  const geometry = new BufferGeometry();
  const places = new Float32Array(n * n * 3);
  const uv = new Float32Array(n * n * 2);
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++) {
      const i = row * n + column;
      places.set([column / CUTS, 0, row / CUTS], i * 3);
      uv.set([column / (n - 1), row / (n - 1)], i * 2);
    }
  const index = new Uint32Array((n - 1) * (n - 1) * 6);
  let k = 0;
  for (let row = 0; row + 1 < n; row++)
    for (let column = 0; column + 1 < n; column++) {
      const i = row * n + column;
      index.set([i, i + n, i + n + 1, i, i + n + 1, i + 1], k);
      k += 6;
    }
  geometry.setAttribute("position", new BufferAttribute(places, 3));
  geometry.setAttribute("uv", new BufferAttribute(uv, 2));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
}

function material(map: CanvasTexture): MeshLambertMaterial {
  const made = new MeshLambertMaterial({ map });
  made.onBeforeCompile = (shader) => {
    groundShader(shader, "normal");
    let fragment = replace(shader.fragmentShader, "common", SHADE_HEAD);
    fragment = replace(
      fragment,
      "emissivemap_fragment",
      /* glsl */ `
      #include <emissivemap_fragment>
      // Steep slopes are bare rock in layers.
      float steep = smoothstep(0.82, 0.6, normalize(vFacing).y) * step(0.01, vPlace.y);
      float layer = 0.5 + 0.5 * sin(vPlace.y * 60.0 + hash(floor(vPlace.xz * 3.0)) * 2.0);
      vec3 rock = mix(vec3(0.36, 0.25, 0.16), vec3(0.56, 0.41, 0.27), layer);
      diffuseColor.rgb = mix(diffuseColor.rgb, rock, steep * 0.8);
      float open = openness(vPlace, vFacing);
      totalEmissiveRadiance += diffuseColor.rgb * lamplight(vPlace);
      `,
    );
    fragment = replace(fragment, "aomap_fragment", OPEN);
    fragment = replace(fragment, "opaque_fragment", DECAL);
    shader.fragmentShader = fragment;
  };
  return made;
}
