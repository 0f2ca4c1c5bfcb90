/** Buildings as pictures on pages, by the board's own painter. */
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { borough } from "../board/boroughs.ts";
import { paintSprite } from "../board/sprites.ts";

/** Decorative: a text beside it says what it is about. `size` in CSS pixels a tile. */
export function Sprite({
  kind,
  seat,
  size,
}: {
  readonly kind: number;
  readonly seat: number;
  readonly size: number;
}): VNode {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const picture = paintSprite(kind, borough(seat), 0, size * devicePixelRatio);
    picture.style.width = `${picture.width / devicePixelRatio}px`;
    place.current?.replaceChildren(picture);
  }, [kind, seat, size]);
  return <span ref={place} class="sprite" aria-hidden="true" />;
}
