"""Who sits where, and who may write for a seat."""

import pytest

from games.ledger import kinds as k
from games.ledger.failure import (
    KEY_VALIDITY,
    LOG,
    TIME,
)
from games.ledger.signing import ED25519
from tests.ledger import ed25519
from tests.ledger.recorder import RULES as GAME
from tests.ledger.recorder import Recorder, small_setup


def test_a_seat_is_taken_once() -> None:
    match = Recorder()
    match.join(0)
    match.join(0)
    assert match.failure() == (LOG, 2)


def test_a_bot_plays_only_where_it_took_over() -> None:
    match = Recorder().begin()
    seat = match.state.turn_seat()
    match.platform(k.TAKEOVER, "TAKEOVER", seat, bot=1)
    match.act((GAME.actions.FUND_DRIVE,), seat)
    action = (GAME.actions.HAND_BACK, seat)
    match.apply(k.HAND_BACK, k.PLAYER, seat, action)
    match.fund()
    match.fold()
    match.write(k.ACTION, k.BOT, seat, action=GAME.encode_action((GAME.actions.END_TURN,)))
    assert match.failure() == (LOG, match.sequence)


def test_a_person_does_not_play_while_a_bot_does() -> None:
    match = Recorder().begin()
    seat = match.state.turn_seat()
    match.platform(k.TAKEOVER, "TAKEOVER", seat, bot=1)
    match.apply(k.ACTION, k.PLAYER, seat, (GAME.actions.FUND_DRIVE,))
    assert match.failure() == (LOG, match.sequence)


def test_nobody_hands_another_seat_back() -> None:
    match = Recorder().begin()
    match.platform(k.TAKEOVER, "TAKEOVER", 0, bot=1)
    match.apply(k.HAND_BACK, k.PLAYER, 1, (GAME.actions.HAND_BACK, 0))
    assert match.failure() == (LOG, match.sequence)


def test_staff_expel_the_seat_they_name() -> None:
    for of, good in ((1, True), (0, False)):
        match = Recorder(small_setup(3)).begin()
        action = (GAME.actions.EXPEL, 1)
        match.apply(k.STAFF, k.BY_STAFF, k.SYSTEM, action, code=k.EXPEL, of=of)
        if good:
            match.fold()
        else:
            assert match.failure() == (LOG, match.sequence)


@pytest.mark.parametrize("kind", [k.JOIN, k.TAKEOVER])
def test_a_seat_that_the_match_does_not_have_is_found(kind: int) -> None:
    match = Recorder()
    if kind == k.JOIN:
        match.write(k.JOIN, k.BOT, 4, bot=1)
    else:
        match.begin()
        action = GAME.encode_action((GAME.actions.TAKEOVER, 4))
        match.write(k.TAKEOVER, k.CLOCK, k.SYSTEM, action=action, bot=1)
    assert match.failure() == (LOG, match.sequence)


def test_no_bot_takes_over_from_a_bot() -> None:
    match = Recorder().begin((1,))
    match.platform(k.TAKEOVER, "TAKEOVER", 1, bot=1)
    assert match.failure() == (LOG, match.sequence)


def test_a_person_and_a_bot_write_each_for_their_own_seats() -> None:
    for authority, seat in ((k.BOT, 0), (k.PLAYER, 1)):
        match = Recorder(signed=False).begin((1,))
        while match.state.turn_seat() != seat:
            match.end_turn()
        match.apply(k.ACTION, authority, seat, (GAME.actions.FUND_DRIVE,))
        assert match.failure() == (LOG, match.sequence)


def test_who_commits_anew_keeps_the_seats_key() -> None:
    match = Recorder()
    for seat in (0, 1):
        match.join(seat)
    match.ready(0)
    match.write(k.LEAVE, k.PLAYER, 1, of=1, reason=k.LEFT)
    match.attempt = 1
    match.secrets[0] = bytes(32)
    match.join(0)
    assert match.failure() == (LOG, match.sequence)


