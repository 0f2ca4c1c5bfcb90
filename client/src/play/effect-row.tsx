/** One line of a card: a number and what it is about. */
import type { VNode } from "preact";

export function Row({
  n,
  words,
  tone = 0,
  plain = false,
}: {
  readonly n: string;
  readonly words: string;
  readonly tone?: number;
  readonly plain?: boolean;
}): VNode {
  return (
    <li>
      <b class={plain ? "" : tone < 0 ? "bad" : "good"}>{n}</b>
      <span>{words}</span>
    </li>
  );
}
