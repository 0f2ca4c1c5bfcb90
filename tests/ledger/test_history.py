"""Take-backs and rollbacks: the log goes on, a former state holds again."""

import pytest

from games.ledger import kinds as k
from games.ledger.failure import LOG, STATE_HASH, Unverified
from games.ledger.fold import Fold
from games.ledger.genesis import encode_genesis
from tests.ledger.recorder import RULES, Recorder, check_signature, small_setup


def begun() -> Recorder:
    """A match in which both mayors have ended a turn of the first round."""
    match = Recorder(small_setup(3)).begin()
    match.fund()
    return match


def test_a_take_back_of_ones_own_turn_raises_no_epoch() -> None:
    match = begun()
    seat, before = match.state.turn_seat(), match.sequence
    match.fund()
    match.end_turn()
    match.take_back(seat, before, raises=False, consents=())
    fold = match.fold()
    assert fold.epoch == 0
    assert fold.state_hash == RULES.state_hash(RULES.decode(match.states[before]))
    assert fold.sequence == match.sequence > before


def test_a_take_back_of_others_turns_needs_their_consent_and_raises_the_epoch() -> None:
    match = begun()
    asker, before = match.state.turn_seat(), match.sequence
    match.end_turn()
    other = match.state.turn_seat()
    match.fund()
    match.take_back(asker, before, raises=True, consents=(other,))
    match.fund()
    assert match.fold().epoch == 1


def test_without_consent_a_take_back_of_others_turns_is_found() -> None:
    match = begun()
    asker, before = match.state.turn_seat(), match.sequence
    match.end_turn()
    third = 3 - asker - match.state.turn_seat()
    match.fund()
    match.take_back(asker, before, raises=True, consents=(third,))
    assert match.failure() == (LOG, match.sequence)


def test_a_take_back_that_hides_others_turns_from_the_epoch_is_found() -> None:
    match = begun()
    asker, before = match.state.turn_seat(), match.sequence
    match.end_turn()
    other = match.state.turn_seat()
    match.fund()
    match.take_back(asker, before, raises=False, consents=(other,))
    assert match.failure() == (LOG, match.sequence)


def test_a_take_back_that_nobody_asked_for_is_found() -> None:
    match = begun()
    before = match.sequence
    seat = match.state.turn_seat()
    match.fund()
    match.restore(k.TAKE_BACK, k.CLOCK, before, False, step=k.DONE, of=seat)
    assert match.failure() == (LOG, match.sequence)


def test_a_take_back_goes_to_where_it_was_asked_to_go() -> None:
    match = begun()
    seat, first = match.state.turn_seat(), match.sequence
    match.fund()
    second = match.sequence
    match.end_turn()
    match.write(k.TAKE_BACK, k.PLAYER, seat, step=k.ASK, of=seat, target=second)
    match.restore(k.TAKE_BACK, k.CLOCK, first, False, step=k.DONE, of=seat)
    assert match.failure() == (LOG, match.sequence)


@pytest.mark.parametrize("between", ["refused", "played on"])
def test_a_take_back_that_was_refused_or_overtaken_is_off(between: str) -> None:
    match = begun()
    asker, before = match.state.turn_seat(), match.sequence
    match.end_turn()
    other = match.state.turn_seat()
    match.write(k.TAKE_BACK, k.PLAYER, asker, step=k.ASK, of=asker, target=before)
    if between == "refused":
        match.write(k.TAKE_BACK, k.PLAYER, other, step=k.REFUSE, of=asker, target=before)
    else:
        match.fund()
    match.fold()
    match.write(k.TAKE_BACK, k.PLAYER, other, step=k.CONSENT, of=asker, target=before)
    assert match.failure() == (LOG, match.sequence)


def test_a_rollback_restores_the_state_and_raises_the_epoch() -> None:
    match = begun()
    before = match.sequence
    for _ in range(3):
        match.end_turn()
    match.draw()
    match.roll_back(before)
    match.fund()
    fold = match.fold()
    assert (fold.epoch, fold.draws.count) == (1, 2)


