"""The round's end if it came now: its economy, run on a copy of the state.

Power to money, by the rules' own phases; the event that is forecast is left out.
"""

from .catalogue import CAPACITY
from .codec import copy
from .round import ECONOMY
from .round.context import RoundEnd
from .round.happiness import factors, happiness, idle_penalty, market_noise, station_comfort
from .scoring import prestige
from .state import DARK, State


class Reasons:
    """Happiness factors of every home of a state, as they stand when this is made."""

    def __init__(self, state: State) -> None:
        noise = market_noise(state)
        comfort = station_comfort(state)
        penalty = [idle_penalty(state, s, state.people(s)) for s in range(state.seats)]
        self._rows: dict[int, list[tuple[int, int]]] = {}
        for home in state.anchors:
            if CAPACITY[state.kind[home]]:
                idle = penalty[state.owner[home]]
                self._rows[home] = factors(state, home, idle, noise, comfort)

    def of(self, home: int) -> list[tuple[int, int]]:
        """(factor, points) of this home, by its corner."""
        return self._rows[home]


class Outlook:
    """The round's economy run on a copy of a state. The copy is `state`; see RoundEnd.

    reasons: why every home is liked as it is, taken before people move, as the rules do.
    """

    def __init__(self, state: State) -> None:
        self.state = copy(state)
        self.events: list[tuple[int, ...]] = []
        self.tallies = RoundEnd(self.state, self.events)
        for phase in ECONOMY:
            phase(self.tallies)
            if phase is happiness:
                self.reasons = Reasons(self.state)


def outlook(state: State) -> dict[str, object]:
    """What the round's end would bring if it came now, without the event that is forecast.

    lines: sixteen income lines (round.context) of every seat; coins, spare (power), idle,
    vacancies, residents, prestige (the sum): by seat. dark: corners of what would go dark.
    """
    ahead = Outlook(state)
    then = ahead.state
    seats = range(state.seats)
    return {
        "lines": ahead.tallies.lines,
        "coins": list(then.coins),
        "spare": list(then.spare),
        "idle": list(then.idle),
        "vacancies": list(then.vacancies),
        "residents": [then.people(seat) for seat in seats],
        "prestige": [sum(prestige(then, seat)) for seat in seats],
        "dark": [anchor for anchor in then.anchors if then.flags[anchor] & DARK],
    }
