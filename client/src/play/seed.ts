/** Seeds of valleys: 32 bytes, drawn, or made from any text a player writes. */

function hex(data: Uint8Array): string {
  return [...data].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function newSeed(): string {
  return hex(crypto.getRandomValues(new Uint8Array(32)));
}

/** The seed itself where it is 64 hexadecimal digits; else the text's bytes, folded into 32. */
export function seedFrom(written: string): string {
  const text = written.trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  const seed = new Uint8Array(32);
  new TextEncoder().encode(text).forEach((byte, i) => {
    seed[i % 32] = (seed[i % 32] ?? 0) ^ byte;
  });
  return hex(seed);
}
