/** Light or dark: the system's wish until the player has one. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";

import { text } from "../text/catalogue.ts";

const KEY = "citybuilder.theme";

function dark(): boolean {
  return (
    (localStorage.getItem(KEY) ??
      (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark"
  );
}

/** Puts the kept choice on the page. */
export function applyTheme(): void {
  const choice = localStorage.getItem(KEY);
  if (choice) document.documentElement.dataset["theme"] = choice;
}

export function ThemeSwitch(): VNode {
  const [on, setOn] = useState(dark());
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => {
          localStorage.setItem(KEY, event.currentTarget.checked ? "dark" : "light");
          setOn(event.currentTarget.checked);
          applyTheme();
        }}
      />
      <span>{text("menu.theme")}</span>
    </label>
  );
}
