"""What a chimney costs: its own borough's greenery, and the homes its plume reaches."""

from ..engine.v0.catalogue import CAPACITY
from ..engine.v0.round.smog import DOWNWIND, WIND_OFFSETS
from .survey import Survey


def smoke_price(survey: Survey, smoke: int) -> int:
    """What more smoke costs in prestige at the end, after what greenery balances."""
    slack = survey.state.green_tiles[survey.seat] - survey.smoke
    return 450 * max(0, smoke - max(0, slack)) + 100 * smoke


def harm(survey: Survey, tile: int, strength: int) -> int:
    """What the plume of a chimney costs own homes, less a part of what it costs rivals'.

    Half of it where today's wind blows it, the rest over the winds to come.
    """
    state = survey.state
    size = state.size
    total = 0
    x = tile % size
    y = tile // size
    for wind in range(len(WIND_OFFSETS)):
        share = 4 if survey.left == 1 else 2 if wind == state.wind else 1
        if survey.left == 1 and wind != state.wind:
            continue
        dx, dy = WIND_OFFSETS[wind]
        px = x + DOWNWIND * dx
        py = y + DOWNWIND * dy
        for home in survey.homes:
            away = max(abs(home % size - px), abs(home // size - py))
            if away < strength:
                hurt = (strength - away) * (
                    80 * CAPACITY[state.kind[home]] + 60 * state.residents[home]
                )
                total += share * (hurt if state.owner[home] == survey.seat else -hurt // 4)
    return total // 4
