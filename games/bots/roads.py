"""Candidates: roads that open land or close a quarter, and avenues."""

from ..engine.v0.actions import AVENUE, EAST, ROAD, SOUTH
from ..engine.v0.catalogue import APARTMENTS, CAPACITY, INVESTED, OFFICE, SHOP
from ..engine.v0.laying import REPLACED_BY_ROAD
from ..engine.v0.placing import IN_AREA, NO_ROADS, near_avenue, reach
from ..engine.v0.roads import COST_AVENUE, hall_labels, labels, road_cost
from ..engine.v0.round.quarters import LEAST_TILES, MOST_TILES
from ..engine.v0.state import FERTILE, FOREST, HILL, ORE, WATER
from .candidates import Candidates
from .plots import Block
from .survey import Survey

LONGEST = 4
MOST_STARTS = 64  # road tiles looked at, the nearest to the hall
FEW_PLOTS = 5
LOST_BUILDING, LOST_ROOM = 2500, 350


def _starts(survey: Survey) -> list[int]:
    """Road tiles of the hall's network within reach."""
    state = survey.state
    area = reach(state, survey.seat)
    found = labels(state)
    mine = hall_labels(state, survey.seat)
    tiles = [t for t in range(len(area)) if found[t] and area[t] & IN_AREA and found[t] in mine]
    if len(tiles) > MOST_STARTS:
        distance = state.geometry.distance
        hall = state.hall[survey.seat]
        rows = sorted([(distance(t, hall), t) for t in tiles])
        tiles = [row[1] for row in rows[:MOST_STARTS]]
    return tiles


def _gain(survey: Survey, tile: int) -> int:
    """What it is worth that this land can be built on."""
    ground = survey.state.terrain[tile]
    value = 800 + 120 * min(2, survey.green[tile]) + 150 * survey.shore[tile]
    if ground in (FERTILE, HILL, ORE):
        value += 250
    elif ground == FOREST:
        value -= 100
    return value - 100 * survey.haze[tile]


def _lost(survey: Survey, tile: int) -> int:
    """What goes with a building a road would replace: coins not given back, room, its use."""
    kind = survey.state.kind[tile]
    coins = INVESTED[kind] - INVESTED[kind] // 2
    return LOST_BUILDING + coins * survey.coin + LOST_ROOM * CAPACITY[kind]


