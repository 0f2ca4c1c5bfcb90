/** Vite plugin: nothing in place of the Node modules that MicroPython's loader uses under Node. */
import type { Plugin } from "vite";

const RESOLVED = "\0node-only";
const NODE_ONLY = new Set(["fs", "module", "path", "url"]);

export function nodeModulesPlugin(): Plugin {
  return {
    name: "node-modules",
    apply: "build",
    enforce: "pre",
    resolveId: (id, importer) =>
      NODE_ONLY.has(id) && importer?.includes("micropython") ? RESOLVED : null,
    load: (id) => (id === RESOLVED ? "export default {};" : null),
  };
}
