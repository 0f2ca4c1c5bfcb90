"""The end of a round: its phases, always in this order."""

from ..event_codes import ROUND_ENDED
from ..state import State
from .context import RoundEnd
from .coverage import coverage
from .event import event
from .goals import goals
from .goods import goods
from .happiness import happiness
from .jobs import jobs
from .money import money
from .power import power
from .prestige import prestige
from .quarters import quarters
from .residents import residents
from .smog import smog

# What a preview can work out ahead, then what hangs on the card that was forecast.
ECONOMY = (power, jobs, goods, smog, coverage, quarters, happiness, residents, money)
CARDS = (event, goals, prestige)


def end_of_round(state: State, events: list[tuple[int, ...]]) -> RoundEnd:
    """Run all phases on the state; returns the tallies."""
    tallies = RoundEnd(state, events)
    for phase in ECONOMY:
        phase(tallies)
    for phase in CARDS:
        phase(tallies)
    events.append((ROUND_ENDED, state.round))
    return tallies
