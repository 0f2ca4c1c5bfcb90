"""Still water: lakes in the wild, and the ponds that make every site's land and shore equal."""

from ..geometry import geometry
from .reach import INNER, WILD, Reach

SHARE = 9  # water in a hundred tiles that the wild, and every site's reach, should have at least
_TAKEN = -9


def wild_lakes(
    size: int, fold: int, leads: bytearray, reach: Reach, damp: list[int], closed: bytearray, water: bytearray
) -> list[int]:
    """The dampest wild tiles that touch nobody's reach, as many as the wild lacks water.

    Of tiles that are images of one another only the leading one is listed.
    """
    neighbours = geometry(size).neighbours
    owner = reach.owner
    lack = 0
    free = []
    for t in range(size * size):
        if owner[t] != WILD:
            continue
        lack += SHARE
        if water[t]:
            lack -= 100
        elif leads[t] and not closed[t]:
            for u in neighbours[t]:
                if owner[u] != WILD:
                    break
            else:
                free.append((damp[t], t))
    free.sort()
    return [t for _, t in free[: max(0, lack // (100 * fold))]]


class Basin:
    """The water in one site's reach, which `flood` brings to a number of land and shore tiles.

    `land`, `inner` and `shore` count the land in reach, that within 5 of the hall, and the land with
    water orthogonally beside it.
    """

    def __init__(self, size: int, site: int, reach: Reach, closed: bytearray, water: bytearray) -> None:
        self._size = size
        self._site = site
        self._owner = reach.owner
        self._near = reach.near
        self._water = water
        self._neighbours = geometry(size).neighbours
        self.area = len(reach.tiles[site])
        self.land = 0
        self.inner = 0
        self.shore = 0
        self._free: list[int] = []
        for t in reach.tiles[site]:
            if water[t]:
                continue
            self.land += 1
            if self._near[t] <= INNER:
                self.inner += 1
            if self._wet(t):
                self.shore += 1
            if not closed[t] and self._own_ground(t):
                self._free.append(t)

    def _wet(self, t: int) -> bool:
        for u in self._neighbours[t]:
            if self._water[u]:
                return True
        return False

    def _own_ground(self, t: int) -> bool:
        """Whether water here leaves every other site's shore as it is."""
        for u in self._neighbours[t]:
            if self._owner[u] != self._site and self._owner[u] != WILD:
                return False
        return True

    def _gain(self, t: int) -> int:
        """How many more shore tiles the reach has when t is flooded: -1 to 4."""
        gain = 0
        wet = 0
        for u in self._neighbours[t]:
            if self._water[u]:
                wet = 1
            elif self._owner[u] == self._site and not self._wet(u):
                gain += 1
        return gain - wet

    def flood(self, land: int, inner: int, shore: int, damp: list[int]) -> list[int]:
        """Flood tiles one by one to come down to `land` and near to `shore`; returns them in order.

        Each time the tile whose gain of shore fits best what the remaining tiles must bring on
        average; a tile on the wrong side of the inner reach (which is to keep `inner` land tiles)
        fits worse by one shore tile for each remaining tile; then the dampest, then the lowest.
        """
        chosen: list[int] = []
        size, near, free = self._size, self._near, self._free
        if self.land <= land:
            return chosen
        gains = [self._gain(t) for t in free]
        while self.land > land:
            left = self.land - land
            lack = shore - self.shore
            within = self.inner > inner
            best = -1
            best_fit = 0
            for i, gain in enumerate(gains):
                if gain == _TAKEN:
                    continue
                t = free[i]
                fit = abs(gain * left - lack)
                if (near[t] <= INNER) != within:
                    fit += left
                fit = fit * 4096 + damp[t]
                if best < 0 or fit < best_fit:
                    best, best_fit = i, fit
            if best < 0:
                break
            t = free[best]
            self._water[t] = 1
            self.land -= 1
            if near[t] <= INNER:
                self.inner -= 1
            self.shore += gains[best]
            gains[best] = _TAKEN
            chosen.append(t)
            x, y = t % size, t // size
            for i, u in enumerate(free):
                if gains[i] != _TAKEN and abs(u // size - y) + abs(u % size - x) <= 2:
                    gains[i] = self._gain(u)
        return chosen


def level(size: int, classes: int, reach: Reach, damp: list[int], closed: bytearray, water: bytearray) -> list[int]:
    """Flood the reach of the first `classes` sites until land and shore are equal; returns the tiles.

    The common land is the poorest site's, less what brings the average water to the SHARE; the
    common shore is the richest site's plus one for each tile that site floods. Should a site have to
    gain over three shore tiles a flooded tile, everyone's land comes down by one more.
    """
    basins = [Basin(size, site, reach, closed, water) for site in range(classes)]
    poorest = min([b.land for b in basins])
    wet = sum([b.area - b.land for b in basins])
    land = poorest - max(2, (sum([b.area for b in basins]) * SHARE // 100 - wet) // classes)
    while True:
        shore = max([b.shore + b.land - land for b in basins])
        if max([shore - b.shore - 3 * (b.land - land) for b in basins]) <= 0:
            break
        land -= 1
    inner = min([b.inner for b in basins]) - (poorest - land) // 2
    flooded: list[int] = []
    for basin in basins:
        flooded += basin.flood(land, inner, shore, damp)
    return flooded
