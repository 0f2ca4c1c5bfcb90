"""Building and upgrading: where each entry of the catalogue may stand."""

from . import event_codes, rejections
from .actions import LINES, SHAPES
from .catalogue import (
    APARTMENTS,
    BASE_HAPPINESS,
    CAPACITY,
    COST,
    COVER,
    FARM,
    FIRST_LANDMARK,
    GARDEN,
    HARBOUR,
    HYDRO,
    IS_GREEN,
    IS_LANDMARK,
    IS_PLACED,
    IS_STATION,
    LIGHTHOUSE,
    MALL,
    MOST_TILES,
    OBSERVATORY,
    POINTS,
    RADIUS,
    RESERVE,
    SIZE,
    TOWER,
    UPGRADES_TO,
)
from .plan import Plan, need_tile, own_building
from .policy import HOUSING_AID
from .rejections import Rejection
from .roads import is_connected
from .state import FERTILE, FOREST, HILL, MEADOW, NOBODY, WATER, State

FIRST_RADIUS, ROUNDS_A_STEP, STATION_RADIUS = 5, 2, 3
HALL_RING, HALL_RING_ROADS = 2, 1
HYDRO_DISTANCE, AVENUE_STATION = 2, 2
RESIDENTS_A_LANDMARK = 12
MOST_LANDMARKS_DUEL, MOST_LANDMARKS = 3, 2
HOUSING_AID_COINS = 2

IN_AREA, NO_BUILDINGS, NO_ROADS = 1, 2, 4  # bits of the reach plane


def borough_radius(state: State) -> int:
    """How far from its hall a borough may build this round, in king's moves."""
    return FIRST_RADIUS + (state.round - 1) // ROUNDS_A_STEP


def reach(state: State, seat: int) -> bytearray:
    """Bits of every tile: IN_AREA, and what a rival hall's protection forbids there."""
    known = state._reach[seat]
    if known is not None:
        return known
    disc = state.geometry.disc
    plane = bytearray(state.size * state.size)
    for tile in disc(borough_radius(state), state.hall[seat]):
        plane[tile] = IN_AREA
    for anchor in state.anchors:
        if IS_STATION[state.kind[anchor]] and state.owner[anchor] == seat:
            for tile in disc(STATION_RADIUS, anchor):
                plane[tile] = IN_AREA
    for other in range(state.seats):
        if other != seat:
            for tile in disc(HALL_RING, state.hall[other]):
                plane[tile] |= NO_BUILDINGS
            for tile in disc(HALL_RING_ROADS, state.hall[other]):
                plane[tile] |= NO_ROADS
    state._reach[seat] = plane
    return plane


def site_code(state: State, seat: int, tile: int) -> int:
    """0 if the tile is free land the seat may build on, else the rejection code."""
    if state.kind[tile] or state.road[tile]:
        return rejections.OCCUPIED
    if state.terrain[tile] == WATER:
        return rejections.ON_WATER
    bits = reach(state, seat)[tile]
    if not bits & IN_AREA:
        return rejections.OUT_OF_REACH
    if bits & NO_BUILDINGS:
        return rejections.PROTECTED
    return 0


def has_free_plot(state: State, seat: int) -> bool:
    """Whether the seat has any tile on which a cottage could stand."""
    plane = reach(state, seat)
    for tile in range(len(plane)):
        if plane[tile] == IN_AREA and not site_code(state, seat, tile):
            if is_connected(state, seat, (tile,)):
                return True
    return False


def build_tiles(state: State, kind: int, tile: int, shape: int) -> tuple[int, ...]:
    """The tiles a build covers, ascending; raises Rejection for a bad shape or off the map."""
    need_tile(state, tile)
    size = state.size
    x = tile % size
    y = tile // size
    if SIZE[kind] == 2:
        if shape:
            raise Rejection(rejections.BAD_SHAPE)
        if x + 1 >= size or y + 1 >= size:
            raise Rejection(rejections.OFF_MAP)
        return (tile, tile + 1, tile + size, tile + size + 1)
    cells = SHAPES[shape]
    if len(cells) > MOST_TILES[kind] or (shape >= LINES and kind != RESERVE):
        raise Rejection(rejections.BAD_SHAPE)
    for dx, dy in cells:
        if x + dx >= size or y + dy >= size:
            raise Rejection(rejections.OFF_MAP)
    return tuple([tile + dx + dy * size for dx, dy in cells])


def check_terrain(state: State, kind: int, tiles: tuple[int, ...]) -> None:
    """Raise Rejection where the kind wants a ground these tiles do not have."""
    terrain = state.terrain
    if kind == RESERVE:
        for tile in tiles:
            if terrain[tile] != FOREST:
                raise Rejection(rejections.NEEDS_FOREST)
    elif kind == FARM:
        fertile = 0
        for tile in tiles:
            fertile += terrain[tile] == FERTILE
        if fertile < 2:
            raise Rejection(rejections.NEEDS_FERTILE, 2, fertile)
    elif kind == GARDEN:
        for tile in tiles:
            if terrain[tile] == FOREST:
                return
        raise Rejection(rejections.NEEDS_FOREST)
    elif kind == OBSERVATORY:
        if terrain[tiles[0]] != HILL:
            raise Rejection(rejections.NEEDS_HILL)
    elif kind in (HARBOUR, HYDRO, LIGHTHOUSE):
        if not state.shore()[tiles[0]]:
            raise Rejection(rejections.NEEDS_SHORE)
        if kind == HYDRO:
            for tile in state.geometry.disc(HYDRO_DISTANCE, tiles[0]):
                if state.kind[tile] == HYDRO:
                    raise Rejection(rejections.HYDRO_TOO_NEAR)


