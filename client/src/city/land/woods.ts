/** Woods, meadows, rocks and reeds: what grows and lies on tiles where nobody builds. */
import { noise } from "../../board/noise.ts";
import { at, chance, FERTILE, FOREST, HILL, ORE, WATER, type Scene } from "../../board/scene.ts";
import { Chance } from "../kit/chance.ts";
import { Mesh } from "../kit/mesh.ts";
import { bush, sprig, tree, type Species } from "../kit/plants.ts";
import { ball, cylinder } from "../kit/shapes.ts";
import { elevation } from "./elevation.ts";
import { field } from "./fields.ts";
import { reeds } from "./reeds.ts";

const CLUMPS = 6;
const made = new Map<string, Mesh>();

/** Puts what grows on a free tile into the mesh. */
export function growth(mesh: Mesh, scene: Scene, tile: number): void {
  if (at(scene.road, tile) || at(scene.kind, tile)) return;
  const terrain = at(scene.terrain, tile);
  if (terrain === FERTILE) field(mesh, scene, tile);
  else if (terrain === WATER) reeds(mesh, scene, tile);
  else {
    const x = (tile % scene.size) + 0.5;
    const z = Math.floor(tile / scene.size) + 0.5;
    const pick = Math.floor(chance(tile, 23) * CLUMPS);
    const model = piece(kindOf(terrain, tile, x, z), pick);
    mesh.add(model, x, elevation(scene, x, z), z, Math.floor(chance(tile, 29) * 4));
  }
}

type Kind = "leaves" | "needles" | "mixed" | "ore" | "hill" | "meadow" | "grove";

function kindOf(terrain: number, tile: number, x: number, z: number): Kind {
  if (terrain === ORE) return "ore";
  if (terrain === HILL) return "hill";
  if (terrain !== FOREST) return chance(tile, 31) < 0.13 ? "grove" : "meadow";
  // Woods of one kind hang together over several tiles.
  const wet = noise(x * 0.4 + 7, z * 0.4 + 3) + (chance(tile, 37) - 0.5) * 0.2;
  return wet < 0.42 ? "needles" : wet > 0.56 ? "leaves" : "mixed";
}

function piece(kind: Kind, pick: number): Mesh {
  const key = `${kind} ${pick}`;
  let found = made.get(key);
  if (!found) {
    found = new Mesh();
    MAKERS[kind](found, new Chance(pick * 13 + kind.length));
    made.set(key, found);
  }
  return found;
}

const MAKERS: Readonly<Record<Kind, (mesh: Mesh, draws: Chance) => void>> = {
  leaves: (mesh, draws) => {
    wood(mesh, draws, 0.12);
  },
  needles: (mesh, draws) => {
    wood(mesh, draws, 0.82);
  },
  mixed: (mesh, draws) => {
    wood(mesh, draws, 0.5);
  },
  ore,
  hill,
  meadow,
  grove,
};

const MOST = 420 * 3; // corners of a tile of forest
const LARGEST = 58 * 3; // what the largest tree takes

/** Trees on a shaken honeycomb, so that crowns close over the whole tile. */
function wood(mesh: Mesh, draws: Chance, needles: number): void {
  const accent = draws.pick<Species>(["autumn", "birch", "autumn", "blossom", "poplar"]);
  const places: [number, number][] = [];
  for (let row = 0; row < 4; row++)
    for (let i = 0; i < 3; i++)
      places.push([(i - 1) * 0.33 + (row % 2 ? 0.09 : -0.09), (row - 1.5) * 0.25]);
  // The middle last: what finds no room any more is hidden there.
  places.sort(([a, b], [c, d]) => Math.hypot(c, d) - Math.hypot(a, b));
  for (const [x, z] of places) {
    if (mesh.count > MOST - LARGEST) break;
    const draw = draws.next();
    const species: Species =
      draws.next() < needles
        ? "pine"
        : draw < 0.56
          ? "round"
          : draw < 0.74
            ? "birch"
            : draw < 0.86
              ? accent
              : "poplar";
    const size = species === "pine" ? draws.between(1.2, 1.95) : draws.between(1.25, 1.85);
    const at = [x + draws.between(-0.06, 0.06), -0.02, z + draws.between(-0.05, 0.05)] as const;
    tree(mesh, draws, at, size, species, draws.next() < 0.85);
  }
}

