"""The platform's own server, in a thread of the tests, on their databases."""

import socket
import threading
from collections.abc import Callable
from time import monotonic, sleep
from typing import Any

from citybuilder import serve
from games.realtime import lifespan

PATIENCE = 20.0  # seconds


def until(holds: Callable[[], Any], every: float = 0.01) -> Any:
    """Look every so many seconds until something holds; what it gave. Fails if it never does."""
    end = monotonic() + PATIENCE
    while True:
        found = holds()
        if found:
            return found
        assert monotonic() < end, "it never happened"
        sleep(every)


class LiveServer:
    """Serves on a free port from `start` to `stop`."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._server = serve._Server(serve.config())
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._listener]}, daemon=True
        )

    def start(self) -> None:
        """Returns when it answers."""
        self._thread.start()
        until(lambda: self._server.started)

    def stop(self) -> None:
        """As a signal would; returns when it has ended."""
        self.begin_to_stop()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def sockets(self) -> int:
        """How many sockets it holds."""
        running = lifespan._running
        return 0 if running is None else len(running.hub.connections)

    def begin_to_stop(self) -> None:
        """As `stop`, but returns at once."""
        self._server.should_exit = True
