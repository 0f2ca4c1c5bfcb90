/** Who plays here, for every part of the page that shows it. */
import { useEffect, useState } from "preact/hooks";

import { anyMayor, changeMayor, type Mayor } from "../connection/guest.ts";

let mayor: Mayor | null = null;
const listeners = new Set<(mayor: Mayor | null) => void>();

function become(next: Mayor | null): void {
  mayor = next;
  for (const listener of listeners) listener(next);
}

/** Takes over what the server wrote into the page. */
export function readMayor(): void {
  const written = document.getElementById("mayor")?.textContent;
  const found = JSON.parse(written ?? "null") as Mayor | "" | null;
  become(found === "" ? null : found); // pages of refusals may not know
}

/** The mayor, made with a friendly name if there was none. */
export async function needMayor(): Promise<Mayor> {
  const found = mayor ?? (await anyMayor());
  if (!mayor) become(found);
  return found;
}

/** Changes name or colour. Throws RestError when the platform refuses the name. */
export async function changeOwn(change: { name?: string; colour?: number }): Promise<void> {
  become(await changeMayor(change));
}

/** The mayor as it is now, also after it changes. */
export function useMayor(): Mayor | null {
  const [shown, show] = useState(mayor);
  useEffect(() => {
    listeners.add(show);
    show(mayor);
    return () => {
      listeners.delete(show);
    };
  }, []);
  return shown;
}
