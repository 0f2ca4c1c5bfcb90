"""Phase 8: taxes, the valley's grant, upkeep, what ordinances cost, interest on debt."""

from .. import event_codes
from ..catalogue import UPKEEP
from ..policy import FREE_TRANSIT, OPEN_DOORS
from ..state import clamp_coins
from .context import GRANT, INTEREST, ORDINANCES, TAX, RoundEnd
from .context import UPKEEP as UPKEEP_LINE

TAX_DIVISOR = (6, 4, 3)
FIRST_GRANT = 14
OPEN_DOORS_COINS, TRANSIT_RESIDENTS = 2, 10
INTEREST_DIVISOR = 5


def money(tallies: RoundEnd) -> None:
    """Pay every active seat the sum of its lines; a neutral borough's coins stand still."""
    state = tallies.state
    for seat in range(state.seats):
        if not state.active(seat):
            continue
        lines = tallies.lines[seat]
        people = sum([state.residents[anchor] for anchor in tallies.mine[seat]])
        lines[TAX] = people // TAX_DIVISOR[state.tax[seat]]
        lines[GRANT] = max(0, FIRST_GRANT - state.round)
        lines[UPKEEP_LINE] = -sum([UPKEEP[state.kind[a]] for a in tallies.mine[seat]])
        if state.has_ordinance(seat, OPEN_DOORS):
            lines[ORDINANCES] -= OPEN_DOORS_COINS
        if state.has_ordinance(seat, FREE_TRANSIT):
            lines[ORDINANCES] -= people // TRANSIT_RESIDENTS
        total = sum(lines)
        debt = -(state.coins[seat] + total)
        if debt > 0:
            lines[INTEREST] = -((debt + INTEREST_DIVISOR - 1) // INTEREST_DIVISOR)
            total += lines[INTEREST]
        state.income[seat] = clamp_coins(total)
        state.coins[seat] = clamp_coins(state.coins[seat] + total)
        tallies.events.append((event_codes.INCOME, seat) + tuple(lines))
