"""The valley: a map that is fair to every seat, made from a seed.

Every number of seats has its sites (`valley.sites`); a river and lakes (`valley.river`,
`valley.lakes`) and then hills, ore, woods and fertile meadows (`valley.cover`) are laid so that the
reach of every hall (`valley.reach`) holds the same. docs/map.md tells it step by step.
"""

from .geometry import geometry
from .rng import Stream
from .state import FERTILE, FOREST, HILL, MEADOW, ORE, WATER
from .valley.cover import highest, parcels, quotas
from .valley.lakes import SHARE, Basin, level, unevenness, wild_lakes
from .valley.noise import field
from .valley.reach import Reach
from .valley.river import REACHED, arm_gaps, course, mouth, prices, widen
from .valley.sites import folds, minimum_size, sites, turned
from .valley.spokes import crossing, spoke

MAXIMUM_SIZE = 64
START_COTTAGES = 3

# A river is good enough when it leaves the sites this uneven and the map this wet (thousandths).
# After some attempts the best is taken, unless it breaks the promise of 10%: then it goes on.
ATTEMPTS = 6
LAST_ATTEMPT = 40
EVEN = 60
WET = 120
UNFAIR = 95

__all__ = [
    "FERTILE", "FOREST", "HILL", "MAXIMUM_SIZE", "MEADOW", "ORE", "START_COTTAGES", "WATER",
    "make_map", "minimum_size", "start_cottages",
]  # fmt: skip


def make_map(size: int, seats: int, seed: bytes) -> tuple[bytearray, list[int], bytearray]:
    """The map of a seed: the terrain of every tile, every seat's hall, and the valley roads (1).

    `size` from minimum_size(seats) to 64, `seats` from 2 to 6; the caller has checked both. The
    same arguments give the same map on every interpreter.
    """
    stream = Stream(seed, b"map")
    fold = folds(seats)
    classes = seats // fold
    turn = turned(size, fold)
    geo = geometry(size)
    ring = sites(size, seats, stream)

    road = bytearray(geo.tiles)
    start = bytearray(geo.tiles)  # kept meadow: the hall's surroundings and the first plots
    middle = crossing(size)
    for t in middle:
        road[t] = 1
    for site in range(classes):
        way = spoke(size, ring[site], stream)
        for t in geo.disc(1, ring[site]):
            _paint(start, t, turn, fold, 1)
        for t in way[:3]:
            if t not in middle:
                for u in geo.neighbours[t]:
                    _paint(start, u, turn, fold, 1)
        for t in way:
            _paint(road, t, turn, fold, 1)
    for t in middle:
        start[t] = 0  # the river must find a way in, however short the spokes are

    leads = _leaders(turn, fold)
    reach = Reach(size, ring)
    water = _water(size, seats, stream, turn, leads, ring, reach, road, start)
    terrain = _cover(size, classes, stream, turn, fold, leads, reach, road, start, water)

    halls = ring[:]
    stream.shuffle(halls)
    return terrain, halls, road


def start_cottages(size: int, terrain: bytearray, road: bytearray, hall: int) -> list[int]:
    """The three tiles of a seat's first cottages: dry plots beside a road within 3 of the hall.

    Nearest to the hall first, meadow before other land, then farther along the spoke, then left
    before right as seen from the hall: the same under every turn of the map.
    """
    geo = geometry(size)
    x, y = hall % size, hall // size
    ahead_x, ahead_y = 1, 0
    for t in geo.neighbours[hall]:
        if road[t]:
            ahead_x, ahead_y = t % size - x, t // size - y
            break
    plots = []
    for t in geo.disc(3, hall):
        if t == hall or road[t] or terrain[t] == WATER:
            continue
        for u in geo.neighbours[t]:
            if road[u]:
                dx, dy = t % size - x, t // size - y
                along = dx * ahead_x + dy * ahead_y
                right = dy * ahead_x - dx * ahead_y
                plots.append((geo.distance(t, hall), terrain[t] != MEADOW, -along, right, t))
                break
    plots.sort()
    return [plot[4] for plot in plots[:START_COTTAGES]]


