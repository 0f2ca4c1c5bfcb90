"""The ASGI applications of the two sockets: one loop a socket, from the first frame to the last.

Channels' own consumer makes two tasks a message and goes through Django's thread to close old
database connections (70 to 80 us a message, measured). Nothing of that is needed here: this loop
touches no database, handlers that do say so themselves, and events come from the hub instead of a
channel of each socket. So `__call__` is our own; tests/realtime/test_consumer.py guards what it
relies on against changes in Channels.
"""

import asyncio
import logging
from typing import Any

from channels.consumer import AsyncConsumer

from games.matches.refused import Refused
from games.protocol import codes
from games.realtime.connection import Connection
from games.realtime.doorway import accept, turn_away
from games.realtime.hub import Hub
from games.realtime.lifespan import running
from games.realtime.receiving import take
from games.realtime.roles import Role
from games.realtime.visitor import visitor_of

log = logging.getLogger(__name__)


class SocketConsumer(AsyncConsumer):  # type: ignore[misc]  # Channels has no types
    """A socket: opens it, reads its frames one after the other, and closes it."""

    role: Role

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Serve the socket until either side closes it."""
        if (await receive())["type"] != "websocket.connect":
            return
        await accept(scope, send)
        hub = await running()
        visitor = visitor_of(scope)
        if visitor is None:
            await turn_away(send, codes.NOT_SIGNED_IN)
            return
        try:
            connection = hub.arrive(visitor, self.role, send)
        except Refused as refused:
            await turn_away(send, refused.code, refused.detail)
            return
        await self._serve(hub, connection, scope, receive)

    async def _serve(self, hub: Hub, connection: Connection, scope: Any, receive: Any) -> None:
        writer = asyncio.create_task(connection.outgoing.run())
        try:
            await self.enter(hub, connection, scope)
            await _listen(hub, connection, receive)
            if connection.outgoing.closing:
                await asyncio.wait((writer,), timeout=hub.limits.close_within)
        except asyncio.CancelledError:
            task = connection.task
            if not connection.cut_off or task is None:
                raise  # the server stops
            task.uncancel()
        finally:
            hub.depart(connection)
            connection.over()
            writer.cancel()
            await asyncio.wait((writer,))
            _note_failure(writer)

    async def enter(self, hub: Hub, connection: Connection, scope: Any) -> None:
        """Before the first frame is read."""
        raise NotImplementedError


class MatchConsumer(SocketConsumer):
    """/ws/match/<id>/: everything begins with the client's hello."""

    role = Role.NEWCOMER

    async def enter(self, hub: Hub, connection: Connection, scope: Any) -> None:
        """Note which match it is about."""
        connection.match_id = scope["url_route"]["kwargs"]["match_id"]


class LobbyConsumer(SocketConsumer):
    """/ws/lobby/: the list comes at once."""

    role = Role.LOBBY

    async def enter(self, hub: Hub, connection: Connection, scope: Any) -> None:
        """Show the list."""
        await hub.lobby.enter(connection, hub.paces.people())


async def _listen(hub: Hub, connection: Connection, receive: Any) -> None:
    """Read frames until the socket ends."""
    loop = asyncio.get_running_loop()
    while not connection.outgoing.closing:
        event = await receive()
        if event["type"] == "websocket.disconnect":
            return
        if not connection.outgoing.closing:
            connection.heard_at = loop.time()
            await take(hub, connection, event.get("text"))


def _note_failure(writer: "asyncio.Task[None]") -> None:
    """A peer that is gone is no failure (ASGI servers raise OSError); anything else is."""
    if writer.cancelled():
        return
    error = writer.exception()
    if error is not None and not isinstance(error, OSError):
        log.error("a socket could not be written to", exc_info=error)
