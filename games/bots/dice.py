"""A bot's small whims: draws fixed by the salt and by where in the match the bot stands."""

from ..engine.v0.rng import Stream
from ..engine.v0.state import State


def dice(state: State, seat: int, salt: bytes) -> Stream:
    """Draws for one decision of this seat. They differ between the decisions of a turn, because
    each of those spends points or coins, or sets a flag or a count."""
    place = bytearray(b"bot")
    for figure in (
        state.round,
        seat,
        state.points[seat],
        state.coins[seat] & 65535,
        state.done[seat],
        state.offers_made[seat],
        len(state.offers),
        len(state.anchors),
    ):
        place.append(figure >> 8)
        place.append(figure & 255)
    return Stream(bytes(salt), bytes(place))
