"""Who keeps the log writes what everybody else reads: the same bytes, the same checks."""

import pytest

from games.ledger.entries import Entry, decode_entry
from games.ledger.failure import RULES, Unverified
from games.ledger.fold import Fold
from games.ledger.genesis import encode_genesis
from games.ledger.verify import restored_by
from tests.ledger.recorder import RULES as rules
from tests.ledger.recorder import RULES_HASH, Recorder, check_signature


def empty(match: Recorder) -> Fold:
    """The match before its first entry."""
    return Fold(
        encode_genesis(match.genesis),
        rules,
        check_signature,
        RULES_HASH,
        restored_by(match.entries),
    )


def bare(data: bytes) -> Entry:
    """An entry without what the writer finds out by itself."""
    entry = decode_entry(data)
    entry.sequence = 0
    entry.epoch = 0
    entry.previous = bytes(32)
    entry.state_hash = bytes(32)
    return entry


def test_written_entries_are_the_bytes_that_are_read() -> None:
    match = Recorder().begin(bots=(1,)).play()
    written = empty(match)
    for data in match.entries:
        assert written.write(bare(data)) == data
    read = match.fold()
    assert written.head == read.head
    assert written.state_hash == read.state_hash
    assert written.words.mispredicted == read.words.mispredicted == []


def test_a_rollback_is_written_with_its_epoch() -> None:
    match = Recorder().begin()
    match.fund()
    target = match.sequence
    match.end_turn()
    match.roll_back(target)
    written = empty(match)
    for data in match.entries:
        assert written.write(bare(data)) == data
    assert written.epoch == 1


def test_what_the_rules_refuse_is_not_written() -> None:
    match = Recorder(signed=False).begin()
    kept = match.sequence
    match.fund()
    written = empty(match)
    for data in match.entries[:kept]:
        written.write(bare(data))
    entry = bare(match.entries[kept])
    entry.seat = 1
    with pytest.raises(Unverified) as found:
        written.write(entry)
    assert (found.value.kind, found.value.sequence) == (RULES, kept + 1)
    assert len(written.heads) == kept + 1


def test_another_expectation_is_noted_and_not_refused() -> None:
    match = Recorder().begin()
    match.act((rules.actions.FUND_DRIVE,), predicted=b"x" * 32)
    written = empty(match)
    for data in match.entries:
        assert written.write(bare(data)) == data
    assert written.words.mispredicted == [match.sequence]
