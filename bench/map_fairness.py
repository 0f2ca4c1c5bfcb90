"""How fair the maps are, and what one costs: measures many, prints the tables of docs/map.md.

    python -m bench.map_fairness [--maps 1000] [--timed 40] [--workers 2]

The difference between a map's sites is (most - least) / most of a count, in percent. The first
table gives the worst and the mean difference within reach as the generator defines it; the second
the worst under other definitions, which the generator does not aim at; the third what the maps
consist of, and the mean CPU time of the first few on CPython and in WebAssembly.
"""

import argparse
import hashlib
import multiprocessing
import sys

from bench.interpreters import in_wasm
from bench.map_speed import Cost
from bench.map_views import PROPERTIES, VIEWS, differences, distances, shore_of
from games.engine.v0.terrain import make_map, minimum_size

KINDS = ("water", "meadow", "fertile", "forest", "hill", "ore")
SIZES = (24, 25, 32, 48)  # beside the smallest of every number of seats


def seed_of(number: int) -> bytes:
    """The seed of a numbered map."""
    return hashlib.sha256(b"map fairness %d" % number).digest()


class Line:
    """The results for one number of seats and one size."""

    def __init__(self, seats: int, size: int, maps: int) -> None:
        self.seats = seats
        self.size = size
        self.head = f"| {seats} | {size} |"
        self.worst = [[0.0] * len(PROPERTIES) for _ in VIEWS]
        self.mean = [[0.0] * len(PROPERTIES) for _ in VIEWS]
        self.kinds = [0.0] * len(KINDS)
        for number in range(maps):
            terrain, halls, _ = make_map(size, seats, seed_of(number))
            shore = shore_of(size, terrain)
            away = distances(size, halls)
            for view, (_, tiles, radius) in enumerate(VIEWS):
                for i, d in enumerate(differences(terrain, shore, tiles(away, radius))):
                    self.worst[view][i] = max(self.worst[view][i], d)
                    self.mean[view][i] += d / maps
            for kind in range(len(KINDS)):
                self.kinds[kind] += 100 * terrain.count(kind) / (size * size * maps)

    def fairness(self) -> str:
        """The row of the first table: worst and mean difference in the whole reach."""
        cells = zip(self.worst[0], self.mean[0], strict=True)
        return self.head + "".join(f" {worst:.1f} / {mean:.1f} |" for worst, mean in cells)

    def other_views(self) -> str:
        """The row of the second table: worst differences in the other views."""
        cells = [" / ".join(f"{d:.0f}" for d in row) for row in self.worst[1:]]
        return self.head + "".join(f" {cell} |" for cell in cells)

    def proportions(self, cost: Cost) -> str:
        """The row of the third table: share of every terrain, and time a map."""
        times = f" {cost.cpython:.1f} | {cost.wasm:.0f} | {cost.times:.1f} |"
        return self.head + "".join(f" {share:.1f} |" for share in self.kinds) + times


def measure(task: tuple[int, int, int]) -> Line:
    """The line of (seats, size, maps)."""
    return Line(*task)


def table(title: str, columns: list[str], rows: list[str]) -> None:
    """Print a Markdown table under its title."""
    print(f"\n{title}\n\n| seats | size | " + " | ".join(columns) + " |")
    print("| --- " * (len(columns) + 2) + "|")
    print("\n".join(rows))


def main() -> None:
    """Make the maps, then print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maps", type=int, default=1000, help="for each line")
    parser.add_argument("--timed", type=int, default=40, help="of them on both interpreters")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    asked = parser.parse_args()
    seats = range(2, 7)
    tasks = [(n, size, asked.maps) for n in seats for size in (minimum_size(n), *SIZES)]
    lines = []
    with multiprocessing.Pool(asked.workers) as pool:
        for line in pool.imap(measure, tasks):
            lines.append(line)
            print(line.head, file=sys.stderr, flush=True)
    seeds = [seed_of(number) for number in range(asked.timed)]
    with in_wasm("map_work") as wasm:
        costs = [Cost(wasm, line.seats, line.size, seeds) for line in lines]
    table(
        f"Worst / mean difference within reach, percent ({asked.maps * len(lines)} maps)",
        list(PROPERTIES),
        [line.fairness() for line in lines],
    )
    table(
        "Worst difference, percent: " + " / ".join(PROPERTIES),
        [name for name, _, _ in VIEWS[1:]],
        [line.other_views() for line in lines],
    )
    table(
        f"Mean share of the map, percent, and mean milliseconds for a map (the first {len(seeds)})",
        [*KINDS, "ms", "wasm ms", "times"],
        [line.proportions(cost) for line, cost in zip(lines, costs, strict=True)],
    )
    times = [cost.times for cost in costs]
    total = sum(cost.wasm for cost in costs) / sum(cost.cpython for cost in costs)
    print(f"\nWebAssembly takes {min(times):.1f} to {max(times):.1f} times as long,", end=" ")
    print(f"{total:.1f} times over all.")


if __name__ == "__main__":
    main()
