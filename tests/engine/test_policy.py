"""Policy, overtime and the fund drive."""

import pytest

from games.engine.v0 import actions as a
from games.engine.v0 import event_codes, rejections
from tests.engine.board import Board


@pytest.fixture
def board() -> Board:
    board = Board()
    board.street(3, 4, 14)
    return board


def test_a_policy_is_free_and_once_a_turn(board: Board) -> None:
    assert board.do(a.POLICY, 2, 3, 4, 0) == [(event_codes.POLICY_SET, 0, 2, 3, 4, 0)]
    state = board.state
    assert (state.tax[0], state.price[0], state.ordinance[0], state.ordinance2[0]) == (2, 3, 4, 0)
    assert (state.points[0], state.coins[0]) == (3, 32)
    assert board.code(a.POLICY, 1, 1, 0, 0) == rejections.POLICY_DONE
    board.do(a.END_TURN)
    board.do(a.END_TURN)
    board.do(a.END_TURN)
    assert board.code(a.POLICY, 1, 1, 0, 0) == 0
    assert (state.tax[0], state.price[0]) == (2, 3)


def test_a_policy_must_change_something_and_be_a_price(board: Board) -> None:
    assert board.code(a.POLICY, 1, 1, 0, 0) == rejections.NO_CHANGE
    assert board.code(a.POLICY, 1, 0, 0, 0) == rejections.BAD_PARAMETER
    assert board.code(a.POLICY, 3, 1, 0, 0) == rejections.BAD_PARAMETER
    assert board.code(a.POLICY, 1, 4, 0, 0) == rejections.BAD_PARAMETER
    assert board.code(a.POLICY, 1, 1, 7, 0) == rejections.BAD_PARAMETER


def test_overtime_is_fifteen_coins_for_a_point_once_a_turn(board: Board) -> None:
    assert board.do(a.OVERTIME) == [(event_codes.OVERTIME_WORKED, 0)]
    assert (board.state.points[0], board.state.coins[0]) == (4, 17)
    assert board.code(a.OVERTIME) == rejections.OVERTIME_DONE
    board.do(a.END_TURN)
    board.state.coins[1] = 14
    assert board.code(a.OVERTIME) == rejections.NO_COINS


def test_a_fund_drive_is_a_point_for_three_coins(board: Board) -> None:
    for left in (2, 1, 0):
        assert board.do(a.FUND_DRIVE) == [(event_codes.FUNDS_RAISED, 0, 3)]
        assert board.state.points[0] == left
    assert board.state.coins[0] == 41
    assert board.code(a.FUND_DRIVE) == rejections.NO_POINTS
