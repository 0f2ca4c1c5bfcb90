/** The tool in hand, over a phone's map, and how to put it away. */
import type { VNode } from "preact";

import { coded, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Icon } from "./icons.tsx";

export function ToolChip({ desk }: { readonly desk: Desk }): VNode | null {
  const { tool } = desk;
  if (tool === null) return null;
  return (
    <button
      type="button"
      class="paper tool-chip"
      data-tool-chip
      aria-label={text("palette.putAway", { what: coded("building", tool) })}
      onClick={() => {
        desk.choose(null);
      }}
    >
      {coded("building", tool)}
      <Icon name="close" />
    </button>
  );
}
