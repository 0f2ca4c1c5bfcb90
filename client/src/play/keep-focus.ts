/**
 * Gives the focus a place when what had it goes away or is switched off, as a button does that ends
 * the turn. A lost focus would send keyboards and screen readers back to the top of the page.
 */

const LOST: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ["disabled"],
};

/** Watches over everything in `root`; `home` is the selector of the last resort. */
export function keepFocus(root: HTMLElement, home: string): () => void {
  let last: Element | null = null;
  /** What lay around `last`, the nearest first: once it is gone, that cannot be asked any more. */
  let around: Element[] = [];
  /** What had the focus before a dialog took it. */
  let opener: Element | null = null;

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    if (target.closest("dialog") && !last?.closest("dialog")) opener = last;
    last = target;
    around = [];
    for (let each = target.parentElement; each; each = each.parentElement) around.push(each);
  };
  const look = () => {
    const { activeElement } = document;
    if (last === null || usable(last)) return;
    if (activeElement !== last && activeElement !== document.body) return;
    const places = around.filter((each) => each.matches("[tabindex]"));
    if (opener && around.some((each) => each.matches("dialog"))) places.push(opener);
    const place = places.find(usable) ?? root.querySelector(home);
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(look);
  root.addEventListener("focusin", onFocus);
  observer.observe(root, LOST);
  return () => {
    root.removeEventListener("focusin", onFocus);
    observer.disconnect();
  };
}

function usable(element: Element): boolean {
  return element.isConnected && !element.matches(":disabled");
}
