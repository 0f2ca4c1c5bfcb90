"""What waits to be written to one socket: a bounded queue, and the task that empties it."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from games.protocol.limits import Limits
from games.realtime.frames import Frame

Send = Callable[[dict[str, Any]], Awaitable[None]]


class Outgoing:
    """A socket's way out. `put` from the loop; `run` is the task that writes.

    A socket that does not take what it is sent makes the queue grow, and only the queue: the
    server's `send` waits for the peer. A queue at its bound is full, and its owner gives up.
    """

    __slots__ = ("_bytes", "_close", "_frames", "_limits", "_roomy", "_send", "_waiting")

    def __init__(self, send: Send, limits: Limits) -> None:
        self._send = send
        self._limits = limits
        self._frames: deque[Frame] = deque()
        self._bytes = 0
        self._close: dict[str, Any] | None = None
        self._waiting: asyncio.Future[None] | None = None
        self._roomy: asyncio.Future[None] | None = None

    def put(self, frame: Frame) -> bool:
        """Queue a frame; False, and nothing is queued, if there is no room for it."""
        if self._close is not None:
            return True  # nobody listens any more
        limits = self._limits
        if len(self._frames) >= limits.queue_messages:
            return False
        if self._bytes + frame.size > limits.queue_bytes and self._frames:
            return False
        self._frames.append(frame)
        self._bytes += frame.size
        self._wake()
        return True

    def close(self, code: int, last: Frame | None = None, *, drop: bool = False) -> None:
        """Write what waits (or drop it), then `last`, then the close frame; later calls do nothing.

        No text goes with the code: what there is to say is in `last`.
        """
        if self._close is not None:
            return
        if drop:
            self._frames.clear()
            self._bytes = 0
        if last is not None:
            self._frames.append(last)
            self._bytes += last.size
        self._close = {"type": "websocket.close", "code": code}
        self._wake()
        self._tell_roomy()

    @property
    def closing(self) -> bool:
        """Whether `close` was called."""
        return self._close is not None

    async def roomy(self) -> None:
        """Wait until the queue is no more than half full, or closed."""
        while not self._is_roomy() and self._close is None:
            self._roomy = asyncio.get_running_loop().create_future()
            await self._roomy

    async def run(self) -> None:
        """Write until the close frame is written."""
        frames = self._frames
        while True:
            while frames:
                frame = frames.popleft()
                self._bytes -= frame.size
                await self._send(frame.event)
                if self._roomy is not None and self._is_roomy():
                    self._tell_roomy()
            if self._close is not None:
                await self._send(self._close)
                return
            self._waiting = asyncio.get_running_loop().create_future()
            await self._waiting
            self._waiting = None

    def _is_roomy(self) -> bool:
        limits = self._limits
        return (
            len(self._frames) * 2 <= limits.queue_messages and self._bytes * 2 <= limits.queue_bytes
        )

    def _wake(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def _tell_roomy(self) -> None:
        if self._roomy is not None and not self._roomy.done():
            self._roomy.set_result(None)
        self._roomy = None
