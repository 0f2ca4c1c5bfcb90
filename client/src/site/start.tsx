/** What every page of the site brings to life: who one is, the theme, small pictures. */
import "../style/index.css";
import "../style/site.css";

import { render } from "preact";

import { applyTheme, ThemeSwitch } from "../play/theme.tsx";
import { MayorChip } from "./mayor-chip.tsx";
import { readMayor } from "./mayor.ts";
import { Sprite } from "./sprites.tsx";

const TILE = 52;

export function startSite(): void {
  applyTheme();
  readMayor();
  mount("[data-mayor-chip]", (place) => {
    render(<MayorChip />, place);
  });
  mount("[data-theme-switch]", (place) => {
    render(<ThemeSwitch />, place);
  });
  mount("[data-sprites]", (place) => {
    const kinds = (place.dataset["sprites"] ?? "").split(" ").map(Number);
    render(
      <>
        {kinds.map((kind, i) => (
          <Sprite key={i} kind={kind} seat={i} size={Number(place.dataset["tile"] ?? TILE)} />
        ))}
      </>,
      place,
    );
  });
}

/** Brings every place of this kind to life; what the server wrote there makes room. */
export function mount(selector: string, start: (place: HTMLElement) => void): void {
  document.querySelectorAll<HTMLElement>(selector).forEach((place) => {
    place.replaceChildren();
    start(place);
  });
}
