"""A queue of tasks in a folder, for one machine without a server for it.

kombu's own transport with three things mended. A message appears under its name only once it is
whole: kombu opens the file first and writes later, so that a reader may take an empty one. A
message that is being read stays in DATA_DIR: kombu moves it through the machine's /tmp. And nobody
sends before it is written who gets what is sent: kombu begins that file empty, and takes it as
written in a process's other threads, so that the first messages of several threads went nowhere.
"""

import os
import threading
from pathlib import Path
from queue import Empty
from time import time_ns
from typing import Any
from uuid import uuid4

from kombu.transport import filesystem
from kombu.utils.json import dumps, loads

FOLDERS = ("queue", "control", "taken")


def prepare(folder: Path) -> None:
    """Make the folders, for the owner alone. Before anybody enqueues."""
    for each in (folder, *(folder / name for name in FOLDERS)):
        each.mkdir(mode=0o700, parents=True, exist_ok=True)


def forget_taken(folder: Path) -> None:
    """Remove what a worker that died had taken but not read. Before the only worker begins.

    Such a task is lost, as any that is under way when its worker dies; what must happen is enqueued
    again by those who keep count of it.
    """
    for left in folder.joinpath("taken").iterdir():
        left.unlink()


class Channel(filesystem.Channel):
    """Messages as files, named so that the older one sorts first."""

    _binding = threading.Lock()

    def queue_bind(self, *arguments: Any, **named: Any) -> None:
        """Say which messages a queue gets; one thread after the other."""
        with self._binding:
            super().queue_bind(*arguments, **named)

    def _queue_bind(self, exchange: str, *binding: Any) -> None:
        listed = Path(self.control_folder, f"{exchange}.exchange")
        if not listed.exists():
            begun = listed.with_name(f"{uuid4()}.new")
            begun.write_text("[]")
            try:
                os.link(begun, listed)
            except FileExistsError:
                pass  # another process was quicker
            finally:
                begun.unlink()
        super()._queue_bind(exchange, *binding)

    def _put(self, queue: str, message: Any, **_: Any) -> None:  # type: ignore[override]
        name = f"{time_ns():020d}_{uuid4()}.{queue}.msg"
        whole = Path(self.data_folder_out, name)
        begun = whole.with_suffix(".new")  # a reader looks for .msg
        begun.write_text(dumps(message), "utf-8")
        begun.rename(whole)

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        wanted = f"{queue}.msg"
        for name in sorted(os.listdir(self.data_folder_in)):
            if name.partition(".")[2] != wanted:
                continue
            taken = Path(self.processed_folder, name)
            try:
                Path(self.data_folder_in, name).rename(taken)
            except FileNotFoundError:
                continue  # another worker was quicker
            payload = taken.read_text("utf-8")
            taken.unlink()
            return loads(payload)
        raise Empty


class Transport(filesystem.Transport):
    """The folder, looked into four times a second."""

    Channel = Channel
    polling_interval = 0.25

    def drain_events(  # type: ignore[override]
        self, connection: Any, timeout: float | None = None
    ) -> None:
        """Wait for a message, but not for long: in between, the worker sees if it shall end.

        timeout: seconds; at most half a second is waited. Raises socket.timeout when they are over.
        """
        super().drain_events(connection, timeout=min(timeout or 0.5, 0.5))
