/** Flat map or city in three dimensions: what the player chose, else what suits the machine. */
export type ViewKind = "flat" | "city";

const KEY = "citybuilder.view";

/** Kept for as long as the page is open where the store is closed. */
let chosen: ViewKind | null = null;

function choice(): ViewKind | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "flat" || kept === "city" ? kept : chosen;
  } catch {
    return chosen;
  }
}

export function chooseView(view: ViewKind): void {
  chosen = view;
  try {
    localStorage.setItem(KEY, view);
  } catch {
    // Kept until the page is left.
  }
}

/** Whether there is WebGL 2 at all; `quick`: and not only imitated by the processor. */
export function hasWebGL(quick: boolean): boolean {
  try {
    const options = { failIfMajorPerformanceCaveat: quick };
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2", options) as WebGL2RenderingContext | null;
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/** What to begin with: `?view=` of the address, the choice, or the city where it is drawn quickly. */
export function firstView(): ViewKind {
  const asked = new URLSearchParams(location.search).get("view");
  const wanted = asked === "flat" || asked === "city" ? asked : choice();
  if (wanted === "flat") return "flat";
  return hasWebGL(wanted === null) ? "city" : "flat";
}
