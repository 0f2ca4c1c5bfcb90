/** The water's surface: depth by colour, waves that mirror the sky, foam along the shore. */
import {
  Mesh as Drawn,
  MeshLambertMaterial,
  PlaneGeometry,
  type BufferGeometry,
  type CanvasTexture,
} from "three";

import type { Scene } from "../../board/scene.ts";
import { CALM, DRAWN, replace, SHADE_HEAD, groundShader } from "../light/material.ts";
import { picture } from "../light/surroundings.ts";
import { shares, WATER_LEVEL } from "./elevation.ts";

const TEXELS = 8; // of depth, in a tile

export class Water {
  readonly object: Drawn<BufferGeometry, MeshLambertMaterial>;
  readonly #size: number;
  readonly #depth: Uint8Array<ArrayBuffer>;
  readonly #texture;

  constructor(size: number) {
    this.#size = size;
    const side = size * TEXELS;
    this.#depth = new Uint8Array(4 * side * side);
    this.#texture = picture(this.#depth, side);
    const plane = new PlaneGeometry(size, size).rotateX(-Math.PI / 2);
    plane.translate(size / 2, WATER_LEVEL, size / 2);
    this.object = new Drawn(plane, material(this.#texture));
    this.object.receiveShadow = true;
  }

  /** Once a match: water stays where it is. */
  update(scene: Scene): void {
    const side = this.#size * TEXELS;
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++) {
        const [water] = shares(scene, (column + 0.5) / TEXELS, (row + 0.5) / TEXELS);
        this.#depth[4 * (row * side + column)] = Math.round(water * 255);
      }
    this.#texture.needsUpdate = true;
  }

  dispose(): void {
    this.object.geometry.dispose();
    this.object.material.dispose();
    this.#texture.dispose();
  }
}

function material(depth: ReturnType<typeof picture> | CanvasTexture): MeshLambertMaterial {
  const made = new MeshLambertMaterial({ transparent: true });
  made.onBeforeCompile = (shader) => {
    groundShader(shader, "vec3(0.0, 1.0, 0.0)");
    shader.uniforms["depth"] = { value: depth };
    let fragment = replace(
      shader.fragmentShader,
      "common",
      `${SHADE_HEAD}
      uniform sampler2D depth;
      float rough(vec2 p) {
        vec2 i = floor(p);
        vec2 f = fract(p);
        vec2 u = f * f * (3.0 - 2.0 * f);
        return mix(mix(hash(i), hash(i + vec2(1.0, 0.0)), u.x),
                   mix(hash(i + vec2(0.0, 1.0)), hash(i + vec2(1.0, 1.0)), u.x), u.y);
      }
      float glints = 0.0;
      `,
    );
    fragment = replace(
      fragment,
      "emissivemap_fragment",
      /* glsl */ `
      #include <emissivemap_fragment>
      float deep = texture2D(depth, vPlace.xz / size).r;
      float swell = rough(vPlace.xz * 1.3 + vec2(time * 0.11, time * 0.07));
      float chop = rough(vPlace.xz * 4.0 + vec2(-time * 0.16, time * 0.12));
      // Long streaks across the line of sight, as light lies on water.
      float streak = rough(vec2((vPlace.x - vPlace.z) * 0.9, (vPlace.x + vPlace.z) * 4.6 + time * 0.22) + swell * 1.4);
      vec3 shallow = vec3(0.24, 0.70, 0.62);
      vec3 middle = vec3(0.055, 0.42, 0.51);
      vec3 far = vec3(0.02, 0.21, 0.38);
      float down = clamp((deep - 0.44) / 0.5, 0.0, 1.0);
      vec3 colour = mix(shallow, middle, smoothstep(0.0, 0.4, down));
      colour = mix(colour, far, smoothstep(0.35, 1.0, down + (swell - 0.5) * 0.12));
      colour = mix(colour, sky, 0.10 + 0.16 * smoothstep(0.5, 0.95, swell * 0.6 + chop * 0.4));
      float edge = deep + (chop - 0.5) * 0.03;
      float wash = 0.5 + 0.5 * sin(time * 0.9 + swell * 6.0);
      float foam = smoothstep(0.425, 0.445, edge) * (1.0 - smoothstep(0.455, 0.475 + 0.02 * wash, edge));
      foam += 0.5 * smoothstep(0.5, 0.51, edge + 0.012 * wash) * (1.0 - smoothstep(0.515, 0.53, edge + 0.012 * wash)) * smoothstep(0.35, 0.7, chop);
      diffuseColor.rgb = mix(colour, vec3(0.95), clamp(foam, 0.0, 1.0) * 0.8);
      diffuseColor.a = smoothstep(0.40, 0.44, edge) * mix(0.78, 0.97, smoothstep(0.0, 0.5, down));
      glints = smoothstep(0.80, 0.9, streak) * smoothstep(0.05, 0.4, down);
      float open = openness(vPlace, vFacing);
      totalEmissiveRadiance += lamplight(vPlace) * (0.25 + 0.9 * glints);
      totalEmissiveRadiance += sky * glints * 0.16 * (1.0 - 0.6 * night);
      `,
    );
    fragment = replace(
      fragment,
      "aomap_fragment",
      "#include <aomap_fragment>\nreflectedLight.directDiffuse *= mix(0.75, 1.0, open);",
    );
    fragment = replace(
      fragment,
      "opaque_fragment",
      /* glsl */ `
      ${CALM}
      ${DRAWN}
      outgoingLight = mix(outgoingLight, pow(drawn.rgb, vec3(2.2)) * mix(0.9, 0.5, night), drawn.a * 0.75);
      #include <opaque_fragment>
      `,
    );
    shader.fragmentShader = fragment;
  };
  return made;
}
