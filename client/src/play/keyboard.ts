/** The keys of the match: the board's own, and those that work everywhere outside of fields. */
import { text } from "../text/catalogue.ts";
import type { BoardView } from "./board.tsx";
import type { Desk } from "./desk.ts";
import { ACTION, CATEGORIES, isLine } from "./tools.ts";
import { tileName } from "./tile-text.ts";

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function listenToKeys(desk: Desk, view: { readonly current: BoardView | null }): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]"))
      return;
    const target = event.target as HTMLElement;
    if (target.matches("input, select, textarea")) return;
    const onBoard = target.matches(".board, body");
    if ((onBoard && boardKey(event, desk, view)) || anyKey(event, desk, view, onBoard))
      event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  return () => {
    document.removeEventListener("keydown", onKey);
  };
}

function boardKey(
  event: KeyboardEvent,
  desk: Desk,
  view: { readonly current: BoardView | null },
): boolean {
  const step = STEPS[event.key];
  const { scene, me } = desk.match;
  const { size, hall } = scene;
  const at = desk.cursor ?? hall[me] ?? 0;
  if (step) {
    const [right, down] = view.current?.lens.steps(...step) ?? step;
    const column = Math.min(size - 1, Math.max(0, (at % size) + right));
    const row = Math.min(size - 1, Math.max(0, Math.floor(at / size) + down));
    desk.point(row * size + column);
    view.current?.lens.reveal(column, row);
    view.current?.redraw();
    return true;
  }
  if (event.key !== "Enter") return false;
  if (desk.cursor === null) desk.point(at);
  if (
    desk.tool !== null &&
    desk.anchor === null &&
    !desk.confirming &&
    isLine(desk.tool, desk.match.tables)
  ) {
    desk.start(at);
    desk.say(text("board.start", { where: tileName(at, size) }));
  } else void desk.commit(false);
  return true;
}

/** Closes the list of overlays and tooltips; returns whether anything was open. */
export function closeOpen(): boolean {
  const list = document.querySelector<HTMLDetailsElement>("details.overlays[open]");
  if (list) list.open = false;
  // Who reads one by keys stays there: a focus that is let go of would be lost.
  const told = document.querySelector<HTMLElement>(".goal:focus, .forecast:focus-within");
  const closes = list !== null || (told !== null && told.dataset["hushed"] === undefined);
  hush(told, "focusout");
  hush(document.querySelector<HTMLElement>(".goal:hover, .forecast:hover"), "pointerleave");
  return closes;
}

/** Hides a tooltip until whoever reads it has gone and comes back. */
function hush(told: HTMLElement | null, gone: "focusout" | "pointerleave"): void {
  if (!told) return;
  told.dataset["hushed"] = "";
  told.addEventListener(gone, () => delete told.dataset["hushed"], { once: true });
}

function anyKey(
  event: KeyboardEvent,
  desk: Desk,
  view: { readonly current: BoardView | null },
  onBoard: boolean,
): boolean {
  const key = event.key.toLowerCase();
  const category = CATEGORIES.find(({ letter }) => letter === key);
  const lens = view.current?.lens;
  if (category) desk.cycle(category);
  else if (key >= "1" && key <= "9") desk.panels.overlayByNumber(Number(key));
  else if (key === " " && onBoard) void desk.carryOut([ACTION.endTurn]);
  else if (key === "z") void desk.carryOut([ACTION.undo]);
  else if (key === "x") desk.nextShape();
  else if (key === "escape") {
    if (!closeOpen()) desk.cancel();
  } else if (key === "home" && onBoard) lens?.fit();
  else if (key === "+" || key === "=") lens?.zoomMiddle(1.25);
  else if (key === "-") lens?.zoomMiddle(0.8);
  else if (key === "," || key === ".") lens?.turnBy(key === "," ? 1 : -1);
  else if (key === "v") desk.panels.switchView();
  else return false;
  view.current?.redraw();
  return true;
}