def test_a_rollback_to_the_start_is_possible() -> None:
    match = Recorder(small_setup(chance=0)).begin()
    start = match.sequence
    match.end_turn()
    match.roll_back(start)
    assert match.fold().state_hash == match.genesis.state_hash


def test_a_second_rollback_may_go_further_back() -> None:
    match = begun()
    first = match.sequence
    match.fund()
    second = match.sequence
    match.end_turn()
    match.roll_back(second)
    match.roll_back(first)
    match.end_turn()
    assert match.fold().epoch == 2


def test_what_was_undone_cannot_be_gone_back_to() -> None:
    match = begun()
    before = match.sequence
    match.fund()
    undone = match.sequence
    match.end_turn()
    match.roll_back(before)
    match.roll_back(undone)
    assert match.failure() == (LOG, match.sequence)


@pytest.mark.parametrize("target", ["now", "before the start", "later"])
def test_a_rollback_needs_a_transaction_to_undo(target: str) -> None:
    match = begun()
    match.end_turn()
    number = {"now": match.sequence, "before the start": 1, "later": match.sequence + 5}[target]
    match.states.setdefault(number, match.states[match.sequence])
    match.roll_back(number)
    assert match.failure() == (LOG, match.sequence)


def test_a_rollback_to_another_state_than_it_names_is_found() -> None:
    match = begun()
    before = match.sequence
    match.fund()
    match.end_turn()
    match.states[before] = match.states[before + 1]
    match.roll_back(before)
    assert match.failure() == (STATE_HASH, match.sequence)


def test_who_plays_a_seat_goes_back_with_the_state() -> None:
    match = begun()
    before = match.sequence
    seat = match.state.turn_seat()
    match.platform(k.TAKEOVER, "TAKEOVER", seat, bot=1)
    match.roll_back(before)
    match.fund()
    assert match.fold().epoch == 1


def test_nothing_that_was_signed_before_a_rollback_stands_after_it() -> None:
    match = begun()
    before = match.sequence
    match.fund()
    match.roll_back(before)
    seat = match.state.turn_seat()

    def stale(entry) -> None:  # type: ignore[no-untyped-def]
        entry.claim.confirmed = before
        entry.claim.after = bytes(16)
        match.sign(entry)

    match.act((RULES.actions.END_TURN,), seat, spoil=stale)
    assert match.failure() == (LOG, match.sequence)


def test_an_undo_within_the_turn_is_an_action_like_others() -> None:
    match = begun()
    legal = RULES.legal_actions(match.state, match.state.turn_seat())
    match.act(next(a for a in legal if a[0] == RULES.actions.ROAD))
    match.act((RULES.actions.UNDO,))
    assert match.fold().epoch == 0


def test_nobody_consents_twice_or_to_what_was_not_asked() -> None:
    for of, target_off, again in ((0, 0, True), (0, 1, False), (1, 0, False)):
        match = begun()
        asker, before = match.state.turn_seat(), match.sequence
        assert asker == 0
        match.end_turn()
        match.fund()
        match.write(k.TAKE_BACK, k.PLAYER, 0, step=k.ASK, of=0, target=before)
        if again:
            match.write(k.TAKE_BACK, k.PLAYER, 2, step=k.CONSENT, of=0, target=before)
            match.fold()
        match.write(k.TAKE_BACK, k.PLAYER, 2, step=k.CONSENT, of=of, target=before + target_off)
        assert match.failure() == (LOG, match.sequence)


def test_nobody_asks_for_what_cannot_be_gone_back_to() -> None:
    match = begun()
    seat = match.state.turn_seat()
    match.write(k.TAKE_BACK, k.PLAYER, seat, step=k.ASK, of=seat, target=match.sequence)
    assert match.failure() == (LOG, match.sequence)


def test_a_follower_that_kept_no_state_says_so() -> None:
    match = begun()
    before = match.sequence
    match.fund()
    match.roll_back(before)
    fold = Fold(encode_genesis(match.genesis), RULES, check_signature)
    for entry in match.entries[:-1]:
        fold.advance(entry)
    with pytest.raises(Unverified) as caught:
        fold.advance(match.entries[-1])
    assert (caught.value.kind, caught.value.sequence) == (LOG, match.sequence)
