"""Bots think in processes of their own, so that no socket waits for them."""

import os
import signal
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

NICE = 5  # a bot's move matters less than a person's
PARENT_SECONDS = 1.0  # how often a process looks whether its server still lives


def think(version: int, level: int, state: bytes, seat: int, salt: bytes) -> bytes:
    """The action (canonical bytes) that a bot of this level chooses; level counts from 1."""
    from games import engine
    from games.bots import player

    rules = engine.rules(version)
    action = player.choose(level - 1, rules.decode(state), seat, salt)
    encoded: bytes = rules.encode_action(action)
    return encoded


def _begin(server: int) -> None:
    """In the new process: Ctrl-C is the server's affair, and without a server there is no work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICE)
    threading.Thread(target=_end_with, args=(server,), daemon=True).start()


def _end_with(server: int) -> None:
    while os.getppid() == server:
        time.sleep(PARENT_SECONDS)
    os._exit(0)


class Thinkers:
    """A few processes that think. Made on the first thought, and on the first after `stop`."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def choose(
        self, version: int, level: int, state: bytes, seat: int, salt: bytes
    ) -> "Future[bytes]":
        """As `think`, elsewhere. The future fails with BrokenExecutor if a process was killed."""
        if self._pool is None:
            # Spawned, not forked: the server has threads and an event loop.
            self._pool = ProcessPoolExecutor(
                self._processes,
                mp_context=get_context("spawn"),
                initializer=_begin,
                initargs=(os.getpid(),),
            )
        return self._pool.submit(think, version, level, state, seat, salt)

    def processes(self) -> "list[BaseProcess]":
        """The processes that think now."""
        return list(self._pool._processes.values()) if self._pool is not None else []

    def stop(self) -> None:
        """End the processes; what they think about is lost and thought again."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
