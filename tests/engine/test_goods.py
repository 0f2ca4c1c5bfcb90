"""Goods and shopping: what is made, who shops where, what is exported."""

import pytest

from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes
from games.engine.v0.actions import GOODS_UNITS
from games.engine.v0.policy import EXPORT_BOARD, FREE_TRANSIT, NIGHT_MARKET
from games.engine.v0.round.context import (
    CONTRACTS,
    EXPORTS,
    GOODS,
    HALL_COIN,
    HARBOURS,
    OFFICES,
    SHOPPERS,
)
from games.engine.v0.round.goods import goods, goods_made
from games.engine.v0.state import DARK, FERTILE, ORE
from tests.engine.board import Board


def staffed(board: Board, kind: int, x: int, y: int, workers: int, seat: int = 0) -> int:
    corner = board.put(kind, x, y, seat)
    board.state.workers[corner] = workers
    return corner


@pytest.mark.parametrize(
    ("kind", "workers", "fertile", "ore", "made"),
    [(c.WORKSHOP, 3, 0, False, 3), (c.WORKSHOP, 3, 0, True, 4), (c.WORKSHOP, 1, 0, True, 2)]
    + [(c.WORKSHOP, 0, 0, True, 0), (c.FACTORY, 7, 0, False, 7), (c.FACTORY, 7, 0, True, 10)]
    + [(c.FACTORY, 1, 0, True, 1), (c.FARM, 2, 4, False, 4), (c.FARM, 1, 4, False, 2)]
    + [(c.FARM, 2, 3, False, 3), (c.FARM, 2, 2, False, 2), (c.OFFICE, 5, 0, True, 0)],
)
def test_goods_made(kind: int, workers: int, fertile: int, ore: bool, made: int) -> None:
    board = Board()
    board.ground(FERTILE, *[(8, 8), (9, 8), (8, 9), (9, 9)][:fertile])
    if ore:
        board.ground(ORE, (8, 8))
    assert goods_made(board.state, board.put(kind, 8, 8), workers) == made


def test_an_office_earns_a_coin_a_worker_and_two_where_a_school_covers_it() -> None:
    board = Board()
    staffed(board, c.OFFICE, 8, 8, 4)
    tallies = board.run(goods)
    assert tallies.lines[0][OFFICES] == 4
    school = board.put(c.SCHOOL, 11, 8, seat=1)  # anybody's school, within 3
    assert board.run(goods).lines[0][OFFICES] == 6
    board.state.flags[school] = DARK
    board.state.forget()
    assert board.run(goods).lines[0][OFFICES] == 4


def test_the_hall_earns_its_coin_with_both_jobs_filled() -> None:
    board = Board()
    board.state.workers[board.state.hall[0]] = 2
    board.state.workers[board.state.hall[1]] = 1
    tallies = board.run(goods)
    assert [lines[HALL_COIN] for lines in tallies.lines] == [1, 0]


def test_unsold_goods_are_exported_at_one_coin() -> None:
    board = Board()
    staffed(board, c.FACTORY, 8, 8, 7)
    tallies = board.run(goods)
    assert (tallies.lines[0][EXPORTS], tallies.lines[0][GOODS]) == (7, 0)
    assert (board.state.goods[0], board.state.exported[0]) == (7, 7)


def test_a_harbour_worker_earns_a_coin_and_ships_three_goods_at_two() -> None:
    board = Board()
    staffed(board, c.FACTORY, 8, 8, 7)
    staffed(board, c.HARBOUR, 9, 8, 2)
    tallies = board.run(goods)
    assert tallies.lines[0][HARBOURS] == 2
    assert tallies.lines[0][EXPORTS] == 6 * 2 + 1


def test_the_export_board_ships_three_goods_at_two() -> None:
    board = Board()
    board.state.ordinance[0] = EXPORT_BOARD
    staffed(board, c.WORKSHOP, 8, 8, 2)
    assert board.run(goods).lines[0][EXPORTS] == 4
    staffed(board, c.FACTORY, 9, 8, 7)
    assert board.run(goods).lines[0][EXPORTS] == 6 + 6


