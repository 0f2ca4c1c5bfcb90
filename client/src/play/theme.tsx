/** Light or dark: the system's wish until the player has one. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";

import { text } from "../text/catalogue.ts";

const KEY = "citybuilder.theme";

/** Kept in the store, and for as long as the page is open where the store is closed. */
let chosen: string | null = null;

function choice(): string | null {
  try {
    return chosen ?? localStorage.getItem(KEY);
  } catch {
    return chosen;
  }
}

function choose(theme: "dark" | "light"): void {
  chosen = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Kept until the page is left.
  }
}

function dark(): boolean {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return (choice() ?? system) === "dark";
}

/** Puts the kept choice on the page. */
export function applyTheme(): void {
  const theme = choice();
  if (theme) document.documentElement.dataset["theme"] = theme;
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
          choose(event.currentTarget.checked ? "dark" : "light");
          setOn(event.currentTarget.checked);
          applyTheme();
        }}
      />
      <span>{text("menu.theme")}</span>
    </label>
  );
}
