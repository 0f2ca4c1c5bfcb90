"""Phase 9c: prestige, and coins for those behind."""

from .. import event_codes
from ..scoring import prestige as lines_of
from ..state import clamp_coins
from .context import CATCH_UP, RoundEnd

CATCH_UP_DIVISOR, MOST_CATCH_UP = 5, 4


def prestige(tallies: RoundEnd) -> None:
    """Set every seat's score; then those behind the leader get min(4, gap // 5) coins.

    After the last round nobody gets any: the score told is the score that counts.
    """
    state = tallies.state
    for seat in range(state.seats):
        lines = lines_of(state, seat)
        state.score[seat] = sum(lines)
        row = (event_codes.PRESTIGE, seat) + tuple(lines) + (state.score[seat],)
        tallies.events.append(row)
    if state.round >= state.rounds:
        return
    top = max([state.score[seat] for seat in tallies.active()])
    for seat in tallies.active():
        coins = min(MOST_CATCH_UP, (top - state.score[seat]) // CATCH_UP_DIVISOR)
        if coins > 0:
            tallies.lines[seat][CATCH_UP] = coins
            state.coins[seat] = clamp_coins(state.coins[seat] + coins)
            tallies.events.append((event_codes.CATCH_UP, seat, coins))