def shopping_street(length: int, people: int = 2, level: int = 1) -> tuple[Board, int, int]:
    """A home at the west end and a shop at the east end of a street of so many tiles."""
    board = Board(size=40)
    board.street(1, 20, length, level=level)
    home = board.put(c.TOWER, 1, 19, people=people)
    shop = staffed(board, c.SHOP, length, 21, 2)
    return board, home, shop


def test_shoppers_pay_and_carry_goods_home() -> None:
    board, home, shop = shopping_street(3, people=5)
    staffed(board, c.WORKSHOP, 30, 30, 2)
    tallies = board.run(goods)  # 3 shoppers; 2 goods, each sold to one of them
    assert board.told(event_codes.SHOPPED) == [(home, shop, 3, 6)]
    assert (tallies.lines[0][SHOPPERS], tallies.lines[0][GOODS], tallies.lines[0][EXPORTS]) == (
        3,
        4,
        0,
    )
    assert (board.state.served[home], board.state.served_all[0]) == (3, 3)
    assert (board.state.served_foreign[0], board.state.exported[0]) == (0, 0)


def test_a_shopper_buys_at_most_one_good() -> None:
    board, _, _ = shopping_street(3, people=4)
    staffed(board, c.FACTORY, 30, 30, 7)
    tallies = board.run(goods)
    assert (tallies.lines[0][GOODS], tallies.lines[0][EXPORTS]) == (4, 5)


@pytest.mark.parametrize(("people", "shoppers"), [(1, 1), (2, 1), (3, 2), (14, 7), (15, 8)])
def test_a_home_sends_half_of_its_people_rounded_up(people: int, shoppers: int) -> None:
    board, home, _ = shopping_street(3, people=people)
    staffed(board, c.MALL, 2, 21, 5)
    board.run(goods)
    assert board.state.served[home] == shoppers


@pytest.mark.parametrize(
    ("length", "level", "reached"), [(7, 1, True), (8, 1, False), (14, 2, True), (15, 2, False)]
)
def test_people_go_seven_road_tiles_or_fourteen_avenue_tiles(
    length: int, level: int, reached: bool
) -> None:
    board, home, _ = shopping_street(length, level=level)
    board.run(goods)
    assert (board.state.served[home] == 1) is reached


def test_the_stadium_draws_from_four_steps_farther_and_free_transit_goes_four() -> None:
    board, home, shop = shopping_street(11)
    board.run(goods)
    assert board.state.served[home] == 0
    board.state.landmark_owner[c.STADIUM - 23] = 0
    board.state.ordinance[0] = FREE_TRANSIT
    board.run(goods)
    assert board.told(event_codes.SHOPPED) == [(home, shop, 1, 22)]
    board.state.landmark_owner[c.STADIUM - 23] = 1
    board.run(goods)
    assert board.state.served[home] == 0
    shorter, near, _ = shopping_street(9)
    shorter.state.ordinance[0] = FREE_TRANSIT
    shorter.run(goods)
    assert shorter.state.served[near] == 1


def test_from_station_to_station_it_is_two_steps() -> None:
    board, home, shop = shopping_street(30)
    board.put(c.STATION, 4, 21)
    far = board.put(c.STATION, 28, 21, seat=1)
    board.run(goods)
    # From the shop's door (2) two tiles to the platform (6), ride (8), three tiles home (14).
    assert board.told(event_codes.SHOPPED) == [(home, shop, 1, 14)]
    board.state.flags[far] = DARK
    board.run(goods)
    assert board.state.served[home] == 0


def test_the_nearest_shop_serves_first_and_the_rest_go_on() -> None:
    board, home, shop = shopping_street(6, people=15)
    near = staffed(board, c.SHOP, 3, 21, 2, seat=1)
    board.run(goods)
    assert board.told(event_codes.SHOPPED) == [(home, near, 6, 6), (home, shop, 2, 12)]
    assert board.state.served_all == [2, 6]
    assert board.state.served_foreign == [0, 6]