/** Tufts of grass and flowers; now and then a bush, a stone or a tree. */
function meadow(mesh: Mesh, draws: Chance): void {
  const spot = (): [number, number, number] => [draws.between(-0.42, 0.42), 0, draws.between(-0.42, 0.42)];
  const petals = draws.pick(["#fff8e4", "#ffd51f", "#ff6f96", "#b978f0", "#ff7038", "#fff8e4"]);
  const [mx, , mz] = spot();
  for (let i = 0; i < 9; i++) {
    const far = draws.between(0, 0.2);
    const turn = draws.next() * 7;
    sprig(mesh, [mx * 0.6 + Math.cos(turn) * far, 0, mz * 0.6 + Math.sin(turn) * far], 0.017, 0.03, petals);
  }
  for (let i = 0; i < 5; i++)
    sprig(mesh, spot(), 0.03, 0.05, "#8fc23e", draws.pick(["#b8e04a", "#a4d640", "#d8ea52"]));
  const more = draws.next();
  if (more < 0.5) bush(mesh, draws, spot(), draws.between(0.7, 1.15));
  if (more < 0.2) tree(mesh, draws, spot(), draws.between(0.8, 1.1), draws.pick<Species>(["round", "birch", "blossom"]));
  if (more > 0.8) stone(mesh, draws, ...flat(spot()), draws.between(0.035, 0.06), "#c9bda4");
}

function flat([x, , z]: readonly [number, number, number]): [number, number] {
  return [x, z];
}

/** Two or three trees that keep each other company on a meadow. */
function grove(mesh: Mesh, draws: Chance): void {
  const [x, z] = [draws.between(-0.15, 0.15), draws.between(-0.15, 0.15)];
  const chosen = draws.pick<Species>(["round", "birch", "round", "blossom", "autumn", "pine"]);
  const count = 2 + Math.floor(draws.next() * 2);
  for (let i = 0; i < count; i++) {
    const turn = (i / count) * 2 * Math.PI + draws.next();
    tree(
      mesh,
      draws,
      [x + Math.cos(turn) * 0.16, 0, z + Math.sin(turn) * 0.16],
      draws.between(0.9, 1.4),
      i ? chosen : "round",
    );
  }
  for (let i = 0; i < 2; i++)
    bush(mesh, draws, [x + draws.between(-0.25, 0.25), 0, z + draws.between(-0.25, 0.25)], draws.between(0.7, 1.1));
}

function stone(mesh: Mesh, draws: Chance, x: number, z: number, r: number, paint: string): void {
  ball(mesh, [x, 0, z], [r, r * draws.between(0.7, 1.1), r * draws.between(0.8, 1.2)], paint, {
    sides: 6,
    rings: 2,
    half: true,
    uneven: 0.35,
    chance: draws,
  });
}

function hill(mesh: Mesh, draws: Chance): void {
  const spot = () => draws.between(-0.36, 0.36);
  for (let i = 0; i < 3; i++) stone(mesh, draws, spot(), spot(), draws.between(0.05, 0.12), "#c4b190");
  for (let i = 0; i < 3; i++)
    if (draws.next() < 0.7) tree(mesh, draws, [spot(), 0, spot()], draws.between(0.8, 1.35), "pine");
  for (let i = 0; i < 4; i++)
    sprig(mesh, [spot(), 0, spot()], 0.03, 0.05, "#a3b24a", "#d8e25a");
}

function ore(mesh: Mesh, draws: Chance): void {
  const spot = () => draws.between(-0.34, 0.34);
  for (let i = 0; i < 5; i++) {
    const [x, z, r] = [spot(), spot(), draws.between(0.08, 0.17)];
    stone(mesh, draws, x, z, r, i % 2 ? "#8c7466" : "#ad917a");
    // Crystals on each rock: what is mined here shows from afar.
    for (const k of [0, 1])
      cylinder(mesh, [x + (k - 0.5) * r * 0.8, r * 0.45, z + (0.5 - k) * r * 0.5], 0.03, 0, draws.between(0.07, 0.13), 4, k ? "#ff8a1f" : "#ffb63a", { foot: 0.75, turn: draws.next() });
  }
}
