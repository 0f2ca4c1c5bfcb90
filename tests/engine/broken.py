"""A rich state's bytes to spoil, and what becomes of spoilt ones."""

from games.engine import v0
from tests.engine.towns import busy_turn

RICH = v0.encode(busy_turn())


def outcome(data: bytes) -> str:
    """What `decode` makes of the bytes: "same" (the state they encode) or "broken"."""
    try:
        state = v0.decode(data)
    except v0.BrokenState:
        return "broken"
    assert v0.encode(state) == data, "accepted, but not canonical"
    return "same"
