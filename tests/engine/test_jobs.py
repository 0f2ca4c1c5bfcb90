"""Jobs: who works where, and who commutes."""

from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes
from games.engine.v0.round.jobs import jobs
from games.engine.v0.state import DARK
from tests.engine.board import Board


def test_the_oldest_workplaces_take_the_borough_s_own_people_first() -> None:
    board = Board()
    hall = board.state.hall[0]
    office = board.put(c.OFFICE, 8, 8)
    shop = board.put(c.SHOP, 9, 8)
    board.row(c.COTTAGE, 4, 12, people=2)
    board.run(jobs)
    state = board.state
    assert (state.workers[hall], state.workers[office], state.workers[shop]) == (2, 5, 1)
    assert (state.jobs[0], state.filled[0], state.vacancies[0], state.idle[0]) == (9, 8, 1, 0)


def test_people_without_a_job_are_idle() -> None:
    board = Board()
    board.row(c.COTTAGE, 3, 12, people=2)
    board.run(jobs)
    assert (board.state.jobs[0], board.state.filled[0], board.state.idle[0]) == (2, 2, 4)
    assert board.state.vacancies == [0, 2]


def test_a_dark_workplace_offers_no_jobs() -> None:
    board = Board()
    office = board.put(c.OFFICE, 8, 8)
    board.state.flags[office] = DARK
    board.state.workers[office] = 5
    board.row(c.COTTAGE, 3, 12, people=2)
    board.run(jobs)
    assert board.state.workers[office] == 0
    assert (board.state.jobs[0], board.state.idle[0]) == (2, 4)


def commuters_board() -> Board:
    board = Board(3)
    board.street(3, 4, 14)
    board.put(c.OFFICE, 8, 8)  # 7 jobs with the hall's, nobody lives there
    board.row(c.COTTAGE, 3, 10, seat=1, people=2)  # 6 people, 2 in the hall: 4 idle
    return board


def test_the_idle_of_a_joined_borough_commute() -> None:
    board = commuters_board()
    board.run(jobs)
    assert board.told(event_codes.COMMUTED) == [(0, 1, 4)]
    assert board.state.filled[:2] == [4, 2]
    assert board.state.vacancies[:2] == [3, 0]
    assert board.state.idle[:2] == [0, 0]
    assert board.state.workers[board.state.hall[0]] == 2
    assert board.state.workers[board.at(8, 8)] == 2


def test_nobody_commutes_where_no_road_joins_the_halls() -> None:
    board = commuters_board()
    board.state.road[board.at(10, 4)] = 0
    board.state.forget()
    board.run(jobs)
    assert board.told(event_codes.COMMUTED) == []
    assert board.state.idle[1] == 4


def test_commuters_do_not_come_to_the_dark() -> None:
    board = commuters_board()
    board.state.flags[board.at(8, 8)] = DARK
    board.run(jobs)
    assert board.told(event_codes.COMMUTED) == [(0, 1, 2)]


def test_employers_choose_in_play_order_and_from_boroughs_in_play_order() -> None:
    board = Board(3)
    board.street(3, 4, 14)
    board.street(4, 4, 14, down=True)
    board.row(c.COTTAGE, 5, 10, seat=1, people=2)  # 8 idle
    board.put(c.OFFICE, 8, 8, seat=0)  # 7 open
    board.put(c.OFFICE, 9, 8, seat=2)  # 7 open
    board.state.starter = 2
    board.run(jobs)
    assert board.told(event_codes.COMMUTED) == [(2, 1, 7), (0, 1, 1)]
