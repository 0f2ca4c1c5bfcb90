"""Phase 2: jobs. Own residents first, oldest workplace first; then commuters."""

from .. import event_codes
from ..catalogue import JOBS
from ..roads import joined
from ..state import DARK
from .context import RoundEnd


def jobs(tallies: RoundEnd) -> None:
    """Set every workplace's workers and each seat's jobs, filled, vacancies and idle."""
    state = tallies.state
    for seat in range(state.seats):
        idle = 0
        for anchor in tallies.mine[seat]:
            idle += state.residents[anchor]
        offered = 0
        taken = 0
        for anchor in tallies.mine[seat]:
            places = JOBS[state.kind[anchor]]
            if not places:
                continue
            workers = 0
            if not state.flags[anchor] & DARK:
                offered += places
                workers = min(places, idle)
                idle -= workers
                taken += workers
            state.workers[anchor] = workers
        state.jobs[seat] = offered
        state.filled[seat] = taken
        state.vacancies[seat] = offered - taken
        state.idle[seat] = idle
    commute(tallies)


def commute(tallies: RoundEnd) -> None:
    """In play order, employers with open jobs take the idle of joined boroughs."""
    state = tallies.state
    for employer in tallies.order:
        for home in tallies.order:
            if not state.vacancies[employer]:
                break
            if home == employer or not state.idle[home] or not joined(state, employer, home):
                continue
            came = 0
            for anchor in tallies.mine[employer]:
                places = JOBS[state.kind[anchor]]
                if places and not state.flags[anchor] & DARK:
                    more = min(places - state.workers[anchor], state.idle[home])
                    state.workers[anchor] += more
                    state.idle[home] -= more
                    came += more
            state.filled[employer] += came
            state.vacancies[employer] -= came
            if came:
                tallies.events.append((event_codes.COMMUTED, employer, home, came))
