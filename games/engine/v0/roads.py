"""Roads: networks, what is joined to a hall, and what a road costs. Roads are public."""

from .catalogue import LIGHTHOUSE
from .state import HILL, WATER, State

COST_LAND, COST_HILL, COST_BRIDGE, COST_BRIDGE_LIGHTHOUSE, COST_AVENUE = 1, 2, 3, 1, 2


def labels(state: State) -> list[int]:
    """The network of every road tile (1, 2, ... in order of its first tile); 0 without road."""
    known = state._labels
    if known is not None:
        return known
    road = state.road
    neighbours = state.geometry.neighbours
    found = [0] * len(road)
    count = 0
    for tile in range(len(road)):
        if road[tile] and not found[tile]:
            count += 1
            found[tile] = count
            stack = [tile]
            while stack:
                for near in neighbours[stack.pop()]:
                    if road[near] and not found[near]:
                        found[near] = count
                        stack.append(near)
    state._labels = found
    state._hall_labels = []
    for hall in state.hall:
        mine: list[int] = []
        for near in neighbours[hall]:
            if found[near] and found[near] not in mine:
                mine.append(found[near])
        state._hall_labels.append(mine)
    return found


def hall_labels(state: State, seat: int) -> list[int]:
    """The networks that touch the seat's hall."""
    labels(state)
    return state._hall_labels[seat]


def joined(state: State, a: int, b: int) -> bool:
    """Whether a road leads from one seat's hall to the other's."""
    mine = hall_labels(state, a)
    for label in hall_labels(state, b):
        if label in mine:
            return True
    return False


def linked(state: State, seat: int) -> bytearray:
    """1 for every tile that touches a road joined to the seat's hall."""
    known = state._linked[seat]
    if known is not None:
        return known
    found = labels(state)
    mine = hall_labels(state, seat)
    neighbours = state.geometry.neighbours
    plane = bytearray(len(found))
    for tile in range(len(found)):
        if found[tile] and found[tile] in mine:
            for near in neighbours[tile]:
                plane[near] = 1
    state._linked[seat] = plane
    return plane


def is_connected(state: State, seat: int, tiles: tuple[int, ...]) -> bool:
    """Whether one of the tiles touches a road joined to the seat's hall.

    The holder of the lighthouse may also use the shore: a shore tile counts as touching.
    """
    plane = linked(state, seat)
    for tile in tiles:
        if plane[tile]:
            return True
    if state.holds(seat, LIGHTHOUSE):
        shore = state.shore()
        for tile in tiles:
            if shore[tile]:
                return True
    return False


def road_cost(state: State, seat: int, tile: int) -> int:
    """Coins for a road on this tile."""
    terrain = state.terrain[tile]
    if terrain == WATER:
        return COST_BRIDGE_LIGHTHOUSE if state.holds(seat, LIGHTHOUSE) else COST_BRIDGE
    return COST_HILL if terrain == HILL else COST_LAND


def adjacency(state: State) -> list[tuple[tuple[int, int], ...]]:
    """For every road tile its neighbouring road tiles as (tile, steps to enter it); else ().

    An avenue takes 1 step, any other road 2.
    """
    known = state._adjacent
    if known is not None:
        return known
    road = state.road
    neighbours = state.geometry.neighbours
    table: list[tuple[tuple[int, int], ...]] = [()] * len(road)
    for tile in range(len(road)):
        if road[tile]:
            table[tile] = tuple([(near, 3 - road[near]) for near in neighbours[tile] if road[near]])
    state._adjacent = table
    return table


def cuts_network(state: State, tile: int) -> bool:
    """Whether the network falls apart when this road tile goes."""
    road = state.road
    neighbours = state.geometry.neighbours
    ends = [near for near in neighbours[tile] if road[near]]
    if len(ends) < 2:
        return False
    seen = bytearray(len(road))
    seen[tile] = 1
    seen[ends[0]] = 1
    stack = [ends[0]]
    wanted = len(ends) - 1
    while stack:
        for near in neighbours[stack.pop()]:
            if road[near] and not seen[near]:
                seen[near] = 1
                if near in ends:
                    wanted -= 1
                    if not wanted:
                        return False
                stack.append(near)
    return True


def strands_building(state: State, tile: int) -> bool:
    """Whether a building or hall beside this tile has no other road of its network beside it."""
    neighbours = state.geometry.neighbours
    found = labels(state)
    for near in neighbours[tile]:
        if state.kind[near]:
            others = 0
            for part in state.footprint(state.corner(near)):
                for beside in neighbours[part]:
                    if beside != tile and found[beside] == found[tile]:
                        others += 1
            if not others:
                return True
    return False