def check_landmark(state: State, seat: int, kind: int) -> None:
    """Raise Rejection unless this landmark is free and the seat may have one more."""
    if state.holder(kind) != NOBODY:
        raise Rejection(rejections.LANDMARK_TAKEN)
    mine = 0
    for holder in state.landmark_owner:
        mine += holder == seat
    most = MOST_LANDMARKS_DUEL if state.seats == 2 else MOST_LANDMARKS
    if mine >= most:
        raise Rejection(rejections.LANDMARK_LIMIT, most, mine)
    need = RESIDENTS_A_LANDMARK * (mine + 1)
    people = state.people(seat)
    if people < need:
        raise Rejection(rejections.NEEDS_RESIDENTS, need, people)


def plan_build(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(BUILD, kind, tile, shape)."""
    _, kind, tile, shape = action
    if not IS_PLACED[kind]:
        raise Rejection(rejections.NOT_PLACEABLE)
    tiles = build_tiles(state, kind, tile, shape)
    for part in tiles:
        code = site_code(state, seat, part)
        if code:
            raise Rejection(code)
    check_terrain(state, kind, tiles)
    if IS_LANDMARK[kind]:
        check_landmark(state, seat, kind)
    together = SIZE[kind] == 2 or kind == RESERVE
    if together:
        if not is_connected(state, seat, tiles):
            raise Rejection(rejections.NOT_CONNECTED)
    else:
        for part in tiles:
            if not is_connected(state, seat, (part,)):
                raise Rejection(rejections.NOT_CONNECTED)
    count = 1 if SIZE[kind] == 2 else len(tiles)

    def act(events: list[tuple[int, ...]]) -> None:
        if SIZE[kind] == 2:
            place(state, seat, kind, tiles, events)
        else:
            for part in tiles:
                place(state, seat, kind, (part,), events)

    return Plan(POINTS[kind], COST[kind] * count, tiles, act)


def clear_ground(state: State, tile: int, fell: bool) -> None:
    """Something comes to stand on this tile: wild forest there is wild no more."""
    if state.terrain[tile] == FOREST:
        if not state.kind[tile] and not state.road[tile]:
            state.shift_green(tile, 1, -1)
        if fell:
            state.terrain[tile] = MEADOW


def place(
    state: State, seat: int, kind: int, tiles: tuple[int, ...], events: list[tuple[int, ...]]
) -> None:
    """Put a new building on these tiles, which `plan_build` has checked."""
    part = 0
    for tile in tiles:
        clear_ground(state, tile, kind != RESERVE)
        state.kind[tile] = kind
        state.owner[tile] = seat
        state.part[tile] = part
        part += 1
    corner = tiles[0]
    state.anchors.append(corner)
    if CAPACITY[kind]:
        state.happiness[corner] = BASE_HAPPINESS[kind]
    if IS_GREEN[kind]:
        state.shift_green(corner, RADIUS[kind], 1)
    if COVER[kind]:
        state.forget_cover()
    if IS_STATION[kind]:
        state.forget_reach()
    if IS_LANDMARK[kind]:
        state.landmark_owner[kind - FIRST_LANDMARK] = seat
    events.append((event_codes.BUILT, seat, kind, corner))


def remove(state: State, corner: int) -> None:
    """Take a building away; whoever lived in it leaves."""
    kind = state.kind[corner]
    if IS_GREEN[kind]:
        state.shift_green(corner, RADIUS[kind], -1)
    for tile in state.footprint(corner):
        state.kind[tile] = 0
        state.owner[tile] = NOBODY
        state.part[tile] = 0
    state.residents[corner] = 0
    state.happiness[corner] = 0
    state.workers[corner] = 0
    state.served[corner] = 0
    state.flags[corner] = 0
    state.anchors.remove(corner)
    if COVER[kind]:
        state.forget_cover()
    if IS_STATION[kind]:
        state.forget_reach()


def near_avenue(state: State, tile: int) -> bool:
    """Whether an avenue lies beside the tile or anybody's station within 2."""
    for near in state.geometry.neighbours[tile]:
        if state.road[near] == 2:
            return True
    for near in state.geometry.disc(AVENUE_STATION, tile):
        if IS_STATION[state.kind[near]]:
            return True
    return False


def upgrade_cost(state: State, seat: int, into: int) -> int:
    """Coins of an upgrade to `into`, housing aid included."""
    if into == APARTMENTS and state.has_ordinance(seat, HOUSING_AID):
        return COST[into] - HOUSING_AID_COINS
    return COST[into]


def plan_upgrade(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(UPGRADE, corner)."""
    tile = action[1]
    kind = own_building(state, seat, tile)
    into = UPGRADES_TO[kind]
    if not into:
        raise Rejection(rejections.NO_UPGRADE)
    if into in (TOWER, MALL) and not near_avenue(state, tile):
        raise Rejection(rejections.NEEDS_AVENUE)
    if IS_LANDMARK[into]:
        check_landmark(state, seat, into)

    def act(events: list[tuple[int, ...]]) -> None:
        state.kind[tile] = into
        if IS_LANDMARK[into]:
            state.landmark_owner[into - FIRST_LANDMARK] = seat
        events.append((event_codes.UPGRADED, seat, into, tile))

    return Plan(POINTS[into], upgrade_cost(state, seat, into), (tile,), act)
