"""A round in which all plan at once (mode TOGETHER): trading, sealing, opening, missing."""

from . import event_codes, rejections
from .actions import (
    ACCEPT,
    DECLINE,
    OFFER,
    REVEAL,
    SEAL,
    UNDO,
    WITHDRAW,
    well_formed,
)
from .plan import Plan
from .rejections import Rejection
from .seals import awaited, check_steps, plan_digest
from .state import MISSED, OPENED, OVER, PLANNING, REVEALING, SEALED, UNSEALED, State
from .trade import lapse
from .turn import close_turn, next_draw

_TRADE = (OFFER, ACCEPT, DECLINE, WITHDRAW)


def need_planning(state: State, seat: int) -> None:
    """Raise Rejection unless the seat takes part in a planning that is under way."""
    if seat < 0 or seat >= state.seats:
        raise Rejection(rejections.NO_SUCH_SEAT)
    if state.phase == OVER:
        raise Rejection(rejections.MATCH_OVER)
    if not state.active(seat):
        raise Rejection(rejections.SEAT_RESIGNED)
    if state.phase != PLANNING:
        raise Rejection(rejections.NOT_PLANNING)


def check_plan(state: State, seat: int, steps: tuple[int, ...]) -> int:
    """0 if the seat may seal this plan now, else the code of the rejection its opening would meet.

    Whether a step will work is for the end of the round to find out.
    """
    try:
        need_planning(state, seat)
        if not well_formed((REVEAL, seat, 0) + steps):
            raise Rejection(rejections.BAD_PARAMETER)
        check_steps(state, seat, steps)
    except Rejection as rejection:
        return rejection.code
    return 0


def check_planner(state: State, seat: int, action: tuple[int, ...]) -> None:
    """Raise Rejection for what a mayor who takes part may not do while all plan."""
    kind = action[0]
    if kind == SEAL:
        if state.sealing[seat] == MISSED:
            raise Rejection(rejections.SEALED)
    elif kind in _TRADE:
        if state.sealing[seat] != UNSEALED:
            raise Rejection(rejections.SEALED)
        to = action[1] if kind == OFFER else seat
        if to < state.seats and state.sealing[to] != UNSEALED:
            raise Rejection(rejections.SEALED)
    elif kind != UNDO:  # which finds nothing to undo: nothing is journaled
        raise Rejection(rejections.PLANNED)


def plan_seal(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(SEAL, digest): the seat's plan is made, or another takes its place.

    With the first seal its trade is over: nothing of the seat's changes under a sealed plan.
    """

    def act(events: list[tuple[int, ...]]) -> None:
        state.sealing[seat] = SEALED
        state.digests[seat] = action[1]
        events.append((event_codes.PLAN_SEALED, seat))
        lapse(state, seat, True, events)
        go_on(state, events)

    return Plan(0, 0, (), act, False)


def check_reveal(state: State, action: tuple[int, ...]) -> None:
    """Raise Rejection unless (REVEAL, seat, salt, step...) opens what the seat has sealed."""
    seat = action[1]
    if state.phase != REVEALING:
        raise Rejection(rejections.NOT_REVEALING)
    if state.sealing[seat] != SEALED:
        raise Rejection(rejections.NOT_SEALED)
    if plan_digest(state, seat, action[3:], action[2]) != state.digests[seat]:
        raise Rejection(rejections.WRONG_SEAL)
    check_steps(state, seat, action[3:])


def reveal(state: State, action: tuple[int, ...], events: list[tuple[int, ...]]) -> None:
    """Open a plan that `check_reveal` has found good."""
    seat = action[1]
    state.sealing[seat] = OPENED
    state.digests[seat] = 0
    state.plans[seat] = action[3:]
    state.missed[seat] = 0
    events.append((event_codes.PLAN_OPENED,) + (seat,) + action[3:])
    go_on(state, events)


def miss(state: State, seat: int, events: list[tuple[int, ...]]) -> None:
    """The seat's time to seal, or to have its seal opened, is over: its plan is empty."""
    void = 1 if state.sealing[seat] == SEALED else 0
    state.sealing[seat] = MISSED
    state.digests[seat] = 0
    state.missed[seat] = min(255, state.missed[seat] + 1)
    events.append((event_codes.PLAN_MISSED, seat, void))
    lapse(state, seat, True, events)
    go_on(state, events)


def drop_out(state: State, seat: int, events: list[tuple[int, ...]]) -> None:
    """The seat has turned neutral: whatever it had planned is void, nobody waits for it."""
    close_turn(state, seat, 0)
    state.sealing[seat] = UNSEALED
    state.digests[seat] = 0
    state.plans[seat] = ()
    go_on(state, events)


def go_on(state: State, events: list[tuple[int, ...]]) -> None:
    """To the next phase, unless the present one waits for some seat."""
    if state.phase == PLANNING and not _waits(state):
        state.phase = REVEALING
    if state.phase == REVEALING and not _waits(state):
        next_draw(state, events)


def _waits(state: State) -> bool:
    for seat in range(state.seats):
        if awaited(state, seat):
            return True
    return False
