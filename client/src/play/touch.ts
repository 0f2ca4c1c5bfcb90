/** Whether fingers are what the player has: nothing hovers, and there are no keys to hint at. */
export function byTouch(): boolean {
  return matchMedia("(hover: none)").matches;
}
