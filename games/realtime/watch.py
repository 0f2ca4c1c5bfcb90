"""What the hub does by itself: follow other processes, end the silent, renew leases.

Hints through the channel layer come soon or never; the log's heads, asked for once a second, come
in any case. Both only say where to look.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from channels.db import database_sync_to_async
from django.db import DatabaseError

from games.matches import absence, publish, queries
from games.matches.refused import Refused
from games.matches.time import now_ms
from games.realtime import reading
from games.realtime.crowd import Crowd
from games.realtime.endings import Endings
from games.realtime.heartbeat import end_if_silent
from games.realtime.hub import Hub
from games.realtime.refresh import ALL, BESIDE_THE_LOG, CHAT
from games.realtime.room import Room

AFTER_TROUBLE_SECONDS = 1.0

log = logging.getLogger(__name__)


class Watch:
    """The tasks beside a hub. layer: of channels, or None where one process serves alone."""

    def __init__(self, hub: Hub, endings: Endings, layer: Any) -> None:
        self._hub = hub
        self._endings = endings
        self._layer = layer
        self._channel = ""
        self._crowd = Crowd(hub.limits.note_every)
        self._watched: set[str] = set()  # matches whose hints are subscribed to
        self._empty: set[str] = set()  # rooms that nobody was in a second ago
        self._line = 0  # the newest line of chat, of any match, that was looked at
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin; on the hub's loop."""
        limits = self._hub.limits
        publish.listen(self._hub.heard)
        self._line = await database_sync_to_async(reading.newest_line)()
        self._begin(_again_and_again(limits.watch_every, self._second))
        self._begin(_again_and_again(limits.note_every, self._note_leases))
        self._begin(_again_and_again(limits.note_every, self._note_crowd))
        self._begin(_again_and_again(limits.sessions_every, self._endings.look))
        if self._layer is not None:
            # Apart from the rest: a layer that is away must not keep the log from being read.
            self._channel = await self._layer.new_channel()
            self._begin(_again_and_again(limits.watch_every, self._subscribe))
            self._begin(_again_and_again(0.0, self._hint))

    async def stop(self) -> None:
        """End."""
        publish.unlisten(self._hub.heard)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        try:
            await database_sync_to_async(self._crowd.leave)()
        except DatabaseError:  # the others see in a while that it is noted no more
            log.warning("this process is still counted", exc_info=True)

    def _begin(self, work: Any) -> None:
        self._tasks.append(asyncio.get_running_loop().create_task(work))

    # -- once a second ---------------------------------------------------------------

    async def _second(self) -> None:
        now = asyncio.get_running_loop().time()
        hub = self._hub
        for connection in list(hub.connections):
            end_if_silent(connection, now, hub.limits)
        hub.paces.forget(now)
        hub.openings.forget(now)
        empty = {room.id for room in hub.rooms.values() if not room.connections}
        for match_id in empty & self._empty:
            del hub.rooms[match_id]
        self._empty = empty
        await self._heads()
        for room in list(hub.rooms.values()):
            _renew(room)
            await self._stand(room)
            if room.unseen:
                unseen, room.unseen = room.unseen, set()
                hub.refresh.look(room, unseen)
        await hub.lobby.look(hub.paces.people())

    async def _stand(self, room: Room) -> None:
        try:
            await self._hub.refresh.standing(room)
        except Refused as refused:
            log.warning("match %s: not at hand: %s", room.id, refused)

    async def _heads(self) -> None:
        rooms = self._hub.rooms
        if not rooms:
            return
        heads = await database_sync_to_async(queries.heads)(list(rooms))
        for match_id, (_, sequence) in heads.items():
            room = rooms.get(match_id)
            if room is not None and sequence > room.sequence:
                self._hub.changed(room, sequence, ALL - {CHAT})
        said = await database_sync_to_async(reading.lines_after)(self._line)
        for line, match_id in said:
            self._line = max(self._line, line)
            room = rooms.get(match_id)
            if room is not None and line not in room.lines:
                self._hub.changed(room, 0, frozenset({CHAT}))

    # -- hints -----------------------------------------------------------------------

    async def _subscribe(self) -> None:
        rooms = set(self._hub.rooms)
        for match_id in rooms - self._watched:
            await self._layer.group_add(publish.group(match_id), self._channel)
            self._watched.add(match_id)
        for match_id in self._watched - rooms:
            await self._layer.group_discard(publish.group(match_id), self._channel)
            self._watched.discard(match_id)

    async def _hint(self) -> None:
        hint = await self._layer.receive(self._channel)
        room = self._hub.rooms.get(hint["match"])
        if room is None:
            return
        changed = frozenset(hint["changed"])
        if hint["sequence"] <= room.sequence:
            changed &= BESIDE_THE_LOG  # the rest came with the entry, which is known here
        self._hub.changed(room, hint["sequence"], changed)

    # -- the lobby -------------------------------------------------------------------

    async def _note_crowd(self) -> None:
        hub = self._hub
        hub.lobby.elsewhere = await database_sync_to_async(self._crowd.note)(hub.paces.people())

    # -- presence --------------------------------------------------------------------

    async def _note_leases(self) -> None:
        rooms = self._hub.rooms
        here = set()
        for room in rooms.values():
            for connection in room.connections:
                seat = room.seat_of(connection)
                if seat is not None:
                    here.add(room.place_of(seat))
        await database_sync_to_async(absence.seen)(here)
        seen = await database_sync_to_async(reading.seen_at)(list(rooms))
        now, at = now_ms(), asyncio.get_running_loop().time()
        for match_id, seat, seen_at in seen:
            room_of = rooms.get(match_id)
            if room_of is not None:
                room_of.presence.heard(seat, at - max(0, now - seen_at) / 1000)


def _renew(room: Room) -> None:
    for connection in room.connections:
        seat = room.seat_of(connection)
        if seat is not None:
            room.presence.heard(seat, connection.heard_at)


async def _again_and_again(seconds: float, work: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await work()
            if seconds:
                await asyncio.sleep(seconds)
        except Exception:
            log.exception("the watch stumbled")
            await asyncio.sleep(AFTER_TROUBLE_SECONDS)
