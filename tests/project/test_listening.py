"""A peer that takes nothing any more is given up by the system, whatever the server knows of it."""

import select
import socket
import time

import pytest

from citybuilder import listening

BLOCK = b"x" * 65_536


def fill(connection: socket.socket) -> None:
    """Send until the system says that the connection is gone."""
    begun = time.monotonic()
    while True:
        try:
            connection.send(BLOCK)
        except BlockingIOError:
            select.select([], [connection], [], 30)
            assert time.monotonic() < begun + 30, "it is still there"


def test_accepted_connections_are_given_up_after_seconds_without_an_acknowledgement() -> None:
    with (
        listening.open_listener("127.0.0.1", 0) as listener,
        socket.create_connection(listener.getsockname()),
        listener.accept()[0] as accepted,
    ):
        set_to = accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
    assert set_to == listening.UNACKNOWLEDGED_MS
    # With the silence that ends a connection, under a minute.
    assert listening.UNACKNOWLEDGED_MS < 15_000


def test_a_peer_that_never_reads_is_cut_off_by_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "UNACKNOWLEDGED_MS", 500)
    with listening.open_listener("127.0.0.1", 0) as listener, socket.socket() as peer:
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        peer.connect(listener.getsockname())
        with listener.accept()[0] as accepted:
            accepted.setblocking(False)
            with pytest.raises(TimeoutError):  # ETIMEDOUT
                fill(accepted)
