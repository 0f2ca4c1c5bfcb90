"""A server process notes again and again that it lives, and hears so that an outage is over."""

import asyncio
import logging
from collections.abc import Callable

from channels.db import database_sync_to_async
from django.db import DatabaseError

from games.matches import uptime
from games.matches.time import now_ms
from games.matches.uptime import NOTE_SECONDS, OUTAGE_MS

log = logging.getLogger(__name__)


class Pulse:
    """after_outage: called on the loop with when the platform came up, ms UTC: at the start, and
    whenever it has been away since.
    """

    def __init__(self, after_outage: Callable[[int], None]) -> None:
        self._after_outage = after_outage
        self._since: int | None = None  # when the platform came up, as noted last
        self._noted_at = 0
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin; returns when it is noted. Raises DatabaseError."""
        await self._note()
        self._task = asyncio.get_running_loop().create_task(self._note_for_ever())

    async def stop(self) -> None:
        """End, with a last note."""
        if self._task is None:
            return
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        try:
            await self._note()
        except DatabaseError:  # it counts as away from its note before
            log.warning("the last sign of life was not noted", exc_info=True)

    def beats(self) -> bool:
        """Whether this process has not been away itself, held up or without its database.

        Who has been knows of the outage with the next note.
        """
        return now_ms() - self._noted_at <= OUTAGE_MS

    async def _note(self) -> None:
        now = now_ms()
        since = await database_sync_to_async(uptime.note)()
        self._noted_at = now
        if since != self._since:
            self._since = since
            self._after_outage(since)

    async def _note_for_ever(self) -> None:
        while True:
            await asyncio.sleep(NOTE_SECONDS)
            try:
                await self._note()
            except Exception:
                log.exception("no sign of life was noted")
