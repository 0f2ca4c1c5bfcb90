"""Residents: who leaves, who comes, and to which home."""

import pytest

from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes
from games.engine.v0.policy import OPEN_DOORS
from games.engine.v0.round.residents import residents
from games.engine.v0.state import NEUTRAL
from tests.engine.board import Board


def home(board: Board, kind: int, x: int, people: int, happy: int, seat: int = 0) -> int:
    corner = board.put(kind, x, 10, seat, people)
    board.state.happiness[corner] = happy
    return corner


@pytest.mark.parametrize(("happy", "gone"), [(4, 0), (3, 1), (2, 2), (1, 3), (0, 4)])
def test_the_unhappier_a_home_the_more_people_leave(happy: int, gone: int) -> None:
    board = Board()
    tower = home(board, c.TOWER, 1, 10, happy)
    board.run(residents)
    assert board.state.residents[tower] == 10 - gone
    assert board.told(event_codes.MOVED_OUT) == ([(tower, gone)] if gone else [])


def test_nobody_leaves_an_empty_home() -> None:
    board = Board()
    cottage = home(board, c.COTTAGE, 1, 1, 0)
    board.run(residents)
    assert board.told(event_codes.MOVED_OUT) == [(cottage, 1)]


def test_a_borough_draws_two_and_one_for_two_open_jobs() -> None:
    board = Board()
    tower = home(board, c.TOWER, 1, 0, 10)
    board.state.status[1] = NEUTRAL  # so that only two come to the valley
    board.run(residents)
    assert board.told(event_codes.MOVED_IN) == [(tower, 2), (tower, 2)]
    board.events.clear()
    board.state.residents[tower] = 0
    board.state.vacancies[0] = 7
    board.run(residents)
    assert board.told(event_codes.MOVED_IN) == [(tower, 5), (tower, 2)]


def test_the_happiest_own_home_fills_first_up_to_its_happiness_less_three() -> None:
    board = Board()
    low = home(board, c.APARTMENTS, 1, 0, 5)
    high = home(board, c.TOWER, 2, 0, 7)
    board.state.vacancies[0] = 8  # 6 come
    board.run(residents)
    assert board.told(event_codes.MOVED_IN)[:2] == [(high, 4), (low, 2)]


def test_equal_homes_fill_from_the_oldest() -> None:
    board = Board()
    old = home(board, c.COTTAGE, 5, 1, 6)
    young = home(board, c.COTTAGE, 1, 1, 6)
    board.run(residents)
    assert board.told(event_codes.MOVED_IN)[:2] == [(old, 1), (young, 1)]


def test_nobody_moves_into_a_full_home_or_one_below_five() -> None:
    board = Board()
    home(board, c.COTTAGE, 1, 2, 10)
    home(board, c.TOWER, 2, 3, 4)
    tallies = board.run(residents)
    assert board.told(event_codes.MOVED_IN) == []
    assert tallies.pool == 2 + 2 + 4  # each borough's own and two a mayor found no home


def test_leavers_and_newcomers_of_the_valley_take_the_happiest_homes_anywhere() -> None:
    board = Board()
    home(board, c.TOWER, 1, 9, 1)  # 3 leave
    good = home(board, c.TOWER, 2, 0, 9, seat=1)
    board.run(residents)
    # Seat 1 draws its own 2; then 3 leavers, 2 of seat 0 without a home, 4 of the valley: 9,
    # of whom one home takes 9 - 3.
    assert board.told(event_codes.MOVED_IN) == [(good, 2), (good, 6)]


def valley_order(board: Board, homes: list[int]) -> list[int]:
    """Fill what both boroughs draw themselves elsewhere; where the valley's 4 go, in order."""
    board.run(residents)
    return [row[0] for row in board.told(event_codes.MOVED_IN) if row[0] in homes]


def test_valley_ties_go_to_less_prestige_then_play_order_then_age() -> None:
    def fresh() -> tuple[Board, list[int]]:
        board = Board()
        # Full at once by own newcomers, so that all else is the valley's.
        homes = [home(board, c.COTTAGE, x, 1, 5, seat) for x, seat in ((1, 1), (2, 0), (3, 1))]
        for seat in (0, 1):
            home(board, c.COTTAGE, 10 + seat, 0, 8, seat)
        return board, homes

    board, homes = fresh()
    assert valley_order(board, homes) == [homes[1], homes[0], homes[2]]
    board, homes = fresh()
    board.state.starter = 1
    assert valley_order(board, homes) == [homes[0], homes[2], homes[1]]
    board, homes = fresh()
    board.state.score = [5, 4]
    assert valley_order(board, homes) == [homes[0], homes[2], homes[1]]


def test_open_doors_rank_a_borough_s_homes_one_higher() -> None:
    board = Board()
    mine = home(board, c.APARTMENTS, 1, 5, 6, seat=1)
    better = home(board, c.COTTAGE, 2, 1, 7, seat=0)
    for seat in (0, 1):
        home(board, c.COTTAGE, 10 + seat, 0, 8, seat)
    board.state.ordinance[1] = OPEN_DOORS
    board.state.starter = 1
    assert valley_order(board, [mine, better]) == [mine, better]


def test_a_neutral_borough_is_frozen() -> None:
    board = Board()
    sad = home(board, c.TOWER, 1, 9, 0)
    glad = home(board, c.TOWER, 2, 3, 10)
    board.state.status[0] = NEUTRAL
    board.run(residents)
    assert (board.state.residents[sad], board.state.residents[glad]) == (9, 3)


def test_a_home_never_holds_more_than_its_capacity() -> None:
    board = Board()
    tower = home(board, c.TOWER, 1, 14, 10)
    flats = home(board, c.APARTMENTS, 2, 3, 10)
    board.state.vacancies[0] = 20
    board.run(residents)
    assert (board.state.residents[tower], board.state.residents[flats]) == (15, 6)
