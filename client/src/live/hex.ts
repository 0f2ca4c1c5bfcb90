/** Bytes on their way between the wire (base64) and the rules (hexadecimal). */
import { fromBase64, toBase64 } from "../connection/bytes.ts";

export function hexOf(base64: string): string {
  return toHex(fromBase64(base64));
}

export function base64Of(hex: string): string {
  const pairs = hex.match(/../g) ?? [];
  return toBase64(Uint8Array.from(pairs, (pair) => parseInt(pair, 16)));
}

export function toHex(data: Uint8Array): string {
  return Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes of data compressed as zlib (RFC 1950). Rejects for anything else. */
export async function inflated(data: Uint8Array): Promise<Uint8Array> {
  const whole = new Blob([data as Uint8Array<ArrayBuffer>]).stream();
  const plain = whole.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
