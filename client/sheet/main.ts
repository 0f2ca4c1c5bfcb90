/**
 * The real renderer on a bare page, for pictures: `?city` the recorded city, `?kinds=1,2,3` lots in a
 * row (variants one behind the other). More: hour, zoom, x, z, turn, owner, step.
 */
import { chance, type Scene } from "../src/board/scene.ts";
import { footprintSide } from "../src/board/sprites.ts";
import { NO_MARKS } from "../src/board/marks.ts";
import { NO_FIGURES } from "../src/board/washes.ts";
import { City } from "../src/city/city.ts";
import { QUALITIES } from "../src/city/quality.ts";
import recording from "../src/site/city.json";
import { GrownCity } from "../src/site/grown-city.ts";

const asked = new URLSearchParams(location.search);
const number = (name: string, or: number) => Number(asked.get(name) ?? or);

const SLOT = 5; // tiles for a kind and its variants

function row(): Scene {
  const kinds = (asked.get("kinds") ?? "1").split(",").map(Number);
  const size = Math.max(9, kinds.length * SLOT + 1);
  const plane = () => new Uint8Array(size * size);
  const [kind, owner, part, roads] = [plane(), plane().fill(255), plane(), plane()];
  for (let x = 0; x < size; x++) for (const z of [3, 7]) roads[z * size + x] = 1;
  kinds.forEach((id, i) => {
    const side = footprintSide(id);
    for (const [variant, row] of [2, 4, 6].entries()) {
      // The tile's own draw says which variant stands on it: look for one that fits.
      const z = side === 2 && row !== 4 ? row - 1 : row;
      const places = Array.from({ length: SLOT - 1 }, (_, n) => i * SLOT + n).filter(
        (x) => x + side <= size && Math.floor(chance(z * size + x, 11) * 3) === variant,
      );
      const x = places[Math.floor(places.length / 2)] ?? i * SLOT + 1;
      for (let dz = 0; dz < side; dz++)
        for (let dx = 0; dx < side; dx++) {
          const tile = (z + dz) * size + x + dx;
          kind[tile] = id;
          owner[tile] = number("owner", variant);
          part[tile] = dx + 2 * dz;
        }
    }
  });
  const none = plane();
  return {
    terrain: plane().fill(number("terrain", 1)),
    road: roads,
    kind,
    owner,
    part,
    residents: none,
    happiness: none,
    workers: none,
    served: none,
    smog: none,
    flags: none,
    cover: none,
    green: none,
    shore: none,
    reach: none,
    size,
    hall: [],
    anchors: [],
    wind: 0,
  };
}

function grown(): Scene {
  const city = new GrownCity(recording);
  const step = number("step", 1e9);
  for (let i = 0; i < step; i++) if (city.grow() === null) break;
  return city.scene;
}

/** What a frame costs this page once nothing is new, and what the geometry weighs. */
function measure(city: City): Record<string, number> {
  const frames = 60;
  const times: number[] = [];
  for (let i = 0; i < frames; i++) {
    const before = performance.now();
    city.draw(4 + i / 30);
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const { calls, triangles } = city.renderer.info.render;
  return {
    stillCalls: calls,
    stillTriangles: triangles,
    frame: Number((times[frames / 2] ?? 0).toFixed(2)),
    frameMost: Number((times[frames * 0.9] ?? 0).toFixed(2)),
    megabytes: Number((city.bytes / 1e6).toFixed(1)),
  };
}

const canvas = document.querySelector("canvas");
if (!canvas) throw new Error("no canvas");
try {
  const started = performance.now();
  const scene = asked.has("city") ? grown() : row();
  const quality = asked.has("low") ? QUALITIES.low : QUALITIES.high;
  const context = canvas.getContext("webgl2", { alpha: true, antialias: quality.antialias });
  if (!context) throw new Error("no WebGL 2");
  const city = new City(context, scene, quality);
  city.resize(innerWidth, innerHeight, number("ratio", 1));
  city.lens.turnBy(number("turn", 0));
  city.lens.advance(Infinity);
  city.light.turn(city.lens.turn);
  city.lens.resize(scene.size, innerWidth, innerHeight, { left: 0, top: 0, right: 0, bottom: 0 });
  city.lens.fit();
  if (asked.has("zoom")) {
    city.lens.zoomMiddle(number("zoom", 1));
    const [x, y] = city.lens.project(number("x", scene.size / 2), number("z", scene.size / 2));
    city.lens.pan(innerWidth / 2 - x, innerHeight / 2 - y);
  }
  city.light.come(number("hour", 1), 0, true);
  if (asked.has("borders")) city.decals.draw(scene, NO_FIGURES, null, NO_MARKS);
  const { above, below } = city.light.hour;
  document.body.style.background = `linear-gradient(${above}, ${below})`;
  const made = performance.now();
  city.draw(number("time", 3));
  const { calls, triangles } = city.renderer.info.render;
  const told: Record<string, number> = { made: Math.round(made - started), calls, triangles };
  if (asked.has("measure")) Object.assign(told, measure(city));
  document.title = `done ${JSON.stringify(told)}`;
} catch (error) {
  document.title = `failed ${String(error)}`;
  throw error;
}