def offer_roads(survey: Survey, out: Candidates) -> None:
    """The best straight road of up to four tiles."""
    state = survey.state
    size = state.size
    neighbours = state.geometry.neighbours
    area = reach(state, survey.seat)
    land = survey.land
    count = len(survey.sites)
    scarce = max(20, min(110, (20 - count) * 100 // 11))
    soon = min(survey.left - 1, 3)
    best = 0
    lot: tuple[int, ...] = ()
    coins = 0
    for start in _starts(survey):
        for step in (1, -1, size, -size):
            here = start
            fresh: list[int] = []
            path: list[int] = []
            cost = 0
            gain = 0
            lost = 0
            for length in range(1, LONGEST + 1):
                ahead = here + step
                if ahead < 0 or ahead not in neighbours[here]:
                    break
                bits = area[ahead]
                if not bits & IN_AREA or bits & NO_ROADS or state.road[ahead]:
                    break
                if state.kind[ahead]:
                    kind = state.kind[ahead]
                    if (
                        length > 1
                        or count > FEW_PLOTS
                        or state.owner[ahead] != survey.seat
                        or kind not in REPLACED_BY_ROAD
                        or state.residents[ahead]  # nobody is turned out for a road
                    ):
                        break
                    lost += _lost(survey, ahead)
                path.append(ahead)
                cost += road_cost(state, survey.seat, ahead)
                here = ahead
                if survey.is_site[ahead]:
                    gain -= 500
                for near in neighbours[ahead]:
                    if (
                        land[near]
                        and not survey.is_site[near]
                        and near not in fresh
                        and near not in path
                    ):
                        fresh.append(near)
                        gain += _gain(survey, near)
                survey.valued += 1
                value = gain * 42 * scarce // 10000 * soon // 3
                if count < FEW_PLOTS and len(fresh) >= 2:
                    opened = (2000 if survey.left > 1 else 0) * (FEW_PLOTS - count) // FEW_PLOTS
                    value = max(value, opened + 120 * len(fresh))
                value = value * 85 // 100
                value += _closing(survey, path, step)
                value -= cost * survey.coin + lost
                if not lot or value > best:
                    best = value
                    lot = tuple(path)
                    coins = cost
    if lot:
        first = min(lot)
        direction = SOUTH if len(lot) > 1 and abs(lot[1] - lot[0]) == size else EAST
        out.add(best, 1, coins, (ROAD, first, direction, len(lot)))


def _closing(survey: Survey, path: list[int], step: int) -> int:
    """Worth of the blocks a road on this path would enclose."""
    state = survey.state
    neighbours = state.geometry.neighbours
    last = path[len(path) - 1]
    ends = False
    for near in neighbours[last]:
        if near not in path and (state.road[near] or state.terrain[near] == WATER):
            ends = True
    if len(neighbours[last]) < 4:
        ends = True
    if not ends:
        return 0
    size = state.size
    side = size if step in (1, -1) else 1
    value = 0
    for away in (side, -side):
        seed = path[0] + away
        if seed in neighbours[path[0]] and survey.blocks[seed] is None:
            value += _enclosed(survey, path, seed)
    return value


def _enclosed(survey: Survey, path: list[int], seed: int) -> int:
    """Worth of the block around `seed` when the path is road; 0 if it is open or of no use."""
    state = survey.state
    road = state.road
    terrain = state.terrain
    neighbours = state.geometry.neighbours
    if road[seed] or terrain[seed] == WATER:
        return 0
    cells = [seed]
    for cell in cells:  # grows while it is walked
        for near in neighbours[cell]:
            if not road[near] and terrain[near] != WATER and near not in path and near not in cells:
                cells.append(near)
        if len(cells) > MOST_TILES:
            return 0
    if len(cells) < LEAST_TILES:
        return 0
    block = Block(state, survey.seat, cells)
    missing = block.missing()
    if missing > block.free or (not block.mine and block.free < 3):
        return 0
    worth = (block.tiles + 1) // 2 * 1000 + 3000 + survey.aims.quarter
    worth = worth * 100 // (100 + block.free * (12 if survey.left > 3 else 30))
    if block.free > 2 * survey.left:
        worth //= 4
    return worth


def offer_avenues(survey: Survey, out: Candidates) -> None:
    """The best straight avenue of up to four tiles beside what an avenue lets grow."""
    state = survey.state
    size = state.size
    neighbours = state.geometry.neighbours
    soon = min(survey.left - 1, 3)
    gain: dict[int, int] = {}
    order: list[int] = []
    area = reach(state, survey.seat)
    for anchor in survey.mine:
        kind = state.kind[anchor]
        value = survey.aims.avenue
        if kind in (APARTMENTS, SHOP, OFFICE) and not near_avenue(state, anchor):
            if kind == APARTMENTS:
                ready = survey.happy[anchor] >= 7 and state.residents[anchor] >= 5
                value += (1300 if ready else 400) * soon // 3
            elif kind == SHOP:
                value += 600 * soon // 3
        if value <= 0:
            continue
        for near in neighbours[anchor]:
            if state.road[near] == 1 and area[near] & IN_AREA and not area[near] & NO_ROADS:
                if near not in gain:
                    gain[near] = 0
                    order.append(near)
                gain[near] += value
    best = 0
    lot = (-1, 0, 0)
    for start in order:
        for direction in (EAST, SOUTH):
            step = 1 if direction == EAST else size
            total = 0
            for length in range(1, LONGEST + 1):
                here = start + (length - 1) * step
                if here not in gain:
                    break
                if direction == EAST and here // size != start // size:
                    break
                if length == 1 and direction == SOUTH:
                    total += gain[here] - COST_AVENUE * survey.coin
                    continue
                survey.valued += 1
                total += gain[here] - COST_AVENUE * survey.coin
                if lot[0] < 0 or total > best:
                    best = total
                    lot = (start, direction, length)
    if lot[0] >= 0:
        out.add(best, 1, COST_AVENUE * lot[2], (AVENUE, lot[0], lot[1], lot[2]))
