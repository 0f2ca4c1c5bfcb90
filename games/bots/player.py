"""The face of the bots: the next action of a seat."""

from .. import engine
from ..engine.v0.actions import END_TURN
from ..engine.v0.state import State, number
from . import easy, medium

LEVELS = ("easy", "medium")
_DECIDE = (easy.decide, medium.decide)


def choose(level: int, state: State, seat: int, salt: bytes = b"") -> tuple[int, ...]:
    """The next action of this seat: one the rules accept, ending the turn sooner or later.

    level: index into LEVELS. salt: any bytes; matches with different salts are played
    differently, the same state, seat and salt always give the same action. Every action but the
    one that ends the turn uses up something a turn has little of (points, the turn's policy,
    overtime, offers), so a turn is over after some twenty calls at most. The state is not changed.
    Raises ValueError for an unknown level or when it is not the seat's turn.
    """
    if level < 0 or level >= len(LEVELS):
        raise ValueError("no such level")
    if state.turn_seat() != seat:
        raise ValueError("not the seat's turn")
    check = engine.rules(number(state.setup, "version")).check
    for action in _DECIDE[level](state, seat, salt):
        if not check(state, seat, action):
            return action
    return (END_TURN,)
