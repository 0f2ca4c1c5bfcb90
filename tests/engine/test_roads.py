"""Roads: laying, widening, removing, and what they connect."""

import pytest

from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes, rejections
from games.engine.v0.placing import borough_radius
from games.engine.v0.state import FOREST, HILL, MEADOW, WATER
from tests.engine.board import Board


@pytest.fixture
def board() -> Board:
    """Seat 0's hall at (3, 3) with a road from (4, 3) to (6, 3)."""
    board = Board()
    board.street(4, 3, 3)
    return board


def test_up_to_four_tiles_for_one_point_and_a_coin_each(board: Board) -> None:
    events = board.do(a.ROAD, board.at(6, 4), a.SOUTH, 4)
    tiles = tuple(board.at(6, y) for y in (4, 5, 6, 7))
    assert events == [(event_codes.ROAD_LAID, 0, *tiles)]
    assert [board.state.road[t] for t in tiles] == [1, 1, 1, 1]
    assert (board.state.points[0], board.state.coins[0]) == (2, 28)
    assert board.code(a.ROAD, board.at(7, 3), a.EAST, 0) == rejections.BAD_PARAMETER
    assert board.code(a.ROAD, board.at(7, 3), a.EAST, 5) == rejections.BAD_PARAMETER
    assert board.code(a.ROAD, board.at(7, 3), a.SOUTH, 1) == rejections.BAD_PARAMETER


def test_a_hill_costs_two_and_a_bridge_three(board: Board) -> None:
    board.ground(HILL, (7, 3))
    board.ground(WATER, (8, 3))
    board.do(a.ROAD, board.at(7, 3), a.EAST, 2)
    assert board.state.coins[0] == 32 - 5
    assert board.state.terrain[board.at(8, 3)] == WATER


def test_a_road_fells_the_forest_under_it(board: Board) -> None:
    board.ground(FOREST, (7, 3))
    assert board.state.green()[board.at(7, 4)] == 1
    board.do(a.ROAD, board.at(7, 3), a.EAST, 1)
    assert board.state.terrain[board.at(7, 3)] == MEADOW
    assert board.state.green()[board.at(7, 4)] == 0


def test_one_tile_must_touch_the_hall_s_network_or_the_hall(board: Board) -> None:
    assert board.code(a.ROAD, board.at(5, 5), a.EAST, 3) == rejections.NOT_CONNECTED
    assert board.code(a.ROAD, board.at(6, 4), a.EAST, 3) == 0
    assert board.code(a.ROAD, board.at(2, 3), a.EAST, 1) == 0  # beside the hall itself
    board.street(1, 6, 2)  # a road that leads nowhere
    assert board.code(a.ROAD, board.at(3, 6), a.EAST, 1) == rejections.NOT_CONNECTED


def test_a_road_keeps_within_the_map_the_borough_and_off_a_rival_hall(board: Board) -> None:
    state = board.state
    assert board.code(a.ROAD, board.at(18, 3), a.EAST, 3) == rejections.OFF_MAP
    assert board.code(a.ROAD, board.at(3, 18), a.SOUTH, 3) == rejections.OFF_MAP
    assert board.code(a.ROAD, 400, a.EAST, 1) == rejections.OFF_MAP
    assert board.code(a.ROAD, board.at(7, 3), a.EAST, 3) == rejections.OUT_OF_REACH
    board.street(7, 3, 8)
    state.round = 24
    state.forget_reach()
    assert borough_radius(state) == 16
    assert board.code(a.ROAD, board.at(15, 3), a.EAST, 1) == rejections.PROTECTED
    assert board.code(a.ROAD, board.at(14, 4), a.EAST, 2) == rejections.PROTECTED
    assert board.code(a.ROAD, board.at(14, 4), a.EAST, 1) == 0


def test_the_borough_s_radius_is_five_and_grows_every_other_round() -> None:
    board = Board()
    radii = []
    for board.state.round in range(1, 7):
        radii.append(borough_radius(board.state))
    assert radii == [5, 5, 6, 6, 7, 7]


def test_a_station_opens_land_three_around_it(board: Board) -> None:
    board.street(7, 3, 5)
    assert board.code(a.ROAD, board.at(10, 4), a.EAST, 1) == rejections.OUT_OF_REACH
    station = board.put(c.STATION, 8, 2)
    assert board.code(a.ROAD, board.at(10, 4), a.EAST, 2) == 0
    assert board.code(a.ROAD, board.at(11, 4), a.EAST, 2) == rejections.OUT_OF_REACH
    for tile in board.state.footprint(station):
        board.state.owner[tile] = 1
    board.state.forget()
    assert board.code(a.ROAD, board.at(10, 4), a.EAST, 1) == rejections.OUT_OF_REACH


def test_a_road_replaces_own_cottages_parks_and_shops_for_half_their_price(board: Board) -> None:
    board.put(c.COTTAGE, 7, 3, people=2)
    board.put(c.SHOP, 8, 3)
    board.do(a.ROAD, board.at(7, 3), a.EAST, 2)
    assert board.state.coins[0] == 32 - 2 + 3 // 2 + 6 // 2
    assert board.state.residents[board.at(7, 3)] == 0
    assert len(board.state.anchors) == 2  # the halls
    board.put(c.OFFICE, 6, 4)
    board.put(c.PARK, 5, 4, seat=1)
    assert board.code(a.ROAD, board.at(6, 4), a.EAST, 1) == rejections.OCCUPIED
    assert board.code(a.ROAD, board.at(5, 4), a.EAST, 1) == rejections.OCCUPIED
    assert board.code(a.ROAD, board.at(6, 3), a.EAST, 1) == rejections.ROAD_THERE


