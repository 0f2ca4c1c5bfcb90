"""Phase 7: people move out, into their own borough, then into the valley's best homes."""

from .. import event_codes
from ..catalogue import CAPACITY
from ..policy import OPEN_DOORS
from ..state import State
from .context import RoundEnd

LEAVE_AT, MOVE_IN_FROM, STAY_MARGIN = 3, 5, 3
OWN_NEWCOMERS, VACANCIES_A_NEWCOMER, VALLEY_NEWCOMERS = 2, 2, 2


def residents(tallies: RoundEnd) -> None:
    """Homes of 3 or less lose people to the valley; each borough draws its own newcomers;
    the rest settle where it is best. Neutral boroughs are frozen."""
    state = tallies.state
    pool = 0
    active = tallies.active()
    for anchor in state.anchors:
        people = state.residents[anchor]
        happy = state.happiness[anchor]
        if people and happy <= LEAVE_AT and state.active(state.owner[anchor]):
            gone = min(people, LEAVE_AT + 1 - happy)
            state.residents[anchor] = people - gone
            pool += gone
            tallies.events.append((event_codes.MOVED_OUT, anchor, gone))
    for seat in active:
        drawn = OWN_NEWCOMERS + state.vacancies[seat] // VACANCIES_A_NEWCOMER
        rows = []
        for place in range(len(tallies.mine[seat])):
            home = tallies.mine[seat][place]
            if is_open(state, home):
                rows.append((-state.happiness[home], place, home))
        pool += settle_in(tallies, [row[2] for row in sorted(rows)], drawn)
    pool += VALLEY_NEWCOMERS * len(active)
    tallies.pool = valley(tallies, pool)


def is_open(state: State, home: int) -> bool:
    """Whether people would move into this building now."""
    if state.residents[home] >= CAPACITY[state.kind[home]]:
        return False
    return state.happiness[home] >= MOVE_IN_FROM


def settle_in(tallies: RoundEnd, homes: list[int], people: int) -> int:
    """Fill the homes in this order, each by its happiness less 3; who found none."""
    state = tallies.state
    for home in homes:
        if not people:
            break
        room = CAPACITY[state.kind[home]] - state.residents[home]
        came = min(room, state.happiness[home] - STAY_MARGIN, people)
        state.residents[home] += came
        people -= came
        tallies.events.append((event_codes.MOVED_IN, home, came))
    return people


def valley(tallies: RoundEnd, people: int) -> int:
    """The valley's newcomers take the happiest free homes anywhere; who found none.

    Ties: the borough with less prestige, then play order, then the older home. Open doors
    rank a borough's homes one higher.
    """
    state = tallies.state
    rows = []
    for place in range(len(tallies.order)):
        seat = tallies.order[place]
        if not state.active(seat):
            continue
        bonus = 1 if state.has_ordinance(seat, OPEN_DOORS) else 0
        mine = tallies.mine[seat]
        for age in range(len(mine)):
            home = mine[age]
            if is_open(state, home):
                rank = -state.happiness[home] - bonus
                rows.append((rank, state.score[seat], place, age, home))
    return settle_in(tallies, [row[4] for row in sorted(rows)], people)
