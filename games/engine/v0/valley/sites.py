"""Where the halls stand, and the turns of the square that keep a map fair."""

from ..rng import Stream

# Smallest map on which the halls keep 7 apart and the sites can be made equal.
_MINIMUM = (0, 0, 12, 18, 16, 22, 22)

# For 3, 5 and 6 seats: from which size on, and the sites' distances from the middle: a (the site on
# the axis), then b, d and e, f (the pairs left and right of it). Found by searching for near-equal
# areas within reach, near-equal spokes and a ring of about a quarter of the map's size.
_THREE = (
    (18, 5, 4, 3), (20, 7, 4, 4), (21, 5, 5, 3), (26, 6, 5, 3), (28, 8, 6, 5), (30, 8, 7, 4),
    (34, 10, 8, 6), (39, 12, 10, 3), (42, 13, 11, 3), (47, 13, 13, 1), (52, 14, 14, 1),
    (56, 16, 16, 1),
)  # fmt: skip
_FIVE = (
    (22, 8, 8, 2, 4, 7), (24, 9, 8, 2, 4, 6), (25, 8, 8, 2, 4, 7), (26, 8, 8, 2, 5, 7),
    (28, 8, 8, 3, 5, 6), (30, 9, 8, 3, 6, 5), (32, 10, 8, 3, 6, 6), (33, 10, 9, 2, 6, 7),
    (34, 10, 9, 4, 6, 7), (44, 15, 11, 5, 7, 9), (52, 19, 16, 4, 8, 13),
)  # fmt: skip
_SIX = (
    (22, 8, 8, 4), (24, 9, 8, 4), (28, 8, 8, 5), (33, 9, 8, 5), (37, 11, 10, 6),
    (42, 14, 12, 7), (55, 18, 16, 8),
)  # fmt: skip


def minimum_size(seats: int) -> int:
    """The smallest map for so many seats (2 to 6)."""
    return _MINIMUM[seats]


def folds(seats: int) -> int:
    """How many turns carry the map onto itself: 2 (half turn), 4 (quarter turn) or 1 (none)."""
    return (0, 0, 2, 1, 4, 1, 2)[seats]


def turned(size: int, fold: int) -> list[int]:
    """For every tile its image under one turn of the map; itself when there is none (fold 1)."""
    last = size - 1
    if fold == 2:
        return list(range(size * size - 1, -1, -1))
    if fold == 4:  # (x, y) -> (last - y, x)
        return [(t % size) * size + last - t // size for t in range(size * size)]
    return list(range(size * size))


def _tile(size: int, a: int, b: int) -> int:
    """The tile a columns and b rows from the middle; -1 and 1 are its two sides, 0 does not occur.

    On an even map -1 and 1 are the crossing's own columns; on an odd one the middle lies between.
    """
    shift = 1 - size % 2
    x = size // 2 + (a - shift if a > 0 else a)
    y = size // 2 + (b - shift if b > 0 else b)
    return y * size + x


def _row(table: tuple[tuple[int, ...], ...], size: int) -> tuple[int, ...]:
    found = table[0]
    for row in table:
        if row[0] <= size:
            found = row
    return found


def _offsets(size: int, seats: int, stream: Stream) -> list[tuple[int, int]]:
    """One site of every turn's orbit, as offsets from the middle."""
    if seats == 2:
        slant = 1 + stream.below(1 + size // 8)
        return [(-(size // 4 + 1), -slant)]
    if seats == 4:
        reach = size // 12
        lean = stream.below(2 * reach + 1) - reach
        middle = size * 3 // 16 + 1
        return [(-(middle + lean), -(middle - lean))]
    if seats == 3:
        _, a, b, d = _row(_THREE, size)
        return [(1, -a), (b, d), (-b, d)]
    if seats == 5:
        _, a, b, d, e, f = _row(_FIVE, size)
        return [(1, -a), (b, -d), (e, f), (-e, f), (-b, -d)]
    _, a, b, d = _row(_SIX, size)
    return [(1, -a), (b, -d), (b, d)]


def sites(size: int, seats: int, stream: Stream) -> list[int]:
    """The halls' tiles in the order of the ring, turned and mirrored as the stream draws.

    With a symmetry of f folds, the first seats/f sites are one of each orbit, and site i + seats/f
    is the image of site i under one turn.
    """
    offsets = _offsets(size, seats, stream)
    flips = stream.below(8)
    found = []
    for a, b in offsets:
        if flips & 1:
            a = -a
        if flips & 2:
            b = -b
        if flips & 4:
            a, b = b, a
        found.append(_tile(size, a, b))
    turn = turned(size, folds(seats))
    for i in range(seats - len(found)):
        found.append(turn[found[i]])
    return found
