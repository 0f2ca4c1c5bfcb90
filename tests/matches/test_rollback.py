"""A log in which something was taken back or rolled back is loaded, played on and mended."""

import asyncio
import os

import pytest
from channels.db import database_sync_to_async

from games.ledger import kinds
from games.ledger.entries import Entry
from games.matches import archives, turns, warm
from games.matches.rebuild import rebuild
from games.matches.turns import Desk
from games.matches.warm import Person, Warm
from games.models import Match, Seat, Transaction
from tests.matches.table import Table

THREE = {"kind": 1, "seats": 3, "chance": 0}


def write(match: Match, *entries: Entry) -> None:
    """Append what no command writes yet. Entries of one who goes back name the target."""
    row = Match.objects.get(pk=match.pk)
    targets = tuple(entry.details.target for entry in entries)
    found = Warm(row, [Person(seat) for seat in row.places.order_by("number")], targets)
    for data in warm.later(match.id, 0):
        found.follow(data)
    for entry in entries:
        entry.time = found.fold.clock.time
        entry.command_id = os.urandom(16)
        data = found.fold.write(entry)
        Transaction.objects.create(
            match_id=match.id,
            sequence=entry.sequence,
            seat=entry.seat,
            command_id=entry.command_id,
            kind=entry.kind,
            entry=data,
            head=found.fold.head,
            time=entry.time,
        )
    fold = found.fold
    Match.objects.filter(pk=match.pk).update(
        sequence=fold.sequence, head=fold.head, epoch=fold.epoch
    )


def rolled_back(target: int) -> Entry:
    entry = Entry(kinds.ROLLBACK, kinds.BY_STAFF, kinds.SYSTEM)
    entry.details.reason = 1
    entry.details.target = target
    return entry


def taken_back(seat: int, target: int) -> list[Entry]:
    steps = []
    for step, authority, writer in (
        (kinds.ASK, kinds.PLAYER, seat),
        (kinds.DONE, kinds.CLOCK, kinds.SYSTEM),
    ):
        entry = Entry(kinds.TAKE_BACK, authority, writer)
        entry.details.step = step
        entry.details.of = seat
        entry.details.target = target
        steps.append(entry)
    return steps


@pytest.mark.parametrize("kind", [kinds.ROLLBACK, kinds.TAKE_BACK])
def test_a_log_that_goes_back_is_loaded_and_played_on(table: Table, kind: int) -> None:
    match = table.playing(chance=0)
    before = warm.load(match.id)
    fund = (before.rules.actions.FUND_DRIVE,)
    turns.submit(table.action(match, 0, fund))

    async def follow() -> bytes:
        desk = Desk(asyncio.get_running_loop())
        await desk.refresh(match.id)  # kept without what is gone back to
        target = before.fold.sequence
        entries = [rolled_back(target)] if kind == kinds.ROLLBACK else taken_back(0, target)
        await database_sync_to_async(write)(match, *entries)
        return (await desk.refresh(match.id)).fold.state_hash

    assert asyncio.run(follow()) == before.fold.state_hash
    found = warm.load(match.id)
    assert found.fold.state_hash == before.fold.state_hash
    assert found.fold.epoch == (1 if kind == kinds.ROLLBACK else 0)
    turns.submit(table.action(match, 0, fund, base=table.base(match)))
    table.end_turn(match)
    fold, _ = archives.refold(match)
    match.refresh_from_db()
    assert bytes(match.head) == fold.head
    assert rebuild(match.id) == []
    table.play_out(match)
    assert archives.make(match.id).sha256


def test_who_had_resigned_is_back_in_a_state_before(table: Table) -> None:
    match = table.playing(**THREE)
    before = warm.load(match.id).fold.sequence
    turns.submit(table.action(match, 2, (warm.load(match.id).rules.actions.RESIGN,)))
    seats = Seat.objects.filter(match_id=match.id, number=2).values_list("rank", "absent")
    assert list(seats) == [(0, False)]
    write(match, rolled_back(before))
    rebuild(match.id)
    assert list(seats.all()) == [(None, False)]
