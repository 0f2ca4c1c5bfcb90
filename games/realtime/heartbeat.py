"""Signs of life: who has been silent too long, and how late a ping came."""

from games.matches.time import now_ms
from games.protocol import codes
from games.protocol.limits import Limits
from games.protocol.server_messages import Pong
from games.realtime.connection import Connection
from games.realtime.frames import Frame
from games.realtime.roles import Role


def end_if_silent(connection: Connection, now: float, limits: Limits) -> None:
    """End a connection from which nothing, or whose hello, has not come for too long.

    now: loop time. Whatever else a newcomer says does not take the place of the hello.
    """
    if connection.role is Role.NEWCOMER:
        if now - connection.opened_at >= limits.hello_within:
            connection.end(codes.SLOW, "no hello")
    elif now - connection.heard_at >= limits.dead_after:
        connection.end(codes.SLOW, "no sign of life")


def answer(connection: Connection, timestamp: int, sequence: int, state_hash: bytes | None) -> None:
    """Say pong to a ping that bore this timestamp."""
    now = now_ms()
    # The clocks differ by an unknown amount, which every ping of the connection shares.
    apart = now - timestamp
    if connection.quickest is None or apart < connection.quickest:
        connection.quickest = apart
    lag = apart - connection.quickest
    connection.say(Frame(Pong(sequence=sequence, state_hash=state_hash, server_time=now, lag=lag)))
