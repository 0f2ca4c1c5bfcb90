"""Stands between a page and the platform on the line of a match."""

import base64
import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, WebSocketRoute


class Proxy:
    """Passes frames on, cuts the line, holds frames back, spoils one. Made before the page opens
    its match.
    """

    def __init__(self, page: Page) -> None:
        self.tampered: list[int] = []  # sequences of entries that were changed on their way
        self._open = True
        self._tamper = False
        self._held: str | None = None  # kind of message
        self._waiting: list[Callable[[], None]] = []
        self._sockets: list[WebSocketRoute] = []
        page.route_web_socket("**/ws/match/**", self._connect)

    def cut(self) -> None:
        """The line is dead, and stays so until `mend`. What was kept back is lost with it."""
        self._open = False
        self._held = None
        self._waiting = []
        for socket in self._sockets:
            socket.close(code=1001)
        self._sockets = []

    def mend(self) -> None:
        """The next try gets through."""
        self._open = True

    def tamper(self) -> None:
        """Change the next entry that is told."""
        self._tamper = True

    def hold(self, kind: str) -> None:
        """Keep messages of this kind back until `release`."""
        self._held = kind

    def release(self) -> None:
        """Pass on what was kept back."""
        self._held = None
        for send in self._waiting:
            send()
        self._waiting = []

    def _connect(self, socket: WebSocketRoute) -> None:
        if not self._open:
            socket.close(code=1001)
            return
        self._sockets.append(socket)
        server = socket.connect_to_server()
        server.on_message(lambda frame: self._take(socket, frame))

    def _take(self, socket: WebSocketRoute, frame: str | bytes) -> None:
        message: dict[str, Any] = json.loads(frame)
        payload = message["payload"]
        if payload["kind"] == self._held:
            self._waiting.append(lambda: socket.send(frame))
            return
        if self._tamper and payload["kind"] == "committed":
            self._tamper = False
            self.tampered.append(payload["sequence"])
            entry = bytearray(base64.b64decode(payload["entry"]))
            entry[72] ^= 1  # within the hash of the state
            payload["entry"] = base64.b64encode(entry).decode()
            frame = json.dumps(message)
        socket.send(frame)
