"""A log is folded through the real rules; what does not belong there is found, with its kind."""

from typing import Any

import pytest

from games.ledger import kinds as k
from games.ledger.chain import system_command_id
from games.ledger.entries import decode_entry, encode_entry
from games.ledger.failure import (
    CHAIN,
    FILE,
    LOG,
    RULES,
    STATE_HASH,
    Unverified,
)
from games.ledger.fold import Fold
from games.ledger.genesis import encode_genesis
from tests.ledger.recorder import RULES as GAME
from tests.ledger.recorder import Recorder, check_signature, put, small_setup


@pytest.mark.parametrize("chance", [0, 1])
@pytest.mark.parametrize("seats", [2, 3])
def test_a_played_match_folds_to_the_state_that_was_played(seats: int, chance: int) -> None:
    match = Recorder(small_setup(seats, chance)).begin((1,)).play()
    fold = match.fold()
    assert fold.state_hash == GAME.state_hash(match.state)
    assert fold.head == match.heads[-1]
    assert (fold.ended, fold.sequence, fold.epoch) == (True, match.sequence, 0)


def test_unsigned_entries_are_legal_and_counted() -> None:
    fold = Recorder(signed=False).begin((1,)).play(1).fold()
    assert fold.words.signed == 0
    assert fold.words.unsigned == 2 + 2 * 4
    assert Recorder().begin((1,)).play(1).fold().words.unsigned == 0


def test_a_missing_a_doubled_and_a_swapped_entry_are_found() -> None:
    match = Recorder().begin()
    match.fund()
    match.fund()
    entries = list(match.entries)
    at = len(entries) - 2
    match.entries = entries[:at] + entries[at + 1 :]
    assert match.failure() == (CHAIN, at + 1)
    match.entries = [*entries[: at + 1], entries[at]]
    assert match.failure() == (CHAIN, at + 2)
    match.entries = [*entries[:at], entries[at + 1], entries[at]]
    assert match.failure() == (CHAIN, at + 1)


def test_an_entry_of_another_match_is_found() -> None:
    match = Recorder()
    match.genesis.match_id = bytes(16)
    match.join(0)
    assert match.failure() == (CHAIN, 1)


def test_bytes_that_are_no_entry_are_found() -> None:
    match = Recorder()
    match.append(b"\x01\x01")
    assert match.failure() == (FILE, 1)


def test_a_genesis_that_is_no_genesis_or_of_other_rules_is_refused() -> None:
    data = encode_genesis(Recorder().genesis)
    for genesis, rules_hash, kind in ((data[:-1], b"", FILE), (data, bytes(32), RULES)):
        with pytest.raises(Unverified) as caught:
            Fold(genesis, GAME, check_signature, rules_hash)
        assert (caught.value.kind, caught.value.sequence) == (kind, 0)


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("setup", b"", RULES),
        ("rules_version", 1, RULES),
        ("pseudonyms", [bytes(16)] * 3, RULES),
        ("state_hash", bytes(32), STATE_HASH),
    ],
)
def test_a_genesis_that_does_not_fit_its_setup_is_refused(name: str, value: Any, kind: int) -> None:
    match = Recorder()
    setattr(match.genesis, name, value)
    assert match.failure() == (kind, 0)


def test_committed_chance_without_a_commitment_is_refused() -> None:
    match = Recorder()
    match.genesis.links, match.genesis.commitment = 0, bytes(32)
    assert match.failure() == (RULES, 0)


def test_an_action_that_the_rules_refuse_is_found() -> None:
    match = Recorder().begin()
    other = 1 - match.state.turn_seat()
    match.write(k.ACTION, k.PLAYER, other, action=GAME.encode_action((GAME.actions.END_TURN,)))
    assert match.failure() == (RULES, match.sequence)


def test_bytes_that_are_no_action_are_found() -> None:
    match = Recorder().begin()
    match.write(k.ACTION, k.PLAYER, match.state.turn_seat(), action=b"\xff\xff")
    assert match.failure() == (RULES, match.sequence)


def test_a_state_hash_that_is_not_the_states_is_found_at_any_kind_of_entry() -> None:
    match = Recorder()
    match.join(0, change=put(state_hash=bytes(32)))
    assert match.failure() == (STATE_HASH, 1)
    match = Recorder().begin()
    match.act((GAME.actions.FUND_DRIVE,), change=put(state_hash=bytes(32)))
    assert match.failure() == (STATE_HASH, match.sequence)


def test_a_command_stands_once() -> None:
    match = Recorder().begin()
    first = match.fund()
    match.act((GAME.actions.FUND_DRIVE,), change=put(command_id=first.command_id))
    assert match.failure() == (LOG, match.sequence)


def test_a_wrong_epoch_is_found() -> None:
    match = Recorder().begin()
    match.act((GAME.actions.FUND_DRIVE,), change=put(epoch=1))
    assert match.failure() == (LOG, match.sequence)


def test_nothing_is_played_before_the_start_or_after_the_end() -> None:
    match = Recorder()
    match.join(0)
    match.write(k.ACTION, k.PLAYER, 0, action=b"\x0f")
    assert match.failure() == (LOG, 2)
    match = Recorder().begin().play(0)
    match.write(k.STAFF, k.BY_STAFF, k.SYSTEM, code=k.NOTE)
    assert match.failure() == (LOG, match.sequence)


def test_a_match_ends_only_when_it_is_over_or_closed() -> None:
    match = Recorder().begin()
    match.write(k.END, k.CLOCK, k.SYSTEM, reason=k.PLAYED_OUT)
    assert match.failure() == (LOG, match.sequence)
    match = Recorder().begin()
    match.platform(k.END, "CLOSE", 3, reason=k.VOTED)
    assert match.fold().ended


def test_a_match_that_never_started_can_only_be_voided() -> None:
    for reason, good in ((k.VOIDED, True), (k.PLAYED_OUT, False)):
        match = Recorder()
        match.join(0)
        match.write(k.END, k.CLOCK, k.SYSTEM, reason=reason)
        if good:
            assert match.fold().ended
        else:
            assert match.failure() == (LOG, 2)


def test_the_platforms_action_is_the_one_that_its_kind_says() -> None:
    match = Recorder().begin()
    match.time += 60_000
    match.platform(k.TIME_OUT, "CLOSE", 0)
    assert match.failure() == (LOG, match.sequence)


def test_what_falls_due_at_the_same_point_gets_the_same_command_id() -> None:
    match_id = bytes(16)
    ids = {
        system_command_id(match_id, kind, seat, base)
        for kind in (k.TIME_OUT, k.DRAW)
        for seat in (0, k.SYSTEM)
        for base in (4, 5)
    }
    assert len(ids) == 8
    assert system_command_id(match_id, k.DRAW, 255, 4) == system_command_id(match_id, 4, 255, 4)


def test_entries_of_a_log_read_and_write_as_the_same_bytes() -> None:
    match = Recorder().begin((1,)).play()
    assert [encode_entry(decode_entry(data)) for data in match.entries] == match.entries


def test_a_match_that_has_not_started_is_not_closed_by_the_rules() -> None:
    match = Recorder()
    match.platform(k.END, "CLOSE", 1, reason=k.VOIDED)
    assert match.failure() == (LOG, 1)


def test_only_staff_void_a_match_that_was_played() -> None:
    for authority, good in ((k.BY_STAFF, True), (k.CLOCK, False)):
        match = Recorder().begin()
        match.apply(k.END, authority, k.SYSTEM, (GAME.actions.CLOSE, 1), reason=k.VOIDED)
        if good:
            assert match.fold().ended
        else:
            assert match.failure() == (LOG, match.sequence)
