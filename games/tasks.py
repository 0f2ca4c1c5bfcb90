"""What the worker does about matches. Every task may be lost, and may run twice.

Nothing here is the truth: work is a row of the outbox until it is done, and what is due in a match
is worked out from its log. The tasks only see to it that somebody looks.
"""

import logging
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from celery import shared_task
from django.conf import settings
from django.db import connections
from django.utils import timezone

from accounts import guests
from games.matches import absence, conductor, outbox, publish, queries, uptime, waiting
from games.matches.publish import Published
from games.matches.refused import Refused

GUESTS_AT_ONCE = 500  # rows a transaction: nobody should wait long for the one that writes
LATE_MS = 30_000  # a match this late has no server that looks at it
MOST_SECONDS = 20.0  # that one look after late matches may take: archives wait meanwhile

log = logging.getLogger(__name__)


@shared_task
def work(row_id: int) -> bool:
    """Do the work of a row of the outbox; whether it was done now."""
    return outbox.work(row_id)


@shared_task
def enqueue_open_work() -> int:
    """Enqueue what should have been done by now; returns how many.

    It expires by the next look, so that a row waits in the queue once.
    """
    rows = outbox.overdue()
    for row_id in rows:
        work.apply_async((row_id,), expires=settings.WORKER_LOOK_SECONDS)
    return len(rows)


@shared_task
def take_up_late_matches() -> int:
    """Do what is long due in matches that no server looks at; returns how many entries it took.

    All that a server would do: stand-ins, draws, bots' moves, time-outs, openings, endings. Where
    no server process lives, nobody could have come: then nothing is done at people's cost.
    """
    end = time.monotonic() + MOST_SECONDS
    up = uptime.up_since() is not None
    entries = 0
    tried: set[str] = set()
    while time.monotonic() < end and (away := absence.long_away(tried, LATE_MS)):
        for match_id, seat in away:
            entries += _tried(match_id, partial(conductor.stand_in, match_id, seat))
            tried.add(match_id)
    tried = set()
    while time.monotonic() < end and (late := conductor.overdue(LATE_MS, tried)):
        for match_id in late:
            if time.monotonic() > end:
                break  # the next look goes on
            entries += _tried(match_id, partial(conductor.perform, match_id, end, people=up))
            tried.add(match_id)
    return entries


def _tried(match_id: str, work: Callable[[], int]) -> int:
    """How many entries it took; none where it failed, which is no other match's harm."""
    try:
        return work()
    except Refused as refused:
        log.info("match %s: not done now: %s", match_id, refused)
    except Exception:
        log.exception("match %s: a duty failed", match_id)
    return 0


@shared_task
def give_up_lonely_matches() -> int:
    """End the matches that wait for players in vain; returns how many."""
    ended = 0
    for match_id in waiting.given_up():
        try:
            waiting.give_up(match_id)
        except Refused as refused:
            log.info("match %s: not given up: %s", match_id, refused)
        else:
            ended += 1
    return ended


@shared_task
def forget_guests() -> int:
    """Delete the guests who were never in a match and have not come for long; returns how many.

    What accounts are known by stands in the other database, which no foreign key reaches.
    """
    before = timezone.now().date() - timedelta(days=settings.GUESTS_KEPT_DAYS)
    deleted = last = 0
    while found := guests.idle(before, last, GUESTS_AT_ONCE):
        last = found[-1]
        deleted += guests.forget(set(found) - queries.known_users(found), before)
    return deleted


def enqueue_at_commit() -> None:
    """From now on, have work enqueued as soon as this process has made it due."""
    publish.listen(_heard)


def _heard(published: Published) -> None:
    # Work comes with a match's beginning and end alone. The queue may be slow or away, and the one
    # who committed, perhaps the server's loop, must not wait for it.
    if "status" in published.changed:
        threading.Thread(target=_enqueue, args=(published.match_id,), daemon=True).start()


def _enqueue(match_id: str) -> None:
    try:
        for row_id in outbox.open_rows(match_id):
            work.apply_async((row_id,), retry=False)
    except Exception:
        # `enqueue_open_work` comes again.
        log.warning("match %s: work was not enqueued at once", match_id, exc_info=True)
    finally:
        connections.close_all()
