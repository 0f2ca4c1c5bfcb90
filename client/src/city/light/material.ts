/** The material of everything that is built: colours by vertex, windows by wall, soft shade below. */
import { MeshLambertMaterial, type MeshLambertMaterialParameters } from "three";

import { surroundings } from "./surroundings.ts";

type Shader = Parameters<MeshLambertMaterial["onBeforeCompile"]>[0];

/** Replaces a chunk of a shader; a version of three without it must not pass unseen. */
export function replace(source: string, chunk: string, by: string): string {
  const marker = `#include <${chunk}>`;
  if (!source.includes(marker)) throw new Error(`three has no ${chunk} here`);
  return source.replace(marker, by);
}

const VERTEX_HEAD = /* glsl */ `
#include <common>
attribute vec2 cells;
attribute vec4 tint;
attribute vec4 windows;
varying vec2 vCells;
varying vec4 vTint;
varying vec4 vWindows;
varying vec3 vPlace;
varying vec3 vFacing;
`;

const VERTEX = /* glsl */ `
#include <begin_vertex>
vCells = cells;
vTint = vec4(pow(tint.rgb, vec3(2.2)), tint.a);
vWindows = windows;
#ifdef USE_INSTANCING
  vPlace = (modelMatrix * instanceMatrix * vec4(transformed, 1.0)).xyz;
  vFacing = normalize(mat3(modelMatrix) * mat3(instanceMatrix) * normal);
#else
  vPlace = (modelMatrix * vec4(transformed, 1.0)).xyz;
  vFacing = normalize(mat3(modelMatrix) * normal);
#endif
`;

export const SHADE_HEAD = /* glsl */ `
#include <common>
uniform float size;
uniform sampler2D relief;
uniform sampler2D decals;
uniform float night;
uniform float time;
uniform vec3 sky;
uniform vec3 lamp;
varying vec3 vPlace;
varying vec3 vFacing;

float hash(vec2 p) {
  p = fract(p * vec2(123.34, 345.45));
  p += dot(p, p + 34.345);
  return fract(p.x * p.y);
}

/** How much of the sky is seen from here: what stands around takes it away. */
float openness(vec3 place, vec3 facing) {
  vec2 around = texture2D(relief, (place.xz + facing.xz * 0.2) / size).rg * 16.0;
  float near = smoothstep(0.0, 0.55, around.r - place.y);
  float far = smoothstep(0.0, 1.3, around.g - place.y);
  return (1.0 - 0.42 * near) * (1.0 - 0.3 * far);
}

/** Light of street lamps, strongest near the ground. */
vec3 lamplight(vec3 place) {
  float pool = texture2D(relief, place.xz / size).b;
  return lamp * pool * night * exp(-max(place.y, 0.0) * 2.4) * 1.25;
}
`;

const FRAGMENT_HEAD = /* glsl */ `
${SHADE_HEAD}
varying vec2 vCells;
varying vec4 vTint;
varying vec4 vWindows;
`;

/** Frames, glass, and by night the light behind some of them; from afar one even tone. */
const FRAGMENT = /* glsl */ `
#include <color_fragment>
diffuseColor.rgb *= vTint.rgb;
float shine = vTint.a;
vec3 inner = vec3(0.0);
if (vWindows.x > 0.0) {
  vec2 cell = floor(vCells);
  vec2 at = abs(fract(vCells) - 0.5) * 2.0;
  vec2 soft = fwidth(vCells) * 2.0;
  float blur = clamp(max(soft.x, soft.y) * 0.9 - 0.35, 0.0, 1.0);
  vec2 glassSize = vWindows.xy;
  vec2 frameSize = min(glassSize + vec2(0.16, 0.13), vec2(1.0));
  vec2 g = 1.0 - smoothstep(glassSize - soft, glassSize + soft, at);
  vec2 f = 1.0 - smoothstep(frameSize - soft, frameSize + soft, at);
  float glass = mix(g.x * g.y, glassSize.x * glassSize.y, blur);
  float frame = mix(f.x * f.y, frameSize.x * frameSize.y, blur);
  float own = hash(cell + vWindows.w * 91.7 + 3.1);
  vec3 tone = mix(vec3(0.05, 0.13, 0.22), vec3(0.13, 0.30, 0.36), vWindows.w);
  float up = fract(vCells.y);
  vec3 pane = tone * (0.75 + 0.5 * own) + sky * (0.1 + 0.16 * up) * (1.0 - 0.75 * night);
  diffuseColor.rgb = mix(diffuseColor.rgb, min(diffuseColor.rgb * 1.25 + 0.08, vec3(0.93)), frame * 0.75);
  diffuseColor.rgb = mix(diffuseColor.rgb, pane, glass);
  float lit = step(own, vWindows.z);
  lit = mix(lit, vWindows.z, blur);
  vec3 warm = mix(vec3(1.0, 0.46, 0.13), vec3(1.0, 0.66, 0.30), fract(own * 7.3));
  inner = warm * lit * glass * night * (0.35 + 0.5 * fract(own * 13.7));
}
`;

