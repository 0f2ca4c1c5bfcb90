/** Roads that join by themselves: kerb, asphalt, lane marks; avenues with trees; bridges. */
import { at, AVENUE, chance, WATER, type Scene } from "./scene.ts";

const KERB = "#efe4cd";
const ASPHALT = "#7c8089";
const LINES = "#f4ead0";
const DECK = "#c9a678";
const VERGE = "#8fbf5c";

type Arm = readonly [number, number, number];

/** Steps to the four neighbours: dx, dy and the step of the index. */
function arms(scene: Scene, tile: number): Arm[] {
  const { size, road } = scene;
  const x = tile % size;
  const found: Arm[] = [];
  if (x > 0 && at(road, tile - 1)) found.push([-1, 0, -1]);
  if (x < size - 1 && at(road, tile + 1)) found.push([1, 0, 1]);
  if (at(road, tile - size)) found.push([0, -1, -size]);
  if (at(road, tile + size)) found.push([0, 1, size]);
  return found;
}

export function drawRoads(context: CanvasRenderingContext2D, scene: Scene): void {
  const tiles: number[] = [];
  for (let tile = 0; tile < scene.road.length; tile++) if (at(scene.road, tile)) tiles.push(tile);
  context.lineCap = context.lineJoin = "round";
  const wide = (tile: number) => at(scene.road, tile) === AVENUE;
  for (const tile of tiles)
    if (at(scene.terrain, tile) === WATER) bridgeShadow(context, scene, tile);
  strokeAll(context, scene, tiles, KERB, (tile) => (wide(tile) ? 0.84 : 0.6));
  strokeAll(context, scene, tiles, ASPHALT, (tile) => (wide(tile) ? 0.7 : 0.46));
  context.lineCap = "butt";
  for (const tile of tiles) {
    const joined = arms(scene, tile);
    const straight =
      joined.length === 2 &&
      joined[0]?.[0] === -(joined[1]?.[0] ?? 9) &&
      joined[0][1] === -(joined[1]?.[1] ?? 9);
    if (wide(tile)) median(context, scene, tile, joined, straight);
    else if (joined.length < 3) dashes(context, scene, tile, joined);
    else crossing(context, scene, tile, joined);
    if (at(scene.terrain, tile) === WATER) rails(context, scene, tile, joined);
  }
}

function strokeAll(
  context: CanvasRenderingContext2D,
  scene: Scene,
  tiles: readonly number[],
  colour: string,
  width: (tile: number) => number,
): void {
  context.strokeStyle = colour;
  for (const tile of tiles) {
    const [x, y] = centre(scene, tile);
    context.lineWidth = width(tile);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + 0.001, y);
    for (const [dx, dy] of arms(scene, tile)) {
      context.moveTo(x, y);
      context.lineTo(x + dx * 0.5, y + dy * 0.5);
    }
    context.stroke();
  }
}

function centre(scene: Scene, tile: number): [number, number] {
  return [(tile % scene.size) + 0.5, Math.floor(tile / scene.size) + 0.5];
}

function dashes(
  context: CanvasRenderingContext2D,
  scene: Scene,
  tile: number,
  joined: readonly Arm[],
): void {
  const [x, y] = centre(scene, tile);
  context.strokeStyle = LINES;
  context.lineWidth = 0.03;
  context.setLineDash([0.14, 0.11]);
  context.beginPath();
  for (const [dx, dy] of joined) {
    context.moveTo(x + dx * 0.5, y + dy * 0.5);
    context.lineTo(x, y);
  }
  context.stroke();
  context.setLineDash([]);
}

/** Zebra stripes on the arms of a crossing. */
function crossing(
  context: CanvasRenderingContext2D,
  scene: Scene,
  tile: number,
  joined: readonly Arm[],
): void {
  const [x, y] = centre(scene, tile);
  context.fillStyle = "rgba(244,234,208,0.85)";
  for (const [dx, dy] of joined) {
    for (let i = -2; i <= 2; i++) {
      const across = i * 0.085;
      context.fillRect(
        x + dx * 0.36 + dy * across - (dx ? 0.05 : 0.025),
        y + dy * 0.36 + dx * across - (dy ? 0.05 : 0.025),
        dx ? 0.1 : 0.05,
        dy ? 0.1 : 0.05,
      );
    }
  }
}

/** The green strip of an avenue, with its trees. */
function median(
  context: CanvasRenderingContext2D,
  scene: Scene,
  tile: number,
  joined: readonly Arm[],
  straight: boolean,
): void {
  const [x, y] = centre(scene, tile);
  context.strokeStyle = VERGE;
  context.lineWidth = 0.14;
  context.beginPath();
  for (const [dx, dy, step] of joined) {
    if (at(scene.road, tile + step) !== AVENUE) continue;
    context.moveTo(x + dx * 0.5, y + dy * 0.5);
    context.lineTo(x + dx * (straight ? 0 : 0.3), y + dy * (straight ? 0 : 0.3));
  }
  context.stroke();
  if (!straight) return;
  for (const [dx, dy] of joined) {
    const [cx, cy] = [x + dx * 0.25, y + dy * 0.25];
    context.fillStyle = "rgba(40,60,20,0.3)";
    context.beginPath();
    context.arc(cx + 0.03, cy + 0.03, 0.085, 0, 7);
    context.fill();
    context.fillStyle = chance(tile, dx + 3 * dy) > 0.5 ? "#5d9a45" : "#74ae51";
    context.beginPath();
    context.arc(cx, cy - 0.02, 0.085, 0, 7);
    context.fill();
  }
}

function bridgeShadow(context: CanvasRenderingContext2D, scene: Scene, tile: number): void {
  const [x, y] = centre(scene, tile);
  context.strokeStyle = "rgba(10,50,80,0.3)";
  context.lineWidth = 0.72;
  context.beginPath();
  for (const [dx, dy] of arms(scene, tile)) {
    context.moveTo(x + 0.1, y + 0.12);
    context.lineTo(x + dx * 0.5 + 0.1, y + dy * 0.5 + 0.12);
  }
  context.stroke();
}

function rails(
  context: CanvasRenderingContext2D,
  scene: Scene,
  tile: number,
  joined: readonly Arm[],
): void {
  const [x, y] = centre(scene, tile);
  const open = new Set(joined.map(([dx, dy]) => `${dx} ${dy}`));
  context.strokeStyle = DECK;
  context.lineWidth = 0.075;
  context.beginPath();
  for (const [dx, dy] of joined) {
    for (const side of [-1, 1]) {
      const [sx, sy] = [dy * side, dx * side];
      const inner = open.has(`${sx} ${sy}`) ? 0.3 : 0;
      context.moveTo(x + dx * 0.5 + sx * 0.33, y + dy * 0.5 + sy * 0.33);
      context.lineTo(x + dx * inner + sx * 0.33, y + dy * inner + sy * 0.33);
    }
  }
  context.stroke();
  context.fillStyle = "#a78355";
  for (const [dx, dy] of joined) {
    for (const side of [-1, 1]) {
      context.fillRect(
        x + dx * 0.44 + dy * side * 0.33 - 0.05,
        y + dy * 0.44 + dx * side * 0.33 - 0.05,
        0.1,
        0.1,
      );
    }
  }
}
