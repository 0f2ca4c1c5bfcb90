/** Tiles of what was laid, built, upgraded, removed. */
export function touched(events: readonly (readonly number[])[]): number[] {
  const tiles: number[] = [];
  for (const [code, , ...rest] of events) {
    if (code === 1 || code === 2) tiles.push(...rest);
    else if (code === 3 || code === 4 || code === 5) tiles.push(rest[1] ?? 0);
    else if (code === 6 || code === 7) tiles.push(rest[0] ?? 0);
  }
  return tiles;
}