const GLOW = /* glsl */ `
#include <emissivemap_fragment>
float open = openness(vPlace, vFacing);
totalEmissiveRadiance += inner + diffuseColor.rgb * mix(vec3(1.0), lamp, 0.6) * shine * (0.12 + 0.85 * night);
totalEmissiveRadiance += diffuseColor.rgb * lamplight(vPlace);
`;

/** After the lights: less of the sky's light in corners, and what is drawn on the ground. */
export const OPEN = /* glsl */ `
#include <aomap_fragment>
reflectedLight.indirectDiffuse *= mix(open, open * open, 0.5);
reflectedLight.directDiffuse *= mix(open, 1.0, 0.65);
`;

/** Colours a little calmer than the lights make them. */
export const CALM = /* glsl */ `
outgoingLight = mix(vec3(dot(outgoingLight, vec3(0.2126, 0.7152, 0.0722))), outgoingLight, 0.86);
`;

/** What is drawn at a place, nothing beyond the map's edge. */
export const DRAWN = /* glsl */ `
vec4 drawn = texture2D(decals, vPlace.xz / size);
vec2 within = step(vec2(0.002), vPlace.xz) * step(vPlace.xz, vec2(size - 0.002));
drawn.a *= within.x * within.y;
`;

export const DECAL = /* glsl */ `
${CALM}
${DRAWN}
float flatness = smoothstep(0.3, 0.9, vFacing.y);
outgoingLight = mix(outgoingLight, pow(drawn.rgb, vec3(2.2)) * mix(0.9, 0.5, night), drawn.a * mix(0.12, 0.85, flatness));
#include <opaque_fragment>
`;

function shareSurroundings(shader: Shader): void {
  Object.assign(shader.uniforms, surroundings);
}

/** Hands a surface of the land its place and where it looks, and the surroundings. */
export function groundShader(shader: Shader, facing: string): void {
  shareSurroundings(shader);
  const vertex = replace(
    shader.vertexShader,
    "common",
    "#include <common>\nvarying vec3 vPlace;\nvarying vec3 vFacing;",
  );
  shader.vertexShader = replace(
    vertex,
    "begin_vertex",
    `#include <begin_vertex>\nvPlace = transformed;\nvFacing = ${facing};`,
  );
}

function patch(shader: Shader): void {
  shareSurroundings(shader);
  shader.vertexShader = replace(shader.vertexShader, "common", VERTEX_HEAD);
  shader.vertexShader = replace(shader.vertexShader, "begin_vertex", VERTEX);
  let fragment = replace(shader.fragmentShader, "common", FRAGMENT_HEAD);
  fragment = replace(fragment, "color_fragment", FRAGMENT);
  fragment = replace(fragment, "emissivemap_fragment", GLOW);
  fragment = replace(fragment, "aomap_fragment", OPEN);
  fragment = replace(fragment, "opaque_fragment", DECAL);
  shader.fragmentShader = fragment;
}

/** One for all that is made with `kit/`. */
export function cityMaterial(more: MeshLambertMaterialParameters = {}): MeshLambertMaterial {
  const material = new MeshLambertMaterial(more);
  material.onBeforeCompile = patch;
  return material;
}
