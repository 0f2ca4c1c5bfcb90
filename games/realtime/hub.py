"""All sockets of this process, and the matches they watch.

An event is encoded once and the same bytes are queued for every socket. Events come from commits
of this process at once (`heard`), from other processes by way of `watch`.
"""

import asyncio
import threading
from collections import Counter
from contextvars import Context

from channels.db import database_sync_to_async

from games.matches.publish import Published
from games.matches.refused import Refused
from games.matches.turns import Desk
from games.protocol import codes
from games.protocol.limits import Limits
from games.protocol.server_messages import Draining
from games.realtime import reading
from games.realtime.connection import Connection
from games.realtime.frames import Frame
from games.realtime.lobby import LobbyRoom
from games.realtime.outgoing import Send
from games.realtime.rate_limit import Openings, Paces
from games.realtime.refresh import LOG, Refresh
from games.realtime.roles import Role
from games.realtime.room import Room
from games.realtime.visitor import Visitor


class Hub:
    """desk: the matches at hand; rooms: the matches that somebody here watches; connections: all
    sockets, the lobby's too; draining: whether the server is about to stop.
    """

    def __init__(self, desk: Desk, limits: Limits) -> None:
        """On the loop that serves."""
        self.desk = desk
        self.limits = limits
        self.lobby = LobbyRoom()
        self.rooms: dict[str, Room] = {}
        self.connections: set[Connection] = set()
        self.paces = Paces(limits)
        self.openings = Openings(limits.openings)
        self.refresh = Refresh(desk)
        self.draining = False
        self._opening: dict[str, asyncio.Task[Room]] = {}
        self._guests: Counter[str] = Counter()
        self._loop = asyncio.get_running_loop()
        self._thread = threading.get_ident()

    # -- sockets ---------------------------------------------------------------------

    def arrive(self, visitor: Visitor, role: Role, send: Send) -> Connection:
        """Take a socket in; in the task that serves it. Raises Refused."""
        if self.draining:
            raise Refused(codes.DRAINING)
        if len(self.connections) >= self.limits.sockets_a_process:
            raise Refused(codes.UNAVAILABLE, "too many connections")
        if visitor.guest:
            if self._guests[visitor.address] >= self.limits.sockets_a_guest_address:
                raise Refused(codes.RATE, "too many connections of guests from your address")
            self._guests[visitor.address] += 1
        pace = self.paces.enter(visitor.id, self._loop.time())
        connection = Connection(visitor, pace, role, send, self.limits)
        self.connections.add(connection)
        return connection

    def depart(self, connection: Connection) -> None:
        """A socket is gone."""
        self.connections.discard(connection)
        self.lobby.leave(connection)
        room = self.rooms.get(connection.match_id)
        if room is not None:
            room.leave(connection)
        visitor = connection.visitor
        self.paces.leave(visitor.id, self._loop.time())
        if visitor.guest:
            self._guests[visitor.address] -= 1
            if not self._guests[visitor.address]:
                del self._guests[visitor.address]

    def drain(self) -> None:
        """Tell everybody that the server is about to stop, and let nobody in any more."""
        self.draining = True
        frame = Frame(Draining())
        for connection in list(self.connections):
            connection.say(frame)
            connection.close(codes.close_code(codes.DRAINING))

    # -- matches ---------------------------------------------------------------------

    async def room(self, match_id: str) -> Room:
        """The room of a match, opened if nobody was in it. Raises Refused."""
        room = self.rooms.get(match_id)
        if room is not None and not room.spoilt:
            return room
        opening = self._opening.get(match_id)
        if opening is None:
            opening = self._loop.create_task(self._open(match_id))
            self._opening[match_id] = opening
        # Whoever gives up waiting must not take the others' room along.
        return await asyncio.shield(opening)

    async def _open(self, match_id: str) -> Room:
        try:
            room = Room(await database_sync_to_async(reading.standing)(match_id), self.limits)
            room = self.keep(room)
            await self.refresh.standing(room)
        finally:
            del self._opening[match_id]
        return room

    def keep(self, room: Room) -> Room:
        """Have the room watched; the room of its match that is watched, of which there is one.

        Whoever enters must do so at once: a room that nobody is in is let go of.
        """
        kept = self.rooms.get(room.id)
        if kept is None or kept.spoilt:
            kept = self.rooms[room.id] = room
        return kept

    def heard(self, published: Published) -> None:
        """Something was committed. From any thread; `publish` calls it."""
        if threading.get_ident() == self._thread:
            self._take(published)
        else:
            # In a context of its own: a view's would send what follows back to the view's thread.
            self._loop.call_soon_threadsafe(self._take, published, context=Context())

    def _take(self, published: Published) -> None:
        room = self.rooms.get(published.match_id)
        if room is None:
            return
        told = published.entry is not None and room.advance(published.entry)
        self.changed(room, published.sequence, published.changed, told=told)

    def changed(
        self, room: Room, sequence: int, changed: frozenset[str], *, told: bool = False
    ) -> None:
        """Look again at what has changed in a match; at the log too if it stands further."""
        if not told and sequence > room.sequence:
            changed = changed | {LOG}
        if changed:
            self.refresh.look(room, changed)
