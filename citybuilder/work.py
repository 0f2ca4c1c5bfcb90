"""The worker of one machine: runs tasks and, in the same process, enqueues the periodic ones.

Run as `python -m citybuilder.work` by the supervisor, with a pipe as standard input. One process
that runs one task at a time: a second one would be 60 MB for work that nobody waits for, and to
fork beside the thread of the schedule would not be safe. Where there is more to do, run Celery's
own command (docs/operations.md).
"""

import logging
import os
import signal
import sys
import threading
import warnings
from typing import Any

import django
from celery.beat import Service
from celery.exceptions import SecurityWarning
from celery.signals import worker_ready
from celery.worker import state
from django.conf import settings

from citybuilder import file_queue, parent
from citybuilder.celery import app

logger = logging.getLogger("citybuilder.work")


class _Schedule(threading.Thread):
    """Celery's beat, in a thread: its own way of being embedded is a process that outlives us."""

    def __init__(self, app: Any, filename: str) -> None:
        super().__init__(name="schedule", daemon=True)
        # It sleeps for as long, also when it is told to end.
        self._service = Service(app, max_interval=1, schedule_filename=filename)

    def run(self) -> None:
        try:
            self._service.start()
        except Exception:
            # A worker without its schedule is none; the supervisor starts a new one.
            logger.exception("the schedule of tasks ended")
            os._exit(1)

    def end(self) -> None:
        """Stop, with the times of the last runs written down."""
        self._service.stop(wait=True)


@worker_ready.connect
def _end_on_signal(**_: Any) -> None:
    """Celery's own handlers do the same and print a line about it."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)


def _stop(number: int, frame: object) -> None:
    state.should_stop = os.EX_OK  # type: ignore[assignment]  # after the task that runs


def main() -> int:
    """Work until told to stop or the supervisor is gone; returns the exit code."""
    django.setup()
    parent.end_with_parent()
    # What it warns of is running what others have sent as root: here only JSON is read, as data.
    warnings.simplefilter("ignore", SecurityWarning)
    folder = settings.DATA_DIR / "tasks"
    file_queue.prepare(folder)
    file_queue.forget_taken(folder)
    schedule = _Schedule(app, str(folder / "schedule"))
    worker = app.Worker(
        pool="solo",
        concurrency=1,
        quiet=True,
        loglevel="WARNING",
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )
    schedule.start()
    try:
        worker.start()
    finally:
        schedule.end()
    return int(worker.exitcode or 0)


if __name__ == "__main__":
    sys.exit(main())
