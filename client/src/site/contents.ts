/** Marks in the contents where of a long page one reads. */

export function followContents(): void {
  const links = new Map<string, HTMLAnchorElement>();
  document.querySelectorAll<HTMLAnchorElement>(".book-contents a[href^='#']").forEach((link) => {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  });
  if (links.size === 0) return;
  let marked: HTMLAnchorElement | undefined;
  const mark = (id: string) => {
    marked?.removeAttribute("aria-current");
    marked = links.get(id);
    marked?.setAttribute("aria-current", "true");
  };
  // A heading counts as read from when it reaches the upper third.
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) mark(target.id);
    },
    { rootMargin: "0px 0px -66% 0px" },
  );
  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) watch.observe(heading);
  }
}
