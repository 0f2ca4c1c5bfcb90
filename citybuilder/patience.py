"""How long the server waits for a request, and how many connections it can hold."""

import asyncio
import logging
import resource

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_SECONDS = 15.0  # from its first byte, or from the connection, to the end of its body
SPARE_FILES = 512  # beside sockets: databases, pipes, libraries

log = logging.getLogger(__name__)


def allow_connections(sockets: int) -> None:
    """Let this process open as many files as the system lets it, and say if these are too few.

    A process that has used them up can open no database either: nothing works for anybody.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = sockets + SPARE_FILES
    most = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    if hard != resource.RLIM_INFINITY and hard < wanted:
        log.warning("only %d open files are allowed; %d sockets want %d", hard, sockets, wanted)


class PatientProtocol(H11Protocol):
    """HTTP that gives a connection up whose request does not come to its end in time.

    uvicorn has a limit for the pause between two requests only. Sockets have limits of their own
    once they are open (games.protocol.limits).
    """

    _late: asyncio.TimerHandle | None = None
    _switched = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A peer is there; its request must follow."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """A part of a request, or all of it."""
        super().data_received(data)
        state = self.conn.their_state
        if self._switched:
            return
        if state is h11.SEND_BODY or (state is h11.IDLE and self.conn.trailing_data[0]):
            self._wait()
        else:
            self._came()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """The connection is a socket from here on."""
        self._switched = True
        self._came()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """The peer has gone."""
        self._came()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(REQUEST_SECONDS, self._give_up)

    def _came(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _give_up(self) -> None:
        self.transport.abort()
