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

/** Names of renderers that are no graphics card: the processor imitates one. */
const IMITATED = /swiftshader|llvmpipe|softpipe|software|microsoft basic/i;

/** Whether there is WebGL 2 at all; `quick`: and not only imitated by the processor. */
export function hasWebGL(quick: boolean): boolean {
  try {
    const options = { failIfMajorPerformanceCaveat: quick };
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2", options) as WebGL2RenderingContext | null;
    if (!context) return false;
    const named = context.getExtension("WEBGL_debug_renderer_info");
    const name: unknown = context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER);
    context.getExtension("WEBGL_lose_context")?.loseContext();
    // Browsers differ in what they call a major caveat: the name says it too.
    return !quick || !IMITATED.test(String(name));
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
