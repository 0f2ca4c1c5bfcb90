"""Phase 9b: public goals. The first to reach one get 6, the next 3; in one round all alike."""

from .. import event_codes
from ..goals import FIRST_POINTS, NEXT_POINTS, progress
from .context import RoundEnd


def goals(tallies: RoundEnd) -> None:
    """Award the three goals of the match; points once won stay."""
    state = tallies.state
    for i in range(len(state.goals)):
        if state.goal_stage[i] == 2:
            continue
        points = NEXT_POINTS if state.goal_stage[i] else FIRST_POINTS
        won = False
        for seat in tallies.active():
            if state.goal_mask[seat] >> i & 1:
                continue
            if progress(state, seat, state.goals[i], tallies.generated[seat])[1]:
                won = True
                state.goal_mask[seat] |= 1 << i
                state.goal_points[seat] += points
                tallies.events.append((event_codes.GOAL_REACHED, seat, state.goals[i], points))
        if won:
            state.goal_stage[i] += 1
