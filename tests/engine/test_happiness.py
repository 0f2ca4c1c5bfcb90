"""Happiness: every factor of a home, alone and held to its bounds."""

import pytest

from games.engine.v0 import catalogue as c
from games.engine.v0.policy import HOUSING_AID, NIGHT_MARKET
from games.engine.v0.round.happiness import happiness
from games.engine.v0.state import DARK, FOREST, IN_QUARTER, WATER
from tests.engine.board import Board


def lonely(kind: int = c.COTTAGE, people: int = 0) -> tuple[Board, int]:
    """A home with nothing around it, as the seat's only one."""
    board = Board()
    return board, board.put(kind, 10, 10, people=people)


def happy(board: Board, home: int) -> int:
    board.state.forget()
    board.run(happiness)
    return board.state.happiness[home]


@pytest.mark.parametrize(("kind", "base"), [(c.COTTAGE, 5), (c.APARTMENTS, 4), (c.TOWER, 3)])
def test_base_by_the_kind_of_home(kind: int, base: int) -> None:
    board, home = lonely(kind)
    assert happy(board, home) == base


@pytest.mark.parametrize(
    ("kind", "radius"), [(c.SCHOOL, 3), (c.CLINIC, 3), (c.POLICE, 4), (c.FIRE_STATION, 4)]
)
def test_a_powered_service_within_its_radius_adds_one_whoever_owns_it(
    kind: int, radius: int
) -> None:
    board, home = lonely()
    service = board.put(kind, 10 + radius, 10 - radius, seat=1)
    assert happy(board, home) == 6
    board.state.flags[service] = DARK
    assert happy(board, home) == 5
    far, away = lonely()
    far.put(kind, 11 + radius, 10)
    assert happy(far, away) == 5


def test_two_of_the_same_service_add_one_and_all_four_add_four() -> None:
    board, home = lonely()
    for x in (8, 12):
        board.put(c.SCHOOL, x, 10)
    assert happy(board, home) == 6
    board.put(c.CLINIC, 10, 8)
    board.put(c.POLICE, 10, 12)
    board.put(c.FIRE_STATION, 12, 12)
    assert happy(board, home) == 9


def test_green_sources_add_up_to_two() -> None:
    board, home = lonely()
    board.put(c.PARK, 12, 12)
    assert happy(board, home) == 6
    board.put(c.PARK, 13, 10)  # 3 away: too far
    assert happy(board, home) == 6
    board.put(c.PLAZA, 8, 8, seat=1)
    assert happy(board, home) == 7
    board.put(c.RESERVE, 8, 10)
    assert happy(board, home) == 7


def test_wild_forest_is_green_for_its_neighbours_and_a_garden_for_three_around() -> None:
    board, home = lonely()
    board.ground(FOREST, (11, 11))
    assert happy(board, home) == 6
    board.ground(FOREST, (8, 8))
    assert happy(board, home) == 6
    board.put(c.GARDEN, 13, 10)
    assert happy(board, home) == 7


def test_the_shore_adds_one() -> None:
    board, home = lonely()
    board.ground(WATER, (11, 11))
    assert happy(board, home) == 5  # a corner is no shore
    board.ground(WATER, (10, 11))
    assert happy(board, home) == 6


@pytest.mark.parametrize(("smog", "left"), [(1, 5), (2, 4), (3, 4), (9, 1), (10, 0), (20, 0)])
def test_half_the_smog_is_taken_off_down_to_nothing(smog: int, left: int) -> None:
    board, home = lonely()
    board.state.smog[home] = smog
    assert happy(board, home) == left


@pytest.mark.parametrize(("tax", "left"), [(0, 6), (1, 5), (2, 3)])
def test_the_tax(tax: int, left: int) -> None:
    board, home = lonely()
    board.state.tax[0] = tax
    assert happy(board, home) == left


@pytest.mark.parametrize(("idle", "left"), [(0, 6), (3, 6), (4, 5), (6, 5), (7, 4), (12, 4)])
def test_idle_people_weigh_over_a_quarter_and_more_over_a_half(idle: int, left: int) -> None:
    board, home = lonely(c.TOWER, people=12)
    board.state.served[home] = 6
    board.put(c.PARK, 11, 10)
    board.put(c.PARK, 9, 10)
    board.state.idle[0] = idle
    assert happy(board, home) == left


@pytest.mark.parametrize(("served", "left"), [(0, 4), (1, 5), (2, 5), (3, 6)])
def test_shopping_done_by_all_none_or_some(served: int, left: int) -> None:
    board, home = lonely(c.APARTMENTS, people=5)
    board.put(c.PARK, 11, 10)  # 5 without shopping
    board.state.served[home] = served
    assert happy(board, home) == left


def test_an_empty_home_misses_no_shop() -> None:
    board, home = lonely()
    assert happy(board, home) == 5


def test_without_power_three_less() -> None:
    board, home = lonely(c.APARTMENTS)
    board.state.flags[home] = DARK
    assert happy(board, home) == 1


def test_a_finished_quarter_and_a_station_add_one_each() -> None:
    board, home = lonely()
    board.state.flags[home] = IN_QUARTER
    assert happy(board, home) == 6
    station = board.put(c.STATION, 13, 13, seat=1)
    assert happy(board, home) == 7
    board.put(c.CENTRAL, 12, 12)
    assert happy(board, home) == 7
    board.state.flags[station] = DARK
    assert happy(board, home) == 7
    board.state.flags[board.at(12, 12)] = DARK
    assert happy(board, home) == 6


def test_the_night_market_disturbs_whoever_lives_within_two() -> None:
    board, home = lonely()
    board.put(c.SHOP, 12, 12, seat=1)
    assert happy(board, home) == 5
    board.state.ordinance[1] = NIGHT_MARKET
    assert happy(board, home) == 4
    board.put(c.MALL, 9, 10, seat=1)
    assert happy(board, home) == 4
    far, away = lonely()
    far.put(c.SHOP, 13, 10, seat=1)
    far.state.ordinance[1] = NIGHT_MARKET
    assert happy(far, away) == 5


def test_housing_aid_costs_every_own_home_one() -> None:
    board, home = lonely()
    other = board.put(c.COTTAGE, 12, 10, seat=1)
    board.state.ordinance2[0] = HOUSING_AID
    assert happy(board, home) == 4
    assert board.state.happiness[other] == 5


def test_nothing_makes_more_than_ten() -> None:
    board, home = lonely()
    for i, kind in enumerate((c.SCHOOL, c.CLINIC, c.POLICE, c.FIRE_STATION, c.PARK, c.PLAZA)):
        board.put(kind, 8 + i, 9)
    board.put(c.STATION, 10, 12)
    board.state.tax[0] = 0
    assert happy(board, home) == 10


def test_only_homes_have_happiness() -> None:
    board, _ = lonely()
    office = board.put(c.OFFICE, 5, 5)
    board.run(happiness)
    assert board.state.happiness[office] == 0
