"""How fair the maps are: measures many of them and prints the tables of docs/map.md.

    python bench/map_fairness.py [maps per line, default 1000]

The difference between a map's sites is (most - least) / most of a count, in percent. The first
table gives the worst and the mean difference within reach as the generator defines it; the second
the worst under other definitions, which the generator does not aim at; the third what the maps
consist of and what one costs.
"""

import hashlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from games.engine.v0.geometry import geometry
from games.engine.v0.state import FERTILE, FOREST, HILL, ORE, WATER
from games.engine.v0.terrain import make_map, minimum_size

PROPERTIES = ("land", "forest", "fertile", "hill", "ore", "shore")
KINDS = ("water", "meadow", "fertile", "forest", "hill", "ore")

Sites = list[list[int]]


def distances(size: int, halls: list[int]) -> list[list[int]]:
    """For every hall the king's moves to every tile."""
    return [[geometry(size).distance(hall, t) for t in range(size * size)] for hall in halls]


def nearest_only(away: list[list[int]], radius: int) -> Sites:
    """Tiles within the radius of a hall and nearer to it than to any other."""
    found: Sites = [[] for _ in away]
    for t, here in enumerate(zip(*away, strict=True)):
        least = min(here)
        if least <= radius and here.count(least) == 1:
            found[here.index(least)].append(t)
    return found


def ties_shared(away: list[list[int]], radius: int) -> Sites:
    """The same, but a tile as near to two halls is in the reach of both."""
    found: Sites = [[] for _ in away]
    for t, here in enumerate(zip(*away, strict=True)):
        least = min(here)
        if least <= radius:
            for site, d in enumerate(here):
                if d == least:
                    found[site].append(t)
    return found


def anybodys(away: list[list[int]], radius: int) -> Sites:
    """All tiles within the radius of a hall, whoever else is near."""
    return [[t for t, d in enumerate(row) if d <= radius] for row in away]


def holdings(terrain: bytearray, shore: list[bool], tiles: list[int]) -> list[int]:
    """The counts of PROPERTIES on the tiles."""
    kinds = bytes(terrain[t] for t in tiles)
    counts = [len(tiles) - kinds.count(WATER)]
    counts += [kinds.count(kind) for kind in (FOREST, FERTILE, HILL, ORE)]
    return [*counts, sum(shore[t] for t in tiles)]


def differences(terrain: bytearray, shore: list[bool], sites: Sites) -> list[float]:
    """The difference between the sites in percent, for each of PROPERTIES."""
    columns = zip(*[holdings(terrain, shore, tiles) for tiles in sites], strict=True)
    return [100 * (max(c) - min(c)) / max(1, *c) for c in columns]


VIEWS: list[tuple[str, Callable[[list[list[int]], int], Sites], int]] = [
    ("reach", nearest_only, 7),
    ("within 5", nearest_only, 5),
    ("ties shared", ties_shared, 7),
    ("anybody's 7", anybodys, 7),
]


class Line:
    """The results for one number of seats and one size."""

    def __init__(self, seats: int, size: int, maps: int) -> None:
        self.head = f"| {seats} | {size} |"
        self.worst = [[0.0] * 6 for _ in VIEWS]
        self.mean = [[0.0] * 6 for _ in VIEWS]
        self.kinds = [0.0] * 6
        self.spent = 0.0
        neighbours = geometry(size).neighbours
        for number in range(maps):
            seed = hashlib.sha256(b"map fairness %d" % number).digest()
            begun = time.process_time()
            terrain, halls, _ = make_map(size, seats, seed)
            self.spent += (time.process_time() - begun) * 1000 / maps
            wet = [kind == WATER for kind in terrain]
            shore = [
                not wet[t] and any(wet[u] for u in around) for t, around in enumerate(neighbours)
            ]
            away = distances(size, halls)
            for view, (_, tiles, radius) in enumerate(VIEWS):
                for i, d in enumerate(differences(terrain, shore, tiles(away, radius))):
                    self.worst[view][i] = max(self.worst[view][i], d)
                    self.mean[view][i] += d / maps
            for kind in range(6):
                self.kinds[kind] += 100 * terrain.count(kind) / (size * size * maps)

    def fairness(self) -> str:
        """The row of the first table: worst and mean difference in the whole reach."""
        cells = zip(self.worst[0], self.mean[0], strict=True)
        return self.head + "".join(f" {worst:.1f} / {mean:.1f} |" for worst, mean in cells)

    def other_views(self) -> str:
        """The row of the second table: worst differences in the other views."""
        cells = [" / ".join(f"{d:.0f}" for d in row) for row in self.worst[1:]]
        return self.head + "".join(f" {cell} |" for cell in cells)

    def proportions(self) -> str:
        """The row of the third table: share of every terrain, and time a map."""
        return self.head + "".join(f" {k:.1f} |" for k in self.kinds) + f" {self.spent:.1f} |"


def table(title: str, columns: list[str], rows: list[str]) -> None:
    """Print a Markdown table under its title."""
    print(f"\n{title}\n\n| seats | size | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 2) + "|")
    print("\n".join(rows))


def main() -> None:
    """Make the maps, then print the tables; the first argument is how many for each size."""
    maps = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    lines = []
    for seats in range(2, 7):
        for size in (minimum_size(seats), 24, 25, 32, 48):
            lines.append(Line(seats, size, maps))
            print(lines[-1].fairness(), file=sys.stderr, flush=True)
    table(
        f"Worst / mean difference within reach, percent ({maps * len(lines)} maps)",
        list(PROPERTIES),
        [line.fairness() for line in lines],
    )
    table(
        "Worst difference, percent: " + " / ".join(PROPERTIES),
        [name for name, _, _ in VIEWS[1:]],
        [line.other_views() for line in lines],
    )
    table(
        "Mean share of the map, percent, and milliseconds for a map",
        [*KINDS, "ms"],
        [line.proportions() for line in lines],
    )


if __name__ == "__main__":
    main()
