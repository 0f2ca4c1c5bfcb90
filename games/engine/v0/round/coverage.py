"""Phase 5: coverage. Schools and clinics earn a coin per inhabited rival home they cover."""

from .. import event_codes
from ..catalogue import CLINIC, RADIUS, SCHOOL
from ..state import DARK
from .context import FEES, RoundEnd


def coverage(tallies: RoundEnd) -> None:
    """Set state.foreign_homes and pay the fees; which tiles are covered is state.cover()."""
    state = tallies.state
    for seat in range(state.seats):
        homes = 0
        for anchor in tallies.mine[seat]:
            kind = state.kind[anchor]
            if kind in (SCHOOL, CLINIC) and not state.flags[anchor] & DARK:
                for tile in state.geometry.disc(RADIUS[kind], anchor):
                    if state.residents[tile] and state.owner[tile] != seat:
                        homes += 1
        state.foreign_homes[seat] = homes
        tallies.lines[seat][FEES] += homes
        if homes:
            tallies.events.append((event_codes.FEES_PAID, seat, homes))
