"""The face of the bots: the next action of a seat, and its plan where all plan at once."""

from .. import engine
from ..engine.v0.actions import END_TURN, SEAL
from ..engine.v0.seals import awaited
from ..engine.v0.state import PLANNING, State, number
from . import easy, medium
from .planner import make_plan, secret

LEVELS = ("easy", "medium")
_DECIDE = (easy.decide, medium.decide)
_TRADE = (easy.trade, medium.trade)


def choose(level: int, state: State, seat: int, salt: bytes = b"") -> tuple[int, ...]:
    """The next action of this seat: one the rules accept, ending the turn sooner or later.

    level: index into LEVELS. salt: any bytes; matches with different salts are played
    differently, the same state, seat and salt always give the same action. Every action but the
    one that ends the turn uses up something a turn has little of (points, the turn's policy,
    overtime, offers), so a turn is over after some twenty calls at most. Where all plan at once
    it is an answer to an offer, an offer, or the SEAL of `plan`; whoever asks all seats one
    action each in turn gives offers the time to be answered. The state is not changed.
    Raises ValueError for an unknown level or when nothing is awaited from the seat.
    """
    _need(level, state, seat)
    rules = engine.rules(number(state.setup, "version"))
    if state.phase == PLANNING:
        for action in _TRADE[level](state, seat, salt):
            if not rules.check(state, seat, action):
                return action
        steps, sealed_with = plan(level, state, seat, salt)
        return (SEAL, rules.plan_digest(state, seat, steps, sealed_with))
    for action in _DECIDE[level](state, seat, salt):
        if not rules.check(state, seat, action):
            return action
    return (END_TURN,)


def plan(level: int, state: State, seat: int, salt: bytes = b"") -> tuple[tuple[int, ...], int]:
    """(steps, salt) of the plan that `choose` seals in this state, to be opened with REVEAL.

    The same state, seat and salt always give the same plan; a later state of the round need not,
    so keep it, or go back to the state. The plan's salt is a hash of `salt`: a plan is a secret
    as long as `salt` is one. Raises ValueError as `choose`, and when it is no time to plan.
    """
    _need(level, state, seat)
    if state.phase != PLANNING:
        raise ValueError("no time to plan")
    return make_plan(_DECIDE[level], state, seat, salt), secret(state, seat, salt)


def _need(level: int, state: State, seat: int) -> None:
    if level < 0 or level >= len(LEVELS):
        raise ValueError("no such level")
    known = 0 <= seat < state.seats
    if state.phase == PLANNING and known and awaited(state, seat):
        return
    if not known or state.turn_seat() != seat:
        raise ValueError("not the seat's turn")
