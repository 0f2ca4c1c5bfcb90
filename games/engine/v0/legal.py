"""What a seat may do now: every legal action in a fixed order, and masks for an interface."""

from .actions import (
    ACCEPT,
    ASK_COINS,
    AVENUE,
    BUILD,
    COIN_STEPS,
    DECLINE,
    DEMOLISH,
    EAST,
    END_TURN,
    FUND_DRIVE,
    GIVE_COINS,
    GOODS_UNITS,
    LINES,
    MOST_ROUNDS,
    OFFER,
    OFFER_SLOTS,
    OFFERS_A_TURN,
    OVERTIME,
    POLICY,
    POWER_UNITS,
    RESIGN,
    RIGHT_OF_WAY,
    ROAD,
    SHAPES,
    SOUTH,
    TILE,
    UNDO,
    UNIT_STEPS,
    UPGRADE,
    WITHDRAW,
)
from .apply import check
from .catalogue import (
    COST,
    IS_LANDMARK,
    IS_PLACED,
    KINDS,
    MOST_TILES,
    POINTS,
    RESERVE,
    SIZE,
    UPGRADED_FROM,
)
from .laying import REPLACED_BY_ROAD
from .placing import IN_AREA, NO_ROADS, check_landmark, has_free_plot, reach
from .rejections import Rejection
from .roads import is_connected
from .state import FOREST, PLANNING, WATER, State

TOOL_ROAD, TOOL_AVENUE, TOOL_DEMOLISH, TOOL_RIGHT_OF_WAY = 40, 41, 42, 43


def legal_actions(state: State, seat: int) -> list[tuple[int, ...]]:
    """Every action `apply` would accept from this seat now, ordered by kind and parameters.

    Long (thousands of offers): an interface asks legal_mask, a bot its own candidates. A SEAL is
    not among them: any digest will do.
    """
    found = [action for action in candidates(state, seat) if not check(state, seat, action)]
    found.sort()
    return found


def candidates(state: State, seat: int) -> list[tuple[int, ...]]:
    """A finite superset of the legal actions."""
    out: list[tuple[int, ...]] = [(OVERTIME,), (FUND_DRIVE,), (UNDO,), (END_TURN,), (RESIGN,)]
    if state.phase == PLANNING and 0 <= seat < state.seats:
        out = [(RESIGN,)]
        _trade(state, seat, out)
        return out
    if state.turn_seat() != seat:
        return [(RESIGN,)]
    if seat >= state.seats:
        return []
    _roads(state, seat, out)
    _buildings(state, seat, out)
    for tax in range(3):
        for price in range(1, 4):
            for first in range(7):
                for second in range(7):
                    if not second or first < second:
                        out.append((POLICY, tax, price, first, second))
    _trade(state, seat, out)
    return out


def _trade(state: State, seat: int, out: list[tuple[int, ...]]) -> None:
    for index in range(2 * state.seats):
        out.append((ACCEPT, index))
        out.append((DECLINE, index))
        out.append((WITHDRAW, index))
    if not _may_offer(state, seat):
        return
    for to in range(state.seats):
        if to != seat:
            _offers(state, seat, to, out)


def _roads(state: State, seat: int, out: list[tuple[int, ...]]) -> None:
    size = state.size
    plane = reach(state, seat)
    crowded = not has_free_plot(state, seat)
    for tile in range(len(plane)):
        bits = plane[tile]
        if not bits & IN_AREA or bits & NO_ROADS:
            continue
        if state.road[tile]:
            out.append((DEMOLISH, tile))
        elif crowded and state.kind[tile] and state.owner[tile] != seat:
            out.append((RIGHT_OF_WAY, tile))
        kind = AVENUE if state.road[tile] else ROAD
        for direction in (EAST, SOUTH):
            step = 1 if direction == EAST else size
            room = size - tile % size if direction == EAST else size - tile // size
            for length in range(1, min(4, room) + 1):
                here = tile + (length - 1) * step
                if not _may_carry(state, seat, here, kind, plane):
                    break
                if length > 1 or direction == EAST:
                    out.append((kind, tile, direction, length))


def _may_carry(state: State, seat: int, tile: int, kind: int, plane: bytearray) -> bool:
    if kind == AVENUE:
        return state.road[tile] == 1
    if state.road[tile] or not plane[tile] & IN_AREA or plane[tile] & NO_ROADS:
        return False
    stands = state.kind[tile]
    return not stands or (state.owner[tile] == seat and stands in REPLACED_BY_ROAD)


