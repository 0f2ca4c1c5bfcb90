"""Public goals: 17 cards, three of them drawn for a match."""

from .bags import GOALS, count
from .catalogue import IS_LANDMARK, KINDS, TOWER
from .state import State

FIRST_POINTS, NEXT_POINTS = 6, 3
SHORT_MATCH = 8  # rounds; up to here the lower figures hold

# The figure to reach in a short and in a longer match.
(
    METROPOLIS,
    SKYLINE,
    GARDEN_CITY,
    HAPPY_TOWN,
    CLEAN_AIR,
    FULL_WORK,
    MERCHANT,
    EXPORTER,
    POWERHOUSE,
    WELL_SERVED,
    OLD_QUARTERS,
    SIGHTS,
    TREASURY,
    INDUSTRIOUS,
    BOULEVARD,
    VARIETY,
    GOOD_NEIGHBOUR,
) = range(1, GOALS + 1)
TARGETS = (
    (0, 0),
    (28, 45),
    (2, 3),
    (6, 9),
    (16, 24),
    (16, 24),
    (16, 24),
    (10, 16),
    (5, 8),
    (6, 8),
    (4, 6),
    (1, 2),
    (2, 2),
    (40, 60),
    (8, 12),
    (5, 8),
    (10, 13),
    (3, 5),
)
CLEAN_AIR_POWER = (9, 12)
MEAN_HAPPINESS, FOREIGN_SHOPPERS, POWER_TO_SELL, SERVICES = 8, 3, 2, 3


def target(state: State, card: int) -> int:
    """The figure that reaches this card in this match."""
    return TARGETS[card][0 if state.rounds <= SHORT_MATCH else 1]


def progress(state: State, seat: int, card: int, generated: int) -> tuple[int, bool]:
    """(the figure so far, whether the goal is reached), by the last round's end.

    generated: the power the seat's plants made.
    """
    figure = _figure(state, seat, card)
    reached = figure >= target(state, card)
    if card == HAPPY_TOWN:
        total = 0
        for anchor in _homes(state, seat):
            total += state.happiness[anchor] * state.residents[anchor]
        reached = reached and total >= MEAN_HAPPINESS * figure
    elif card == CLEAN_AIR:
        enough = CLEAN_AIR_POWER[0 if state.rounds <= SHORT_MATCH else 1]
        reached = reached and state.smoke[seat] == 0 and generated >= enough
    elif card == FULL_WORK:
        reached = reached and not state.vacancies[seat] and not state.idle[seat]
    elif card == MERCHANT:
        reached = reached and state.served_foreign[seat] >= FOREIGN_SHOPPERS
    elif card == POWERHOUSE:
        reached = reached or state.sold_power[seat] >= POWER_TO_SELL
    return figure, reached


def _homes(state: State, seat: int) -> list[int]:
    return [
        anchor
        for anchor in state.anchors
        if state.owner[anchor] == seat and state.residents[anchor]
    ]


def _figure(state: State, seat: int, card: int) -> int:
    mine = [anchor for anchor in state.anchors if state.owner[anchor] == seat]
    if card in (METROPOLIS, HAPPY_TOWN, CLEAN_AIR):
        return state.people(seat)
    if card == SKYLINE:
        return sum([1 for anchor in mine if state.kind[anchor] == TOWER])
    if card == GARDEN_CITY:
        return state.green_tiles[seat]
    if card == FULL_WORK:
        return state.jobs[seat]
    if card == MERCHANT:
        return state.served_all[seat]
    if card == EXPORTER:
        return state.exported[seat]
    if card == POWERHOUSE:
        return max(0, state.spare[seat])
    if card == WELL_SERVED:
        cover = state.cover()
        return sum([1 for home in _homes(state, seat) if count(cover[home]) >= SERVICES])
    if card == OLD_QUARTERS:
        return state.quarters[seat]
    if card == SIGHTS:
        return sum([1 for anchor in mine if IS_LANDMARK[state.kind[anchor]]])
    if card == TREASURY:
        return max(0, state.coins[seat])
    if card == INDUSTRIOUS:
        return state.goods[seat]
    if card == BOULEVARD:
        return sum([1 for anchor in mine if _on_avenue(state, anchor)])
    if card == VARIETY:
        seen = bytearray(KINDS)
        for anchor in mine:
            seen[state.kind[anchor]] = 1
        return sum(seen)
    return state.foreign_homes[seat]


def _on_avenue(state: State, anchor: int) -> bool:
    for tile in state.footprint(anchor):
        for near in state.geometry.neighbours[tile]:
            if state.road[near] == 2:
                return True
    return False
