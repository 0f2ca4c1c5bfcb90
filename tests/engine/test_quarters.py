"""Finished quarters: closed blocks with home, work and green."""

from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes
from games.engine.v0.round.quarters import quarters
from games.engine.v0.state import FOREST, IN_QUARTER, WATER
from tests.engine.board import Board


def block(width: int = 3, height: int = 1, at: int = 8) -> Board:
    """A board with one closed block of free land whose corner is (at, at)."""
    board = Board()
    board.street(at - 1, at - 1, width + 2)
    board.street(at - 1, at + height, width + 2)
    board.street(at - 1, at - 1, height + 2, down=True)
    board.street(at + width, at - 1, height + 2, down=True)
    return board


def test_a_block_with_home_work_and_green_is_a_quarter() -> None:
    board = block()
    board.put(c.COTTAGE, 8, 8)
    board.put(c.WORKSHOP, 9, 8)
    board.run(quarters)
    assert board.state.quarters == [0, 0]
    board.put(c.PARK, 10, 8)
    board.run(quarters)
    assert (board.state.quarters, board.state.quarter_points) == ([1, 0], [2 + 3, 0])
    assert [board.state.flags[board.at(x, 8)] for x in (8, 9, 10)] == [IN_QUARTER] * 3
    assert board.told(event_codes.QUARTER_FINISHED) == [(0, 5, board.at(8, 8))]


def test_wild_forest_is_green_but_empty_meadow_spoils_a_quarter() -> None:
    board = block(4)
    board.put(c.TOWER, 8, 8)
    board.put(c.OFFICE, 9, 8)
    board.ground(FOREST, (10, 8))
    board.run(quarters)
    assert board.state.quarters == [0, 0]
    board.put(c.SHOP, 11, 8)
    board.run(quarters)
    assert board.state.quarters == [1, 0]


def test_civic_buildings_and_power_are_no_work() -> None:
    board = block(4)
    for x, kind in ((8, c.COTTAGE), (9, c.PARK), (10, c.SCHOOL), (11, c.WIND)):
        board.put(kind, x, 8)
    board.run(quarters)
    assert board.state.quarters == [0, 0]


def test_every_owner_shares_by_tiles_and_whoever_has_most_gets_three_more() -> None:
    board = block(3, 2)
    board.put(c.SOLAR, 8, 8, seat=1)  # 4 tiles
    board.put(c.COTTAGE, 10, 8, seat=0)
    board.put(c.PARK, 10, 9, seat=0)
    board.run(quarters)
    assert board.state.quarters == [0, 0]  # no work yet
    board.state.kind[board.at(10, 9)] = c.SHOP
    board.ground(FOREST)
    board.run(quarters)
    assert board.state.quarters == [0, 0]  # no green now
    board = block(4, 2)
    board.put(c.FARM, 8, 8, seat=1)
    board.put(c.COTTAGE, 10, 8, seat=0)
    board.put(c.COTTAGE, 11, 8, seat=0)
    board.put(c.PARK, 10, 9, seat=0)
    board.put(c.PARK, 11, 9, seat=1)
    board.run(quarters)  # seat 0 has 3 tiles: 2 points; seat 1 has 5: 3 + 3
    assert (board.state.quarters, board.state.quarter_points) == ([1, 1], [2, 6])


def test_who_ties_for_most_gets_the_three_too() -> None:
    board = block(4)
    board.put(c.COTTAGE, 8, 8, seat=0)
    board.put(c.WORKSHOP, 9, 8, seat=0)
    board.put(c.PARK, 10, 8, seat=1)
    board.put(c.PARK, 11, 8, seat=1)
    board.run(quarters)
    assert board.state.quarter_points == [4, 4]


def fill(board: Board, width: int, height: int, at: int = 8) -> None:
    for i in range(width * height):
        kind = (c.COTTAGE, c.SHOP, c.PARK)[min(i, 2)]
        board.put(kind, at + i % width, at + i // width)


def test_a_block_has_two_to_twelve_tiles() -> None:
    for width, height, count in ((4, 3, 1), (13, 1, 0), (7, 2, 0), (6, 2, 1)):
        board = block(width, height, at=5)
        fill(board, width, height, at=5)
        board.run(quarters)
        assert board.state.quarters[0] == count, (width, height)


def test_water_and_the_edge_enclose_like_roads() -> None:
    board = Board()
    fill(board, 3, 1, at=17)
    board.run(quarters)
    assert board.state.quarters[0] == 0
    board.ground(WATER, *[(x, 16) for x in range(16, 20)], (16, 17))
    board.ground(WATER, *[(x, 18) for x in range(16, 20)])
    board.run(quarters)
    assert board.state.quarters[0] == 1


def test_a_bridge_or_a_missing_road_tile_opens_a_block() -> None:
    board = block()
    fill(board, 3, 1)
    board.run(quarters)
    assert board.state.quarters[0] == 1
    board.state.road[board.at(9, 7)] = 0
    board.state.flags = bytearray(400)
    board.run(quarters)
    assert (board.state.quarters[0], board.state.quarter_points[0]) == (0, 0)