def _buildings(state: State, seat: int, out: list[tuple[int, ...]]) -> None:
    single, double = _affordable(state, seat)
    size = state.size
    plane = reach(state, seat)
    terrain = state.terrain
    for tile in range(len(plane)):
        if state.kind[tile] and state.owner[tile] == seat and not state.part[tile]:
            out.append((UPGRADE, tile))
            out.append((DEMOLISH, tile))
        # The tile that names a corner of reserves may itself be anything: its box is what counts.
        if tile % size < size - 1 and tile < size * (size - 1):
            woods = 0
            for part in (tile, tile + 1, tile + size, tile + size + 1):
                woods += terrain[part] == FOREST
            if woods >= 3:
                for shape in range(LINES, len(SHAPES)):
                    out.append((BUILD, RESERVE, tile, shape))
        if plane[tile] != IN_AREA or state.kind[tile] or state.road[tile]:
            continue
        if terrain[tile] == WATER:
            continue
        for kind in double:
            out.append((BUILD, kind, tile, 0))
        if terrain[tile] == FOREST:
            for shape in range(LINES):
                out.append((BUILD, RESERVE, tile, shape))
        if is_connected(state, seat, (tile,)):
            for kind in single:
                out.append((BUILD, kind, tile, 0))
                if MOST_TILES[kind] > 1:
                    for shape in range(1, LINES):
                        if len(SHAPES[shape]) <= MOST_TILES[kind]:
                            out.append((BUILD, kind, tile, shape))


def _affordable(state: State, seat: int) -> tuple[list[int], list[int]]:
    """Kinds of one tile (without the reserve) and of four that the seat could pay for now."""
    single = []
    double = []
    for kind in range(1, KINDS):
        if not IS_PLACED[kind] or kind == RESERVE:
            continue
        if POINTS[kind] > state.points[seat] or COST[kind] > state.coins[seat]:
            continue
        if IS_LANDMARK[kind]:
            try:
                check_landmark(state, seat, kind)
            except Rejection:
                continue
        if SIZE[kind] == 2:
            double.append(kind)
        else:
            single.append(kind)
    return single, double


def _may_offer(state: State, seat: int) -> bool:
    """Whether the seat could make any offer at all now."""
    mine = [offer for offer in state.offers if offer[0] == seat]
    if state.round >= state.rounds or len(mine) >= OFFER_SLOTS:
        return False
    return state.offers_made[seat] < OFFERS_A_TURN


def _offers(state: State, seat: int, to: int, out: list[tuple[int, ...]]) -> None:
    for direction in (GIVE_COINS, ASK_COINS):
        giver = to if direction == GIVE_COINS else seat
        for coins in COIN_STEPS:
            if direction == GIVE_COINS and coins > state.coins[seat]:
                break
            for thing in (POWER_UNITS, GOODS_UNITS):
                for units in UNIT_STEPS:
                    for rounds in range(1, MOST_ROUNDS + 1):
                        out.append((OFFER, to, direction, coins, thing, units, rounds))
            for anchor in state.anchors:
                if state.owner[anchor] == giver:
                    out.append((OFFER, to, direction, coins, TILE, anchor, 0))


def legal_mask(state: State, seat: int, tool: int) -> bytearray:
    """1 for every tile where the tool works for the seat now, one byte a tile.

    tool: a building's id (built with this tile as its corner, or upgraded to at this tile), or
    one of the TOOL_ codes (a road or avenue of length 1, demolition, the right of way).
    """
    plane = bytearray(state.size * state.size)
    if seat >= state.seats or state.turn_seat() != seat:
        return plane
    area = reach(state, seat)
    for tile in range(len(plane)):
        if state.owner[tile] != seat and not area[tile] & IN_AREA:
            continue
        action = tool_action(state, tool, tile)
        if action and not check(state, seat, action):
            plane[tile] = 1
    return plane


def tool_action(state: State, tool: int, tile: int) -> tuple[int, ...]:
    """The action of a tool at a tile; () for an unknown tool."""
    if tool == TOOL_ROAD:
        return (ROAD, tile, EAST, 1)
    if tool == TOOL_AVENUE:
        return (AVENUE, tile, EAST, 1)
    if tool == TOOL_DEMOLISH:
        return (DEMOLISH, tile)
    if tool == TOOL_RIGHT_OF_WAY:
        return (RIGHT_OF_WAY, tile)
    if tool < 1 or tool >= KINDS:
        return ()
    if UPGRADED_FROM[tool]:
        if state.kind[tile] != UPGRADED_FROM[tool]:
            return ()
        return (UPGRADE, tile)
    return (BUILD, tool, tile, 0)
