"""A match in which all plan at once is a log like any other: seals, openings, time, going back."""

import pytest

from games.ledger import kinds as k
from games.ledger.archive import encode_archive
from games.ledger.failure import LOG, RULES, TIME
from games.ledger.verify import verify
from tests.ledger.plans import SALT, play, play_round, reveal, seal, shops, together
from tests.ledger.recorder import RULES as GAME
from tests.ledger.recorder import Recorder, check_signature

TURN = 40_000


def time_out(match: Recorder, seat: int, when: int) -> None:
    """The platform times the seat out at this time."""
    match.time = when - 1_000
    match.platform(k.TIME_OUT, "TIMEOUT", seat)


@pytest.mark.parametrize(("seats", "chance"), [(2, 1), (3, 1), (2, 0)])
def test_a_whole_match_verifies(seats: int, chance: int) -> None:
    match = play(together(seats, chance))
    report = verify(encode_archive(match.archive()), GAME, check_signature)
    assert report.ended
    assert report.state_hash == GAME.state_hash(match.state)
    assert report.draws == (match.state.rounds + 1 if chance else 0)


def test_a_plan_that_was_not_sealed_is_found() -> None:
    for salt, more in ((SALT, (0, 13)), (SALT ^ 1, ())):
        match = together()
        plans = [shops(match, seat) for seat in range(2)]
        for seat, plan in enumerate(plans):
            seal(match, seat, plan)
        action = (GAME.actions.REVEAL, 0, salt, *plans[0], *more)
        match.write(k.REVEAL, k.CLOCK, k.SYSTEM, action=GAME.encode_action(action))
        assert match.failure() == (RULES, match.sequence)


def test_a_reveal_carries_nothing_but_a_reveal() -> None:
    match = together()
    match.platform(k.REVEAL, "TAKEOVER", 1)
    assert match.failure() == (LOG, match.sequence)
    match = together()
    action = GAME.encode_action((GAME.actions.REVEAL, 5, SALT))
    match.write(k.REVEAL, k.CLOCK, k.SYSTEM, action=action)
    assert match.failure() == (LOG, match.sequence)


def test_planning_has_a_turn_s_time_from_the_draw_on() -> None:
    for early in (1, 0):
        match = together()
        seal(match, 0, shops(match, 0))
        time_out(match, 1, match.time - 1_000 + TURN - early)
        if early:
            assert match.failure() == (TIME, match.sequence)
        else:
            match.fold()


def test_planning_of_a_later_round_has_its_own_time() -> None:
    for early in (1, 0):
        match = together()
        match.time += 30_000
        play_round(match)
        began = match.time
        seal(match, 1, shops(match, 1))
        time_out(match, 0, began + TURN - early)
        if early:
            assert match.failure() == (TIME, match.sequence)
        else:
            match.fold()


def test_a_sealed_plan_is_void_no_earlier_than_a_turn_s_time_after_the_last_seal() -> None:
    for early in (1, 0):
        match = together()
        match.time += 30_000
        plans = [shops(match, seat) for seat in range(2)]
        for seat, plan in enumerate(plans):
            seal(match, seat, plan)
        sealed = match.time
        reveal(match, 0, plans[0])
        time_out(match, 1, sealed + TURN - early)
        if early:
            assert match.failure() == (TIME, match.sequence)
        else:
            match.fold()
            assert match.state.missed == [0, 1]


@pytest.mark.parametrize("of", [0, 1, k.SYSTEM])
def test_time_given_to_one_who_plans_is_given_to_all(of: int) -> None:
    for given, good in ((4_000, True), (5_000, False)):
        match = together()
        began = match.time
        match.write(k.STAFF, k.BY_STAFF, k.SYSTEM, code=k.EXTEND, of=of, value=given)
        time_out(match, 1, began + TURN + 4_000)
        if good:
            match.fold()
        else:
            assert match.failure() == (TIME, match.sequence)


def test_who_has_seen_another_s_plan_goes_back_behind_it_only_with_consent() -> None:
    for consents in ((), (0,)):
        match = together()
        plans = [shops(match, seat) for seat in range(2)]
        seal(match, 0, plans[0])
        before = match.sequence
        seal(match, 1, plans[1])
        reveal(match, 0, plans[0])
        match.take_back(1, before, raises=True, consents=consents)
        if consents:
            seal(match, 1, ())
            assert match.fold().epoch == 1
        else:
            assert match.failure() == (LOG, match.sequence)


def test_a_bot_s_opened_plan_needs_nobody_s_consent() -> None:
    match = together(bots=(0,))
    plans = [shops(match, seat) for seat in range(2)]
    seal(match, 0, plans[0])
    before = match.sequence
    seal(match, 1, plans[1])
    reveal(match, 0, plans[0])
    match.take_back(1, before, raises=True, consents=())
    match.fold()


def test_sealing_anew_takes_nothing_of_others_back() -> None:
    match = together()
    plans = [shops(match, seat) for seat in range(2)]
    seal(match, 0, ())
    seal(match, 0, plans[0])
    seal(match, 1, plans[1])
    reveal(match, 0, plans[0])
    assert match.fold().epoch == 0


def test_trade_and_leaving_are_entries_as_in_turn() -> None:
    match = together(3)
    actions = GAME.actions
    match.act((actions.OFFER, 1, actions.GIVE_COINS, 5, actions.POWER_UNITS, 1, 2), 0)
    match.act((actions.ACCEPT, 0), 1)
    plans = [shops(match, seat) for seat in range(3)]
    for seat, plan in enumerate(plans):
        seal(match, seat, plan)
    reveal(match, 1, plans[1])
    match.platform(k.TAKEOVER, "TAKEOVER", 2, bot=1)
    match.act((actions.RESIGN,), 0)
    reveal(match, 2, plans[2])
    match.draw()
    assert match.state.round == 2
    match.fold()
