"""Signatures and keys: what stands on a mayor's word is the mayor's, and for this place alone."""

from typing import Any

import pytest

from games.ledger import kinds as k
from games.ledger.entries import Entry
from games.ledger.failure import (
    KEY_VALIDITY,
    LOG,
    PLAYER_SIGNATURE,
)
from games.ledger.signing import ED25519, UNSIGNED
from tests.ledger import ed25519
from tests.ledger.recorder import RULES as GAME
from tests.ledger.recorder import Recorder, put


def test_a_turn_moved_elsewhere_or_changed_is_refused() -> None:
    changes: list[dict[str, Any]] = [
        {"command_id": bytes(16)},
        {"action": GAME.encode_action((GAME.actions.END_TURN,))},
        {"signature": bytes(64)},
    ]
    for values in changes:
        match = Recorder().begin()
        match.act((GAME.actions.FUND_DRIVE,), spoil=put(**values))
        assert match.failure() == (PLAYER_SIGNATURE, match.sequence)


@pytest.mark.parametrize("field", ["confirmed", "after", "predicted", "client_time"])
def test_a_changed_claim_is_refused(field: str) -> None:
    other = {"confirmed": 2, "after": b"a" * 16, "predicted": b"p" * 32, "client_time": 5}

    def spoil(entry: Entry) -> None:
        setattr(entry.claim, field, other[field])

    match = Recorder().begin()
    match.act((GAME.actions.FUND_DRIVE,), spoil=spoil)
    assert match.failure() == (PLAYER_SIGNATURE, match.sequence)


def test_another_seats_or_another_epochs_signature_is_refused() -> None:
    for secret, epoch in ((1, None), (0, 1)):
        match = Recorder().begin()
        seat = match.state.turn_seat()
        by = match.secrets[(seat + secret) % 2]
        match.act(
            (GAME.actions.FUND_DRIVE,), spoil=lambda e, m=match, s=by, n=epoch: m.sign(e, s, n)
        )
        assert match.failure() == (PLAYER_SIGNATURE, match.sequence)


def test_a_seat_with_a_key_signs_everything() -> None:
    match = Recorder().begin()
    match.act((GAME.actions.FUND_DRIVE,), spoil=put(scheme=UNSIGNED, claim=None, signature=b""))
    assert match.failure() == (PLAYER_SIGNATURE, match.sequence)


def test_a_join_proves_that_its_key_is_held() -> None:
    match = Recorder()
    match.join(0, key=ed25519.public_key(match.secrets[1]))
    assert match.failure() == (PLAYER_SIGNATURE, 1)


def test_a_signature_by_a_seat_without_a_key_is_refused() -> None:
    match = Recorder()
    match.join(0, scheme=UNSIGNED, key=b"")
    assert match.failure() == (KEY_VALIDITY, 1)


def test_after_a_change_of_key_the_former_one_signs_nothing_more() -> None:
    match = Recorder().begin()
    seat = match.state.turn_seat()
    former, match_secret = match.secrets[seat], b"new" + bytes(29)
    key = ed25519.public_key(match_secret)
    match.write(k.KEY, k.PLAYER, seat, of=seat, scheme=ED25519, key=key)
    match.secrets[seat] = match_secret
    match.fund()
    assert match.fold().rekeyed == []
    match.secrets[seat] = former
    match.fund()
    assert match.failure() == (PLAYER_SIGNATURE, match.sequence)


def test_a_key_changed_without_the_former_ones_word_is_told() -> None:
    match = Recorder().begin()
    key = ed25519.public_key(bytes(32))
    entry = match.write(k.KEY, k.CLOCK, k.SYSTEM, of=1, scheme=ED25519, key=key)
    assert match.fold().rekeyed == [entry.sequence]


def test_a_command_signed_upon_an_outstanding_one_names_it() -> None:
    match = Recorder().begin()
    base = match.sequence
    first = match.fund()

    def upon(entry: Entry, after: bytes) -> None:
        assert entry.claim is not None
        entry.claim.confirmed = base
        entry.claim.after = after
        match.sign(entry)

    match.act((GAME.actions.FUND_DRIVE,), spoil=lambda e: upon(e, first.command_id))
    match.fold()
    match.act((GAME.actions.END_TURN,), spoil=lambda e: upon(e, bytes(16)))
    assert match.failure() == (LOG, match.sequence)


def test_who_takes_a_seat_that_was_left_owes_nothing_to_who_left() -> None:
    match = Recorder()
    match.join(0)
    match.write(k.LEAVE, k.PLAYER, 0, of=0, reason=k.LEFT)
    match.secrets[0] = bytes(32)

    def upon_the_genesis(entry: Entry) -> None:
        assert entry.claim is not None
        entry.claim.confirmed = 0
        match.sign(entry)

    match.join(0, spoil=upon_the_genesis)
    assert match.fold().words.signed == 3


def test_a_mayor_who_expected_another_state_is_told() -> None:
    match = Recorder().begin()
    entry = match.act((GAME.actions.FUND_DRIVE,), predicted=b"?" * 32)
    match.act((GAME.actions.FUND_DRIVE,), predicted=bytes(32))
    assert match.fold().words.mispredicted == [entry.sequence]
