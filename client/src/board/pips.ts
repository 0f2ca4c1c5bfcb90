/** Small signs on homes: how many live there, and how they like it. */
import { at, type Scene } from "./scene.ts";
import type { Figures } from "./washes.ts";

export function drawPips(context: CanvasRenderingContext2D, scene: Scene, figures: Figures): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = '700 0.22px "Outfit Variable", sans-serif';
  for (const corner of scene.anchors) {
    if (!figures.capacity[at(scene.kind, corner)]) continue;
    const happy = at(scene.happiness, corner);
    const x = (corner % scene.size) + 0.66;
    const y = Math.floor(corner / scene.size) + 0.9;
    context.fillStyle = happy >= 7 ? "#1f7a4d" : happy >= 5 ? "#8a5a06" : "#b8341d";
    context.strokeStyle = "#fffaf0";
    context.lineWidth = 0.035;
    context.beginPath();
    context.roundRect(x - 0.3, y - 0.13, 0.6, 0.26, 0.13);
    context.fill();
    context.stroke();
    face(context, x - 0.15, y, happy);
    context.fillStyle = "#ffffff";
    context.fillText(String(at(scene.residents, corner)), x + 0.1, y + 0.015);
  }
}

/** A mouth that smiles, is straight, or frowns. */
function face(context: CanvasRenderingContext2D, x: number, y: number, happy: number): void {
  const bend = happy >= 7 ? 0.06 : happy >= 5 ? 0 : -0.06;
  context.strokeStyle = "#ffffff";
  context.fillStyle = "#ffffff";
  context.lineWidth = 0.028;
  context.lineCap = "round";
  context.beginPath();
  context.moveTo(x - 0.055, y + 0.03 - bend * 0.3);
  context.quadraticCurveTo(x, y + 0.03 + bend, x + 0.055, y + 0.03 - bend * 0.3);
  context.stroke();
  context.beginPath();
  context.arc(x - 0.035, y - 0.04, 0.018, 0, 7);
  context.arc(x + 0.035, y - 0.04, 0.018, 0, 7);
  context.fill();
}
