/** Whose time runs, and how much of it is left; the bank when the turn's own time is used up. */
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

import type { Names } from "../play/names.ts";
import { Icon } from "../play/icons.tsx";
import { text } from "../text/catalogue.ts";

const SOON = 15_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface ClockFace {
  /** Whose time runs, or null. */
  readonly seat: number | null;
  /** ms by the platform's clock, or null: never. */
  readonly deadline: number | null;
  /** ms left by seat. */
  readonly banks: readonly number[];
}

interface Props {
  readonly face: ClockFace;
  readonly names: Names;
  readonly you: number | null;
  /** The platform's clock, ms UTC. */
  readonly now: () => number;
}

export function Clock({ face, names, you, now }: Props): VNode | null {
  const { seat, deadline, banks } = face;
  const [at, setAt] = useState(now());
  useEffect(() => {
    if (deadline === null) return;
    const tick = () => {
      setAt(now());
    };
    tick();
    const timer = setInterval(tick, 250);
    return () => {
      clearInterval(timer);
    };
  }, [deadline]);
  if (seat === null || deadline === null) return null;
  const left = Math.max(0, deadline - at);
  const bank = banks[seat] ?? 0;
  // The deadline counts the bank too: until it is drawn on, the turn's own time is shown.
  const own = Math.max(0, left - bank);
  const onBank = bank > 0 && own === 0;
  const yours = seat === you;
  const label = yours ? text("live.clockYours") : text("live.clockOf", { who: names.of(seat) });
  return (
    <p
      class={`live-clock ${left < SOON ? "soon" : ""} ${yours ? "yours" : ""}`}
      role="timer"
      aria-label={label}
      data-clock={seat}
      data-left={left}
    >
      <Icon name="clock" />
      <span class="live-clock-who">{label}</span>
      <b>{written(onBank ? left : own)}</b>
      {bank > 0 && (
        <small>
          {onBank ? text("live.bankRuns") : text("live.bank", { time: written(bank) })}
        </small>
      )}
    </p>
  );
}

/** Minutes and seconds; hours and minutes; days and hours. */
export function written(ms: number): string {
  if (ms >= DAY) return `${Math.floor(ms / DAY)} d ${Math.floor((ms % DAY) / HOUR)} h`;
  if (ms >= HOUR) return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`;
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
