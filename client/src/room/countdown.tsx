/** How long a full match still waits for who is not ready, and what happens then. */
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Icon } from "../play/icons.tsx";
import { text } from "../text/catalogue.ts";

const SOON_MS = 15_000;
const HOUR_MS = 3_600_000;

interface Props {
  readonly until: number;
  readonly now: () => number;
  /** Whether it is the reader who is not ready. */
  readonly yours: boolean;
}

export function Countdown({ until, now, yours }: Props): VNode {
  const [left, setLeft] = useState(until - now());
  useEffect(() => {
    const tick = () => {
      setLeft(Math.max(0, until - now()));
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => {
      clearInterval(timer);
    };
  }, [until]);
  const time = written(left);
  return (
    <div class={`countdown ${left < SOON_MS ? "soon" : ""}`}>
      <p role="timer" data-countdown>
        <Icon name="clock" /> {left > 0 ? text("room.timeLeft", { time }) : text("room.timeOver")}
      </p>
      <p>{text(yours ? "room.timeRuleYours" : "room.timeRule")}</p>
    </div>
  );
}

/** Minutes and seconds, or whole hours where there are some. */
function written(ms: number): string {
  if (ms >= HOUR_MS) return text("room.hours", { n: Math.ceil(ms / HOUR_MS) });
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
