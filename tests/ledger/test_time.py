"""Time never goes back, and nobody is timed out too early."""

import pytest

from games.ledger import kinds as k
from games.ledger.archive import encode_archive
from games.ledger.failure import TIME, Unverified
from games.ledger.genesis import UNTIMED
from games.ledger.verify import verify
from tests.ledger.recorder import RULES as GAME
from tests.ledger.recorder import Recorder, check_signature, put, seal


def test_time_never_goes_back() -> None:
    match = Recorder().begin()
    match.act((GAME.actions.FUND_DRIVE,), change=put(time=match.time))
    match.fold()
    match.act((GAME.actions.FUND_DRIVE,), change=put(time=match.time - 1_001))
    assert match.failure() == (TIME, match.sequence)


def test_lag_credit_has_a_limit_for_each_action_and_a_quota() -> None:
    match = Recorder().begin()
    for lag in (500, 500):
        match.act((GAME.actions.FUND_DRIVE,), change=put(lag=lag))
    match.fold()
    match.act((GAME.actions.FUND_DRIVE,), change=put(lag=201))
    assert match.failure() == (TIME, match.sequence)
    match = Recorder().begin()
    match.act((GAME.actions.FUND_DRIVE,), change=put(lag=501))
    assert match.failure() == (TIME, match.sequence)


def test_a_time_out_stands_only_when_it_was_due() -> None:
    match = Recorder().begin()
    began = match.time
    match.fund()
    match.time = began + 39_000
    match.platform(k.TIME_OUT, "TIMEOUT", match.state.turn_seat())
    match.fold()
    match.time += 38_999
    match.platform(k.TIME_OUT, "TIMEOUT", match.state.turn_seat())
    assert match.failure() == (TIME, match.sequence)


def test_time_that_staff_gave_makes_a_time_out_later() -> None:
    for given, good in ((5_000, False), (4_000, True)):
        match = Recorder().begin()
        began = match.time
        match.write(k.STAFF, k.BY_STAFF, k.SYSTEM, code=k.EXTEND, of=k.SYSTEM, value=given)
        match.time = began + 43_000
        match.platform(k.TIME_OUT, "TIMEOUT", match.state.turn_seat())
        if good:
            match.fold()
        else:
            assert match.failure() == (TIME, match.sequence)


def test_an_untimed_match_knows_no_time_out() -> None:
    match = Recorder(clock=UNTIMED).begin()
    match.time += 90_000
    match.platform(k.TIME_OUT, "TIMEOUT", match.state.turn_seat())
    assert match.failure() == (TIME, match.sequence)


def test_taking_back_own_actions_gains_no_time() -> None:
    """Else a mayor makes a turn last for ever: act, take it back, act again."""
    match = Recorder().begin()
    began, base, seat = match.time, match.sequence, match.state.turn_seat()
    for _ in range(3):
        match.fund()
        match.time += 8_000
        match.take_back(seat, base, raises=False, consents=())
    match.time = began + 39_000
    match.platform(k.TIME_OUT, "TIMEOUT", seat)
    match.fold()


def test_a_turn_that_is_rolled_back_begins_anew() -> None:
    for seconds, good in ((38, False), (39, True)):
        match = Recorder().begin()
        base, seat = match.sequence, match.state.turn_seat()
        match.fund()
        match.time += 30_000
        match.roll_back(base)
        match.time += seconds * 1_000
        match.platform(k.TIME_OUT, "TIMEOUT", seat)
        if good:
            match.fold()
        else:
            assert match.failure() == (TIME, match.sequence)


def test_an_archive_is_sealed_no_earlier_than_its_last_entry() -> None:
    match = Recorder().begin()
    for earlier, good in ((0, True), (1, False)):
        archive = match.archive()
        archive.sealed = match.time - earlier
        data = encode_archive(seal(archive))
        if good:
            assert verify(data, GAME, check_signature).sealed
        else:
            with pytest.raises(Unverified) as caught:
                verify(data, GAME, check_signature)
            assert caught.value.kind == TIME
