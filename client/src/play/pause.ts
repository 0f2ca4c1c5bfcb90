/** How long a move of somebody else is shown before the next one, in milliseconds. */
const USUAL = 260;

/** `?speed=0` shows moves at once, as does the wish for less motion; 1 is the usual pace. */
export function pauseOfBots(): number {
  const speed = new URLSearchParams(location.search).get("speed");
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return 0;
  return speed === null ? USUAL : Number(speed) > 0 ? USUAL / Number(speed) : 0;
}
