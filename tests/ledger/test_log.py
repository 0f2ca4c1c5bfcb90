"""A log is folded through the real rules; what does not belong there is found, with its kind."""

from typing import Any

import pytest

from games.ledger import kinds as k
from games.ledger.chain import system_command_id
from games.ledger.entries import Entry, decode_entry, encode_entry
from games.ledger.failure import (
    CHAIN,
    FILE,
    KEY_VALIDITY,
    LOG,
    PLAYER_SIGNATURE,
    RULES,
    STATE_HASH,
    TIME,
    Unverified,
)
from games.ledger.fold import Fold
from games.ledger.genesis import UNTIMED, encode_genesis
from games.ledger.signing import ED25519, UNSIGNED
from tests.ledger import ed25519
from tests.ledger.recorder import RULES as GAME
from tests.ledger.recorder import Recorder, check_signature, small_setup


def put(**values: Any) -> Any:
    def change(entry: Entry) -> None:
        for name, value in values.items():
            setattr(entry, name, value)

    return change


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


# -- chain and file -------------------------------------------------------------------


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


# -- signatures and keys ----------------------------------------------------------------


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


# -- time ---------------------------------------------------------------------------------


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


# -- rules and state ------------------------------------------------------------------------


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


# -- the rules of the log ---------------------------------------------------------------------


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


def test_the_platforms_action_is_the_one_that_its_kind_says() -> None:
    match = Recorder().begin()
    match.time += 60_000
    match.platform(k.TIME_OUT, "CLOSE", 0)
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
