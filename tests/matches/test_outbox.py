"""Work that a match's end has made due is done, however often it fails or is enqueued."""

import pytest

from citybuilder.schedule import PERIODIC
from games import tasks
from games.matches import outbox
from games.matches.time import now_ms
from games.models import Archive, Match, OutboxRow
from tests.docs.tables import ROOT
from tests.docs.tables import table as table_of
from tests.matches.table import Table


def ended(table: Table) -> OutboxRow:
    """The open row of a match that has just ended."""
    match = table.play_out(table.playing(kind=3, size=16, rounds=6, bots=[0]))
    return OutboxRow.objects.get(match=match)


def test_work_that_is_open_for_long_is_found_and_done_once(table: Table) -> None:
    row = ended(table)
    assert outbox.overdue() == []  # the queue has it
    OutboxRow.objects.update(created_at=now_ms() - outbox.RETRY_MS - 1)
    assert outbox.overdue() == [row.pk]
    assert [tasks.work(row.pk), tasks.work(row.pk)] == [True, False]
    assert Archive.objects.count() == 1
    assert outbox.overdue() == []
    assert tasks.work(row.pk + 1) is False  # a row that is gone


def test_work_that_fails_waits_as_long_again_and_in_the_end_for_staff(table: Table) -> None:
    row = ended(table)
    Match.objects.update(genesis=b"broken")
    for attempts in range(outbox.MOST_TRIES):
        wait = outbox.RETRY_MS * 2**attempts
        OutboxRow.objects.update(created_at=now_ms() - wait + 5_000)
        assert outbox.overdue() == []
        OutboxRow.objects.update(created_at=now_ms() - wait - 1)
        assert outbox.overdue() == [row.pk]
        with pytest.raises(Exception, match="FILE at 0"):
            tasks.work(row.pk)
        row.refresh_from_db()
        assert (row.attempts, row.done_at) == (attempts + 1, None)
    OutboxRow.objects.update(created_at=0)
    assert outbox.overdue() == []
    assert outbox.again([row.pk]) == 1
    assert outbox.overdue() == [row.pk]


def test_what_is_done_is_not_tried_anew(table: Table) -> None:
    row = ended(table)
    tasks.work(row.pk)
    assert outbox.again([row.pk]) == 0


def test_the_operators_table_has_every_periodic_task_with_its_period() -> None:
    rows = table_of("What the worker does about matches", path=ROOT / "docs" / "operations.md")
    told = {row[0].strip("`"): row[1] for row in rows}
    assert told.pop("work")
    names = {20: "every 20 s", 3600: "every hour"}
    mine = {name: period for name, period in PERIODIC.items() if name.startswith("games.")}
    assert told == {name.rpartition(".")[2]: names[period] for name, period in mine.items()}
    assert all(hasattr(tasks, name) for name in told)
    last = outbox.RETRY_MS * 2 ** (outbox.MOST_TRIES - 1)
    assert 5 <= last / 86_400_000 <= 6 and outbox.MOST_TRIES == 15
