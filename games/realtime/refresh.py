"""Looking again at what a hint, a commit or the watch says has changed in a room."""

import asyncio
import logging
from collections.abc import Iterable

from channels.db import database_sync_to_async

from games.matches import absence, chat, queries, warm
from games.matches.refused import Refused
from games.matches.turns import Desk
from games.matches.warm import Warm
from games.protocol import codes
from games.protocol.server_messages import Rematch
from games.realtime import reading, telling
from games.realtime.frames import Frame
from games.realtime.room import Room

# What may have changed; all but LOG are the words of `publish.Published`.
LOG, SEATS, STATUS, CLOCK = "log", "seats", "status", "clock"
PRESENCE, CHAT, VOTE, REMATCH = "presence", "chat", "vote", "rematch"
ALL = frozenset({LOG, SEATS, STATUS, CLOCK, PRESENCE, CHAT, VOTE, REMATCH})
BESIDE_THE_LOG = frozenset({CHAT, VOTE, REMATCH})  # changes that no entry of the log brings

log = logging.getLogger(__name__)


class Refresh:
    """One task a room at a time; what is asked for while it runs, it does in its next round."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wanted: dict[Room, set[str]] = {}

    def look(self, room: Room, changed: Iterable[str]) -> None:
        """Look at this again, soon."""
        wanted = self._wanted.get(room)
        if wanted is not None:
            wanted.update(changed)
            return
        self._wanted[room] = set(changed)
        task = asyncio.get_running_loop().create_task(self._run(room))
        _tasks.add(task)
        task.add_done_callback(_tasks.discard)

    async def _run(self, room: Room) -> None:
        changed: set[str] = set()
        try:
            while self._wanted[room]:
                changed = self._wanted[room]
                self._wanted[room] = set()
                await self._look(room, changed)
        except Refused as refused:
            log.warning("match %s: not looked at: %s", room.id, refused)
            room.unseen |= changed
        except Exception:
            log.exception("match %s: not looked at", room.id)
            room.unseen |= changed
        finally:
            room.unseen |= self._wanted.pop(room)

    async def _look(self, room: Room, changed: set[str]) -> None:
        if LOG in changed:
            await self._follow(room)
        if changed & {SEATS, STATUS, REMATCH}:
            match = await database_sync_to_async(reading.row)(room.id)
            if changed & {SEATS, STATUS}:
                room.reseat(match)
            if REMATCH in changed:
                rematch = await database_sync_to_async(queries.rematch_of)(match)
                if rematch is not None:
                    room.tell_mayors(Frame(Rematch(match=rematch)))
        if changed & {CLOCK, PRESENCE, STATUS}:
            await self.standing(room)
        if CHAT in changed:
            for said in await database_sync_to_async(chat.recent)(room.id):
                if said.pk not in room.lines:
                    room.lines.add(said.pk)
                    room.tell(Frame(telling.line(said)))
        if VOTE in changed:
            room.tell(Frame(telling.votes(await database_sync_to_async(absence.votes)(room.id))))

    async def standing(self, room: Room) -> None:
        """Tell the clock and the mayors' presence if they are not what was told last."""
        match = await self._warm(room)
        if match is None:
            return
        face = telling.clock_face(match)
        if face != room.clock:
            room.clock = face
            room.tell(Frame(telling.clock(face)))
        states = room.presence.states(match, asyncio.get_running_loop().time())
        if states != room.presence.shown:
            room.presence.shown = states
            room.tell(Frame(telling.presence(states)))

    async def _warm(self, room: Room) -> Warm | None:
        """The match as it is committed, None while an entry is on its way: it brings its own look.

        A match at hand may be ahead of the database for the moment that a commit takes.
        """
        match = await self._desk.find(room.id)
        if match.fold.sequence < room.sequence:
            match = await self._desk.refresh(room.id)
        # By the head: an entry of another process may have taken the sequence of ours.
        return match if match.fold.head == room.head else None

    async def _follow(self, room: Room) -> None:
        """Tell the entries that this process did not write itself."""
        before = room.sequence  # it may grow while the log is read
        entries = await database_sync_to_async(warm.later)(room.id, before)
        for data in entries:
            room.advance(data)
        if room.sequence < before + len(entries):
            log.error("match %s: the log does not follow on what was told", room.id)
            room.spoilt = True
            for connection in list(room.connections):
                connection.end(codes.UNAVAILABLE)


_tasks: set[asyncio.Task[None]] = set()
