/** The overlay of quarters: which blocks could become one, and signs of what each lacks. */
import { Factory, House, Trees, type IconNode } from "lucide";

import { neighbours, quarterBlocks, type Block, type Need, type QuarterTables } from "./quarters.ts";
import { at, cornerOf, IN_QUARTER, type Scene } from "./scene.ts";

/** The same signs as on the buttons of what to build. */
const SIGNS: Readonly<Record<Need, Path2D>> = {
  home: outline(House),
  work: outline(Factory),
  green: outline(Trees),
};
const ICON_SIDE = 24;

const STANDING = "rgba(138,85,176,0.62)";
const DUE = "rgba(138,85,176,0.34)";
const POSSIBLE = "rgba(233,174,53,0.5)";

/** Draws in units of tiles; `pixels` of the canvas are one tile. */
export function drawQuarters(
  context: CanvasRenderingContext2D,
  scene: Scene,
  tables: QuarterTables,
  pixels: number,
): void {
  const shown = quarterBlocks(scene, tables);
  for (const block of shown) {
    context.fillStyle = !block.finished ? POSSIBLE : stands(scene, block) ? STANDING : DUE;
    for (const tile of block.tiles) context.fillRect(...corner(scene, tile), 1, 1);
    border(context, scene, block);
  }
  for (const block of shown) {
    for (const tile of block.empty) plus(context, ...corner(scene, tile));
    if (block.finished) diamond(context, ...middle(scene, block), stands(scene, block));
    else if (block.lacks.length > 0) pill(context, ...middle(scene, block), block.lacks, pixels);
  }
}

/** Whether the last round's end counted it. */
function stands(scene: Scene, { tiles }: Block): boolean {
  return tiles.some((t) => at(scene.kind, t) && at(scene.flags, cornerOf(scene, t)) & IN_QUARTER);
}

function corner({ size }: Scene, tile: number): [number, number] {
  return [tile % size, Math.floor(tile / size)];
}

/** The middle of the tile that lies nearest to the middle of the block. */
function middle(scene: Scene, { tiles }: Block): [number, number] {
  const places = tiles.map((tile) => corner(scene, tile));
  const mean = (axis: 0 | 1) => places.reduce((sum, p) => sum + p[axis], 0) / places.length;
  const [x, y] = [mean(0), mean(1)];
  const far = ([px, py]: [number, number]) => (px - x) ** 2 + (py - y) ** 2;
  const [best] = places.sort((a, b) => far(a) - far(b));
  return best ? [best[0] + 0.5, best[1] + 0.5] : [x, y];
}

function border(context: CanvasRenderingContext2D, scene: Scene, block: Block): void {
  const inside = new Set(block.tiles);
  context.strokeStyle = block.finished ? "#5b2f80" : "#7a5200";
  context.lineWidth = 0.07;
  context.setLineDash(block.finished ? [] : [0.2, 0.12]);
  context.beginPath();
  for (const tile of block.tiles) {
    const [x, y] = corner(scene, tile);
    const near = new Set(neighbours(tile, scene.size).filter((other) => inside.has(other)));
    for (const [other, ax, ay, bx, by] of [
      [tile - scene.size, 0, 0, 1, 0],
      [tile + scene.size, 0, 1, 1, 1],
      [tile - 1, 0, 0, 0, 1],
      [tile + 1, 1, 0, 1, 1],
    ] as const) {
      if (near.has(other)) continue;
      context.moveTo(x + ax, y + ay);
      context.lineTo(x + bx, y + by);
    }
  }
  context.stroke();
  context.setLineDash([]);
}

function plus(context: CanvasRenderingContext2D, x: number, y: number): void {
  for (const [colour, width] of [
    ["rgba(28,34,42,0.85)", 0.2],
    ["#ffffff", 0.1],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x + 0.3, y + 0.5);
    context.lineTo(x + 0.7, y + 0.5);
    context.moveTo(x + 0.5, y + 0.3);
    context.lineTo(x + 0.5, y + 0.7);
    context.stroke();
  }
}

function diamond(context: CanvasRenderingContext2D, x: number, y: number, full: boolean): void {
  context.beginPath();
  context.moveTo(x, y - 0.3);
  context.lineTo(x + 0.3, y);
  context.lineTo(x, y + 0.3);
  context.lineTo(x - 0.3, y);
  context.closePath();
  context.fillStyle = full ? "#ffffff" : "rgba(255,255,255,0.35)";
  context.fill();
  context.lineWidth = 0.08;
  context.strokeStyle = "#5b2f80";
  context.stroke();
}

/** What is missing, on a plate that keeps its size when the board is small. */
function pill(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  lacks: readonly Need[],
  pixels: number,
): void {
  const side = Math.max(0.42, (15 * devicePixelRatio) / pixels);
  const [width, height] = [side * (lacks.length * 1.15 + 0.35), side * 1.4];
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, height / 2);
  context.fillStyle = "#fffcf6";
  context.fill();
  context.lineWidth = side * 0.1;
  context.strokeStyle = "#9a2c17";
  context.stroke();
  lacks.forEach((need, i) => {
    context.save();
    context.translate(x - width / 2 + side * (0.25 + i * 1.15), y - side / 2);
    context.scale(side / ICON_SIDE, side / ICON_SIDE);
    context.lineWidth = 2.4;
    context.lineCap = "round";
    context.stroke(SIGNS[need]);
    context.restore();
  });
}

function outline(icon: IconNode): Path2D {
  const path = new Path2D();
  for (const [, attributes] of icon) {
    if (typeof attributes["d"] === "string") path.addPath(new Path2D(attributes["d"]));
  }
  return path;
}
