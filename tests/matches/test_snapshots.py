"""A match goes on from its snapshot as it would from its whole log; the log is what counts."""

import zlib

import pytest
from django.core.management import CommandError, call_command

from games.matches import snapshots, turns, warm
from games.matches.snapshots import EVERY
from games.matches.warm import Person, Warm
from games.models import Match, Snapshot, Transaction
from tests.matches.table import Table

LONG = {"kind": 3, "size": 16, "rounds": 24, "chance": 0}


def played(table: Table, entries: int = EVERY + 6) -> Match:
    """A match with so many entries, with things undone in every turn."""
    match = table.playing(**LONG)
    found = warm.load(match.id)
    actions = found.rules.actions
    turn = (actions.FUND_DRIVE, actions.UNDO, actions.FUND_DRIVE, actions.END_TURN)
    for step in range(entries - found.fold.sequence):
        seat = found.turn_seat()
        assert seat is not None
        action = found.rules.encode_action((turn[step % 4],))
        found.follow(turns.submit(table.command(match, seat, action=action)).entry)
    match.refresh_from_db()
    return match


def folded(match: Match) -> Warm:
    """The match by its whole log."""
    found = Warm(match, [Person(seat) for seat in match.places.order_by("number")])
    for data in warm.later(match.id, 0):
        found.follow(data)
    return found


def spoil(match: Match, sequence: int) -> None:
    """Make an entry of the log unreadable: whoever reads it finds out."""
    Transaction.objects.filter(match=match, sequence=sequence).update(entry=b"broken")


def test_whoever_loads_a_long_match_goes_on_from_its_snapshot(table: Table) -> None:
    match = played(table)
    assert Snapshot.objects.get(match=match).sequence == EVERY
    whole = folded(match)
    spoil(match, 10)  # before the snapshot: nobody reads it
    found = warm.load(match.id)
    assert found.fold.sequence > EVERY
    assert found.kept() == whole.kept()
    assert found.fold.heads == whole.fold.heads
    assert found.seats_of_entries == whole.seats_of_entries


def test_a_match_is_played_on_and_undone_from_its_snapshot(table: Table) -> None:
    match = played(table, EVERY - 1)
    found = warm.load(match.id)
    seat = found.turn_seat()
    assert seat is not None and found.fold.sequence == EVERY - 1
    funded = table.action(match, seat, (found.rules.actions.FUND_DRIVE,))
    turns.submit(funded)
    assert Snapshot.objects.get(match=match).sequence == EVERY
    spoil(match, 10)
    assert turns.submit(funded).repeated
    turns.submit(table.action(match, seat, (found.rules.actions.UNDO,)))
    assert warm.load(match.id).fold.state_hash == found.fold.state_hash


@pytest.mark.parametrize("what", ["no zlib", "no memory", "another state", "another chain"])
def test_a_snapshot_that_does_not_fit_is_thrown_away_and_the_log_read(
    table: Table, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    match = played(table)
    row = Snapshot.objects.get(match=match)
    if what == "no zlib":
        row.memory = b"?"
    elif what == "no memory":
        row.memory = zlib.compress(b"\xff" * 40)
    elif what == "another state":
        row.state = zlib.compress(folded(match).rules.encode(folded(match).fold.state))
    else:
        row.sequence = EVERY - 1
    row.save()
    whole = folded(match)
    assert warm.load(match.id).kept() == whole.kept()
    assert not Snapshot.objects.filter(match=match).exists()
    assert "thrown away" in caplog.text


def test_a_check_of_a_match_finds_a_snapshot_that_is_not_of_its_log(table: Table) -> None:
    match = played(table)
    call_command("verify_match", match.id)
    found = snapshots.find(match.id)
    assert found is not None
    state, memory = snapshots.pack(found[0]._replace(left=[1, 1]))
    Snapshot.objects.filter(match=match).update(state=state, memory=memory)
    with pytest.raises(CommandError, match="not of this log"):
        call_command("verify_match", match.id)
    call_command("rebuild_state", match.id)
    call_command("verify_match", match.id)


def test_a_snapshot_of_the_end_is_kept(table: Table) -> None:
    match = table.play_out(table.playing(chance=0))
    assert match.ended_at is not None
    assert Snapshot.objects.get(match=match).sequence == match.sequence
    spoil(match, 1)
    assert warm.load(match.id).fold.ended
