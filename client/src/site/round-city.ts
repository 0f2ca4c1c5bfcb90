/** The growing city of the home page in three dimensions, for as long as somebody looks at it. */
import { NO_MARKS } from "../board/marks.ts";
import { NO_FIGURES } from "../board/washes.ts";
import { City } from "../city/city.ts";
import { QUALITIES } from "../city/quality.ts";
import type { GrownCity } from "./grown-city.ts";

const STEP = 1.4; // seconds between two buildings
const HOUR = 14; // seconds of one hour's light
const PACE_MS = 33;
const NO_INSETS = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * Draws the city on a canvas until the function that it returns is called. `middle`: which tile is
 * in the middle of it; `scale`: CSS pixels a tile. Throws where there is no WebGL.
 */
export function showRound(
  canvas: HTMLCanvasElement,
  grown: GrownCity,
  middle: readonly [number, number],
  scale: number,
): () => void {
  const context = canvas.getContext("webgl2", { alpha: true, antialias: true });
  if (!context) throw new Error("no WebGL 2");
  const city = new City(context, grown.scene, QUALITIES.medium);
  city.light.come(1, 0, true);
  let seen = true;
  let timer = 0;
  let living = 0;
  let before = performance.now();
  let stepped = 0;
  const resize = () => {
    const { clientWidth: width, clientHeight: height } = canvas;
    city.resize(width, height, Math.min(devicePixelRatio, QUALITIES.medium.ratio));
    city.lens.resize(grown.size, width, height, NO_INSETS);
    city.lens.look(...middle, scale);
  };
  const draw = () => {
    const at = performance.now();
    living += Math.min(0.1, (at - before) / 1000);
    before = at;
    if (living - stepped > STEP) {
      stepped = living;
      grown.grow();
      city.update(grown.scene, at / 1000, false);
      city.decals.draw(grown.scene, NO_FIGURES, null, NO_MARKS);
    }
    city.light.come(1 + Math.floor(living / HOUR), at / 1000, false);
    city.draw(at / 1000, living);
    if (seen && !document.hidden) timer = window.setTimeout(ask, PACE_MS);
  };
  const ask = () => {
    requestAnimationFrame(draw);
  };
  const again = () => {
    clearTimeout(timer);
    before = performance.now();
    if (seen && !document.hidden) ask();
  };
  const watch = new IntersectionObserver(([entry]) => {
    seen = entry?.isIntersecting ?? false;
    again();
  });
  const sized = new ResizeObserver(resize);
  watch.observe(canvas);
  sized.observe(canvas);
  document.addEventListener("visibilitychange", again);
  return () => {
    clearTimeout(timer);
    seen = false;
    watch.disconnect();
    sized.disconnect();
    document.removeEventListener("visibilitychange", again);
    city.dispose();
  };
}
