"""Laying and removing: roads, avenues, the right of way, demolition."""

from . import event_codes, rejections
from .actions import EAST
from .catalogue import (
    CENTRAL,
    COST,
    COTTAGE,
    HALL,
    INVESTED,
    IS_LANDMARK,
    PARK,
    RESERVE,
    SHOP,
    SIZE,
    UPGRADED_FROM,
)
from .placing import IN_AREA, NO_ROADS, clear_ground, has_free_plot, reach, remove
from .plan import Plan, need_tile, own_building
from .rejections import Rejection
from .roads import (
    COST_AVENUE,
    cuts_network,
    hall_labels,
    labels,
    linked,
    road_cost,
    strands_building,
)
from .state import DID_FREE_ROAD, State, clamp_coins
from .trade import lapse_tile

REPLACED_BY_ROAD = (COTTAGE, PARK, SHOP)
RIGHT_OF_WAY_TIMES = 2


def line(state: State, tile: int, direction: int, length: int) -> tuple[int, ...]:
    """The tiles of a straight road from its west or north end; raises Rejection."""
    need_tile(state, tile)
    if not length or (length == 1 and direction != EAST):
        raise Rejection(rejections.BAD_PARAMETER)
    size = state.size
    if direction == EAST:
        if tile % size + length > size:
            raise Rejection(rejections.OFF_MAP)
        return tuple(range(tile, tile + length))
    if tile // size + length > size:
        raise Rejection(rejections.OFF_MAP)
    return tuple([tile + size * i for i in range(length)])


def check_road_area(state: State, seat: int, tile: int) -> None:
    """Raise Rejection unless the seat may work on roads here."""
    bits = reach(state, seat)[tile]
    if not bits & IN_AREA:
        raise Rejection(rejections.OUT_OF_REACH)
    if bits & NO_ROADS:
        raise Rejection(rejections.PROTECTED)


def plan_road(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(ROAD, first tile, direction, length). The grand central's first road a turn is free."""
    tiles = line(state, action[1], action[2], action[3])
    touches = linked(state, seat)
    halls = state.geometry.neighbours[state.hall[seat]]
    coins = 0
    back = 0
    together = False
    for tile in tiles:
        if state.road[tile]:
            raise Rejection(rejections.ROAD_THERE)
        kind = state.kind[tile]
        if kind:
            if state.owner[tile] != seat or kind not in REPLACED_BY_ROAD:
                raise Rejection(rejections.OCCUPIED)
            back += INVESTED[kind] // 2
        check_road_area(state, seat, tile)
        coins += road_cost(state, seat, tile)
        if touches[tile] or tile in halls:
            together = True
    if not together:
        raise Rejection(rejections.NOT_CONNECTED)
    free = state.holds(seat, CENTRAL) and not state.done[seat] & DID_FREE_ROAD

    def act(events: list[tuple[int, ...]]) -> None:
        for tile in tiles:
            lay(state, tile, events)
        if free:
            state.done[seat] |= DID_FREE_ROAD
        state.coins[seat] = clamp_coins(state.coins[seat] + back)
        events.append((event_codes.ROAD_LAID, seat) + tiles)

    return Plan(0 if free else 1, coins, tiles, act)


def lay(state: State, tile: int, events: list[tuple[int, ...]]) -> None:
    """A road comes to lie here, in place of whatever stood here."""
    if state.kind[tile]:
        remove(state, tile)
        lapse_tile(state, tile, events)
    clear_ground(state, tile, True)
    state.road[tile] = 1
    state.forget_roads()


def plan_avenue(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(AVENUE, first tile, direction, length): widen roads joined to one's hall."""
    tiles = line(state, action[1], action[2], action[3])
    for tile in tiles:
        if not state.road[tile]:
            raise Rejection(rejections.NO_ROAD)
        if state.road[tile] == 2:
            raise Rejection(rejections.AVENUE_THERE)
        check_road_area(state, seat, tile)
    if labels(state)[tiles[0]] not in hall_labels(state, seat):
        raise Rejection(rejections.NOT_CONNECTED)

    def act(events: list[tuple[int, ...]]) -> None:
        for tile in tiles:
            state.road[tile] = 2
        state._adjacent = None
        events.append((event_codes.AVENUE_LAID, seat) + tiles)

    return Plan(1, COST_AVENUE * len(tiles), tiles, act)


def plan_right_of_way(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(RIGHT_OF_WAY, tile): with no free plot left, a road through a rival's small building."""
    tile = action[1]
    need_tile(state, tile)
    kind = state.kind[tile]
    if not kind:
        raise Rejection(rejections.NO_BUILDING)
    owner = state.owner[tile]
    if (
        owner == seat
        or SIZE[kind] == 2
        or UPGRADED_FROM[kind]
        or IS_LANDMARK[kind]
        or kind in (HALL, RESERVE)
    ):
        raise Rejection(rejections.NOT_PASSABLE)
    check_road_area(state, seat, tile)
    if not linked(state, seat)[tile]:
        raise Rejection(rejections.NOT_CONNECTED)
    if has_free_plot(state, seat):
        raise Rejection(rejections.FREE_PLOT_LEFT)
    price = RIGHT_OF_WAY_TIMES * COST[kind]

    def act(events: list[tuple[int, ...]]) -> None:
        lay(state, tile, events)
        if state.active(owner):
            state.coins[owner] = clamp_coins(state.coins[owner] + price)
        events.append((event_codes.RIGHT_OF_WAY_TAKEN, seat, tile, owner, price))

    return Plan(1, price + road_cost(state, seat, tile), (tile,), act)


def plan_demolish(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(DEMOLISH, tile): an own building (its corner), half the coins back; or a road."""
    tile = action[1]
    need_tile(state, tile)
    if state.road[tile]:
        return _plan_road_removal(state, seat, tile)
    kind = own_building(state, seat, tile)
    if kind in (HALL, RESERVE) or IS_LANDMARK[kind]:
        raise Rejection(rejections.CANNOT_DEMOLISH)
    back = INVESTED[kind] // 2

    def act(events: list[tuple[int, ...]]) -> None:
        remove(state, tile)
        lapse_tile(state, tile, events)
        state.coins[seat] = clamp_coins(state.coins[seat] + back)
        events.append((event_codes.DEMOLISHED, seat, kind, tile, back))

    return Plan(1, 0, state.footprint(tile), act)


def _plan_road_removal(state: State, seat: int, tile: int) -> Plan:
    check_road_area(state, seat, tile)
    if strands_building(state, tile):
        raise Rejection(rejections.CUTS_BUILDING)
    if cuts_network(state, tile):
        raise Rejection(rejections.CUTS_NETWORK)

    def act(events: list[tuple[int, ...]]) -> None:
        state.road[tile] = 0
        state.forget_roads()
        events.append((event_codes.ROAD_REMOVED, seat, tile))

    return Plan(1, 0, (tile,), act)
