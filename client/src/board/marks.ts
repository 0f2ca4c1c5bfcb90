/** What the player does on the board: where a tool works, the cursor, a ghost, signs of change. */
import { at, type Scene } from "./scene.ts";
import { MARGIN, type Sprites } from "./sprites.ts";

export interface Ghost {
  readonly tiles: readonly number[];
  /** A building's id, or 0 for work on roads. */
  readonly kind: number;
  readonly seat: number;
  /** Whether the rules accept it; null while they are asked. */
  readonly good: boolean | null;
}

export interface Chip {
  readonly tile: number;
  readonly text: string;
  readonly good: boolean;
}

export interface Marks {
  /** A byte a tile: where the chosen tool works. */
  readonly mask: Uint8Array | null;
  readonly cursor: number | null;
  readonly focused: boolean;
  readonly selected: number | null;
  readonly ghost: Ghost | null;
  readonly chips: readonly Chip[];
  /** Tiles of the last move of somebody else. */
  readonly flash: readonly number[];
  /** Tiles that have to do with the selected one: sources of smoke, of services. */
  readonly sources: readonly number[];
}

export const NO_MARKS: Marks = {
  mask: null,
  cursor: null,
  focused: false,
  selected: null,
  ghost: null,
  chips: [],
  flash: [],
  sources: [],
};

export function drawMarks(
  context: CanvasRenderingContext2D,
  scene: Scene,
  marks: Marks,
  sprites: Sprites,
  pixels: number,
): void {
  if (marks.mask) drawMask(context, scene, marks.mask);
  for (const tile of marks.flash) frame(context, scene, tile, "#ffffff", "#ffd766", 0.08);
  for (const tile of marks.sources) frame(context, scene, tile, "#ffffff", "#8a55b0", 0.06);
  if (marks.ghost) drawGhost(context, scene, marks.ghost, sprites, pixels);
  if (marks.selected !== null) frame(context, scene, marks.selected, "#ffffff", "#2567c9", 0.07);
  if (marks.cursor !== null)
    frame(
      context,
      scene,
      marks.cursor,
      "#ffffff",
      marks.focused ? "#1c3f7a" : "rgba(34,48,60,0.55)",
      marks.focused ? 0.09 : 0.05,
    );
  for (const chip of marks.chips) drawChip(context, scene, chip, pixels);
}

function place(scene: Scene, tile: number): [number, number] {
  return [tile % scene.size, Math.floor(tile / scene.size)];
}

/** Dims what the tool cannot use and dots what it can. */
export function drawMask(context: CanvasRenderingContext2D, scene: Scene, mask: Uint8Array): void {
  context.fillStyle = "rgba(38,34,40,0.34)";
  for (let tile = 0; tile < mask.length; tile++) {
    if (at(mask, tile)) continue;
    const [x, y] = place(scene, tile);
    context.fillRect(x, y, 1, 1);
  }
  context.strokeStyle = "rgba(255,252,240,0.85)";
  context.lineWidth = 0.035;
  for (let tile = 0; tile < mask.length; tile++) {
    if (!at(mask, tile)) continue;
    const [x, y] = place(scene, tile);
    context.beginPath();
    context.roundRect(x + 0.08, y + 0.08, 0.84, 0.84, 0.12);
    context.stroke();
  }
}

export function frame(
  context: CanvasRenderingContext2D,
  scene: Scene,
  tile: number,
  outer: string,
  inner: string,
  width: number,
): void {
  const [x, y] = place(scene, tile);
  context.lineJoin = "round";
  for (const [colour, wide] of [
    [outer, width * 2],
    [inner, width],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = wide;
    context.beginPath();
    context.roundRect(x + 0.03, y + 0.03, 0.94, 0.94, 0.12);
    context.stroke();
  }
}

function drawGhost(
  context: CanvasRenderingContext2D,
  scene: Scene,
  ghost: Ghost,
  sprites: Sprites,
  pixels: number,
): void {
  const tint =
    ghost.good === null
      ? "rgba(255,252,240,0.5)"
      : ghost.good
        ? "rgba(52,170,104,0.5)"
        : "rgba(212,64,36,0.55)";
  const edge = ghost.good === false ? "#b8341d" : "#ffffff";
  for (const tile of ghost.tiles) {
    const [x, y] = place(scene, tile);
    context.fillStyle = tint;
    context.fillRect(x, y, 1, 1);
  }
  const [first] = ghost.tiles;
  if (ghost.kind && ghost.good !== false && first !== undefined) {
    context.globalAlpha = 0.88;
    const corners = ghost.tiles.length === 4 ? [first] : ghost.tiles;
    for (const tile of corners) {
      const sprite = sprites.get(ghost.kind, ghost.seat, 0, pixels);
      const [x, y] = place(scene, tile);
      context.drawImage(
        sprite,
        x - MARGIN.left,
        y - MARGIN.top,
        sprite.width / pixels,
        sprite.height / pixels,
      );
    }
    context.globalAlpha = 1;
  }
  context.strokeStyle = edge;
  context.lineWidth = 0.06;
  if (ghost.good === false) context.setLineDash([0.16, 0.1]);
  for (const tile of ghost.tiles) {
    const [x, y] = place(scene, tile);
    context.beginPath();
    context.roundRect(x + 0.03, y + 0.03, 0.94, 0.94, 0.12);
    context.stroke();
  }
  context.setLineDash([]);
}

/** A small label over a tile: +2, with an arrow beside the colour. */
function drawChip(
  context: CanvasRenderingContext2D,
  scene: Scene,
  chip: Chip,
  pixels: number,
): void {
  const [x, y] = place(scene, chip.tile);
  // Labels keep their size when the board is small.
  const unit = Math.max(0.3, (13 * devicePixelRatio) / pixels);
  context.font = `700 ${unit}px "Outfit Variable", sans-serif`;
  const text = `${chip.good ? "▲" : "▼"} ${chip.text}`;
  const width = context.measureText(text).width + unit * 0.9;
  context.fillStyle = chip.good ? "#1f7a4d" : "#b8341d";
  context.strokeStyle = "#ffffff";
  context.lineWidth = unit * 0.12;
  context.beginPath();
  context.roundRect(x + 0.5 - width / 2, y - unit * 0.6, width, unit * 1.45, unit * 0.7);
  context.fill();
  context.stroke();
  context.fillStyle = "#ffffff";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x + 0.5, y + unit * 0.16);
}
