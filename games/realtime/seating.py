"""Looking who has a seat, when somebody without one says what only a mayor may say.

Anybody may do so as often as the pace allows: one look serves all who ask while it waits, and a
room's looks keep apart.
"""

import asyncio
import logging

from channels.db import database_sync_to_async

from games.realtime import reading
from games.realtime.hub import Hub
from games.realtime.room import Room

log = logging.getLogger(__name__)


async def look(hub: Hub, room: Room) -> None:
    """Have the room and the desk know the seats as they are now, or a little later."""
    if room.looking is None:
        room.looking = asyncio.get_running_loop().create_task(_look(hub, room))
        _tasks.add(room.looking)
        room.looking.add_done_callback(_tasks.discard)
    # Whoever gives up waiting must not take the others' look along.
    await asyncio.shield(room.looking)


async def _look(hub: Hub, room: Room) -> None:
    loop = asyncio.get_running_loop()
    await asyncio.sleep(room.looked_at + hub.limits.watch_every - loop.time())
    room.looking = None  # for who asks from here on, this look may come too early
    room.looked_at = loop.time()
    try:
        room.reseat(await database_sync_to_async(reading.row)(room.id))
        await hub.desk.refresh(room.id)
    except Exception:
        log.exception("match %s: its seats are not known", room.id)


_tasks: set[asyncio.Task[None]] = set()
