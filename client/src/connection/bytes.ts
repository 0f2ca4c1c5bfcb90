/** Bytes as text crosses the wire: standard base64 with padding (RFC 4648, section 4). */

export function toBase64(data: Uint8Array): string {
  return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
}

/** Throws for text that is no base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const ID_BYTES = 16;

/** The 16 bytes behind an id's 26 characters (Crockford's base32); throws for anything else. */
export function idBytes(id: string): Uint8Array {
  if (!/^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(id)) throw new Error(`not an id: ${id}`);
  let number = 0n;
  for (const character of id) number = (number << 5n) | BigInt(ALPHABET.indexOf(character));
  const data = new Uint8Array(ID_BYTES);
  for (let i = ID_BYTES - 1; i >= 0; i--, number >>= 8n) data[i] = Number(number & 255n);
  return data;
}

/** The id of a command or of a line of chat: 16 random bytes. */
export function newCommandId(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(ID_BYTES));
}
