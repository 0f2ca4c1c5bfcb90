"""What runs in a server's loop beside the requests: started before the first, ended in order."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from citybuilder.body_limit import Message, Receive, Send

logger = logging.getLogger("citybuilder.lifespan")


class Part(Protocol):
    """Something with a beginning and an end; a module with these two functions is one.

    `startup` is called in the loop, once, before the server answers. `shutdown` is called when no
    new connection is taken any more and the open ones are still open.
    """

    startup: Callable[[], Awaitable[None]]
    shutdown: Callable[[], Awaitable[None]]


class Lifespan:
    """The ASGI application of the lifespan protocol; a server may `end` it earlier itself."""

    def __init__(self) -> None:
        self._parts: list[Any] = []
        self._running: list[Any] = []

    def add(self, part: Any) -> None:
        """Have a part started after those added before, and ended before them."""
        self._parts.append(part)

    async def begin(self) -> None:
        """Start the parts in order; if one fails, those that run are ended and its error comes."""
        for part in self._parts:
            try:
                await part.startup()
            except BaseException:
                await self.end()
                raise
            self._running.append(part)

    async def end(self) -> None:
        """End what runs, the last one first. One that fails keeps none from ending."""
        while self._running:
            part = self._running.pop()
            try:
                await part.shutdown()
            except Exception:
                logger.exception("%s did not end in order", part)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                try:
                    await self.begin()
                except Exception as error:
                    logger.exception("the server cannot start")
                    await send({"type": "lifespan.startup.failed", "message": str(error)})
                    return
                await send({"type": "lifespan.startup.complete"})
            else:
                await self.end()
                await send({"type": "lifespan.shutdown.complete"})
                return


lifespan = Lifespan()
