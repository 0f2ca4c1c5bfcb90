"""Chance: nobody can change a link, a nonce, an attempt or a draw without being found out."""

from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from games.ledger import kinds as k
from games.ledger.failure import LOG, REVEAL, TIME
from games.ledger.fairness import (
    bot_nonce,
    chain_link,
    chain_start,
    draw,
    next_down,
    opening_commitment,
    walk_down,
)
from tests.ledger.recorder import RULES, Recorder, put, small_setup
from tests.ledger.strategies import exactly

MATCH = bytes(range(16))


@given(exactly(32), st.integers(1, 60), st.data())
@settings(deadline=None)
def test_every_link_hashes_down_to_the_commitment(
    secret: bytes, links: int, data: st.DataObject
) -> None:
    start = chain_start(secret, MATCH)
    index = data.draw(st.integers(1, links))
    link = chain_link(start, links, index)
    assert next_down(link) == chain_link(start, links, index - 1)
    assert walk_down(link, index) == chain_link(start, links, 0)


def test_every_part_of_a_draw_changes_it() -> None:
    nonces = [bytes([i]) * 32 for i in range(3)]
    link = sha256(b"link").digest()
    drawn = {
        draw(MATCH, 0, 1, link, nonces),
        draw(bytes(16), 0, 1, link, nonces),
        draw(MATCH, 1, 1, link, nonces),
        draw(MATCH, 0, 2, link, nonces),
        draw(MATCH, 0, 1, next_down(link), nonces),
        draw(MATCH, 0, 1, link, nonces[::-1]),
        draw(MATCH, 0, 1, link, nonces[:2]),
        draw(MATCH, 0, 1, link, [bytes(31) + b"\x01", *nonces[1:]]),
    }
    assert len(drawn) == 8
    assert all(0 <= value < 1 << 256 for value in drawn)


def test_a_commitment_serves_one_seat_of_one_attempt_of_one_match() -> None:
    opening = bytes(64)
    made = {
        opening_commitment(match, attempt, seat, opening)
        for match in (MATCH, bytes(16))
        for attempt in (0, 1)
        for seat in (0, 1)
    }
    assert len(made) == 8


def test_a_bots_nonce_is_fixed_by_match_attempt_and_seat() -> None:
    assert bot_nonce(MATCH, 0, 1) == bot_nonce(MATCH, 0, 1)
    assert len({bot_nonce(MATCH, a, s) for a in range(3) for s in range(6)}) == 18


def test_a_changed_nonce_is_found() -> None:
    match = Recorder()
    match.join(0)
    match.join(1)
    opening = bytearray(match.opening(0))
    opening[40] ^= 1
    match.ready(0, preimage=bytes(opening))
    assert match.failure() == (REVEAL, 3)


def test_an_opening_that_is_left_out_is_found() -> None:
    match = Recorder()
    match.join(0)
    match.join(1)
    match.ready(0, preimage=b"")
    assert match.failure() == (REVEAL, 3)


def test_a_join_without_a_commitment_is_found() -> None:
    match = Recorder()
    match.join(0, commitment=b"")
    assert match.failure() == (REVEAL, 1)


def test_a_changed_link_is_found() -> None:
    match = Recorder().begin()
    for _ in range(2):
        match.end_turn()
    link = chain_link(match.start, match.genesis.links, 2)
    other = bytes([link[0] ^ 1]) + link[1:]
    match.draw(change=put(preimage=other))
    assert match.failure() == (REVEAL, match.sequence)


def test_a_link_out_of_turn_is_found() -> None:
    match = Recorder().begin()
    for _ in range(2):
        match.end_turn()
    match.draws += 1
    match.draw()
    assert match.failure() == (REVEAL, match.sequence)


def test_a_draw_that_the_link_does_not_give_is_found() -> None:
    match = Recorder().begin()
    for _ in range(2):
        match.end_turn()
    match.draw(value=12345)
    assert match.failure() == (REVEAL, match.sequence)


def test_more_draws_than_links_are_found() -> None:
    hidden = bytes(32)
    match = Recorder(links=1, start=next_down(hidden)).begin()
    for _ in range(2):
        match.end_turn()
    match.fold()
    value = draw(match.genesis.match_id, 0, 2, hidden, match.nonces())
    match.draw(value=value, change=put(preimage=hidden))
    assert match.failure() == (REVEAL, match.sequence)


def test_a_link_is_not_used_again_after_a_rollback() -> None:
    match = Recorder().begin()
    before = match.sequence
    for _ in range(2):
        match.end_turn()
    match.draw()
    match.roll_back(before)
    for _ in range(2):
        match.end_turn()
    match.draw()
    assert match.fold().draws.count == 3
    again = Recorder().begin()
    for _ in range(2):
        again.end_turn()
    again.draw()
    again.roll_back(before)
    for _ in range(2):
        again.end_turn()
    again.draws = 1
    again.draw()
    assert again.failure() == (REVEAL, again.sequence)


def test_a_seat_that_does_not_open_is_removed_and_the_attempt_counted() -> None:
    match = Recorder()
    match.join(0)
    match.join(1)
    match.ready(0)
    match.time += 30_000
    match.write(k.LEAVE, k.CLOCK, k.SYSTEM, of=1, reason=k.DID_NOT_OPEN)
    match.attempt = 1
    match.join(0)
    match.join(1)
    match.ready(0)
    match.ready(1)
    match.draw()
    fold = match.fold()
    assert (fold.roster.attempt, fold.roster.started, fold.draws.count) == (1, True, 1)


def test_the_former_attempts_opening_is_worth_nothing() -> None:
    match = Recorder()
    match.join(0)
    match.join(1)
    match.ready(0)
    match.time += 30_000
    match.write(k.LEAVE, k.CLOCK, k.SYSTEM, of=1, reason=k.DID_NOT_OPEN)
    match.join(1)
    match.ready(1)
    assert match.failure() == (LOG, match.sequence)


def test_an_attempt_that_is_not_counted_changes_the_draw_and_is_found() -> None:
    match = Recorder()
    match.join(0)
    match.join(1)
    match.ready(0)
    match.write(k.LEAVE, k.PLAYER, 1, of=1, reason=k.LEFT)
    match.attempt = 1
    for seat in (0, 1):
        match.join(seat)
    for seat in (0, 1):
        match.ready(seat)
    match.attempt = 0
    match.draw()
    assert match.failure() == (REVEAL, match.sequence)


def test_nobody_is_removed_before_the_time_to_open_is_over() -> None:
    match = Recorder()
    match.join(0)
    match.join(1)
    match.write(k.LEAVE, k.CLOCK, k.SYSTEM, of=1, reason=k.DID_NOT_OPEN)
    assert match.failure() == (TIME, 3)


def test_nobody_opens_before_every_seat_is_committed() -> None:
    match = Recorder()
    match.join(0)
    match.ready(0)
    assert match.failure() == (LOG, 2)


def test_a_bot_needs_no_commitment_and_takes_part_in_the_draw() -> None:
    match = Recorder().begin((1,))
    assert match.fold().roster.nonces() == match.nonces()
    assert match.nonces()[1] == bot_nonce(match.genesis.match_id, 0, 1)


def test_seeded_chance_asks_for_neither_commitments_nor_draws() -> None:
    match = Recorder(small_setup(chance=0)).begin().play(1)
    fold = match.fold()
    assert (fold.draws.count, fold.ended, fold.genesis.links) == (0, True, 0)
    assert RULES.state_hash(match.state) == fold.state_hash
