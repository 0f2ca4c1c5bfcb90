"""The one way a state changes: check an action, then carry it out."""

from . import event_codes, rejections
from .actions import (
    ACCEPT,
    ALL_KINDS,
    AVENUE,
    BUILD,
    DECLINE,
    DEMOLISH,
    DRAW,
    END_TURN,
    FUND_DRIVE,
    OFFER,
    OVERTIME,
    POLICY,
    RESIGN,
    RIGHT_OF_WAY,
    ROAD,
    SYSTEM,
    UNDO,
    UPGRADE,
    WITHDRAW,
    well_formed,
)
from .journal import before, record, undo
from .laying import plan_avenue, plan_demolish, plan_right_of_way, plan_road
from .placing import plan_build, plan_upgrade
from .plan import Plan, afford
from .policy import plan_fund_drive, plan_overtime, plan_policy
from .rejections import Rejection
from .state import NEUTRAL, OVER, PLAY, State
from .trade import plan_accept, plan_decline, plan_offer, plan_withdraw
from .turn import plan_end_turn, plan_resign, plan_system


def plan_undo(state: State, seat: int, _: tuple[int, ...]) -> Plan:
    """(UNDO,): take the turn's last action back."""
    if not state.journal:
        raise Rejection(rejections.NOTHING_TO_UNDO)

    def act(events: list[tuple[int, ...]]) -> None:
        undo(state)
        events.append((event_codes.UNDONE, seat))

    return Plan(0, 0, (), act, False)


PLANS = (
    (ROAD, plan_road),
    (AVENUE, plan_avenue),
    (BUILD, plan_build),
    (UPGRADE, plan_upgrade),
    (DEMOLISH, plan_demolish),
    (RIGHT_OF_WAY, plan_right_of_way),
    (POLICY, plan_policy),
    (OFFER, plan_offer),
    (ACCEPT, plan_accept),
    (DECLINE, plan_decline),
    (WITHDRAW, plan_withdraw),
    (OVERTIME, plan_overtime),
    (FUND_DRIVE, plan_fund_drive),
    (UNDO, plan_undo),
    (END_TURN, plan_end_turn),
    (RESIGN, plan_resign),
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
        if state.phase != PLAY:
            raise Rejection(rejections.AWAITING_DRAW)
        if state.turn_seat() != seat:
            raise Rejection(rejections.NOT_YOUR_TURN)
    made = _PLANNERS[kind](state, seat, action)
    afford(state, seat, made)
    return made


def apply(state: State, seat: int, action: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Carry the action out and return its events (event_codes).

    Raises Rejection, and then the state is as it was, every byte.
    """
    made = plan(state, seat, action)
    events: list[tuple[int, ...]] = []
    if not made.undoable:
        made.act(events)
        return events
    was = before(state, made.tiles)
    state.points[seat] -= made.points
    state.coins[seat] -= made.coins
    made.act(events)
    record(state, was, len(made.tiles))
    return events


def check(state: State, seat: int, action: tuple[int, ...]) -> int:
    """0 if `apply` would accept the action now, else the rejection code."""
    try:
        plan(state, seat, action)
    except Rejection as rejection:
        return rejection.code
    return 0
