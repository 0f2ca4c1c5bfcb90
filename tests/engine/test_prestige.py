"""Prestige: its lines, the catch-up coins and the final ranks.

Every figure that the rules can change is taken from docs/rules.md, not from the code: a figure that
is changed in one place alone fails here, one that is changed in both needs no new test.
"""

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
from tests.docs.tables import table
from tests.engine.board import Board

STATED = {
    row[2]: [int(cell) for cell in row[1].split(",")] for row in table("Appendix A: constants")
}
WEIGHTS = STATED["scoring.WEIGHT"]
[RESIDENTS] = STATED["scoring.RESIDENTS_DIVISOR"]
[JOBS] = STATED["scoring.JOBS_DIVISOR"]
[GREEN] = STATED["scoring.GREEN_DIVISOR"]
[LANDMARK] = STATED["scoring.LANDMARK_PRESTIGE"]
[COINS] = STATED["scoring.COINS_DIVISOR"]
[MOST_FOR_COINS] = STATED["scoring.MOST_COIN_PRESTIGE"]
[GAP] = STATED["round.prestige.CATCH_UP_DIVISOR"]
[MOST_HELP] = STATED["round.prestige.MOST_CATCH_UP"]


def lines(board: Board, seat: int = 0) -> list[int]:
    return v0.scores(board.state)[seat]


@pytest.mark.parametrize(("happy", "weight"), list(enumerate(WEIGHTS)))
def test_a_resident_weighs_by_the_happiness_of_the_home(happy: int, weight: int) -> None:
    board = Board()
    home = board.put(c.TOWER, 1, 10, people=3 * RESIDENTS)
    board.state.happiness[home] = happy
    got = lines(board)
    plain = min(weight, 2)  # what is above it is the line of happiness
    assert (got[P_RESIDENTS], got[P_HAPPINESS]) == (3 * plain, 3 * (weight - plain))
    assert lines(board, 1)[P_RESIDENTS] == 0


def test_weights_are_summed_before_they_are_divided() -> None:
    board = Board()
    homes = ((1, 3, 7), (2, 3, 5), (3, 1, 2))
    for x, people, happy in homes:
        board.state.happiness[board.put(c.APARTMENTS, x, 10, people=people)] = happy
    got = lines(board)
    weights = [people * WEIGHTS[happy] for _, people, happy in homes]
    both = sum(weights) // RESIDENTS
    assert both > sum(weight // RESIDENTS for weight in weights)  # what this is about
    plain = (3 + 3 + 1) * 2 // RESIDENTS
    assert (got[P_RESIDENTS], got[P_HAPPINESS]) == (plain, both - plain)


def test_the_other_lines() -> None:
    board = Board()
    state = board.state
    state.filled = [4 * JOBS, 4 * JOBS - 1]
    state.goal_points[0] = 9
    state.landmark_owner = [0, 1, 0, 255, 255, 255]
    state.quarter_points[0] = 8
    state.green_tiles = [3 * GREEN, 3 * GREEN - 1]
    state.smoke[0] = state.green_tiles[0] + 5
    got = lines(board)
    assert (got[P_JOBS], lines(board, 1)[P_JOBS]) == (4, 3)
    assert got[P_GOALS] == 9
    assert got[P_LANDMARKS] == 2 * LANDMARK
    assert got[P_QUARTERS] == 8
    assert (got[P_GREENERY], lines(board, 1)[P_GREENERY]) == (3, 2)
    assert got[P_SMOKE] == -2


@pytest.mark.parametrize(
    ("coins", "points"),
    [
        (0, 0),
        (COINS - 1, 0),
        (COINS, 1),
        (MOST_FOR_COINS * COINS - 1, MOST_FOR_COINS - 1),
        (MOST_FOR_COINS * COINS, MOST_FOR_COINS),
        (500, MOST_FOR_COINS),
    ],
)
def test_coins_count_up_to_a_most(coins: int, points: int) -> None:
    board = Board()
    board.state.coins[0] = coins
    assert (lines(board)[P_COINS], lines(board)[P_DEBT]) == (points, 0)


@pytest.mark.parametrize(("coins", "points"), [(-1, -1), (-2, -1), (-7, -4)])
def test_debt_costs_half_of_it_rounded_up(coins: int, points: int) -> None:
    board = Board()
    board.state.coins[0] = coins
    assert (lines(board)[P_COINS], lines(board)[P_DEBT]) == (0, points)


def test_greenery_beyond_the_smoke_is_no_bonus_against_it() -> None:
    board = Board()
    board.state.smoke[0] = 3
    board.state.green_tiles[0] = 9
    assert lines(board)[P_SMOKE] == 0


def test_who_is_behind_gets_a_coin_for_every_gap_up_to_a_most() -> None:
    board = Board(4)
    board.state.coins = [0, 0, 0, 0]
    best = (MOST_HELP + 2) * GAP
    points = [best, best - GAP + 1, best - 2 * GAP, 1]
    board.state.goal_points = points
    tallies = board.run(prestige)
    assert board.told(event_codes.CATCH_UP) == [(2, 2), (3, MOST_HELP)]
    assert [row[CATCH_UP] for row in tallies.lines] == [0, 0, 2, MOST_HELP]
    assert board.state.coins == [0, 0, 2, MOST_HELP]
    assert board.state.score == points
    told = board.told(event_codes.PRESTIGE)[1]
    assert told == (1, 0, 0, 0, points[1], 0, 0, 0, 0, 0, 0, points[1])


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
    board.state.goal_points = [60, 20, 20 - 2 * GAP]
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
