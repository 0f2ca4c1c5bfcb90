"""What only the platform does: draws, time-outs, opening plans, stand-ins, expelling, closing."""

from . import event_codes, rejections
from .actions import CLOSE, DRAW, EXPEL, HAND_BACK, REVEAL, TAKEOVER, TIMEOUT
from .journal import clear
from .leaving import resign
from .plan import Plan
from .planning import check_reveal, miss, reveal
from .rejections import Rejection
from .seals import awaited
from .state import ABSENT, AWAIT_DRAW, MAYOR, OVER, State
from .turn import break_off, end_turn, take_draw


def check_system(state: State, action: tuple[int, ...]) -> None:
    """Raise Rejection for an action of the platform that cannot be now."""
    kind = action[0]
    if state.phase == OVER:
        raise Rejection(rejections.MATCH_OVER)
    if kind == CLOSE:
        return
    if kind == DRAW:
        if state.phase != AWAIT_DRAW:
            raise Rejection(rejections.NOT_AWAITING_DRAW)
        return
    seat = action[1]
    if seat >= state.seats:
        raise Rejection(rejections.NO_SUCH_SEAT)
    status = state.status[seat]
    if kind == REVEAL:
        check_reveal(state, action)
    elif kind == TIMEOUT:
        if state.phase == AWAIT_DRAW:
            raise Rejection(rejections.AWAITING_DRAW)
        if state.turn_seat() != seat and not awaited(state, seat):
            raise Rejection(rejections.NOT_YOUR_TURN)
    elif (
        (kind == TAKEOVER and status != MAYOR)
        or (kind == HAND_BACK and status != ABSENT)
        or (kind == EXPEL and status not in (MAYOR, ABSENT))
    ):
        raise Rejection(rejections.WRONG_STATUS)


def plan_system(state: State, action: tuple[int, ...]) -> Plan:
    """(DRAW, number), (REVEAL, seat, salt, step...), (CLOSE, reason), or one that names a seat."""
    check_system(state, action)
    kind = action[0]

    def act(events: list[tuple[int, ...]]) -> None:
        if kind == DRAW:
            take_draw(state, action[1], events)
        elif kind == TIMEOUT:
            if state.together():
                miss(state, action[1], events)
            else:
                end_turn(state, action[1], True, events)
        elif kind == REVEAL:
            reveal(state, action, events)
        elif kind == TAKEOVER or kind == HAND_BACK:
            now = ABSENT if kind == TAKEOVER else MAYOR
            state.status[action[1]] = now
            clear(state)
            events.append((event_codes.STATUS_CHANGED, action[1], now))
        elif kind == EXPEL:
            resign(state, action[1], events)
        else:
            break_off(state, events)

    return Plan(0, 0, (), act, False)
