"""The work that bench/rules.py times: portable, so that both interpreters do the same.

Every function takes bytes and gives bytes, and keeps what it prepared in this module.
"""

from games.engine import rules
from games.engine.v0.actions import BUILD
from games.engine.v0.codec import copy, state_hash
from games.engine.v0.legal import legal_actions
from games.engine.v0.round import end_of_round
from games.engine.v0.state import State

_RULES = rules(0)
_kept: dict[str, State] = {}
_builds: list[tuple[int, ...]] = []


def load(data: bytes) -> bytes:
    """Take up a state by its canonical bytes."""
    _kept["state"] = _RULES.decode(data)
    return b""


def prepare_builds(count: bytes) -> bytes:
    """Choose up to count[0] builds of one tile that do not get in each other's way."""
    state = _RULES.decode(_RULES.encode(_kept["state"]))
    seat = state.turn_seat()
    _builds.clear()
    for action in legal_actions(state, seat):
        if action[0] == BUILD and action[3] == 0 and len(_builds) < count[0]:
            if action[1] in (1, 4, 6, 7, 11, 16, 19):
                if not _RULES.check(state, seat, action):
                    _RULES.apply(state, seat, action)
                    state.points[seat] = 3
                    state.coins[seat] = 200
                    state.journal = []
                    _builds.append(action)
    return bytes((len(_builds),))


def reset_builds(_: bytes) -> bytes:
    """A fresh copy to build on, its caches warm as they are in mid-turn."""
    state = copy(_kept["state"])
    state.coins[state.turn_seat()] = 200
    seat = state.turn_seat()
    _RULES.check(state, seat, _builds[0])
    state.green()
    _kept["fresh"] = state
    return b""


def build(_: bytes) -> bytes:
    """Apply every chosen build and hash the whole state after each."""
    state = _kept["fresh"]
    seat = state.turn_seat()
    digest = b""
    for action in _builds:
        _RULES.apply(state, seat, action)
        digest = state_hash(state)
        state.points[seat] = 3
        state.coins[seat] = 200
        state.journal = []
    return digest


def reset_round(_: bytes) -> bytes:
    """A fresh copy for a round's end; its caches are cold."""
    _kept["fresh"] = copy(_kept["state"])
    return b""


def round_end(_: bytes) -> bytes:
    """One end of a round, cards and goals included, and the hash of the state after it."""
    state = _kept["fresh"]
    end_of_round(state, [])
    return state_hash(state)
