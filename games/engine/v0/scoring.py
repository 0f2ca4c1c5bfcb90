"""Prestige: its lines, and who stands where."""

from .catalogue import CAPACITY
from .state import (
    BOT_AFTER_RESIGNING,
    NEUTRAL,
    P_COINS,
    P_DEBT,
    P_GOALS,
    P_GREENERY,
    P_HAPPINESS,
    P_JOBS,
    P_LANDMARKS,
    P_QUARTERS,
    P_RESIDENTS,
    P_SMOKE,
    PRESTIGE_LINES,
    State,
)

RESIDENTS_DIVISOR, JOBS_DIVISOR, GREEN_DIVISOR = 4, 4, 3
LANDMARK_PRESTIGE = 6
COINS_DIVISOR, MOST_COIN_PRESTIGE = 10, 4
# Weight of a resident by the happiness of the home, 0 to 10.
WEIGHT = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4)


def prestige(state: State, seat: int) -> list[int]:
    """The ten lines of a seat's prestige (state.P_...), as things stand.

    Residents, happiness, landmarks, coins and debt are of this moment; jobs, quarters,
    greenery and smoke as the last round's end left them; goals as they were won.
    """
    people = 0
    weighted = 0
    kind = state.kind
    owner = state.owner
    for anchor in state.anchors:
        if owner[anchor] == seat and CAPACITY[kind[anchor]]:
            people += state.residents[anchor]
            weighted += state.residents[anchor] * WEIGHT[state.happiness[anchor]]
    both = weighted // RESIDENTS_DIVISOR
    plain = min(both, people * 2 // RESIDENTS_DIVISOR)
    landmarks = 0
    for holder in state.landmark_owner:
        landmarks += holder == seat
    coins = state.coins[seat]
    lines = [0] * PRESTIGE_LINES
    lines[P_RESIDENTS] = plain
    lines[P_HAPPINESS] = both - plain
    lines[P_JOBS] = state.filled[seat] // JOBS_DIVISOR
    lines[P_GOALS] = state.goal_points[seat]
    lines[P_LANDMARKS] = landmarks * LANDMARK_PRESTIGE
    lines[P_QUARTERS] = state.quarter_points[seat]
    lines[P_GREENERY] = state.green_tiles[seat] // GREEN_DIVISOR
    lines[P_COINS] = min(MOST_COIN_PRESTIGE, max(0, coins) // COINS_DIVISOR)
    lines[P_DEBT] = -((max(0, -coins) + 1) // 2)
    lines[P_SMOKE] = -(max(0, state.smoke[seat] - state.green_tiles[seat]) // 2)
    return lines


def scores(state: State) -> list[list[int]]:
    """The lines of every seat."""
    return [prestige(state, seat) for seat in range(state.seats)]


def standings(state: State) -> list[int]:
    """The rank of every seat, 1 the best, shared when all is equal; 0 for who resigned.

    By prestige, then residents, then less smoke, then coins.
    """
    keys: list[tuple[int, int, int, int] | None] = []
    for seat in range(state.seats):
        if state.status[seat] in (NEUTRAL, BOT_AFTER_RESIGNING):
            keys.append(None)
        else:
            total = sum(prestige(state, seat))
            keys.append((total, state.people(seat), -state.smoke[seat], state.coins[seat]))
    ranks = []
    for mine in keys:
        if mine is None:
            ranks.append(0)
        else:
            ranks.append(1 + sum([1 for other in keys if other is not None and other > mine]))
    return ranks
