"""Leaving a match: a borough that is given up goes neutral, or a bot plays it on."""

from . import event_codes, rejections
from .journal import clear
from .plan import Plan
from .planning import drop_out
from .rejections import Rejection
from .state import (
    ABSENT,
    BOT_AFTER_RESIGNING,
    GOES_TO_BOT,
    MAYOR,
    NEUTRAL,
    State,
    number,
)
from .trade import end_contracts, lapse
from .turn import begin_turn, break_off, close_turn


def resign(state: State, seat: int, events: list[tuple[int, ...]]) -> None:
    """The mayor leaves: the borough goes neutral, or a bot plays it on, unranked."""
    mine = state.turn_seat() == seat
    to_bot = number(state.setup, "resigned") == GOES_TO_BOT
    state.status[seat] = BOT_AFTER_RESIGNING if to_bot else NEUTRAL
    events.append((event_codes.RESIGNED, seat, state.status[seat]))
    if not to_bot:
        lapse(state, seat, True, events)
        end_contracts(state, seat, events)
    clear(state)
    left = [s for s in range(state.seats) if state.status[s] in (MAYOR, ABSENT)]
    if len(left) <= 1:
        break_off(state, events)
    elif to_bot:
        return
    elif state.together():
        drop_out(state, seat, events)
    elif mine:
        close_turn(state, seat, 0)
        state.turn += 1
        begin_turn(state, events)


def plan_resign(state: State, seat: int, _: tuple[int, ...]) -> Plan:
    """(RESIGN,): at any time before the end, also out of turn."""
    if state.status[seat] not in (MAYOR, ABSENT):
        raise Rejection(rejections.SEAT_RESIGNED)

    def act(events: list[tuple[int, ...]]) -> None:
        resign(state, seat, events)

    return Plan(0, 0, (), act, False)
