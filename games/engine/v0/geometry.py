"""Tiles of a square map: neighbours, king's distance, discs. Tile t = y * size + x."""


class Geometry:
    """What depends on the map's size alone; `geometry(size)` hands out one shared by all.

    `neighbours[t]` holds the orthogonal neighbours of tile t that exist, in the order west, east,
    north, south.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.tiles = size * size
        # One shared number object per tile: CPython would else keep a fresh one in every disc.
        self._numbers = tuple(range(self.tiles))
        self.neighbours: list[tuple[int, ...]] = []
        self._discs: list[list[tuple[int, ...] | None]] = []
        numbers = self._numbers
        for t in numbers:
            x = t % size
            around: tuple[int, ...] = ()
            if x > 0:
                around += (numbers[t - 1],)
            if x < size - 1:
                around += (numbers[t + 1],)
            if t >= size:
                around += (numbers[t - size],)
            if t < self.tiles - size:
                around += (numbers[t + size],)
            self.neighbours.append(around)

    def distance(self, a: int, b: int) -> int:
        """King's moves from tile a to tile b."""
        size = self.size
        dx = a % size - b % size
        dy = a // size - b // size
        if dx < 0:
            dx = -dx
        if dy < 0:
            dy = -dy
        return dx if dx > dy else dy

    def disc(self, radius: int, t: int) -> tuple[int, ...]:
        """All tiles within `radius` king's moves of t, t among them, ascending.

        Made at the first call and kept: ask for wide discs (over 4) around few tiles only.
        """
        discs = self._discs
        while len(discs) <= radius:
            discs.append([])
        kept = discs[radius]
        if not kept:
            kept = discs[radius] = [None] * self.tiles
        disc = kept[t]
        if disc is None:
            disc = kept[t] = self._make_disc(radius, t)
        return disc

    def _make_disc(self, radius: int, t: int) -> tuple[int, ...]:
        size = self.size
        x = t % size
        y = t // size
        left = max(0, x - radius)
        right = min(size, x + radius + 1)
        disc: tuple[int, ...] = ()
        for row in range(max(0, y - radius), min(size, y + radius + 1)):
            disc += self._numbers[row * size + left : row * size + right]
        return disc


_geometries: dict[int, Geometry] = {}


def geometry(size: int) -> Geometry:
    """The shared Geometry of a size x size map."""
    if size not in _geometries:
        _geometries[size] = Geometry(size)
    return _geometries[size]
