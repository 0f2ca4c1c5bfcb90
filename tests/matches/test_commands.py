"""The commands about one match, as an operator runs them: output, exit codes, what they leave."""

import io
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from games import engine
from games.engine.manifest import RULES_HASH
from games.ledger import failure
from games.ledger.verify import verify
from games.management.match_command import NO_FILE, NO_SUCH_MATCH, NOT_NOW
from games.matches import archives, conductor, turns
from games.matches.absence import takeover
from games.matches.warm import load, no_signatures
from games.models import Archive, Match, Seat, Transaction
from tests.docs.tables import ROOT
from tests.docs.tables import table as table_of
from tests.matches.table import Table


def run(*arguments: str) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def failing(code: int, *arguments: str) -> str:
    """What the command says when it ends with this exit code."""
    with pytest.raises(CommandError) as failed:
        run(*arguments)
    assert failed.value.returncode == code, failed.value
    return str(failed.value)


def played(table: Table) -> Match:
    """A finished match with an archive."""
    match = table.play_out(table.playing(kind=3, size=16, rounds=6, bots=[0]))
    archives.make(match.id)
    return match


def begun(table: Table) -> Match:
    """A match with a few turns."""
    match = table.playing(bots=[0])
    for _ in range(3):
        table.end_turn(match)
    match.refresh_from_db()
    return match


def test_every_exit_code_is_in_the_operators_table() -> None:
    rows = dict(table_of("One match", index=1, path=ROOT / "docs" / "operations.md"))
    for code, name in failure.NAMES.items():
        assert rows.pop(str(code)).partition(":")[0] == name
    assert set(rows) == {"0", "2", str(NO_SUCH_MATCH), str(NO_FILE), str(NOT_NOW)}


# -- verify_match -------------------------------------------------------------------------


def test_a_good_match_is_told_with_its_hashes(table: Table) -> None:
    match = played(table)
    said = run("verify_match", match.id)
    assert f"{match.id} verified" in said
    assert match.result is not None
    for words in (
        f"entries     {match.sequence}\n",
        f"head        {bytes(match.head).hex()}\n",
        f"state hash  {match.result['state_hash']}\n",
        "course      ended\n",
        f"archive     {match.archive.sha256}\n",
    ):
        assert words in said


def test_a_match_that_has_not_begun_is_verified_too(table: Table) -> None:
    match = table.order()
    table.join(match, 0)
    said = run("verify_match", match.id)
    assert "course      gathering\n" in said and "archive     none\n" in said


def _entry(match: Match, sequence: int, **columns: object) -> None:
    assert Transaction.objects.filter(match=match, sequence=sequence).update(**columns) == 1


