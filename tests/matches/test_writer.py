"""Many entries in one commit, and none of them spoils another's."""

import threading
from typing import Any

import pytest
from django.db import DatabaseError, connections
from django.db.backends.utils import CursorWrapper

from games.ledger import kinds
from games.matches import turns, warm
from games.matches.judge import judge
from games.matches.writer import Append, Writer, append_all
from games.models import Match, Transaction
from tests.matches.table import Table


def hold(cursor: CursorWrapper) -> None:
    """Begin a transaction that the writer must wait for."""
    if cursor.db.vendor == "sqlite":
        cursor.execute("BEGIN IMMEDIATE")
    else:
        cursor.execute("BEGIN")
        cursor.execute("LOCK TABLE games_transaction IN EXCLUSIVE MODE")


def fund(table: Table, match: Match) -> Append:
    """A fund drive of seat 0, judged but not yet written."""
    found = warm.load(match.id)
    return judge(found, table.action(match, 0, (found.rules.actions.FUND_DRIVE,)))


def fund_or_end(table: Table, match: Match) -> Append:
    """What whoever has the turn may do, judged but not yet written."""
    found = warm.load(match.id)
    seat, actions = found.turn_seat(), found.rules.actions
    assert seat is not None
    state: Any = found.fold.state
    action = actions.FUND_DRIVE if state.points[seat] else actions.END_TURN
    return judge(found, table.action(match, seat, (action,)))


def test_a_conflict_does_not_sink_its_batch(table: Table) -> None:
    matches = [table.playing(chance=0) for _ in range(3)]
    items = [fund(table, match) for match in matches]
    lost = items[1]
    end = (warm.load(matches[1].id).rules.actions.END_TURN,)
    won = turns.submit(table.action(matches[1], 0, end))
    assert won.sequence == lost.sequence
    written = append_all(items)
    assert written == {(items[n].match_id, items[n].sequence) for n in (0, 2)}
    for item in items:
        row = Transaction.objects.get(match_id=item.match_id, sequence=item.sequence)
        assert (bytes(row.entry) == item.row[5]) == (item is not lost)
        match = Match.objects.get(pk=item.match_id)
        assert bytes(match.head) == bytes(row.head)
        assert warm.load(item.match_id).fold.head == bytes(match.head)


def test_batches_of_two_processes_do_not_wait_for_each_other_for_ever(table: Table) -> None:
    """The same matches, in opposite orders: on PostgreSQL that was a deadlock now and then."""
    matches = [table.playing(chance=0) for _ in range(12)]
    failures: list[DatabaseError] = []
    for _ in range(8):
        batches = [[fund_or_end(table, match) for match in matches] for _ in range(2)]
        batches[1].reverse()
        gate = threading.Barrier(2)

        def write(batch: list[Append], gate: threading.Barrier = gate) -> None:
            try:
                connections["matches"].ensure_connection()
                gate.wait(30)
                append_all(batch)
            except DatabaseError as error:
                failures.append(error)
            finally:
                connections.close_all()

        threads = [threading.Thread(target=write, args=(batch,)) for batch in batches]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert not failures


def test_two_of_one_match_in_one_batch_are_one(table: Table) -> None:
    match = table.playing(chance=0)
    writer = Writer()
    items = [fund(table, match), fund(table, match)]
    futures = [writer.append(item) for item in items]
    assert sorted(future.result(10) for future in futures) == [False, True]
    writer.stop()
    assert warm.load(match.id).fold.sequence == items[0].sequence


def test_what_gathers_while_it_writes_is_one_commit(table: Table) -> None:
    matches = [table.playing(chance=0) for _ in range(6)]
    items = [fund(table, match) for match in matches]
    writer = Writer()
    with connections["matches"].cursor() as cursor:
        hold(cursor)
        futures = [writer.append(item) for item in items]
        assert not any(future.done() for future in futures)
        cursor.execute("COMMIT")
    assert all(future.result(10) for future in futures)
    assert writer.rows == 6 and writer.batches <= 2
    writer.stop()


def test_whoever_waits_hears_of_a_database_that_fails(table: Table) -> None:
    match = table.playing(chance=0)
    item = fund(table, match)
    broken = Append(item.match_id, item.sequence, (*item.row[:2], None, *item.row[3:]), ())
    writer = Writer()
    with pytest.raises(DatabaseError):
        writer.append(broken).result(10)
    assert Transaction.objects.filter(match=match).count() == item.sequence - 1
    assert writer.append(item).result(10)  # and the next one is written
    writer.stop()


def test_what_is_handed_in_is_written_before_it_stops(table: Table) -> None:
    matches = [table.playing(chance=0) for _ in range(3)]
    writer = Writer()
    futures = [writer.append(fund(table, match)) for match in matches]
    writer.stop()
    assert all(future.done() and future.result() for future in futures)


def test_the_seat_of_the_platform_is_a_number(table: Table) -> None:
    match = table.playing(chance=1)
    rows = Transaction.objects.filter(match=match, kind=kinds.DRAW)
    assert [row.seat for row in rows] == [kinds.SYSTEM]


def test_who_gives_up_in_time_is_not_written(table: Table) -> None:
    matches = [table.playing(chance=0) for _ in range(3)]
    items = [fund(table, match) for match in matches]
    writer = Writer()
    with connections["matches"].cursor() as cursor:
        hold(cursor)
        first = writer.append(items[0])
        while not first.running():  # the writer holds it, and waits for us
            pass
        futures = [writer.append(item) for item in items[1:]]
        assert futures[0].cancel()
        assert not first.cancel()
        cursor.execute("COMMIT")
    assert first.result(10) and futures[1].result(10)
    writer.stop()
    assert warm.load(matches[1].id).fold.sequence == items[1].sequence - 1