def test_an_avenue_widens_roads_of_the_own_network_for_two_coins_a_tile(board: Board) -> None:
    events = board.do(a.AVENUE, board.at(4, 3), a.EAST, 3)
    assert events == [(event_codes.AVENUE_LAID, 0, *[board.at(x, 3) for x in (4, 5, 6)])]
    assert (board.state.points[0], board.state.coins[0]) == (2, 26)
    assert board.code(a.AVENUE, board.at(4, 3), a.EAST, 1) == rejections.AVENUE_THERE
    assert board.code(a.AVENUE, board.at(7, 3), a.EAST, 1) == rejections.NO_ROAD
    board.street(1, 6, 2)
    assert board.code(a.AVENUE, board.at(1, 6), a.EAST, 2) == rejections.NOT_CONNECTED


def test_a_road_goes_only_if_nothing_loses_its_connection(board: Board) -> None:
    assert board.code(a.DEMOLISH, board.at(5, 3)) == rejections.CUTS_NETWORK
    assert board.code(a.DEMOLISH, board.at(4, 3)) == rejections.CUTS_BUILDING  # the hall's road
    board.put(c.SHOP, 6, 2, seat=1)
    assert board.code(a.DEMOLISH, board.at(6, 3)) == rejections.CUTS_BUILDING
    board.street(7, 2, 2, down=True)  # another road of the network beside the shop
    assert board.code(a.DEMOLISH, board.at(6, 3)) == rejections.CUTS_NETWORK
    board.street(4, 1, 4)
    board.street(4, 1, 3, down=True)  # a ring: halls, shop and network hold without (6, 3)
    events = board.do(a.DEMOLISH, board.at(6, 3))
    assert events == [(event_codes.ROAD_REMOVED, 0, board.at(6, 3))]
    assert (board.state.points[0], board.state.coins[0]) == (2, 32)
    assert board.state.road[board.at(6, 3)] == 0


def test_a_road_out_of_reach_or_beside_a_rival_hall_stays(board: Board) -> None:
    board.street(7, 3, 9)
    assert board.code(a.DEMOLISH, board.at(12, 3)) == rejections.OUT_OF_REACH
    board.state.round = 24
    board.state.forget_reach()
    assert board.code(a.DEMOLISH, board.at(15, 3)) == rejections.PROTECTED


def crowded() -> Board:
    """Seat 0 without a free plot; its road ends at a rival's shop at (7, 3)."""
    board = Board(size=20)
    board.street(4, 3, 3)
    for y in range(9):
        for x in range(9):
            tile = board.at(x, y)
            if not board.state.kind[tile] and not board.state.road[tile] and (x, y) != (7, 3):
                board.ground(WATER, (x, y))
    board.put(c.SHOP, 7, 3, seat=1)
    return board


def test_with_no_free_plot_a_road_may_go_through_a_rival_s_small_building() -> None:
    board = crowded()
    events = board.do(a.RIGHT_OF_WAY, board.at(7, 3))
    assert events == [(event_codes.RIGHT_OF_WAY_TAKEN, 0, board.at(7, 3), 1, 12)]
    assert board.state.coins == [32 - 12 - 1, 32 + 12]
    assert board.state.points[0] == 2
    assert (board.state.road[board.at(7, 3)], board.state.kind[board.at(7, 3)]) == (1, 0)


def test_a_free_plot_forbids_the_right_of_way() -> None:
    board = crowded()
    board.ground(MEADOW, (6, 4))
    assert board.code(a.RIGHT_OF_WAY, board.at(7, 3)) == rejections.FREE_PLOT_LEFT


@pytest.mark.parametrize("kind", [c.APARTMENTS, c.MALL, c.FACTORY, c.MUSEUM, c.RESERVE, c.CENTRAL])
def test_upgraded_buildings_landmarks_and_reserves_stand_in_every_way(kind: int) -> None:
    board = crowded()
    board.state.kind[board.at(7, 3)] = kind
    assert board.code(a.RIGHT_OF_WAY, board.at(7, 3)) == rejections.NOT_PASSABLE


def test_the_right_of_way_needs_a_rival_s_building_within_reach_and_touch() -> None:
    board = crowded()
    assert board.code(a.RIGHT_OF_WAY, board.at(8, 8)) == rejections.NO_BUILDING
    assert board.code(a.RIGHT_OF_WAY, board.state.hall[0]) == rejections.NOT_PASSABLE
    assert board.code(a.RIGHT_OF_WAY, board.state.hall[1]) == rejections.NOT_PASSABLE
    board.put(c.SHOP, 12, 12, seat=1)
    assert board.code(a.RIGHT_OF_WAY, board.at(12, 12)) == rejections.OUT_OF_REACH
    board.ground(MEADOW, (8, 8))
    board.put(c.SHOP, 8, 8, seat=1)
    assert board.code(a.RIGHT_OF_WAY, board.at(8, 8)) == rejections.NOT_CONNECTED
    board.state.coins[0] = 12
    assert board.code(a.RIGHT_OF_WAY, board.at(7, 3)) == rejections.NO_COINS