def _flip(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def _flip_state_hash(match: Match) -> None:
    row = Transaction.objects.get(match=match, sequence=7)
    _entry(match, 7, entry=_flip(bytes(row.entry), 75))


def _flip_previous(match: Match) -> None:
    row = Transaction.objects.get(match=match, sequence=7)
    _entry(match, 7, entry=_flip(bytes(row.entry), 45))


def _cut_entry(match: Match) -> None:
    row = Transaction.objects.get(match=match, sequence=7)
    _entry(match, 7, entry=bytes(row.entry)[:-1])


def _lose_entry(match: Match) -> None:
    Transaction.objects.filter(match=match, sequence=7).delete()


def _lose_end(match: Match) -> None:
    Transaction.objects.filter(match=match, sequence=match.sequence).delete()


def _other_columns(match: Match) -> None:
    _entry(match, 7, time=1)


def _other_head(match: Match) -> None:
    Match.objects.filter(pk=match.id).update(head=bytes(32))


@pytest.mark.parametrize(
    ("harm", "code", "words"),
    [
        (_flip_state_hash, failure.STATE_HASH, "STATE_HASH at 7"),
        (_flip_previous, failure.CHAIN, "CHAIN at 7"),
        (_cut_entry, failure.FILE, "FILE at 7"),
        (_lose_entry, failure.CHAIN, "CHAIN at 7"),
        (_lose_end, failure.CHAIN, "the end of the log is missing"),
        (_other_columns, failure.CHAIN, "CHAIN at 7: the columns differ"),
        (_other_head, failure.CHAIN, "the match's row names another chain hash"),
    ],
)
def test_harm_is_found_where_it_was_done_and_told_by_the_exit_code(
    table: Table, harm: Callable[[Match], None], code: int, words: str
) -> None:
    match = begun(table)
    harm(match)
    assert words in failing(code, "verify_match", match.id)


def test_an_archive_that_was_changed_or_is_of_an_older_log_is_found(table: Table) -> None:
    match = played(table)
    data = bytes(match.archive.data)
    Archive.objects.filter(match=match).update(data=data + b"x")
    said = failing(failure.FILE, "verify_match", match.id)
    assert "the archive is not the file that was made" in said
    other = archives.archive_bytes(begun(table))
    Archive.objects.filter(match=match).update(data=other, sha256=sha256(other).hexdigest())
    assert "not of this log" in failing(failure.FILE, "verify_match", match.id)


@pytest.mark.parametrize("command", ["verify_match", "rebuild_state"])
def test_a_match_that_does_not_exist_is_told_so(table: Table, command: str) -> None:
    assert "there is no such match" in failing(NO_SUCH_MATCH, command, "0" * 26)


# -- rebuild_state ------------------------------------------------------------------------


def _columns(match: Match) -> list[tuple[Any, ...]]:
    rows = list(Match.objects.filter(pk=match.id).values_list())
    return [*rows, *Seat.objects.filter(match=match).order_by("number").values_list()]


def test_what_the_platform_wrote_is_left_as_it_is(table: Table) -> None:
    gathering = table.order(seats=3, kind=1, bots=[0])
    table.join(gathering, 0)
    live = table.playing(bots=[1], turn=30, bank=60)
    stand_in = takeover(load(live.id), 0)
    assert stand_in is not None
    turns.submit(stand_in)
    for match in (gathering, live, played(table)):
        before = _columns(match)
        assert f"{match.id}: 0 columns rewritten" in run("rebuild_state", match.id)
        assert _columns(match) == before


def test_every_column_that_was_harmed_is_brought_back(table: Table) -> None:
    match = played(table)
    before = _columns(match)
    Match.objects.filter(pk=match.id).update(
        sequence=3,
        head=bytes(32),
        epoch=9,
        round=1,
        turn_seat=1,
        due_at=5,
        status=Match.Status.GATHERING,
        started_at=None,
        ended_at=1,
        result=None,
    )
    Seat.objects.filter(match=match, number=0).update(
        taken=False, ready=False, absent=True, rank=None, score=-1
    )
    Seat.objects.filter(match=match, number=1).update(bot_level=0, user_id=77)
    said = run("rebuild_state", match.id)
    assert "match status: 'gathering' -> 'over'" in said
    assert "seat 1 user_id: 77 -> None" in said
    assert "17 columns rewritten" in said
    assert _columns(match) == before
    assert "0 columns rewritten" in run("rebuild_state", match.id)


def test_a_match_goes_on_after_its_row_was_rebuilt(table: Table) -> None:
    match = table.playing(bots=[0])
    Match.objects.filter(pk=match.id).update(sequence=0, due_at=None, turn_seat=None)
    run("rebuild_state", match.id)
    assert table.end_turn(match) == 0
    assert conductor.perform(match.id) == 0
    run("verify_match", match.id)


def test_a_log_that_does_not_hold_is_not_rebuilt_from(table: Table) -> None:
    match = begun(table)
    _flip_state_hash(match)
    Match.objects.filter(pk=match.id).update(epoch=9)
    failing(failure.STATE_HASH, "rebuild_state", match.id)
    assert Match.objects.get(pk=match.id).epoch == 9


# -- export_archive -----------------------------------------------------------------------


def test_the_kept_archive_is_written_as_it_is(table: Table, tmp_path: Path) -> None:
    match = played(table)
    file = tmp_path / "match.cba"
    assert str(file) in run("export_archive", match.id, str(file))
    assert file.read_bytes() == bytes(match.archive.data)


def test_a_match_without_an_archive_is_exported_as_it_stands(table: Table, tmp_path: Path) -> None:
    match = table.playing(bots=[0])
    file = tmp_path / "match.cba"
    run("export_archive", match.id, str(file))
    rules_hash = bytes.fromhex(RULES_HASH[match.rules_version])
    report = verify(file.read_bytes(), engine.rules(match.rules_version), no_signatures, rules_hash)
    assert report.head == bytes(match.head) and not report.ended
    assert bytes(match.secret) not in file.read_bytes()


def test_a_file_that_is_there_is_not_written_over(table: Table, tmp_path: Path) -> None:
    match = table.order()
    file = tmp_path / "kept"
    file.write_text("mine")
    assert "cannot be written" in failing(NO_FILE, "export_archive", match.id, str(file))
    assert file.read_text() == "mine"
    failing(NO_SUCH_MATCH, "export_archive", "0" * 26, str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()
