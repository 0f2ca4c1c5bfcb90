"""How much of everything one connection, one person and one process may have.

Bytes are bytes, durations seconds unless the name says otherwise. These figures hold unless the
platform's settings give others (docs/configuration.md); docs/protocol.md names them.
"""

from typing import NamedTuple


class Rate(NamedTuple):
    """A token bucket: `burst` at once, then `each_second` more every second."""

    each_second: float
    burst: int


class Limits(NamedTuple):
    """frame_in: largest frame of a client; frame_out: of the platform. batch: most of a log that
    one frame carries, as written. gap: entries that are sent one by one before a snapshot takes
    their place. queue_messages, queue_bytes: what may wait for one slow connection.

    dead_after: silence that ends a connection, and how long a mayor counts as here. close_within:
    how long a connection has to take its close frame. watch_every: how often the heads of the
    watched matches are asked for; note_every: how often the mayors who are here are noted in the
    database; sessions_every: how often all connections' sessions and accounts are looked at.

    turns, messages, lines, logs: the pace of TURN messages, of all, of chat, and of what asks for a
    log (hello, resume, difference). refusals: how many messages over it a connection may send
    before it is closed. openings: of sockets from one address, whoever opens them.
    """

    frame_in: int = 16 * 1024
    frame_out: int = 64 * 1024
    batch: int = 48 * 1024
    gap: int = 300
    queue_messages: int = 256
    queue_bytes: int = 1024 * 1024
    sockets_a_seat: int = 3
    sockets_a_guest_address: int = 20
    sockets_a_process: int = 15_000
    spectators: int = 200
    heartbeat: float = 20.0
    dead_after: float = 45.0
    hello_within: float = 10.0
    close_within: float = 5.0
    watch_every: float = 1.0
    note_every: float = 15.0
    sessions_every: float = 60.0
    turns: Rate = Rate(2.0, 10)
    messages: Rate = Rate(3.0, 60)
    lines: Rate = Rate(0.5, 6)
    logs: Rate = Rate(0.5, 20)
    refusals: Rate = Rate(1.0, 20)
    openings: Rate = Rate(2.0, 120)
