"""What the ledger asks of the rules; `rules_face.pyi` has the types.

The ledger imports no engine: a version of the rules (`games.engine.rules(version)`) comes in as an
argument, so that a log is always folded by the rules it was played with.
"""


class Rules:
    """A module of the rules: new_game, apply, encode, decode, state_hash, decode_setup,
    decode_action, the errors Rejection, BrokenAction, BrokenState and SetupError, and the
    sub-modules `actions` (codes of the platform's actions) and `state` (status of a seat)."""


class State:
    """A state of these rules: phase, round, seats, status[seat], turn_seat()."""


class CheckSignature:
    """check_signature(scheme, public_key, message, signature) -> bool, given by the platform."""
