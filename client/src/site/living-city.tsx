/**
 * A city that grows while one looks at it: painted by the board's own painter at first, and in three
 * dimensions once the page has nothing else to do, where a graphics card draws them.
 */
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { Camera } from "../board/camera.ts";
import { NO_MARKS } from "../board/marks.ts";
import { Painter } from "../board/painter.ts";
import { NO_FIGURES } from "../board/washes.ts";
import { firstView } from "../play/view-choice.ts";
import recording from "./city.json";
import { GrownCity } from "./grown-city.ts";

const STEP_MS = 1100;
/** After which the model is fetched, and how many CSS pixels a tile of it takes. */
const LATER_MS = 1200;
const MODEL_TILE = { least: 40, most: 58, across: 11 };
const SLOW_MS = 200;
const SLOW_STEPS = 2;
/** CSS pixels a tile: large enough to know a building, small enough to see a city. */
const TILE = { least: 30, most: 46, across: 23 };

interface Props {
  /** Where of the valley the middle of the picture lies, in tiles from its north-west corner. */
  readonly middle: readonly [number, number];
  readonly label: string;
}

export function LivingCity({ middle, label }: Props): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const model = useRef<HTMLCanvasElement>(null);
  const [round, setRound] = useState(false);
  const [column, row] = middle;
  useEffect(() => {
    const surface = canvas.current;
    if (!surface) return;
    const city = new GrownCity(recording);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let gone = false;
    let stop: (() => void) | null = null;
    const showModel = async () => {
      if (still || firstView() !== "city") return;
      const { showRound } = await import("./round-city.ts");
      if (gone || !model.current) return;
      const { least, most, across } = MODEL_TILE;
      const scale = Math.min(most, Math.max(least, surface.clientWidth / across));
      stop = showRound(model.current, city, middle, scale);
      clearInterval(timer);
      seen.disconnect();
      setRound(true);
    };
    if (still) city.finish();
    // Painted by the processor: a picture that changes once a second is not worth what hundreds of
    // copies cost where a graphics card is only made believe (measured: frames of 2 to 20 s).
    const painter = new Painter(surface, { willReadFrequently: true });
    const camera = new Camera();
    let flash: readonly number[] = [];
    const draw = () => {
      const { clientWidth: width, clientHeight: height } = surface;
      surface.width = Math.round(width * devicePixelRatio);
      surface.height = Math.round(height * devicePixelRatio);
      camera.scale = Math.min(TILE.most, Math.max(TILE.least, width / TILE.across));
      camera.x = width / 2 - column * camera.scale;
      camera.y = height / 2 - row * camera.scale;
      painter.draw(city.scene, camera, NO_FIGURES, null, { ...NO_MARKS, flash });
    };
    let timer = 0;
    let slow = 0;
    const grow = () => {
      if (document.hidden) return;
      const begun = performance.now();
      const fresh = slow < SLOW_STEPS ? city.grow() : city.finish();
      flash = fresh ?? [];
      draw();
      if (!fresh) clearInterval(timer);
      // Two frames on the step is on the screen: a machine that is long about it gets a still.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          slow = performance.now() - begun > SLOW_MS ? slow + 1 : 0;
        });
      });
    };
    // Nobody looks: nothing is painted.
    const seen = new IntersectionObserver(([entry]) => {
      clearInterval(timer);
      if (entry?.isIntersecting && !still) timer = window.setInterval(grow, STEP_MS);
    });
    const sized = new ResizeObserver(draw);
    seen.observe(surface);
    sized.observe(surface);
    // What a visitor came for is fetched and drawn first.
    const idle = window.setTimeout(() => {
      void showModel().catch((error: unknown) => {
        console.warn("the city stays flat", error);
      });
    }, LATER_MS);
    return () => {
      gone = true;
      clearTimeout(idle);
      stop?.();
      clearInterval(timer);
      seen.disconnect();
      sized.disconnect();
    };
  }, [column, row]);
  return (
    <div class="living-city" role="img" aria-label={label} data-round={round}>
      <canvas ref={canvas} />
      <canvas ref={model} />
    </div>
  );
}
