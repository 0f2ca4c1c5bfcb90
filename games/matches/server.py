"""The matches of one server process: what its loop has at hand, and what it does by itself."""

import asyncio

from games.matches.conductor import Conductor
from games.matches.thinking import Thinkers
from games.matches.turns import Desk
from games.matches.writer import writer


class MatchServer:
    """desk: where commands are handed in and matches read; conductor: draws, bots, clocks."""

    def __init__(self, thinkers: int = 1) -> None:
        """On the loop that serves. thinkers: processes in which bots think."""
        self.desk = Desk(asyncio.get_running_loop())
        self.conductor = Conductor(self.desk, Thinkers(thinkers))

    async def start(self) -> None:
        """Begin to do what is due. Raises DatabaseError if it cannot be noted that it does."""
        await self.conductor.start()

    async def stop(self) -> None:
        """End, with everything written that was handed in."""
        await self.conductor.stop()
        await asyncio.get_running_loop().run_in_executor(None, writer.stop)
