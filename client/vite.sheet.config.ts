/** Serves the page of pictures (`sheet/`): `npx vite --config vite.sheet.config.ts`. */
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: ".cache/sheet",
  server: { host: "127.0.0.1", port: 5190, strictPort: true, hmr: false, fs: { strict: false } },
});
