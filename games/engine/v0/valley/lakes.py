"""Still water: lakes in the wild, and the ponds that make every site's land and shore equal."""

from ..geometry import geometry
from .reach import INNER, WILD, Reach

SHARE = 9  # water in a hundred tiles that the wild, and every site's reach, should have at least
INNER_SHORE = 4  # shore tiles that every site should have within 5 of its hall
SLACK = 4  # hundredths by which land and shore may differ on purpose
_TAKEN = -99


def wild_lakes(
    size: int,
    fold: int,
    leads: bytearray,
    reach: Reach,
    damp: list[int],
    closed: bytearray,
    water: bytearray,
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
    """The water in one site's reach, which `flood` brings to the numbers wanted.

    The counts: `land` tiles in reach, `shore` of them (with water orthogonally beside them), and of
    both those within 5 of the hall, `inner` and `inner_shore`.
    """

    def __init__(
        self, size: int, site: int, reach: Reach, closed: bytearray, water: bytearray
    ) -> None:
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
        self.inner_shore = 0
        self._free: list[int] = []
        for t in reach.tiles[site]:
            if water[t]:
                continue
            within = 1 if self._near[t] <= INNER else 0
            self.land += 1
            self.inner += within
            if self._wet(t):
                self.shore += 1
                self.inner_shore += within
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
        """What flooding t adds to the shores (-1 to 4 each): 16 * shore + inner shore."""
        gain = 0
        loss = 0
        near = self._near
        for u in self._neighbours[t]:
            if self._water[u]:
                loss = 17 if near[t] <= INNER else 16
            elif self._owner[u] == self._site and not self._wet(u):
                gain += 17 if near[u] <= INNER else 16
        return gain - loss

    def flood(
        self, land: int, inner: int, shore: int, inner_shore: int, damp: list[int]
    ) -> list[int]:
        """Flood tiles one by one down to `land`, and near to the other counts; the tiles in order.

        Each time the tile that fits best: the sum, over the three other counts, of how far its gain
        times the tiles left to flood misses what is lacking; then the dampest, then the lowest.
        """
        chosen: list[int] = []
        size, near, free = self._size, self._near, self._free
        if self.land <= land:
            return chosen
        gains = [self._gain(t) for t in free]
        while self.land > land:
            left = self.land - land
            lack = shore - self.shore
            inner_lack = inner_shore - self.inner_shore
            spare = self.inner - inner
            outside, inside = abs(spare), abs(left - spare)
            best = -1
            best_fit = 0
            for i, gain in enumerate(gains):
                if gain == _TAKEN:
                    continue
                t = free[i]
                part = ((gain + 8) & 15) - 8
                fit = abs((gain - part) // 16 * left - lack) + abs(part * left - inner_lack)
                fit += inside if near[t] <= INNER else outside
                fit = fit * 4096 + damp[t]
                if best < 0 or fit < best_fit:
                    best, best_fit = i, fit
            if best < 0:
                break
            t = free[best]
            part = ((gains[best] + 8) & 15) - 8
            self._water[t] = 1
            self.land -= 1
            if near[t] <= INNER:
                self.inner -= 1
            self.shore += (gains[best] - part) // 16
            self.inner_shore += part
            gains[best] = _TAKEN
            chosen.append(t)
            x, y = t % size, t // size
            for i, u in enumerate(free):
                if gains[i] != _TAKEN and abs(u // size - y) + abs(u % size - x) <= 2:
                    gains[i] = self._gain(u)
        return chosen


def level(basins: list[Basin], damp: list[int], lack: int) -> list[int]:
    """Flood every basin until land and shore, inner and whole, are equal within SLACK; the tiles.

    Shores rise to (almost) the richest site's, three tiles for each flooded one; land comes down to
    the poorest site's after that, and further where the average has less water than the SHARE, but
    by no more than `lack` tiles, which is what the whole map lacks for each site.
    """
    classes = len(basins)
    shore = max([b.shore for b in basins])
    inner_shore = max(INNER_SHORE, max([b.inner_shore for b in basins]))
    dry = (sum([b.area * SHARE // 100 - (b.area - b.land) for b in basins])) // classes
    dry = min(dry, lack)
    needs: list[int] = []
    inner_needs: list[int] = []
    for b in basins:
        inner_need = max(0, inner_shore * (100 - SLACK) // 100 - b.inner_shore + 2) // 3
        need = max(0, shore * (100 - SLACK) // 100 - b.shore + 2) // 3
        inner_needs.append(inner_need)
        needs.append(max(need, inner_need, dry))
    land = min([b.land - needs[i] for i, b in enumerate(basins)])
    land += land * SLACK // 100
    inner = min([b.inner - inner_needs[i] for i, b in enumerate(basins)])
    inner += inner * SLACK // 100
    flooded: list[int] = []
    for i, b in enumerate(basins):
        goal = min(b.land - needs[i], land)
        inner_goal = min(b.inner - inner_needs[i], inner)
        flooded += b.flood(goal, inner_goal, shore, inner_shore, damp)
    shore = max([b.shore for b in basins])
    inner_shore = max([b.inner_shore for b in basins])
    least = max([b.land for b in basins]) * (100 - 2 * SLACK) // 100
    for b in basins:
        while b.shore * 100 < shore * (100 - SLACK) and b.land > least:
            more = b.flood(b.land - 1, b.inner, shore, inner_shore, damp)
            if not more:
                break
            flooded += more
    return flooded


def unevenness(basins: list[Basin]) -> tuple[int, int]:
    """The worst difference in thousandths of the larger count: in the whole reach, and the inner.

    Land and shore count; the inner shore, of few tiles, by half.
    """
    whole = max(_difference([b.land for b in basins]), _difference([b.shore for b in basins]))
    inner_shore = _difference([b.inner_shore for b in basins]) // 2
    return whole, max(_difference([b.inner for b in basins]), inner_shore)


def _difference(counts: list[int]) -> int:
    most = max(counts)
    return (most - min(counts)) * 1000 // max(1, most)
