"""What a card about a tile shows: what stands there, who feels it, and why."""

from .catalogue import (
    CAPACITY,
    COVER,
    COVER_CLINIC,
    COVER_FIRE,
    COVER_POLICE,
    COVER_SCHOOL,
    IS_GREEN,
    RADIUS,
    SMOKE,
)
from .event_codes import SHOPPED
from .outlook import Outlook
from .round.happiness import (
    F_CLINIC,
    F_FIRE,
    F_GREEN,
    F_POLICE,
    F_SCHOOL,
    F_SMOG,
    F_STATION,
    STATION_REACH,
)
from .round.smog import plume, strength
from .state import DARK, FOREST, State

_COVER_FACTORS = (
    (F_SCHOOL, COVER_SCHOOL),
    (F_CLINIC, COVER_CLINIC),
    (F_POLICE, COVER_POLICE),
    (F_FIRE, COVER_FIRE),
)


def explain(state: State, tile: int) -> dict[str, object]:
    """Everything a card about this tile shows, as numbers.

    Always: terrain, road, kind, smog, green, cover, shore. With a building: corner, owner,
    residents, capacity, workers, happiness, dark, and `customers`: [home, shoppers, steps] of a
    shop if the round ended now. With a home also `factors`: [factor, points, [source tiles]],
    `happiness_next` and `residents_next`, as that round's end would find and leave them.
    """
    result: dict[str, object] = {
        "terrain": state.terrain[tile],
        "road": state.road[tile],
        "kind": state.kind[tile],
        "smog": state.smog[tile],
        "green": state.green()[tile],
        "cover": state.cover()[tile],
        "shore": state.shore()[tile],
    }
    if not state.kind[tile]:
        return result
    corner = state.corner(tile)
    result["corner"] = corner
    result["owner"] = state.owner[corner]
    result["residents"] = state.residents[corner]
    result["capacity"] = CAPACITY[state.kind[corner]]
    result["workers"] = state.workers[corner]
    result["happiness"] = state.happiness[corner]
    result["dark"] = state.flags[corner] & DARK
    ahead = Outlook(state)
    if CAPACITY[state.kind[corner]]:
        rows = []
        for factor, points in ahead.reasons.of(corner):
            rows.append([factor, points, sources(ahead.state, corner, factor)])
        result["factors"] = rows
        result["happiness_next"] = ahead.state.happiness[corner]
        result["residents_next"] = ahead.state.residents[corner]
    customers = []
    for event in ahead.events:
        if event[0] == SHOPPED and event[2] == corner:
            customers.append([event[1], event[3], event[4]])
    result["customers"] = customers
    return result


def sources(state: State, home: int, factor: int) -> list[int]:
    """Corners (for wild forest: tiles) that make this factor of a home's happiness."""
    distance = state.geometry.distance
    found = []
    for wanted, bit in _COVER_FACTORS:
        if factor == wanted:
            for anchor in state.anchors:
                kind = state.kind[anchor]
                if COVER[kind] & bit and not state.flags[anchor] & DARK:
                    if distance(anchor, home) <= RADIUS[kind]:
                        found.append(anchor)
    if factor == F_GREEN:
        for anchor in state.anchors:
            if IS_GREEN[state.kind[anchor]]:
                if distance(anchor, home) <= RADIUS[state.kind[anchor]]:
                    found.append(anchor)
        for tile in state.geometry.disc(1, home):
            if state.terrain[tile] == FOREST and not state.kind[tile] and not state.road[tile]:
                found.append(tile)
    elif factor == F_STATION:
        for anchor in state.stations():
            if not state.flags[anchor] & DARK and distance(anchor, home) <= STATION_REACH:
                found.append(anchor)
    elif factor == F_SMOG:
        for anchor in state.anchors:
            smoke = strength(state, anchor) if SMOKE[state.kind[anchor]] else 0
            if smoke:
                x, y = plume(state, anchor, smoke)
                dx = abs(home % state.size - x)
                dy = abs(home // state.size - y)
                if max(dx, dy) < smoke:
                    found.append(anchor)
    return found
