"""Power: who makes it, who buys it, and who sits in the dark."""

import pytest

from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes
from games.engine.v0.actions import POWER_UNITS
from games.engine.v0.round.context import CONTRACTS, POWER_SALES
from games.engine.v0.round.power import power
from games.engine.v0.state import DARK, HILL, NEUTRAL
from tests.engine.board import Board


def joined(seats: int = 2) -> Board:
    """Halls that all touch one road."""
    board = Board(seats)
    board.street(3, 4, 14)
    if seats > 2:
        board.street(4, 4, 14, down=True)
        board.street(4, 17, 13)
    return board


@pytest.mark.parametrize(
    ("kind", "made"), [(c.WIND, 4), (c.COAL, 14), (c.SOLAR, 8), (c.HYDRO, 8), (c.PARK, 0)]
)
def test_a_plant_adds_its_power_to_the_halls_four(kind: int, made: int) -> None:
    board = Board()
    board.put(kind, 8, 8)
    assert board.run(power).generated == [4 + made, 4]
    assert board.state.spare == [4 + made, 4]


def test_wind_on_a_hill_makes_two_more() -> None:
    board = Board()
    board.ground(HILL, (8, 8), (10, 10))
    board.put(c.WIND, 8, 8)
    board.put(c.COAL, 10, 10)
    assert board.run(power).generated[0] == 4 + 6 + 14


@pytest.mark.parametrize(
    ("kind", "need"),
    [(c.COTTAGE, 0), (c.APARTMENTS, 1), (c.TOWER, 2), (c.MALL, 2), (c.FACTORY, 2)]
    + [(c.OFFICE, 1), (c.FARM, 0), (c.SCHOOL, 1), (c.STATION, 1), (c.STADIUM, 2), (c.GARDEN, 0)],
)
def test_what_a_building_needs_is_taken_from_the_surplus(kind: int, need: int) -> None:
    board = Board()
    board.put(kind, 8, 8)
    board.run(power)
    assert board.state.spare[0] == 4 - need


def test_the_youngest_consumers_shut_down_until_the_rest_can_run() -> None:
    board = Board()
    old = board.row(c.OFFICE, 3, 8)
    tower = board.put(c.TOWER, 0, 9)
    park = board.put(c.PARK, 1, 9)
    young = board.put(c.OFFICE, 2, 9)
    board.run(power)  # 4 made; 3 + 2 + 1 needed: 2 short
    dark = [corner for corner in board.state.anchors if board.state.flags[corner] & DARK]
    assert dark == [tower, young]
    assert board.told(event_codes.SHUT_DOWN) == [(0, young), (0, tower)]
    assert board.state.spare[0] == -2
    assert not board.state.flags[park] and not board.state.flags[old[0]]


def test_a_dark_building_lights_up_when_there_is_power_again() -> None:
    board = Board()
    offices = board.row(c.OFFICE, 5, 8)
    board.run(power)
    assert board.state.flags[offices[4]] == DARK
    board.put(c.WIND, 8, 8)
    board.run(power)
    assert board.state.flags[offices[4]] == 0


def test_the_cheapest_surplus_is_bought_first() -> None:
    board = joined(3)
    board.row(c.OFFICE, 9, 8)  # seat 0 is 5 short
    board.state.price = [1, 3, 2]  # both others have 4 to spare
    tallies = board.run(power)
    assert board.told(event_codes.POWER_SOLD) == [(2, 0, 4, 8), (1, 0, 1, 3)]
    assert [lines[POWER_SALES] for lines in tallies.lines] == [-11, 3, 8]
    assert board.state.spare == [0, 3, 0]
    assert board.state.sold_power == [0, 1, 4]
    assert not board.told(event_codes.SHUT_DOWN)


def test_of_equal_prices_the_seat_earlier_in_play_order_sells() -> None:
    board = joined(3)
    board.row(c.OFFICE, 6, 8)
    board.state.starter = 2  # order 2, 0, 1
    board.run(power)
    assert board.told(event_codes.POWER_SOLD) == [(2, 0, 2, 2)]


def test_buyers_are_served_in_play_order() -> None:
    board = joined(3)
    board.row(c.OFFICE, 7, 8, seat=0)  # 3 short
    board.row(c.OFFICE, 7, 9, seat=1)  # 3 short; seat 2 has 4
    board.state.starter = 1
    board.run(power)
    assert board.told(event_codes.POWER_SOLD) == [(2, 1, 3, 3), (2, 0, 1, 1)]
    assert len(board.told(event_codes.SHUT_DOWN)) == 2


def test_without_a_road_between_halls_nothing_is_sold() -> None:
    board = Board()
    board.street(3, 4, 6)
    board.street(10, 4, 8)
    board.row(c.OFFICE, 6, 8)
    board.run(power)
    assert board.told(event_codes.POWER_SOLD) == []
    assert len(board.told(event_codes.SHUT_DOWN)) == 2


def test_who_cannot_pay_buys_what_it_can() -> None:
    board = joined()
    board.row(c.OFFICE, 8, 8)  # 4 short
    board.state.coins[0] = 5
    board.state.price[1] = 2
    board.run(power)
    assert board.told(event_codes.POWER_SOLD) == [(1, 0, 2, 4)]
    assert len(board.told(event_codes.SHUT_DOWN)) == 2
    board.state.coins[0] = -1
    board.events.clear()
    board.run(power)
    assert board.told(event_codes.POWER_SOLD) == []


def test_a_neutral_borough_neither_buys_nor_sells() -> None:
    board = joined()
    board.row(c.OFFICE, 6, 8)
    board.state.status[1] = NEUTRAL
    board.run(power)
    assert board.told(event_codes.POWER_SOLD) == []
    board.state.status = [NEUTRAL, 0]
    board.run(power)
    assert board.told(event_codes.POWER_SOLD) == []


def test_a_contract_is_served_before_the_market() -> None:
    board = joined(3)
    board.state.contracts = [(1, 2, POWER_UNITS, 3, 2, 12, 6)]
    board.row(c.OFFICE, 6, 8)  # seat 0 is 2 short; seat 1 keeps 1, seat 2 has 4 + 3
    board.state.price = [1, 1, 2]
    board.run(power)
    assert board.told(event_codes.CONTRACT_SERVED) == [(1, 2, POWER_UNITS, 3, 0)]
    assert board.told(event_codes.POWER_SOLD) == [(1, 0, 1, 1), (2, 0, 1, 2)]
    assert board.state.spare == [0, 0, 6]
    assert board.state.sold_power == [0, 4, 1]


def test_a_shortfall_refunds_its_share_of_the_price_and_two_a_unit() -> None:
    board = joined()
    board.state.contracts = [(1, 0, POWER_UNITS, 7, 2, 16, 14)]
    tallies = board.run(power)  # seat 1 has 4: 3 short: 3 * 16 // 14 + 6
    assert board.told(event_codes.CONTRACT_SERVED) == [(1, 0, POWER_UNITS, 4, 9)]
    assert [lines[CONTRACTS] for lines in tallies.lines] == [9, -9]


def test_a_contract_without_a_road_delivers_nothing() -> None:
    board = Board()
    board.state.contracts = [(1, 0, POWER_UNITS, 2, 1, 8, 2)]
    board.run(power)
    assert board.told(event_codes.CONTRACT_SERVED) == [(1, 0, POWER_UNITS, 0, 12)]
    assert board.state.spare == [4, 4]
