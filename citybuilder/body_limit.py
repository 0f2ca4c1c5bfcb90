"""No request may send more than the platform has a use for.

Django's ASGI handler keeps a whole body, on disk if it is large, before any view or middleware is
asked; so what is too much has to be stopped before it.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

MOST_BYTES = 1 << 20

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]


class _TooLarge(Exception):
    """The body has grown over the limit."""


class BodyLimit:
    """An ASGI application that answers 413 to bodies over `most` bytes and passes on the rest."""

    def __init__(self, app: App, most: int = MOST_BYTES) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        came = 0

        async def counted() -> Mapping[str, Any]:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self._most:
                raise _TooLarge
            return message

        try:
            for name, value in scope["headers"]:
                if name == b"content-length" and int(value) > self._most:
                    raise _TooLarge
            await self._app(scope, counted, send)
        except _TooLarge:
            # The rest of the body is not read: the connection cannot be used again.
            headers = [(b"content-type", b"text/plain"), (b"connection", b"close")]
            await send({"type": "http.response.start", "status": 413, "headers": headers})
            await send({"type": "http.response.body", "body": b"too large\n"})
