"""What grows and lies on the land: the same numbers in every site's reach, in natural patches."""

from .reach import INNER, WILD, Reach

# Tiles in a thousand of the land: hill, ore, forest, fertile, in the order they are laid.
SHARES = (95, 40, 195, 138)


def parcels(
    size: int, classes: int, leads: bytearray, reach: Reach, taken: bytearray
) -> list[list[int]]:
    """The land not taken, in parcels: inner and outer reach of each class's site, then the wild.

    Of wild tiles that are images of one another only the leading one is listed.
    """
    found = []
    for site in range(classes):
        free = [t for t in reach.tiles[site] if not taken[t]]
        found.append([t for t in free if reach.near[t] <= INNER])
        found.append([t for t in free if reach.near[t] > INNER])
    found.append(
        [t for t in range(size * size) if reach.owner[t] == WILD and leads[t] and not taken[t]]
    )
    return found


def quotas(free: list[list[int]], land: list[list[int]]) -> list[list[int]]:
    """How many tiles of each kind every parcel gets: the same for all inner, and all outer reaches.

    A parcel's base is the mean of its free and its whole land, so that small maps, where roads and
    first plots take much, do not lack woods; of all sites' inner (and outer) reaches the smallest
    base counts. An inner reach gets its share of its base, rounded; the outer one what both bases
    together get beyond that. A base shrinks until its quotas fit the smallest such parcel.
    """
    sites = len(free) // 2
    nothing = [0] * len(SHARES)
    found: list[list[int]] = []
    base = 0
    laid = nothing
    for first, last in ((0, 2 * sites), (1, 2 * sites), (2 * sites, 2 * sites + 1)):
        some = [i for i in range(first, last, 2)]
        if first == 2 * sites:
            base, laid = 0, nothing
        room = min([len(free[i]) for i in some])
        more = min([(len(free[i]) + len(land[i])) // 2 for i in some])
        while True:
            total = [((base + more) * share + 500) // 1000 for share in SHARES]
            count = [total[k] - laid[k] for k in range(len(SHARES))]
            if sum(count) <= room:
                break
            more -= 1
        found.append(count)
        base, laid = base + more, total
    return [found[0], found[1]] * sites + [found[2]]


def highest(tiles: list[int], taken: bytearray, fields: list[int], count: int) -> list[int]:
    """The `count` tiles not taken where the field is highest; of equals the lower tile first."""
    ranked = [(-fields[t], t) for t in tiles if not taken[t]]
    ranked.sort()
    return [t for _, t in ranked[:count]]
