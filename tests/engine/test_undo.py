"""Undo: the turn's own actions, last first, every byte; never past a trade or a turn."""

from random import Random

import pytest

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import rejections
from games.engine.v0.state import FOREST
from tests.engine.audit import audit
from tests.engine.board import Board
from tests.engine.games import Play
from tests.engine.seen import Seen
from tests.engine.towns import town


@pytest.fixture
def board() -> Board:
    board = Board(coins=200, points=6)
    board.street(0, 4, 20)
    board.ground(FOREST, (7, 5), (6, 6))
    return board


def everything(board: Board) -> list[tuple[int, ...]]:
    """An action of every kind that can be taken back, each possible after those before it."""
    home = board.put(c.COTTAGE, 4, 5, people=2)
    old = board.put(c.SOLAR, 1, 5)
    board.put(c.PARK, 0, 5)
    board.state.offers = [(1, 0, 0, 1, 2, 1, 1, 1)]
    return [
        (a.BUILD, c.COTTAGE, board.at(5, 5), 3),
        (a.UPGRADE, home),
        (a.ROAD, board.at(3, 5), a.SOUTH, 2),
        (a.AVENUE, board.at(4, 4), a.EAST, 3),
        (a.DEMOLISH, old),
        (a.POLICY, 2, 2, 6, 0),
        (a.OFFER, 1, a.GIVE_COINS, 8, a.POWER_UNITS, 2, 3),
        (a.WITHDRAW, 0),
        (a.DECLINE, 2),
        (a.OVERTIME,),
        (a.ROAD, board.at(0, 5), a.EAST, 1),
        (a.FUND_DRIVE,),
    ]


@pytest.mark.parametrize("through_bytes", [False, True])
def test_every_step_back_restores_every_byte(board: Board, through_bytes: bool) -> None:
    before = []
    for action in everything(board):
        before.append(v0.encode(board.state))
        board.do(*action)
    while before:
        if through_bytes:
            board.state = v0.decode(v0.encode(board.state))
        board.do(a.UNDO)
        assert v0.encode(board.state) == before.pop()
    assert board.code(a.UNDO) == rejections.NOTHING_TO_UNDO


def test_what_is_derived_is_right_after_an_undo(board: Board) -> None:
    green = bytes(board.state.green())
    for action in everything(board)[:5]:
        board.do(*action)
    for _ in range(5):
        board.do(a.UNDO)
    assert bytes(board.state.green()) == bytes(v0.copy(board.state).green())
    assert bytes(green[board.at(9, 9) :]) == bytes(board.state.green()[board.at(9, 9) :])


def test_an_undone_action_can_be_done_again_with_the_same_result(board: Board) -> None:
    actions = everything(board)
    for action in actions:
        board.do(*action)
    done = v0.encode(board.state)
    for _ in actions:
        board.do(a.UNDO)
    for action in actions:
        board.do(*action)
    assert v0.encode(board.state) == done


def test_an_accepted_trade_cannot_be_undone_nor_anything_before_it(board: Board) -> None:
    board.state.offers = [(1, 0, 0, a.ASK_COINS, 2, a.POWER_UNITS, 1, 1)]
    board.do(a.FUND_DRIVE)
    board.do(a.ACCEPT, 2)
    assert board.code(a.UNDO) == rejections.NOTHING_TO_UNDO
    board.do(a.FUND_DRIVE)
    assert board.code(a.UNDO) == 0


def test_the_end_of_a_turn_cannot_be_undone(board: Board) -> None:
    board.do(a.FUND_DRIVE)
    board.do(a.END_TURN)
    assert board.code(a.UNDO) == rejections.NOTHING_TO_UNDO


def test_a_change_of_who_plays_ends_what_can_be_undone(board: Board) -> None:
    board.do(a.FUND_DRIVE)
    board.do(a.TAKEOVER, 1, seat=v0.SYSTEM)
    assert board.code(a.UNDO) == rejections.NOTHING_TO_UNDO


@pytest.mark.parametrize("number", range(12))
def test_any_chain_of_actions_is_taken_back_step_by_step(number: int) -> None:
    state = town(Random(300 + number))
    seat = state.turn_seat()
    play = Play(Random(number), state, Seen())
    before: list[bytes] = []
    for _ in range(120):
        action = play.plausible(seat)
        if action[0] in (a.UNDO, a.ACCEPT) or v0.check(state, seat, action):
            continue
        before.append(v0.encode(state))
        v0.apply(state, seat, action)
        if len(before) % 3 == 0:
            state = play.state = v0.decode(v0.encode(state))
    assert len(before) > 3
    while before:
        v0.apply(state, seat, (a.UNDO,))
        assert v0.encode(state) == before.pop()
        audit(state)
