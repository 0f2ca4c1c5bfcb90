"""Which tiles are within whose reach: the areas that the generator makes equal."""

from ..geometry import geometry

REACH = 7
INNER = 5
WILD = 255


class Reach:
    """The reach of every hall: tiles within 7 king's moves of it and nearer to it than to others.

    A tile as near to two halls, or farther than 7 from all, is in nobody's reach (wild).
    `owner[t]` is the site's number or WILD; `near[t]` the distance to the nearest hall, 255 if more
    than 7; `tiles[i]` are the tiles in reach of site i, ascending.
    """

    def __init__(self, size: int, halls: list[int]) -> None:
        geo = geometry(size)
        self.owner = owner = bytearray([WILD] * geo.tiles)
        self.near = near = bytearray([WILD] * geo.tiles)
        for site, hall in enumerate(halls):
            x, y = hall % size, hall // size
            for t in geo.disc(REACH, hall):
                dx = abs(t % size - x)
                dy = abs(t // size - y)
                d = dx if dx > dy else dy
                if d < near[t]:
                    near[t] = d
                    owner[t] = site
                elif d == near[t]:
                    owner[t] = WILD
        self.tiles: list[list[int]] = []
        for site, hall in enumerate(halls):
            self.tiles.append([t for t in geo.disc(REACH, hall) if owner[t] == site])