def test_nobody_is_ready_twice() -> None:
    match = Recorder(small_setup(3))
    for seat in range(3):
        match.join(seat)
    match.ready(0)
    match.ready(0)
    assert match.failure() == (LOG, match.sequence)


@pytest.mark.parametrize(
    ("authority", "reason", "good"),
    [
        (k.BY_STAFF, k.REMOVED, True),
        (k.CLOCK, k.REMOVED, True),
        (k.CLOCK, k.LEFT, False),
        (k.BY_STAFF, k.DID_NOT_OPEN, False),
        (k.CLOCK, 9, False),
    ],
)
def test_a_seat_goes_for_a_reason_that_fits(authority: int, reason: int, good: bool) -> None:
    match = Recorder()
    match.join(0)
    match.join(1)
    match.time += 60_000
    match.write(k.LEAVE, authority, k.SYSTEM, of=1, reason=reason)
    if good:
        assert not match.fold().roster.full()
    else:
        assert match.failure() == (LOG, match.sequence)


def test_only_a_taken_seat_is_left_and_only_before_the_start() -> None:
    match = Recorder()
    match.write(k.LEAVE, k.BY_STAFF, k.SYSTEM, of=1, reason=k.REMOVED)
    assert match.failure() == (LOG, 1)
    match = Recorder().begin()
    match.write(k.LEAVE, k.BY_STAFF, k.SYSTEM, of=1, reason=k.REMOVED)
    assert match.failure() == (LOG, match.sequence)


def test_a_bots_and_a_free_seat_get_no_key() -> None:
    match = Recorder()
    match.join_bot(1)
    for of in (0, 1, 5):
        match.entries, match.heads = match.entries[:1], match.heads[:2]
        key = ed25519.public_key(bytes(32))
        match.write(k.KEY, k.CLOCK, k.SYSTEM, of=of, scheme=ED25519, key=key)
        assert match.failure() == (LOG, 2)


def test_a_new_key_is_another_one() -> None:
    match = Recorder()
    match.join(0)
    key = ed25519.public_key(match.secrets[0])
    match.write(k.KEY, k.CLOCK, k.SYSTEM, of=0, scheme=ED25519, key=key)
    assert match.failure() == (KEY_VALIDITY, 2)


def unopened(match: Recorder, seat: int) -> None:
    """The platform takes a seat away that did not open."""
    match.write(k.LEAVE, k.CLOCK, k.SYSTEM, of=seat, reason=k.DID_NOT_OPEN)


def failed_attempt() -> Recorder:
    """Of three, only seat 0 opened in time; seat 1 is removed for it."""
    match = Recorder(small_setup(3))
    for seat in range(3):
        match.join(seat)
    match.ready(0)
    match.time += match.genesis.clock.opening
    unopened(match, 1)
    match.attempt += 1
    return match


def test_all_who_did_not_open_are_removed_at_once_and_the_attempt_is_counted_once() -> None:
    match = failed_attempt()
    unopened(match, 2)
    roster = match.fold().roster
    assert [seat.taken for seat in roster.seats] == [True, False, False]
    assert roster.attempt == 1


def test_who_opened_or_has_committed_anew_is_not_among_them() -> None:
    opened = failed_attempt()
    unopened(opened, 0)
    assert opened.failure() == (TIME, opened.sequence)
    anew = failed_attempt()
    anew.join(2)
    unopened(anew, 2)
    assert anew.failure() == (LOG, anew.sequence)


def test_who_does_not_commit_anew_in_the_time_to_open_is_removed() -> None:
    match = failed_attempt()
    match.join(2)
    match.time += match.genesis.clock.opening
    unopened(match, 0)
    roster = match.fold().roster
    assert [seat.taken for seat in roster.seats] == [False, False, True]
    assert roster.attempt == 1
    match.join(0)
    match.join(1)
    for seat in range(3):
        match.ready(seat)
    assert match.fold().roster.started
