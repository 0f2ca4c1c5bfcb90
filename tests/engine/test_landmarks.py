"""Landmarks: one of each in a match, and the rule each changes for its owner."""

import pytest

from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import rejections
from games.engine.v0.state import FOREST, HILL, WATER
from tests.engine.board import Board


def town(people: int, seats: int = 2) -> Board:
    """Seat 0 with so many residents, a street and all the money."""
    board = Board(seats, coins=250, points=6)
    board.street(0, 4, 20)
    for i in range(people // 15):
        board.put(c.TOWER, i, 12, people=15)
    board.put(c.TOWER, 10, 12, people=people % 15)
    return board


def test_a_mayor_s_nth_landmark_wants_twelve_times_n_residents() -> None:
    board = town(11)
    museum = (a.BUILD, c.MUSEUM, board.at(5, 5), 0)
    assert board.code(*museum) == rejections.NEEDS_RESIDENTS
    board = town(12)
    board.do(*museum)
    assert (board.state.coins[0], board.state.points[0]) == (222, 4)
    assert board.state.landmark_owner == [0, 255, 255, 255, 255, 255]
    assert board.code(a.BUILD, c.STADIUM, board.at(6, 5), 0) == rejections.NEEDS_RESIDENTS
    board = town(24)
    board.put(c.MUSEUM, 5, 5)
    assert board.code(a.BUILD, c.STADIUM, board.at(6, 5), 0) == 0


def test_one_of_each_in_a_match() -> None:
    board = town(40)
    board.put(c.MUSEUM, 12, 5, seat=1)
    assert board.code(a.BUILD, c.MUSEUM, board.at(5, 5), 0) == rejections.LANDMARK_TAKEN


@pytest.mark.parametrize(("seats", "most"), [(2, 3), (3, 2)])
def test_three_landmarks_a_mayor_in_a_duel_else_two(seats: int, most: int) -> None:
    board = town(100, seats)
    for i, kind in enumerate((c.OBSERVATORY, c.LIGHTHOUSE, c.CENTRAL)[: most - 1]):
        board.put(kind, 12 + i, 14)
    assert board.code(a.BUILD, c.MUSEUM, board.at(5, 5), 0) == 0
    board.put(c.GARDEN, 16, 14)
    assert board.code(a.BUILD, c.MUSEUM, board.at(5, 5), 0) == rejections.LANDMARK_LIMIT


def test_a_landmark_takes_two_points() -> None:
    board = town(12)
    board.state.points[0] = 1
    assert board.code(a.BUILD, c.MUSEUM, board.at(5, 5), 0) == rejections.NO_POINTS


def test_the_observatory_wants_a_hill() -> None:
    board = town(12)
    observatory = (a.BUILD, c.OBSERVATORY, board.at(5, 5), 0)
    assert board.code(*observatory) == rejections.NEEDS_HILL
    board.ground(HILL, (5, 5))
    assert board.code(*observatory) == 0


def test_the_museum_allows_a_second_ordinance() -> None:
    board = town(12)
    assert board.code(a.POLICY, 1, 1, 2, 5) == rejections.NEEDS_MUSEUM
    board.put(c.MUSEUM, 5, 5)
    assert board.code(a.POLICY, 1, 1, 5, 2) == rejections.SAME_ORDINANCE
    assert board.code(a.POLICY, 1, 1, 2, 2) == rejections.SAME_ORDINANCE
    assert board.code(a.POLICY, 1, 1, 0, 2) == rejections.SAME_ORDINANCE
    board.do(a.POLICY, 1, 1, 2, 5)
    assert board.state.has_ordinance(0, 2)
    assert board.state.has_ordinance(0, 5)
    assert not board.state.has_ordinance(0, 3)


def test_the_lighthouse_connects_the_shore_and_makes_bridges_cheap() -> None:
    board = town(12)
    board.ground(WATER, *[(x, 7) for x in range(20)])
    shop = (a.BUILD, c.SHOP, board.at(5, 8), 0)
    bridge = (a.ROAD, board.at(5, 5), a.SOUTH, 4)
    assert board.code(*shop) == rejections.NOT_CONNECTED
    board.put(c.LIGHTHOUSE, 7, 6)
    assert board.code(*shop) == 0
    assert board.code(a.BUILD, c.SHOP, board.at(5, 7), 0) == rejections.ON_WATER
    board.do(*bridge)
    assert board.state.coins[0] == 250 - 4
    assert board.code(a.ROAD, board.at(1, 8), a.EAST, 1) == rejections.NOT_CONNECTED


def test_the_grand_central_s_first_road_of_a_turn_takes_no_point() -> None:
    board = town(12)
    central = board.put(c.STATION, 5, 5)
    assert board.code(a.UPGRADE, central) == 0
    board.do(a.UPGRADE, central)
    assert (board.state.coins[0], board.state.points[0]) == (226, 4)
    assert board.state.landmark_owner[5] == 0
    board.do(a.ROAD, board.at(6, 5), a.SOUTH, 2)
    assert (board.state.coins[0], board.state.points[0]) == (224, 4)
    board.do(a.ROAD, board.at(7, 5), a.SOUTH, 2)
    assert board.state.points[0] == 3
    board.state.points[0] = 0
    assert board.code(a.ROAD, board.at(8, 5), a.EAST, 1) == rejections.NO_POINTS
    board.do(a.END_TURN)
    board.do(a.END_TURN)
    board.do(a.END_TURN)  # seat 1 began this round
    board.state.points[0] = 0
    assert board.code(a.ROAD, board.at(8, 5), a.EAST, 1) == 0


def test_the_garden_is_four_green_tiles_seen_from_three_away() -> None:
    board = town(12)
    board.ground(FOREST, (6, 6))
    board.do(a.BUILD, c.GARDEN, board.at(5, 5), 0)
    green = board.state.green()
    assert green[board.at(2, 2)] == green[board.at(8, 8)] == 1
    assert green[board.at(9, 5)] == 0  # the radius counts from its corner
    fresh = bytearray(green)
    board.state.forget()
    assert board.state.green() == fresh


def test_landmarks_are_neither_demolished_nor_traded() -> None:
    board = town(12)
    museum = board.put(c.MUSEUM, 5, 5)
    assert board.code(a.DEMOLISH, museum) == rejections.CANNOT_DEMOLISH
    offer = (a.OFFER, 1, a.ASK_COINS, 20, a.TILE, museum, 0)
    assert board.code(*offer) == rejections.NOT_TRADABLE
