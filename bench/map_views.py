"""What a site of a map is, seen in four ways, and how much the sites of one map differ."""

from collections.abc import Callable

from games.engine.v0.geometry import geometry
from games.engine.v0.state import FERTILE, FOREST, HILL, ORE, WATER

PROPERTIES = ("land", "forest", "fertile", "hill", "ore", "shore")

Sites = list[list[int]]


def shore_of(size: int, terrain: bytearray) -> list[bool]:
    """For every tile whether it is land with water beside it."""
    wet = [kind == WATER for kind in terrain]
    return [
        not wet[t] and any(wet[u] for u in around)
        for t, around in enumerate(geometry(size).neighbours)
    ]


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