def _leaders(turn: list[int], fold: int) -> bytearray:
    """1 for each tile that has the lowest number among its images."""
    leads = bytearray(len(turn))
    for t in range(len(turn)):
        image = t
        for _ in range(fold - 1):
            image = turn[image]
            if image < t:
                break
        else:
            leads[t] = 1
    return leads


def _paint(plane: bytearray, t: int, turn: list[int], fold: int, value: int) -> None:
    for _ in range(fold):
        plane[t] = value
        t = turn[t]


def _water(
    size: int,
    seats: int,
    stream: Stream,
    turn: list[int],
    leads: bytearray,
    ring: list[int],
    reach: Reach,
    road: bytearray,
    start: bytearray,
) -> bytearray:
    """The plane of water (1): river, wild lakes, and what levels the sites.

    Rivers are tried until one is even and leaves enough land; see ATTEMPTS.
    """
    fold = folds(seats)
    closed = bytearray([1 if road[t] or start[t] else 0 for t in range(size * size)])
    goals = crossing(size)
    found = bytearray()
    found_fault = -1
    for attempt in range(LAST_ATTEMPT):
        if attempt >= ATTEMPTS and found_fault < 1000:
            break
        water = bytearray(size * size)
        damp = field(stream, size, turn, fold)
        price = prices(size, damp, start, road, reach, REACHED if seats > fold else 0)
        for t in goals:
            water[t] = 1
        for gap in arm_gaps(seats, stream):
            way = course(size, mouth(size, ring, gap, stream), goals, price)
            for t in way + widen(size, way, closed, stream):
                _paint(water, t, turn, fold, 1)
        for t in wild_lakes(size, fold, leads, reach, damp, closed, water):
            _paint(water, t, turn, fold, 1)
        basins = [Basin(size, site, reach, closed, water) for site in range(seats // fold)]
        lack = (size * size * SHARE // 100 - sum(water)) // seats
        for t in level(basins, damp, lack):
            _paint(water, t, turn, fold, 1)
        whole, inner = unevenness(basins)
        wet = sum(water) * 1000 // (size * size)
        fault = max(0, max(whole, inner) - EVEN) + max(0, wet - WET)
        if whole > UNFAIR:
            fault += 1000
        if found_fault < 0 or fault < found_fault:
            found, found_fault = water, fault
        if fault == 0:
            break
    return found


def _cover(
    size: int,
    classes: int,
    stream: Stream,
    turn: list[int],
    fold: int,
    leads: bytearray,
    reach: Reach,
    road: bytearray,
    start: bytearray,
    water: bytearray,
) -> bytearray:
    """The terrain: water, and on the free land hill, ore, forest and fertile meadow by quota."""
    tiles = size * size
    neighbours = geometry(size).neighbours
    terrain = bytearray([WATER if water[t] else MEADOW for t in range(tiles)])
    taken = bytearray([1 if water[t] or road[t] or start[t] else 0 for t in range(tiles)])
    height = field(stream, size, turn, fold)
    lode = field(stream, size, turn, fold)
    wood = field(stream, size, turn, fold)
    soil = field(stream, size, turn, fold)
    for t in range(tiles):
        lode[t] += 2 * height[t]  # ore at the foot of the hills
        if water[t]:
            for u in neighbours[t]:  # good soil along the water
                soil[u] += 60 * fold
                for v in neighbours[u]:
                    soil[v] += 20 * fold
    areas = parcels(size, classes, leads, reach, taken)
    counts = quotas(areas, parcels(size, classes, leads, reach, water))
    for order, kind, fields in (
        (0, HILL, height),
        (1, ORE, lode),
        (2, FOREST, wood),
        (3, FERTILE, soil),
    ):
        for i, area in enumerate(areas):
            for t in highest(area, taken, fields, counts[i][order]):
                _paint(terrain, t, turn, fold, kind)
                _paint(taken, t, turn, fold, 1)
    return terrain
