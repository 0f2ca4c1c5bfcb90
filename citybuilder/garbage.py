"""When Python's cyclic garbage collector may stop the server.

Reference counts free nearly everything; the collector only looks for cycles, and a full collection
walks every object there is: 600 ms with 10,000 sockets (measured), in which no turn is answered. So

* it never walks everything by itself: the threshold of the oldest generation is out of reach;
* every few minutes what has come since is collected once, and everything alive is then frozen: set
  aside for good, so that the next collection need not walk it.

What is frozen and becomes part of a cycle later is never freed, so the objects of a connection must
not be in cycles; tests count them.

Source: the documentation of gc.freeze and gc.set_threshold; "Copy-on-write friendly Python garbage
collection", Instagram Engineering, 2017, which brought gc.freeze into CPython.
"""

import asyncio
import contextlib
import gc
import time
from typing import Any

# Net new container objects before the youngest is collected; younger ones before the next older.
THRESHOLDS = (20_000, 20, 1_000_000)
FREEZE_SECONDS = 300.0

longest_pause = 0.0
"""Seconds that the longest collection of this process took; a figure for whoever watches it."""

_before = gc.get_threshold()
_started_at = 0.0
_task: asyncio.Task[None] | None = None


def _watch(phase: str, info: dict[str, Any]) -> None:
    global longest_pause, _started_at
    if phase == "start":
        _started_at = time.perf_counter()
    else:
        longest_pause = max(longest_pause, time.perf_counter() - _started_at)


def freeze() -> None:
    """Collect what has come since the last time, and set aside everything that is alive."""
    gc.collect()
    gc.freeze()


async def _freeze_again() -> None:
    while True:
        await asyncio.sleep(FREEZE_SECONDS)
        freeze()


async def startup() -> None:
    """Take over the collector; called when everything is loaded."""
    global _task
    gc.set_threshold(*THRESHOLDS)
    freeze()
    gc.callbacks.append(_watch)
    _task = asyncio.create_task(_freeze_again())


async def shutdown() -> None:
    """Leave the collector as Python has it."""
    gc.callbacks.remove(_watch)
    if _task is not None:
        _task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await _task
    gc.unfreeze()
    gc.set_threshold(*_before)
