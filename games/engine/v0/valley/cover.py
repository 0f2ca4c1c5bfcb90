"""What grows and lies on the land: the same numbers in every site's reach, in natural patches."""

from .reach import INNER, WILD, Reach

# Tiles in a thousand of the free land: hill, ore, forest, fertile, in the order they are laid.
SHARES = (100, 48, 205, 146)


def parcels(size: int, classes: int, leads: bytearray, reach: Reach, taken: bytearray) -> list[list[int]]:
    """The free land in parcels: the inner, then the outer reach of each class's site, then the wild.

    Of wild tiles that are images of one another only the leading one is listed.
    """
    found = []
    for site in range(classes):
        free = [t for t in reach.tiles[site] if not taken[t]]
        found.append([t for t in free if reach.near[t] <= INNER])
        found.append([t for t in free if reach.near[t] > INNER])
    found.append([t for t in range(size * size) if reach.owner[t] == WILD and leads[t] and not taken[t]])
    return found


def quotas(areas: list[list[int]]) -> list[tuple[int, ...]]:
    """How many tiles of each kind every parcel gets: by the smallest site's free land, rounded."""
    classes = len(areas) // 2
    inner = min([len(areas[2 * i]) for i in range(classes)])
    outer = min([len(areas[2 * i + 1]) for i in range(classes)])
    bases = [inner, outer] * classes + [len(areas[-1])]
    return [tuple([(base * share + 500) // 1000 for share in SHARES]) for base in bases]


def highest(tiles: list[int], taken: bytearray, fields: list[int], count: int) -> list[int]:
    """The `count` tiles not taken where the field is highest; of equals the lower tile first."""
    ranked = [(-fields[t], t) for t in tiles if not taken[t]]
    ranked.sort()
    return [t for _, t in ranked[:count]]
