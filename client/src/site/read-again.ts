/** Keeps what a page shows true by reading the page again, while somebody looks at it. */

const EVERY = 5_000;

/**
 * Calls `take` with this page as the server writes it now, again and again until what it returns is
 * called; not while the page is hidden, and at once when it is seen again. `every`: in ms.
 */
export function readAgain(take: (page: Document) => void, every = EVERY): () => void {
  let stopped = false;
  let reading = false;
  const read = async () => {
    if (reading || document.visibilityState !== "visible") return;
    reading = true;
    try {
      const answer = await fetch(location.href);
      const written = await answer.text();
      if (answer.ok && !stopped) take(new DOMParser().parseFromString(written, "text/html"));
    } catch {
      // Not there; what was known stays on the page.
    } finally {
      reading = false;
    }
  };
  const again = () => void read();
  const timer = setInterval(again, every);
  document.addEventListener("visibilitychange", again);
  return () => {
    stopped = true;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", again);
  };
}

/** Keeps the parts of the page that are marked `data-fresh` as the server writes them. */
export function keepFresh(): void {
  readAgain((page) => {
    for (const part of document.querySelectorAll<HTMLElement>("[data-fresh]")) {
      const next = page.querySelector(`[data-fresh="${part.dataset["fresh"] ?? ""}"]`);
      if (!next || next.isEqualNode(part)) continue;
      const at = part.querySelector(":focus")?.getAttribute("href");
      part.replaceWith(next);
      if (at) next.querySelector<HTMLElement>(`[href="${CSS.escape(at)}"]`)?.focus();
    }
  });
}
