"""Plans in a state's bytes: they come back, and what no round comes to is broken."""

from collections.abc import Callable
from random import Random

import pytest

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import seals
from games.engine.v0.state import (
    AWAIT_DRAW,
    MISSED,
    NEUTRAL,
    OPENED,
    OVER,
    PLANNING,
    PLAY,
    REVEALING,
    SEALED,
    UNSEALED,
    State,
)
from tests.engine.board import Board
from tests.engine.broken import outcome
from tests.engine.plans import planned, reveal, seal, step

PLAN = step(a.BUILD, 4, 105, 0, at=106) + step(a.FUND_DRIVE)
Spoil = Callable[[State], None]


def at(phase: int) -> Board:
    """Four seats, the last neutral and the third too late, in a phase of a round of plans."""
    board = planned(4)
    board.do(a.RESIGN, seat=3)
    if phase == OVER:
        board.do(a.CLOSE, 0, seat=v0.SYSTEM)
        return board
    seal(board, 0, PLAN)
    board.do(a.TIMEOUT, 2, seat=v0.SYSTEM)
    if phase == PLANNING:
        return board
    seal(board, 1)
    reveal(board, 0, PLAN)
    if phase == AWAIT_DRAW:
        reveal(board, 1)
    return board


PHASES = (PLANNING, REVEALING, AWAIT_DRAW, OVER)


@pytest.mark.parametrize("phase", PHASES)
def test_plans_come_back(phase: int) -> None:
    state = at(phase).state
    assert state.phase == phase
    again = v0.decode(v0.encode(state))
    copied = v0.copy(state)
    for other in (again, copied):
        for name in ("sealing", "digests", "plans"):
            assert getattr(other, name) == getattr(state, name)
    copied.sealing[0], copied.digests[0], copied.plans[0] = 9, 9, (9,)
    assert v0.encode(state) == v0.encode(again)


def test_the_bytes_can_be_worked_out_by_hand() -> None:
    digest = (12345).to_bytes(32, "big")
    state = at(PLANNING).state
    state.digests[0] = 12345
    assert v0.encode(state).endswith(b"\x00\x01" + digest + b"\x00\x02\x00")
    state = at(REVEALING).state
    state.digests[1] = 12345
    plan = bytes.fromhex("6b 03 04 69 00 00 0d")
    assert v0.encode(state).endswith(b"\x00\x03\x07" + plan + b"\x01" + digest + b"\x02\x00")
    assert v0.encode(at(OVER).state).endswith(b"\x00" + bytes(4))


def test_in_turn_plans_take_no_bytes() -> None:
    turns, plans = v0.new_game(v0.standard_setup(0, 2, bytes(32))), planned().state
    assert seals.encode_seals(plans) == b"\x00\x00"
    assert len(v0.encode(turns)) == 3229


def sealing(*values: int) -> Spoil:
    def change(state: State) -> None:
        state.sealing = list(values)

    return change


def sets(**values: object) -> Spoil:
    def change(state: State) -> None:
        for name, value in values.items():
            setattr(state, name, value)

    return change


def neutral(seat: int) -> Spoil:
    def change(state: State) -> None:
        state.status[seat] = NEUTRAL

    return change


def plan(*steps: int) -> Spoil:
    def change(state: State) -> None:
        state.plans[0] = steps

    return change


