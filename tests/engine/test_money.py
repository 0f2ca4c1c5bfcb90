"""Money: taxes, grant, upkeep, ordinances, interest."""

import pytest

from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes
from games.engine.v0.policy import FREE_TRANSIT, OPEN_DOORS
from games.engine.v0.round.context import FEES, GRANT, INTEREST, LINES, ORDINANCES, TAX, UPKEEP
from games.engine.v0.round.coverage import coverage
from games.engine.v0.round.money import money
from games.engine.v0.state import DARK, NEUTRAL
from tests.engine.board import Board


@pytest.mark.parametrize(("tax", "coins"), [(0, 3), (1, 5), (2, 7)])
def test_the_tax_is_a_sixth_a_quarter_or_a_third_of_the_people(tax: int, coins: int) -> None:
    board = Board()
    board.put(c.TOWER, 1, 10, people=15)
    board.put(c.APARTMENTS, 2, 10, people=6)
    board.put(c.COTTAGE, 3, 10, people=2)
    board.state.tax[0] = tax
    assert board.run(money).lines[0][TAX] == coins


@pytest.mark.parametrize(("round_", "grant"), [(1, 13), (13, 1), (14, 0), (20, 0)])
def test_the_valley_s_grant_shrinks_every_round(round_: int, grant: int) -> None:
    board = Board()
    board.state.round = round_
    assert board.run(money).lines[0][GRANT] == grant


def test_upkeep_of_every_building_dark_or_not() -> None:
    board = Board()
    board.put(c.TOWER, 1, 10)
    board.put(c.COAL, 2, 10)
    shop = board.put(c.SHOP, 5, 10)
    board.state.flags[shop] = DARK
    board.put(c.PARK, 6, 10)
    board.put(c.MUSEUM, 7, 10)
    board.put(c.GARDEN, 8, 10)
    assert board.run(money).lines[0][UPKEEP] == -(2 + 3 + 1 + 0 + 2 + 1)


def test_what_the_ordinances_cost() -> None:
    board = Board()
    board.put(c.TOWER, 1, 10, people=15)
    board.put(c.TOWER, 2, 10, people=14)
    board.state.ordinance[0] = FREE_TRANSIT
    assert board.run(money).lines[0][ORDINANCES] == -2
    board.state.ordinance[0] = OPEN_DOORS
    assert board.run(money).lines[0][ORDINANCES] == -2
    board.state.ordinance2[0] = FREE_TRANSIT
    assert board.run(money).lines[0][ORDINANCES] == -4


def test_the_income_event_is_the_sum_of_its_lines() -> None:
    board = Board()
    board.put(c.TOWER, 1, 10, people=15)
    tallies = board.run(money)
    row = board.told(event_codes.INCOME)[0]
    assert len(row) == 1 + LINES
    assert row == (0, *tallies.lines[0])
    assert board.state.income[0] == sum(row[1:]) == 3 + 13 - 2
    assert board.state.coins[0] == 32 + 14


@pytest.mark.parametrize(
    ("coins", "interest", "left"),
    [(2, 0, 0), (1, -1, -2), (-3, -1, -6), (-4, -2, -8), (-30, -7, -39)],
)
def test_a_fifth_of_the_debt_rounded_up_is_interest(coins: int, interest: int, left: int) -> None:
    board = Board()
    board.state.round = 14  # no grant
    board.put(c.TOWER, 1, 10)  # 2 coins upkeep
    board.state.coins[0] = coins
    tallies = board.run(money)
    assert (tallies.lines[0][INTEREST], board.state.coins[0]) == (interest, left)


def test_a_neutral_borough_s_coins_stand_still() -> None:
    board = Board()
    board.state.status[1] = NEUTRAL
    board.run(money)
    assert board.state.coins == [32 + 13, 32]
    assert len(board.told(event_codes.INCOME)) == 1


def test_schools_and_clinics_earn_a_coin_for_every_rival_home_they_cover() -> None:
    board = Board()
    school = board.put(c.SCHOOL, 10, 10)
    board.put(c.CLINIC, 11, 10)
    board.put(c.POLICE, 12, 10)
    board.put(c.COTTAGE, 13, 13, seat=1, people=1)  # within 3 of both
    board.put(c.COTTAGE, 7, 7, seat=1, people=2)  # of the school only
    board.put(c.COTTAGE, 8, 8, seat=1)  # nobody lives here
    board.put(c.COTTAGE, 9, 9, seat=0, people=2)  # its own
    tallies = board.run(coverage)
    assert tallies.lines[0][FEES] == 2 + 1
    assert board.told(event_codes.FEES_PAID) == [(0, 3)]
    assert board.state.foreign_homes == [3, 0]
    board.state.flags[school] = DARK
    assert board.run(coverage).lines[0][FEES] == 1
