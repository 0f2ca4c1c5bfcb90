/** Which panels are open: the side panel's tab, a phone's sheet, the overlay, the round's account. */
import { OVERLAYS, type Overlay } from "../board/washes.ts";

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
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
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

  closeRecap(round: number): void {
    this.recapClosed = round;
    this.#changed();
  }
}
