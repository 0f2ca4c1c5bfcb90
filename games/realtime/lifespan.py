"""What runs beside the sockets of a server process: started with it, stopped with it."""

import asyncio

from channels.layers import get_channel_layer
from django.conf import settings

from games.matches.server import MatchServer
from games.realtime.endings import Endings
from games.realtime.hub import Hub
from games.realtime.watch import Watch

DRAIN_SECONDS = 2.0  # how long sockets may take to hear that the server stops


class Running:
    """The matches at hand, the sockets, and the watch over both."""

    def __init__(self) -> None:
        """On the loop that serves."""
        self.matches = MatchServer()
        self.hub = Hub(self.matches.desk, settings.REALTIME_LIMITS)
        self.endings = Endings(self.hub)
        self.watch = Watch(self.hub, self.endings, get_channel_layer())

    async def start(self) -> None:
        """Begin."""
        await self.matches.start()
        self.endings.start()
        await self.watch.start()

    async def stop(self) -> None:
        """End, with everything written that was handed in."""
        await drain()
        await self.watch.stop()
        self.endings.stop()
        await self.matches.stop()


_running: Running | None = None
_starting: asyncio.Task[None] | None = None


async def startup() -> None:
    """Start on this loop. Servers without a lifespan start with their first socket."""
    global _running, _starting
    if _running is None:
        _running = Running()
        _starting = asyncio.get_running_loop().create_task(_running.start())
    assert _starting is not None
    await asyncio.shield(_starting)


async def running() -> Hub:
    """The hub of this process, started if need be."""
    if _running is None or _starting is None or not _starting.done():
        await startup()
    assert _running is not None
    return _running.hub


async def drain() -> None:
    """Tell every socket that the server stops, and close it (1012). Before the server itself does.

    Returns when all are gone, or after a while.
    """
    if _running is None:
        return
    hub = _running.hub
    hub.drain()
    until = asyncio.get_running_loop().time() + DRAIN_SECONDS
    while hub.connections and asyncio.get_running_loop().time() < until:
        await asyncio.sleep(0.02)


async def shutdown() -> None:
    """Stop."""
    global _running, _starting
    if _running is not None:
        await _running.stop()
        _running = _starting = None
