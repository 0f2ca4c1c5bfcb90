/** Vite plugin: `virtual:portable-files`, the portable Python as one asset named by its content. */
import type { Plugin } from "vite";

import { portableAsset, portableFiles, portableSources } from "./portable-files.ts";

const ID = "virtual:portable-files";
const RESOLVED = `\0${ID}`;

export function portableFilesPlugin(): Plugin {
  let base = "/";
  let building = false;
  return {
    name: "portable-files",
    configResolved(config) {
      base = config.base;
      building = config.command === "build";
    },
    resolveId: (id) => (id === ID ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const { text, hash } = portableAsset(portableFiles());
      const fileName = `assets/portable-${hash.slice(0, 16)}.json`;
      if (building) this.emitFile({ type: "asset", fileName, source: text });
      return `export const url = ${JSON.stringify(base + fileName)};
export const hash = ${JSON.stringify(hash)};`;
    },
    configureServer(server) {
      const sources = portableSources();
      server.watcher.add(sources);
      server.watcher.on("all", (_, path) => {
        if (sources.some((source) => path.startsWith(source))) server.ws.send({ type: "full-reload" });
      });
      server.middlewares.use((request, response, next) => {
        if (!/\/assets\/portable-\w+\.json$/.test(request.url ?? "")) {
          next();
          return;
        }
        response.setHeader("Content-Type", "application/json");
        response.end(portableAsset(portableFiles()).text);
      });
    },
  };
}
