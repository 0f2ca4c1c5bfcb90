/** The phone's bar: sheets within a thumb's reach. */
import type { VNode } from "preact";

import { text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Icon, type IconName } from "./icons.tsx";
import { SHEETS } from "./panels.ts";

const BAR_ICONS: Readonly<Record<(typeof SHEETS)[number], IconName>> = {
  build: "build",
  log: "log",
  city: "landmarks",
  trade: "trade",
  goals: "goal",
};

export function SheetBar({
  desk,
  incoming,
}: {
  readonly desk: Desk;
  readonly incoming: number;
}): VNode {
  return (
    <nav class="paper bar-bottom" aria-label={text("match.title")}>
      {SHEETS.filter((sheet) => sheet !== "build" || !desk.match.over).map((sheet) => (
        <button
          key={sheet}
          type="button"
          class="bar-button"
          aria-pressed={desk.panels.sheet === sheet}
          data-sheet-button={sheet}
          onClick={() => {
            desk.panels.open(desk.panels.sheet === sheet ? null : sheet);
          }}
        >
          <Icon name={BAR_ICONS[sheet]} />
          {text(`bar.${sheet}`)}
          {sheet === "trade" && incoming > 0 && <span class="count">{incoming}</span>}
        </button>
      ))}
    </nav>
  );
}
