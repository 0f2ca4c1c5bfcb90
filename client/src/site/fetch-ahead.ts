/** Fetches what a match needs while the page that leads to it is looked at. */
import wasmUrl from "@micropython/micropython-webassembly-pyscript/micropython.wasm?url";
import { url as filesUrl } from "virtual:portable-files";

interface Connection {
  readonly saveData?: boolean;
}

/** The rules and their interpreter, once nothing else is to be done; not where data are dear. */
export function fetchMatchAhead(): void {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  if (connection?.saveData) return;
  const fetchAll = () => {
    for (const href of [wasmUrl, filesUrl]) {
      const link = document.createElement("link");
      link.rel = "prefetch";
      link.href = href;
      document.head.append(link);
    }
  };
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(fetchAll);
  else setTimeout(fetchAll, 1000);
}
