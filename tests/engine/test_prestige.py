"""Prestige: its lines, the catch-up coins and the final ranks."""

import pytest

from games.engine import v0
from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes
from games.engine.v0.round.context import CATCH_UP
from games.engine.v0.round.prestige import prestige
from games.engine.v0.state import (
    ABSENT,
    BOT_AFTER_RESIGNING,
    NEUTRAL,
    P_COINS,
    P_DEBT,
    P_GOALS,
    P_GREENERY,
    P_HAPPINESS,
    P_JOBS,
    P_LANDMARKS,
    P_QUARTERS,
    P_RESIDENTS,
    P_SMOKE,
)
from tests.engine.board import Board


def lines(board: Board, seat: int = 0) -> list[int]:
    return v0.scores(board.state)[seat]


@pytest.mark.parametrize(
    ("happy", "plain", "extra"),
    [(0, 3, 0), (3, 3, 0), (4, 6, 0), (6, 6, 0), (7, 6, 3), (8, 6, 3), (9, 6, 6), (10, 6, 6)],
)
def test_twelve_residents_weigh_by_the_happiness_of_their_home(
    happy: int, plain: int, extra: int
) -> None:
    board = Board()
    home = board.put(c.TOWER, 1, 10, people=12)
    board.state.happiness[home] = happy
    got = lines(board)
    assert (got[P_RESIDENTS], got[P_HAPPINESS]) == (plain, extra)
    assert lines(board, 1)[P_RESIDENTS] == 0


def test_weights_are_summed_before_they_are_divided() -> None:
    board = Board()
    for x, people, happy in ((1, 3, 9), (2, 3, 5), (3, 1, 2)):
        board.state.happiness[board.put(c.APARTMENTS, x, 10, people=people)] = happy
    got = lines(board)  # 12 + 6 + 1 = 19 weighted: 4; plain 7 * 2 // 4 = 3
    assert (got[P_RESIDENTS], got[P_HAPPINESS]) == (3, 1)


def test_the_other_lines() -> None:
    board = Board()
    state = board.state
    state.filled = [16, 15]
    state.goal_points[0] = 9
    state.landmark_owner = [0, 1, 0, 255, 255, 255]
    state.quarter_points[0] = 8
    state.green_tiles[0] = 8
    state.smoke[0] = 13
    state.coins[0] = 39
    got = lines(board)
    assert (got[P_JOBS], lines(board, 1)[P_JOBS]) == (4, 3)
    assert got[P_GOALS] == 9
    assert got[P_LANDMARKS] == 12
    assert got[P_QUARTERS] == 8
    assert got[P_GREENERY] == 2
    assert got[P_SMOKE] == -2
    assert (got[P_COINS], got[P_DEBT]) == (3, 0)


@pytest.mark.parametrize(
    ("coins", "plus", "minus"),
    [(0, 0, 0), (9, 0, 0), (49, 4, 0), (500, 4, 0), (-1, 0, -1), (-2, 0, -1), (-7, 0, -4)],
)
def test_coins_and_debt(coins: int, plus: int, minus: int) -> None:
    board = Board()
    board.state.coins[0] = coins
    assert (lines(board)[P_COINS], lines(board)[P_DEBT]) == (plus, minus)


def test_greenery_beyond_the_smoke_is_no_bonus_against_it() -> None:
    board = Board()
    board.state.smoke[0] = 3
    board.state.green_tiles[0] = 9
    assert lines(board)[P_SMOKE] == 0


def test_who_is_behind_gets_a_coin_for_five_points_up_to_four() -> None:
    board = Board(4)
    board.state.coins = [0, 0, 0, 0]
    board.state.goal_points = [30, 26, 20, 3]
    tallies = board.run(prestige)
    assert board.told(event_codes.CATCH_UP) == [(2, 2), (3, 4)]
    assert [row[CATCH_UP] for row in tallies.lines] == [0, 0, 2, 4]
    assert board.state.coins == [0, 0, 2, 4]
    assert board.state.score == [30, 26, 20, 3]
    assert board.told(event_codes.PRESTIGE)[1] == (1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 26)


def test_nobody_catches_up_after_the_last_round() -> None:
    board = Board(2)
    board.state.goal_points = [30, 0]
    board.state.coins = [0, 0]
    board.state.round = board.state.rounds
    board.run(prestige)
    assert board.told(event_codes.CATCH_UP) == []
    assert board.state.coins == [0, 0]


def test_a_neutral_leader_is_no_measure_and_gets_nothing() -> None:
    board = Board(3)
    board.state.goal_points = [60, 20, 10]
    board.state.coins = [0, 0, 0]
    board.state.status[0] = NEUTRAL
    board.run(prestige)
    assert board.told(event_codes.CATCH_UP) == [(2, 2)]


def test_ranks_by_prestige_then_residents_then_less_smoke_then_coins() -> None:
    board = Board(4)
    state = board.state
    state.coins = [0, 0, 0, 0]
    state.goal_points = [5, 6, 5, 7]
    assert v0.standings(state) == [3, 2, 3, 1]
    board.put(c.TOWER, 1, 10, seat=2, people=1)  # too few to score, enough to break the tie
    assert v0.standings(state) == [4, 2, 3, 1]
    board.put(c.TOWER, 2, 10, seat=0, people=1)
    state.smoke = [0, 0, 1, 0]
    assert v0.standings(state) == [3, 2, 4, 1]
    state.smoke = [0, 0, 0, 0]
    state.coins = [1, 0, 2, 0]
    assert v0.standings(state) == [4, 2, 3, 1]


def test_who_resigned_has_no_rank_and_an_absent_mayor_keeps_one() -> None:
    board = Board(4)
    board.state.goal_points = [9, 8, 7, 6]
    board.state.status = [NEUTRAL, BOT_AFTER_RESIGNING, ABSENT, 0]
    assert v0.standings(board.state) == [0, 0, 1, 2]
