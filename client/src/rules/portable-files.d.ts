/** Made by client/tools/portable-files-plugin.ts. */
declare module "virtual:portable-files" {
  /** Where the portable Python lies, as one JSON object of path -> text. */
  export const url: string;
  /** SHA-256 of that file, hexadecimal. */
  export const hash: string;
}
