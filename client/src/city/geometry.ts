/** What the graphics card gets of a mesh. */
import { BufferAttribute, BufferGeometry, InterleavedBuffer, InterleavedBufferAttribute } from "three";

import type { Mesh } from "./kit/mesh.ts";

export function geometryOf(mesh: Mesh): BufferGeometry {
  const geometry = new BufferGeometry();
  const floats = new InterleavedBuffer(mesh.floats.slice(), 5);
  const bytes = new InterleavedBuffer(mesh.bytes.slice(), 8);
  geometry.setAttribute("position", new InterleavedBufferAttribute(floats, 3, 0));
  geometry.setAttribute("cells", new InterleavedBufferAttribute(floats, 2, 3));
  geometry.setAttribute("normal", new BufferAttribute(mesh.normals.slice(), 4, true));
  geometry.setAttribute("tint", new InterleavedBufferAttribute(bytes, 4, 0, true));
  geometry.setAttribute("windows", new InterleavedBufferAttribute(bytes, 4, 4, true));
  if (mesh.count > 0) geometry.computeBoundingSphere();
  return geometry;
}

/** What a geometry weighs, shared buffers counted once. */
export function bytesOf(geometry: BufferGeometry): number {
  const buffers = new Set<ArrayBufferLike>();
  for (const attribute of Object.values(geometry.attributes))
    buffers.add(attribute.array.buffer);
  if (geometry.index) buffers.add(geometry.index.array.buffer);
  let sum = 0;
  for (const buffer of buffers) sum += buffer.byteLength;
  return sum;
}
