/** Which panels are open: the side panel's tab, a phone's sheet, the overlay, the round's account. */
import { OVERLAYS, type Overlay } from "../board/washes.ts";
import { chooseView, hasWebGL, type ViewKind } from "./view-choice.ts";

export const SHEETS = ["build", "log", "city", "trade", "goals"] as const;
export type Sheet = (typeof SHEETS)[number];

export const TABS = ["log", "city", "trade"] as const;
export type Tab = (typeof TABS)[number];

export class Panels {
  overlay: Overlay | null = null;
  /** Panels that a phone shows one at a time; the tab of the side panel elsewhere. */
  sheet: Sheet | null = null;
  tab: Tab = "log";
  /** The last round whose account was closed. */
  recapClosed = -1;
  /** How the map is shown; `viewFailed`: the city could not be. */
  view: ViewKind;
  viewFailed = false;
  readonly #changed: () => void;

  constructor(changed: () => void, view: ViewKind) {
    this.#changed = changed;
    this.view = view;
  }

  /** Opens a panel: the side panel's tab, a phone's sheet. */
  open(sheet: Sheet | null): void {
    this.sheet = sheet;
    const tab = TABS.find((each) => each === sheet);
    if (tab !== undefined) this.tab = tab;
    this.#changed();
  }

  turnTo(tab: Tab): void {
    this.tab = tab;
    this.#changed();
  }

  /** Shows an overlay, or none if it is the one that is shown. */
  showOverlay(overlay: Overlay | null): void {
    this.overlay = this.overlay === overlay ? null : overlay;
    this.#changed();
  }

  overlayByNumber(n: number): void {
    this.showOverlay(OVERLAYS[n - 1] ?? null);
  }

  /** From the flat map to the city and back. */
  switchView(): void {
    if (this.view === "flat" && !hasWebGL(false)) {
      this.noCity();
      return;
    }
    this.view = this.view === "flat" ? "city" : "flat";
    this.viewFailed = false;
    chooseView(this.view);
    this.#changed();
  }

  /** The city cannot be drawn here: the flat map takes its place, and that is told. */
  noCity(): void {
    this.view = "flat";
    this.viewFailed = true;
    this.#changed();
  }

  closeRecap(round: number): void {
    this.recapClosed = round;
    this.#changed();
  }
}
