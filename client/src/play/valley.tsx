/** The land that was chosen, drawn by the board's own painter. */
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { Camera } from "../board/camera.ts";
import { NO_MARKS } from "../board/marks.ts";
import { Painter } from "../board/painter.ts";
import type { Scene } from "../board/scene.ts";
import { NO_FIGURES } from "../board/washes.ts";
import { text } from "../text/catalogue.ts";

export function Valley({
  land,
  capacity,
}: {
  readonly land: Scene | null;
  readonly capacity: readonly number[];
}): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<{ of: Scene; paint: Painter } | null>(null);
  useEffect(() => {
    const surface = canvas.current;
    if (!surface || !land) return;
    const draw = () => {
      const side = surface.clientWidth;
      surface.width = surface.height = Math.round(side * devicePixelRatio);
      const camera = new Camera();
      camera.resize(land.size, side, side, { left: 26, top: 18, right: 26, bottom: 34 });
      if (painter.current?.of !== land) painter.current = { of: land, paint: new Painter(surface) };
      painter.current.paint.draw(
        land,
        camera,
        { ...NO_FIGURES, capacity },
        null,
        NO_MARKS,
      );
    };
    const observer = new ResizeObserver(draw);
    observer.observe(surface);
    return () => {
      observer.disconnect();
    };
  }, [land]);
  return <canvas ref={canvas} class="valley" role="img" aria-label={text("home.preview")} />;
}
