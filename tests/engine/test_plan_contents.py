"""A plan's form, contents, digest and bytes; the draft it is made on."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import rejections as r
from games.engine.v0.state import PLAY, State
from tests.engine.board import Board
from tests.engine.plans import SALT, planned, play, reveal, seal, step

FUND = step(a.FUND_DRIVE)
OVERTIME = step(a.OVERTIME)
POLICY = step(a.POLICY, 0, 1, 0, 0)
SYSTEM = v0.SYSTEM


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((), 0),
        (FUND * 3, 0),
        (FUND * 4, r.PLAN_TOO_LONG),
        (OVERTIME + FUND * 4, 0),
        (FUND * 4 + OVERTIME + POLICY, 0),
        (OVERTIME + FUND * 5, r.PLAN_TOO_LONG),
        (POLICY * 2, r.POLICY_DONE),
        (OVERTIME * 2, r.OVERTIME_DONE),
        (POLICY * 2 + FUND * 12, r.BAD_PARAMETER),
        (FUND * 13, r.BAD_PARAMETER),
        (step(a.END_TURN), r.BAD_PARAMETER),
        (step(a.UNDO), r.BAD_PARAMETER),
        (step(a.SEAL, 5), r.BAD_PARAMETER),
        (step(a.OFFER, 1, 0, 1, 1, 1, 1), r.BAD_PARAMETER),
        (step(a.FUND_DRIVE, at=4), r.BAD_PARAMETER),
        (step(a.POLICY, 0, 1, 0, 0, at=4), r.BAD_PARAMETER),
        (step(a.UPGRADE, 4, at=4095), 0),
        (step(a.UPGRADE, 4, at=4096), r.BAD_PARAMETER),
        (step(a.UPGRADE, 4096), r.BAD_PARAMETER),
        ((0,), r.BAD_PARAMETER),
        ((0, a.UPGRADE), r.BAD_PARAMETER),
        ((0, 99), r.BAD_PARAMETER),
        ((0, -1), r.BAD_PARAMETER),
        ((-1, a.UPGRADE, 4), r.BAD_PARAMETER),
        ((True, a.UPGRADE, 4), r.BAD_PARAMETER),
        ((False, a.UPGRADE, 4), r.BAD_PARAMETER),
        ((0, True, 4, 0, 1), r.BAD_PARAMETER),
    ],
)
def test_what_a_plan_may_hold(steps: tuple[int, ...], code: int) -> None:
    board = planned()
    assert v0.check_plan(board.state, 0, steps) == code
    if code == r.BAD_PARAMETER:
        with pytest.raises(v0.BrokenAction):
            v0.plan_digest(board.state, 0, steps, SALT)
        assert board.code(a.REVEAL, 0, SALT, *steps, seat=SYSTEM) == code
        return
    seal(board, 0, steps)
    seal(board, 1)
    assert board.code(a.REVEAL, 0, SALT, *steps, seat=SYSTEM) == code


def test_a_plan_too_long_tells_how_long_it_may_be() -> None:
    board = planned()
    seal(board, 0, FUND * 5)
    seal(board, 1)
    with pytest.raises(v0.Rejection) as caught:
        v0.apply(board.state, SYSTEM, (a.REVEAL, 0, SALT, *FUND * 5))
    rejection = caught.value
    assert (rejection.code, rejection.need, rejection.have) == (r.PLAN_TOO_LONG, 3, 5)


def test_a_plan_is_asked_about_only_by_who_may_plan() -> None:
    board = planned(3)
    board.do(a.RESIGN, seat=1)
    assert v0.check_plan(board.state, 1, FUND) == r.SEAT_RESIGNED
    for seat in (3, -1, SYSTEM):
        assert v0.check_plan(board.state, seat, FUND) == r.NO_SUCH_SEAT
    seal(board, 0, FUND)
    assert v0.check_plan(board.state, 0, FUND) == 0
    seal(board, 2)
    assert v0.check_plan(board.state, 0, FUND) == r.NOT_PLANNING
    board.do(a.CLOSE, 0, seat=SYSTEM)
    assert v0.check_plan(board.state, 0, FUND) == r.MATCH_OVER
    assert v0.check_plan(Board().state, 0, FUND) == r.NOT_PLANNING


def test_the_digest_can_be_worked_out_by_hand() -> None:
    board = planned(3)
    board.state.round = board.state.draws = 5
    steps = step(a.BUILD, c.SHOP, 300, 0, at=301) + FUND
    said = b"citybuilder/plan/0" + bytes((5, 2)) + bytes.fromhex("ae02 03 04 ac02 00 00 0d")
    digest = sha256(said + SALT.to_bytes(32, "big")).digest()
    assert v0.plan_digest(board.state, 2, steps, SALT) == int.from_bytes(digest, "big")


def test_the_digest_differs_by_round_seat_steps_and_salt() -> None:
    board = planned(3)
    told = {v0.plan_digest(board.state, seat, FUND * n, salt) for seat, n, salt in THE_SAME_BUT}
    board.state.round = 2
    told.add(v0.plan_digest(board.state, 0, FUND, SALT))
    assert len(told) == len(THE_SAME_BUT) + 1


THE_SAME_BUT = ((0, 1, SALT), (1, 1, SALT), (0, 2, SALT), (0, 1, SALT + 1))


@pytest.mark.parametrize(("seat", "salt"), [(6, 1), (-1, 1), (0, 1 << 256), (0, -1), (True, 1)])
def test_a_digest_is_of_what_a_reveal_can_carry(seat: int, salt: int) -> None:
    with pytest.raises(v0.BrokenAction):
        v0.plan_digest(planned().state, seat, FUND, salt)


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ((a.SEAL, 300), "11 ac02"),
        ((a.REVEAL, 1, 0), "26 01 00"),
        ((a.REVEAL, 1, 300, *FUND), "26 01 ac02 00 0d"),
        ((a.REVEAL, 0, 1, 4096, a.UPGRADE, 4095, *OVERTIME), "26 00 01 8020 04 ff1f 00 0c"),
        ((a.REVEAL, 2, 5, *step(a.BUILD, 21, 300, 5, at=0)), "26 02 05 01 03 15 ac02 05"),
    ],
)
def test_worked_bytes(action: tuple[int, ...], data: str) -> None:
    assert v0.encode_action(action) == bytes.fromhex(data)
    assert v0.decode_action(bytes.fromhex(data)) == action


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("26 01", "truncated"),
        ("26 01 00 00", "no step"),
        ("26 01 00 00 04", "no step"),
        ("26 01 00 00 04 80", "truncated"),
        ("26 01 00 00 04 8000", "not canonical"),
        ("26 01 00 00 04 8020", "no step"),
        ("26 01 00 8120 04 05", "no step"),
        ("26 01 00 01 0d", "no step"),
        ("26 01 00 00 0f", "no step"),
        ("26 01 00 00 26 00 00", "no step"),
        ("26 01 00" + "00 0d" * 13, "too many steps"),
        ("26 06 00", "out of bounds"),
        ("26" + "00" * 128, "too long"),
    ],
)
def test_broken_reveals_are_refused_with_their_reason(data: str, reason: str) -> None:
    with pytest.raises(v0.BrokenAction) as caught:
        v0.decode_action(bytes.fromhex(data))
    assert caught.value.reason == reason


def test_the_longest_plan_fits_into_an_action() -> None:
    wide = (1 << 256) - 1
    build = step(a.BUILD, 29, 4095, 8, at=4095)
    data = v0.encode_action((a.REVEAL, 5, wide, *build * a.MOST_STEPS))
    assert len(data) == 123 <= a.MOST_BYTES
    assert v0.decode_action(data)[3:] == build * a.MOST_STEPS


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=40))
def test_any_bytes_of_a_reveal_are_one_plan_or_broken(tail: bytes) -> None:
    data = bytes((a.REVEAL, 0, 1)) + tail
    try:
        action = v0.decode_action(data)
    except v0.BrokenAction:
        return
    assert v0.encode_action(action) == data


# -- the draft -----------------------------------------------------------------------------


def busy() -> Board:
    """Three seats while all plan, with offers on the table."""
    board = planned(3)
    board.state.starter = 2
    board.do(a.OFFER, 1, 1, 5, 1, 1, 2, seat=0)
    board.do(a.OFFER, 2, 1, 5, 1, 1, 2, seat=1)
    return board


@pytest.mark.parametrize("seat", range(3))
def test_a_draft_is_a_turn_of_the_seat_alone(seat: int) -> None:
    board = busy()
    before = v0.encode(board.state)
    draft = v0.draft(board.state, seat)
    assert (draft.phase, draft.turn_seat()) == (PLAY, seat)
    assert draft.points == [3 if other == seat else 0 for other in range(3)]
    assert all(seat not in (offer[0], offer[2]) for offer in draft.offers)
    assert v0.encode(v0.decode(v0.encode(draft))) == v0.encode(draft)
    tile = v0.legal_mask(draft, seat, c.SHOP).index(1)
    assert v0.preview(draft, seat, (a.BUILD, c.SHOP, tile, 0))["rejection"] == 0
    v0.apply(draft, seat, (a.BUILD, c.SHOP, tile, 0))
    v0.apply(draft, seat, (a.UNDO,))
    v0.apply(draft, seat, (a.FUND_DRIVE,))
    assert v0.encode(board.state) == before


def test_what_a_draft_accepts_is_a_plan_that_works_when_nobody_is_in_the_way() -> None:
    board = planned()
    draft = v0.draft(board.state, 0)
    steps: tuple[int, ...] = ()
    for action in (
        (a.ROAD, board.at(4, 5), a.SOUTH, 3),
        (a.BUILD, c.SHOP, board.at(5, 6), 0),
        (a.POLICY, 0, 2, 0, 0),
        (a.OVERTIME,),
        (a.BUILD, c.COTTAGE, board.at(6, 5), 3),
        (a.FUND_DRIVE,),
    ):
        v0.apply(draft, 0, action)
        steps += step(*action)
    assert v0.check_plan(board.state, 0, steps) == 0
    play(board, {0: (steps,)})
    for name in ("road", "kind", "owner"):
        assert getattr(board.state, name) == getattr(draft, name)


def test_a_draft_is_there_while_the_seat_may_plan() -> None:
    board = planned(3)
    board.do(a.RESIGN, seat=1)
    seal(board, 0)
    assert v0.draft(board.state, 0).points == [3, 0, 0]

    def refused(state: State, seat: int) -> int:
        with pytest.raises(v0.Rejection) as caught:
            v0.draft(state, seat)
        return caught.value.code

    assert refused(board.state, 1) == r.SEAT_RESIGNED
    assert refused(board.state, 3) == r.NO_SUCH_SEAT
    seal(board, 2)
    assert refused(board.state, 0) == r.NOT_PLANNING
    reveal(board, 0)
    board.do(a.CLOSE, 0, seat=SYSTEM)
    assert refused(board.state, 0) == r.MATCH_OVER
    assert refused(Board().state, 0) == r.NOT_PLANNING
