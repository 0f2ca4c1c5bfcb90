"""The river: arms that run from the map's edge between two sites to the crossing in the middle."""

from ..geometry import geometry
from ..rng import Stream
from .reach import INNER, WILD, Reach

# What a tile costs the river beyond its noise, so that it seldom crosses roads, keeps off the halls
# and the map's edge, and rather runs where no site gains or loses by it.
BRIDGE = 15
HALL = 14
EDGE = 20
REACHED = 6


def arm_gaps(seats: int, stream: Stream) -> list[int]:
    """Between which sites an arm runs in: gap g is that between sites g and g + 1 of the ring.

    Images under the map's turn come of themselves: one arm makes the river of 2 or 6 seats and the
    four arms of 4 seats. 3 and 5 seats have two arms, that of 5 in gaps that do not touch.
    """
    if seats == 3:
        g = stream.below(3)
        return [g, (g + 1) % 3]
    if seats == 5:
        g = stream.below(5)
        return [g, (g + 2) % 5]
    if seats == 6:
        return [stream.below(3)]
    return [0]


def mouth(size: int, ring: list[int], gap: int, stream: Stream) -> int:
    """The edge tile where the arm of this gap begins.

    Of the edge tiles whose two nearest sites are the gap's, sorted by how evenly they lie between
    the two (squared distances, then tile), one of the first 1 + size // 6 is drawn.
    """
    one, two = gap, (gap + 1) % len(ring)
    found = []
    for t in range(size * size):
        x, y = t % size, t // size
        if 0 < x < size - 1 and 0 < y < size - 1:
            continue
        if not (1 < x < size - 2 or 1 < y < size - 2):
            continue  # a corner
        away = []
        for site in range(len(ring)):
            dx, dy = x - ring[site] % size, y - ring[site] // size
            away.append((dx * dx + dy * dy, site))
        away.sort()
        if len(ring) == 2 or (away[0][1] in (one, two) and away[1][1] in (one, two)):
            found.append((away[1][0] - away[0][0], t))
    found.sort()
    return found[stream.below(min(len(found), 1 + size // 6))][1]


def course(size: int, start: int, goals: list[int], price: list[int]) -> list[int]:
    """The cheapest way from start to one of the goals over orthogonal steps, both ends included.

    `price[t]` (1 to 63) is paid on entering t; 0 closes a tile. Dijkstra's method over a ring of
    64 buckets, each emptied in the order it was filled; empty if there is no way.
    """
    neighbours = geometry(size).neighbours
    best = [-1] * (size * size)
    came = [-1] * (size * size)
    buckets: list[list[int]] = [[] for _ in range(64)]
    buckets[0].append(start)
    best[start] = 0
    paid = 0
    waiting = 1
    end = -1
    while waiting and end < 0:
        bucket = buckets[paid % 64]
        for t in bucket:
            waiting -= 1
            if best[t] != paid:
                continue
            if t in goals:
                end = t
                break
            for u in neighbours[t]:
                if price[u]:
                    sum_ = paid + price[u]
                    if best[u] < 0 or sum_ < best[u]:
                        best[u] = sum_
                        came[u] = t
                        buckets[sum_ % 64].append(u)
                        waiting += 1
        buckets[paid % 64] = []
        paid += 1
    way = []
    while end >= 0:
        way.append(end)
        end = came[end]
    return way


def prices(
    size: int, damp: list[int], dry: bytearray, road: bytearray, reach: Reach, shy: int
) -> list[int]:
    """What a tile costs the river: 3 to 17 from low to high noise, more as above; 0 is closed.

    `shy` is what a tile in anybody's reach costs more: REACHED where the sites are not images of
    one another, so that the river favours none; 0 where symmetry sees to that and it may wander.
    """
    most = max(damp) + 1
    price = []
    for t in range(size * size):
        if dry[t]:
            price.append(0)
            continue
        level = damp[t] * 15 // most
        cost = 3 + level * level // 14
        x, y = t % size, t // size
        if road[t]:
            cost += BRIDGE
        elif x == 0 or y == 0 or x == size - 1 or y == size - 1:
            cost += EDGE
        if reach.owner[t] != WILD:
            cost += shy
        if reach.near[t] <= INNER:
            cost += HALL
        price.append(cost)
    return price


def widen(size: int, way: list[int], closed: bytearray, stream: Stream) -> list[int]:
    """Further tiles of a broader river: larger maps have more (length * (size - 8) // 64 tries)."""
    neighbours = geometry(size).neighbours
    more = []
    for _ in range(len(way) * max(0, size - 8) // 64):
        around = neighbours[way[stream.below(len(way))]]
        t = around[stream.below(len(around))]
        if not closed[t]:
            more.append(t)
    return more
