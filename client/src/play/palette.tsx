/** What can be built, by category. */
import type { VNode } from "preact";

import { signed, text } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Icon, type IconName } from "./icons.tsx";
import { ToolCard } from "./tool-card.tsx";
import { ToolDetail } from "./tool-detail.tsx";
import { CATEGORIES } from "./tools.ts";

const CATEGORY_ICONS: Readonly<Record<(typeof CATEGORIES)[number]["name"], IconName>> = {
  roads: "roads",
  homes: "home",
  work: "work",
  power: "power",
  civic: "civic",
  green: "green",
  landmarks: "landmarks",
};

export function Palette({ desk }: { readonly desk: Desk }): VNode {
  return (
    <section class="paper palette" aria-label={text("palette.title")}>
      <div class="categories" role="group" aria-label={text("palette.title")}>
        {CATEGORIES.map((category) => (
          <button
            key={category.name}
            type="button"
            class="category"
            aria-pressed={desk.category === category}
            onClick={() => {
              desk.category = category;
              desk.tell();
            }}
          >
            <Icon name={CATEGORY_ICONS[category.name]} />
            <span>{text(`palette.${category.name}`)}</span>
            <kbd aria-hidden="true">{category.letter.toUpperCase()}</kbd>
          </button>
        ))}
      </div>
      {desk.category.name === "power" && (
        <p class="quiet spare-now">
          {text("palette.spare", { n: signed(desk.match.screen.spare_now[desk.match.me] ?? 0) })}
        </p>
      )}
      <div class="cards">
        {desk.category.tools.map((tool) => (
          <ToolCard key={tool} desk={desk} tool={tool} />
        ))}
      </div>
      <ToolDetail desk={desk} />
    </section>
  );
}
