import { globSync } from "node:fs";

import { defineConfig } from "vitest/config";

import { nodeModulesPlugin } from "./tools/node-modules-plugin.ts";
import { portableFilesPlugin } from "./tools/portable-files-plugin.ts";

export default defineConfig({
  // Where Django serves the built files.
  base: "/static/",
  plugins: [portableFilesPlugin()],
  worker: { format: "es", plugins: () => [nodeModulesPlugin(), portableFilesPlugin()] },
  server: {
    host: "localhost",
    port: 5173,
    strictPort: true,
    // A page and its worker must share an origin: Django's pages come through here too.
    proxy: { "^/(?!static/)": `http://127.0.0.1:${process.env["PORT"] ?? "8000"}` },
  },
  build: {
    target: "es2023",
    manifest: "manifest.json",
    // A data: URL would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // One entry a page; templates name them by their path.
      input: globSync(["src/pages/*.{ts,tsx}"], { cwd: import.meta.dirname }),
    },
  },
  test: { include: ["src/**/*.test.ts", "tools/**/*.test.ts"] },
});
