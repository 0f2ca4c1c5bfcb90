"""What `decode` accepts, the rules can go on from, also after every step of the journal."""

import struct
from collections.abc import Callable

import pytest

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0.figures import encode_figures
from games.engine.v0.state import AWAIT_DRAW, NEUTRAL, OVER, State
from tests.engine.board import Board

Spoil = Callable[[State], None]
OFFER: tuple[int, ...] = (0, 1, 1, 0, 8, 1, 2, 3)
CONTRACT: tuple[int, ...] = (0, 1, 1, 2, 2, 8, 4)


def puts(**values: object) -> Spoil:
    """A change that sets fields of a state."""

    def change(state: State) -> None:
        for name, value in values.items():
            setattr(state, name, value)

    change.__name__ = " ".join(values)
    return change


def plain() -> State:
    """Three seats, one home with people, no offer and no journal."""
    board = Board(seats=3)
    board.put(c.COTTAGE, 5, 5, 0, 2)
    board.put(c.FARM, 7, 7)
    return board.state


def refused(state: State) -> bool:
    try:
        v0.decode(v0.encode(state))
    except v0.BrokenState:
        return True
    return False


BEFORE = (
    puts(status=[NEUTRAL, NEUTRAL, NEUTRAL]),
    puts(round=13, draws=13),
    puts(draws=255),
    puts(draws=0, goal_bag=0),
    puts(turn=1),
    puts(starter=1),
    puts(round=2, draws=2),
    puts(phase=OVER),
    puts(phase=AWAIT_DRAW),
)


@pytest.mark.parametrize("spoil", [puts(), *BEFORE])
def test_an_undo_leads_back_into_the_same_turn_or_the_bytes_are_broken(spoil: Spoil) -> None:
    state, before = plain(), plain()
    spoil(before)
    nothing = struct.pack(">HHH", 0, len(before.anchors), 0)  # no tile, all corners stay
    state.journal = [nothing + encode_figures(before)]
    assert refused(state) == (spoil in BEFORE)
    if spoil not in BEFORE:
        v0.apply(state, 0, (a.UNDO,))
        assert v0.encode(state) == v0.encode(before)


@pytest.mark.parametrize("phase", [AWAIT_DRAW, OVER])
def test_a_journal_outside_a_turn_is_broken(phase: int) -> None:
    board = Board(seats=3)
    board.do(a.FUND_DRIVE)
    assert not refused(board.state)
    board.state.phase = phase
    assert refused(board.state)


@pytest.mark.parametrize(
    "spoil",
    [
        puts(draws=2),
        puts(round=2),
        puts(draws=0, goal_bag=131071),
        puts(phase=AWAIT_DRAW, round=12, draws=12),
        puts(goal_points=[0, 19, 0]),
        puts(missed=[0, 0, 256]),
        puts(offers_made=[5, 0, 0]),
    ],
)
def test_a_course_that_no_match_takes_is_broken(spoil: Spoil) -> None:
    state = plain()
    assert not refused(state)
    spoil(state)
    assert refused(state)


@pytest.mark.parametrize("plane", ["residents", "happiness", "workers", "served", "flags"])
def test_values_away_from_the_corner_of_a_building_are_broken(plane: str) -> None:
    for x, y in ((10, 10), (8, 7), (8, 8)):  # the meadow, two tiles of the farm
        state = plain()
        getattr(state, plane)[y * state.size + x] = 1
        assert refused(state)


def test_more_people_than_a_building_holds_are_broken() -> None:
    for plane, x, y, most in (
        ("residents", 5, 5, 2),
        ("residents", 7, 7, 0),
        ("workers", 7, 7, 2),
        ("workers", 5, 5, 0),
    ):
        state = plain()
        getattr(state, plane)[y * state.size + x] = most
        assert not refused(state)
        getattr(state, plane)[y * state.size + x] = most + 1
        assert refused(state)


def test_a_landmark_has_one_holder_and_stands_once() -> None:
    state = plain()
    state.landmark_owner[0] = 1
    assert refused(state)
    board = Board(seats=3)
    board.put(c.MUSEUM, 5, 5)
    assert not refused(board.state)
    board.put(c.MUSEUM, 7, 7)
    assert refused(board.state)


def test_offers_have_their_own_slots_and_two_sides() -> None:
    for more, broken in (
        ((0, 0, 1, 0, 8, 1, 2, 3), False),
        (OFFER, True),
        ((0, 0, 0, 0, 8, 1, 2, 3), True),
    ):
        state = plain()
        state.offers = [OFFER, more]
        assert refused(state) == broken


def test_a_seller_has_as_many_contracts_as_the_rules_allow() -> None:
    state = plain()
    state.contracts = [CONTRACT] * a.CONTRACTS_A_SELLER
    assert not refused(state)
    state.contracts = [CONTRACT] * (a.CONTRACTS_A_SELLER + 1)
    assert refused(state)
    state.contracts = [(1, 1, 1, 2, 2, 8, 4)]
    assert refused(state)
