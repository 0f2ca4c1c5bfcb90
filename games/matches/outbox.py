"""Work that a commit has made due. It is enqueued until its result exists.

A queue forgets: a worker that is killed in a task loses it. So the row stays open until the result
is there, and the sweep enqueues what is open for too long once more; for work that fails, each wait
is as long as all before it. Every work is idempotent.
"""

from collections.abc import Callable

from django.db import transaction
from django.db.models import ExpressionWrapper, F, FloatField
from django.db.models.functions import Power

from games.matches import archives
from games.matches.time import now_ms
from games.matches.writer import ALIAS
from games.models import OutboxRow

RETRY_MS = 30_000
MOST_AT_ONCE = 100
MOST_TRIES = 15  # the last one 6 days after the commit; then staff must look (`again`)

WORK: dict[str, Callable[[str], object]] = {OutboxRow.Kind.ARCHIVE: archives.make}


def overdue() -> list[int]:
    """Rows that have been open for longer than a queue, and their failures, should take."""
    opened = OutboxRow.objects.filter(done_at__isnull=True, attempts__lt=MOST_TRIES)
    wait = RETRY_MS * Power(2, F("attempts"), output_field=FloatField())
    age = ExpressionWrapper(now_ms() - F("created_at"), output_field=FloatField())
    late = opened.annotate(wait=wait, age=age).filter(age__gt=F("wait"))
    return list(late.order_by("created_at").values_list("pk", flat=True)[:MOST_AT_ONCE])


def again(row_ids: list[int]) -> int:
    """Try these rows anew as if they had not failed, if they are open; how many."""
    opened = OutboxRow.objects.filter(pk__in=row_ids, done_at__isnull=True)
    return opened.update(attempts=0)


def open_rows(match_id: str) -> list[int]:
    """Rows of a match whose work is not done."""
    rows = OutboxRow.objects.filter(match_id=match_id, done_at__isnull=True)
    return list(rows.values_list("pk", flat=True))


def work(row_id: int) -> bool:
    """Do the work of a row if it is still open; whether it was done now."""
    row = OutboxRow.objects.filter(pk=row_id, done_at__isnull=True).first()
    if row is None:
        return False
    OutboxRow.objects.filter(pk=row_id).update(attempts=F("attempts") + 1)
    WORK[row.kind](row.match_id)
    with transaction.atomic(using=ALIAS):
        done = OutboxRow.objects.filter(pk=row_id, done_at__isnull=True).update(done_at=now_ms())
    return done == 1