def test_of_equal_trips_the_older_home_and_the_older_shop_come_first() -> None:
    board = Board(size=40)
    board.street(1, 20, 5)
    old = board.put(c.TOWER, 3, 19, people=8)
    shops = [staffed(board, c.SHOP, x, 21, 1) for x in (4, 2)]
    young = board.put(c.TOWER, 3, 21, people=8)
    board.run(goods)
    assert board.told(event_codes.SHOPPED) == [(old, shops[0], 3, 4), (old, shops[1], 1, 4)] + [
        (young, shops[1], 2, 4)
    ]


def test_a_shop_serves_three_a_worker_and_what_helps_it() -> None:
    board, home, shop = shopping_street(5, people=15)
    state = board.state

    def served() -> int:
        board.run(goods)
        return state.served[home]

    state.workers[shop] = 1
    assert served() == 3
    board.put(c.PLAZA, 6, 21)
    assert served() == 5
    board.put(c.PLAZA, 5, 22)
    assert served() == 5  # one plaza counts
    police = board.put(c.POLICE, 9, 25)
    assert served() == 6
    state.ordinance[0] = NIGHT_MARKET
    assert served() == 8
    state.flags[police] = DARK
    state.forget()
    assert served() == 7


def test_a_shop_without_workers_or_power_serves_nobody() -> None:
    board, home, shop = shopping_street(3)
    board.state.workers[shop] = 0
    board.state.ordinance[0] = NIGHT_MARKET
    board.run(goods)
    assert board.state.served[home] == 0
    board.state.workers[shop] = 2
    board.state.flags[shop] = DARK
    board.run(goods)
    assert board.state.served[home] == 0


def joined_board(contract: tuple[int, ...]) -> Board:
    board = Board()
    board.street(3, 4, 14)
    staffed(board, c.WORKSHOP, 8, 8, 3)
    board.state.contracts = [contract]
    return board


def test_a_contract_of_goods_moves_them_to_the_buyer_who_sells_them() -> None:
    board = joined_board((0, 1, GOODS_UNITS, 2, 3, 12, 6))
    tallies = board.run(goods)
    assert board.told(event_codes.CONTRACT_SERVED) == [(0, 1, GOODS_UNITS, 2, 0)]
    assert [lines[EXPORTS] for lines in tallies.lines] == [1, 2]
    assert board.state.goods == [3, 0]  # made, wherever they are sold
    assert board.state.contracts == [(0, 1, GOODS_UNITS, 2, 2, 12, 6)]


def test_a_contract_short_of_goods_is_refunded_and_ends_after_its_last_round() -> None:
    board = joined_board((0, 1, GOODS_UNITS, 5, 1, 20, 10))
    tallies = board.run(goods)  # 2 short: 2 * 20 // 10 + 4
    assert board.told(event_codes.CONTRACT_SERVED) == [(0, 1, GOODS_UNITS, 3, 8)]
    assert [lines[CONTRACTS] for lines in tallies.lines] == [-8, 8]
    assert board.told(event_codes.CONTRACT_ENDED) == [(0, 1, GOODS_UNITS)]
    assert board.state.contracts == []


def test_nobody_pays_for_a_shortfall_what_is_not_there() -> None:
    board = joined_board((0, 1, GOODS_UNITS, 10, 1, 20, 10))
    board.state.coins[0] = 3
    tallies = board.run(goods)  # 7 short: 14 and 14 more are owed, 3 are there
    assert [lines[CONTRACTS] for lines in tallies.lines] == [-3, 3]


def test_goods_do_not_travel_without_a_road() -> None:
    board = joined_board((0, 1, GOODS_UNITS, 1, 1, 1, 1))
    board.state.road[board.at(9, 4)] = 0
    board.state.forget()
    tallies = board.run(goods)
    assert [lines[CONTRACTS] for lines in tallies.lines] == [-2, 2]  # 1 back, at most 1 more
    assert board.state.goods == [3, 0]
