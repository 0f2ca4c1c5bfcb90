"""Where sockets come in: how fast one address may open them, before anything is asked of them."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from accounts.rest.addresses import network
from games.protocol import codes
from games.protocol.json_codec import SUBPROTOCOL
from games.realtime.connection import ending
from games.realtime.lifespan import running
from games.realtime.outgoing import Send

App = Callable[[Any, Any, Any], Awaitable[Any]]


class Doorway:
    """Lets a socket through to the application, or tells it to come later (4429).

    It stands before the session is read: a flood of handshakes costs no database anything.
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        client = scope.get("client")
        hub = await running()
        address = network(client[0] if client else "")
        wait = hub.openings.take(address, asyncio.get_running_loop().time())
        if not wait:
            await self._app(scope, receive, send)
        elif (await receive())["type"] == "websocket.connect":
            await accept(scope, send)
            await turn_away(send, codes.RATE, "too many connections from your address", wait)


async def accept(scope: Any, send: Send) -> None:
    """Answer the handshake, in our subprotocol if it was offered."""
    offered = SUBPROTOCOL in scope.get("subprotocols", ())
    await send({"type": "websocket.accept", "subprotocol": SUBPROTOCOL if offered else None})


async def turn_away(
    send: Send, code: int, detail: str = "", retry_after: float | None = None
) -> None:
    """Say why a socket is not served, and close it. (Before `accept`, a browser would not see.)

    retry_after: seconds.
    """
    await send(ending(code, detail, retry_after=retry_after).event)
    await send({"type": "websocket.close", "code": codes.close_code(code)})
