"""The one way a state changes: check an action, then carry it out."""

from . import event_codes, rejections, steps
from .actions import (
    ACCEPT,
    ALL_KINDS,
    DECLINE,
    DRAW,
    END_TURN,
    OFFER,
    RESIGN,
    SEAL,
    SYSTEM,
    UNDO,
    WITHDRAW,
    well_formed,
)
from .journal import before, record, undo
from .leaving import plan_resign
from .plan import Plan, afford
from .planning import check_planner, plan_seal
from .platform import plan_system
from .rejections import Rejection
from .state import AWAIT_DRAW, NEUTRAL, OVER, PLANNING, PLAY, State
from .trade import plan_accept, plan_decline, plan_offer, plan_withdraw
from .turn import plan_end_turn


def plan_undo(state: State, seat: int, _: tuple[int, ...]) -> Plan:
    """(UNDO,): take the turn's last action back."""
    if not state.journal:
        raise Rejection(rejections.NOTHING_TO_UNDO)

    def act(events: list[tuple[int, ...]]) -> None:
        undo(state)
        events.append((event_codes.UNDONE, seat))

    return Plan(0, 0, (), act, False)


PLANS = steps.PLANS + (
    (OFFER, plan_offer),
    (ACCEPT, plan_accept),
    (DECLINE, plan_decline),
    (WITHDRAW, plan_withdraw),
    (UNDO, plan_undo),
    (END_TURN, plan_end_turn),
    (RESIGN, plan_resign),
    (SEAL, plan_seal),
)
_PLANNERS = dict(PLANS)


def plan(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """The plan of an action, affordable and allowed now. Raises Rejection."""
    if not well_formed(action):
        known = isinstance(action, tuple) and action and action[0] in ALL_KINDS
        raise Rejection(rejections.BAD_PARAMETER if known else rejections.UNKNOWN_ACTION)
    kind = action[0]
    if seat == SYSTEM:
        if kind < DRAW:
            raise Rejection(rejections.NO_SUCH_SEAT)
        return plan_system(state, action)
    if seat < 0 or seat >= state.seats:
        raise Rejection(rejections.NO_SUCH_SEAT)
    if kind >= DRAW:
        raise Rejection(rejections.SYSTEM_ONLY)
    if state.phase == OVER:
        raise Rejection(rejections.MATCH_OVER)
    if kind != RESIGN:
        if state.status[seat] == NEUTRAL:
            raise Rejection(rejections.SEAT_RESIGNED)
        check_phase(state, seat, action)
    made = _PLANNERS[kind](state, seat, action)
    afford(state, seat, made)
    return made


def check_phase(state: State, seat: int, action: tuple[int, ...]) -> None:
    """Raise Rejection unless the phase lets this seat, which takes part, do this kind of thing."""
    if state.phase == PLANNING:
        check_planner(state, seat, action)
    elif action[0] == SEAL:
        raise Rejection(rejections.NOT_PLANNING)
    elif state.phase == AWAIT_DRAW:
        raise Rejection(rejections.AWAITING_DRAW)
    elif state.phase != PLAY:
        raise Rejection(rejections.NOT_PLANNING)
    elif state.turn_seat() != seat:
        raise Rejection(rejections.NOT_YOUR_TURN)


def apply(state: State, seat: int, action: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Carry the action out and return its events (event_codes).

    Raises Rejection, and then the state is as it was, every byte.
    """
    made = plan(state, seat, action)
    events: list[tuple[int, ...]] = []
    if not made.undoable or state.phase != PLAY:
        made.act(events)  # all of these are free
        return events
    was = before(state, made.tiles)
    steps.carry_out(state, seat, made, events)
    record(state, was, len(made.tiles))
    return events


def check(state: State, seat: int, action: tuple[int, ...]) -> int:
    """0 if `apply` would accept the action now, else the rejection code."""
    try:
        plan(state, seat, action)
    except Rejection as rejection:
        return rejection.code
    return 0