FUNDS = step(a.FUND_DRIVE)
OFFER = (0, 0, 1, 0, 8, 1, 2, 3)
WRONG: list[tuple[int, Spoil]] = [
    (PLANNING, sealing(SEALED, SEALED, MISSED, UNSEALED)),
    (PLANNING, sealing(SEALED, UNSEALED, OPENED, UNSEALED)),
    (PLANNING, sealing(SEALED, UNSEALED, MISSED, MISSED)),
    (PLANNING, sealing(4, UNSEALED, MISSED, UNSEALED)),
    (PLANNING, neutral(0)),
    (PLANNING, sets(offers=[OFFER])),
    (PLANNING, sets(offers=[(1, 0, 0, 0, 8, 1, 2, 3)])),
    (PLANNING, sets(phase=PLAY)),
    (PLANNING, sets(turn=1)),
    (PLANNING, sets(draws=2)),
    (PLANNING, sets(draws=0, goal_bag=131071)),
    (PLANNING, sets(phase=REVEALING)),
    (PLANNING, sets(phase=AWAIT_DRAW)),
    (PLANNING, sets(phase=OVER)),
    (REVEALING, sealing(OPENED, UNSEALED, MISSED, UNSEALED)),
    (REVEALING, sealing(OPENED, OPENED, MISSED, UNSEALED)),
    (REVEALING, sealing(MISSED, MISSED, MISSED, UNSEALED)),
    (REVEALING, neutral(1)),
    (REVEALING, sets(offers=[OFFER])),
    (REVEALING, sets(phase=PLANNING)),
    (REVEALING, plan(*FUNDS * 4)),
    (REVEALING, plan(*FUNDS * 13)),
    (REVEALING, plan(0, a.END_TURN)),
    (REVEALING, plan(1, *FUNDS[1:])),
    (REVEALING, plan(0)),
    (REVEALING, plan(*step(a.OVERTIME) * 2)),
    (AWAIT_DRAW, sealing(OPENED, UNSEALED, MISSED, UNSEALED)),
    (AWAIT_DRAW, sealing(OPENED, SEALED, MISSED, UNSEALED)),
    (AWAIT_DRAW, sets(offers=[OFFER])),
    (AWAIT_DRAW, sets(phase=REVEALING)),
    (AWAIT_DRAW, sets(draws=0, goal_bag=131071)),
    (OVER, sealing(MISSED, UNSEALED, UNSEALED, UNSEALED)),
    (OVER, sealing(SEALED, UNSEALED, UNSEALED, UNSEALED)),
    (OVER, sets(draws=2)),
    (OVER, sets(round=12, draws=14)),
]


@pytest.mark.parametrize(("phase", "spoil"), WRONG)
def test_what_no_round_comes_to_is_broken(phase: int, spoil: Spoil) -> None:
    state = at(phase).state
    assert outcome(v0.encode(state)) == "same"
    spoil(state)
    assert outcome(v0.encode(state)) == "broken"


def test_a_last_round_that_was_resolved_is_read() -> None:
    state = at(OVER).state
    for draws in (12, 13):
        state.round, state.draws = 12, draws
        assert outcome(v0.encode(state)) == "same"


def test_plans_and_their_phases_are_of_one_mode() -> None:
    state = Board(chance=1).state
    for phase in (PLANNING, REVEALING, 5):
        state.phase = phase
        assert outcome(v0.encode(state)) == "broken"


@pytest.mark.parametrize("phase", PHASES)
def test_flipped_cut_and_lengthened_bytes_are_another_state_or_broken(phase: int) -> None:
    rng = Random(phase)
    good = v0.encode(at(phase).state)
    seals_begin = len(good) - 90
    for place in (*range(seals_begin, len(good)), *rng.sample(range(seals_begin), 300)):
        bad = bytearray(good)
        bad[place] ^= 1 << rng.randrange(8)
        outcome(bytes(bad))
    for length in range(seals_begin, len(good)):
        assert outcome(good[:length]) == "broken"
    for more in (b"\x00", b"\x03\x00", bytes(40)):
        assert outcome(good + more) == "broken"


@pytest.mark.parametrize("phase", [PLANNING, REVEALING, AWAIT_DRAW])
def test_a_state_that_is_accepted_goes_on(phase: int) -> None:
    """Odd states may pass the checks, but none on which a round of plans would break."""
    rng = Random(phase)
    good = v0.encode(at(phase).state)
    accepted = 0
    for _ in range(400):
        bad = bytearray(good)
        place = rng.choice((rng.randrange(len(bad)), rng.randrange(len(bad) - 600, len(bad))))
        bad[place] = rng.choice((0, 1, 2, 3, 255, rng.randrange(256)))
        if outcome(bytes(bad)) != "same":
            continue
        accepted += 1
        state = v0.decode(bytes(bad))
        for seat in range(4):
            if not v0.check(state, v0.SYSTEM, (a.TIMEOUT, seat)):
                v0.apply(state, v0.SYSTEM, (a.TIMEOUT, seat))
        if state.phase == AWAIT_DRAW:
            v0.apply(state, v0.SYSTEM, (a.DRAW, rng.getrandbits(256)))
        v0.encode(v0.decode(v0.encode(state)))
    assert accepted > 40
