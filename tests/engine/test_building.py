"""Building, upgrading and demolishing: where each kind may stand and what it costs."""

import pytest

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes, rejections
from games.engine.v0.policy import HOUSING_AID
from games.engine.v0.state import FERTILE, FOREST, MEADOW, WATER
from tests.engine.board import Board


@pytest.fixture
def board() -> Board:
    """A street along y = 4 below both halls; plenty of coins and points."""
    board = Board(coins=200, points=6)
    board.street(0, 4, 20)
    return board


@pytest.mark.parametrize(
    ("kind", "cost"),
    [(c.COTTAGE, 3), (c.SHOP, 6), (c.OFFICE, 8), (c.WORKSHOP, 6), (c.WIND, 7), (c.COAL, 9)]
    + [(c.SOLAR, 13), (c.SCHOOL, 9), (c.CLINIC, 9), (c.POLICE, 8), (c.FIRE_STATION, 8)]
    + [(c.PARK, 3), (c.PLAZA, 4), (c.STATION, 10)],
)
def test_a_building_costs_its_price_and_one_point(board: Board, kind: int, cost: int) -> None:
    events = board.do(a.BUILD, kind, board.at(5, 5), 0)
    assert events == [(event_codes.BUILT, 0, kind, board.at(5, 5))]
    assert (board.state.coins[0], board.state.points[0]) == (200 - cost, 5)
    footprint = board.state.footprint(board.at(5, 5))
    assert [board.state.owner[t] for t in footprint] == [0] * len(footprint)
    assert [board.state.part[t] for t in footprint] == list(range(len(footprint)))
    assert board.state.residents[board.at(5, 5)] == 0
    assert board.state.happiness[board.at(5, 5)] == c.BASE_HAPPINESS[kind]


def test_cottages_parks_and_reserves_come_in_lines_for_one_point(board: Board) -> None:
    board.do(a.BUILD, c.COTTAGE, board.at(4, 5), 3)
    assert [board.state.kind[board.at(x, 5)] for x in (4, 5, 6)] == [c.COTTAGE] * 3
    assert (board.state.coins[0], board.state.points[0]) == (191, 5)
    assert board.code(a.BUILD, c.COTTAGE, board.at(7, 5), 1) == 0
    assert board.code(a.BUILD, c.COTTAGE, board.at(7, 5), 5) == rejections.BAD_SHAPE
    assert board.code(a.BUILD, c.PARK, board.at(7, 5), 1) == 0
    assert board.code(a.BUILD, c.PARK, board.at(7, 5), 3) == rejections.BAD_SHAPE
    assert board.code(a.BUILD, c.OFFICE, board.at(7, 5), 1) == rejections.BAD_SHAPE
    assert board.code(a.BUILD, c.SOLAR, board.at(7, 5), 1) == rejections.BAD_SHAPE


def test_every_tile_of_a_line_needs_the_road_but_of_a_reserve_only_one(board: Board) -> None:
    assert board.code(a.BUILD, c.COTTAGE, board.at(5, 5), 2) == rejections.NOT_CONNECTED
    board.ground(FOREST, *[(x, y) for x in (5, 6) for y in (5, 6, 7)])
    assert board.code(a.BUILD, c.RESERVE, board.at(5, 5), 4) == 0
    events = board.do(a.BUILD, c.RESERVE, board.at(5, 5), 8)  # a corner without its box's own
    corners = [board.at(6, 5), board.at(5, 6), board.at(6, 6)]
    assert events == [(event_codes.BUILT, 0, c.RESERVE, t) for t in corners]
    assert [board.state.terrain[t] for t in corners] == [FOREST] * 3
    assert (board.state.coins[0], board.state.points[0]) == (197, 5)


def test_a_building_fells_its_forest(board: Board) -> None:
    board.ground(FOREST, (5, 5))
    board.do(a.BUILD, c.SHOP, board.at(5, 5), 0)
    assert board.state.terrain[board.at(5, 5)] == MEADOW


def test_land_must_be_free_dry_near_and_away_from_a_rival_hall(board: Board) -> None:
    board.ground(WATER, (5, 5))
    build = (a.BUILD, c.COTTAGE)
    assert board.code(*build, board.at(5, 5), 0) == rejections.ON_WATER
    assert board.code(*build, board.at(5, 4), 0) == rejections.OCCUPIED
    assert board.code(*build, board.state.hall[0], 0) == rejections.OCCUPIED
    assert board.code(*build, board.at(9, 5), 0) == rejections.OUT_OF_REACH
    assert board.code(*build, board.at(5, 6), 0) == rejections.NOT_CONNECTED
    assert board.code(*build, 400, 0) == rejections.OFF_MAP
    assert board.code(*build, board.at(19, 5), 1) == rejections.OFF_MAP
    assert board.code(a.BUILD, c.SOLAR, board.at(19, 5), 0) == rejections.OFF_MAP
    board.state.round = 24
    board.state.forget_reach()
    assert board.code(*build, board.at(14, 5), 0) == rejections.PROTECTED
    assert board.code(*build, board.at(13, 5), 0) == 0


def test_upgrades_and_halls_are_not_placed_on_free_land(board: Board) -> None:
    for kind in (0, c.APARTMENTS, c.TOWER, c.MALL, c.FACTORY, c.CENTRAL, c.HALL):
        assert board.code(a.BUILD, kind, board.at(5, 5), 0) == rejections.NOT_PLACEABLE


def test_a_farm_wants_two_fertile_tiles(board: Board) -> None:
    farm = (a.BUILD, c.FARM, board.at(5, 5), 0)
    board.ground(FERTILE, (5, 5))
    assert board.code(*farm) == rejections.NEEDS_FERTILE
    board.ground(FERTILE, (6, 6))
    assert board.code(*farm) == 0


def test_a_reserve_wants_forest_and_a_garden_one_tile_of_it(board: Board) -> None:
    board.put(c.TOWER, 0, 10, people=15)
    garden = (a.BUILD, c.GARDEN, board.at(5, 5), 0)
    assert board.code(*garden) == rejections.NEEDS_FOREST
    assert board.code(a.BUILD, c.RESERVE, board.at(6, 5), 0) == rejections.NEEDS_FOREST
    board.ground(FOREST, (6, 5))
    assert board.code(*garden) == 0
    assert board.code(a.BUILD, c.RESERVE, board.at(6, 5), 0) == 0
    assert board.code(a.BUILD, c.RESERVE, board.at(6, 5), 1) == rejections.NEEDS_FOREST


def test_harbour_hydro_and_lighthouse_want_the_shore(board: Board) -> None:
    board.put(c.TOWER, 0, 10, people=15)
    for kind in (c.HARBOUR, c.HYDRO, c.LIGHTHOUSE):
        assert board.code(a.BUILD, kind, board.at(5, 5), 0) == rejections.NEEDS_SHORE
    board.ground(WATER, (5, 6))
    for kind in (c.HARBOUR, c.HYDRO, c.LIGHTHOUSE):
        assert board.code(a.BUILD, kind, board.at(5, 5), 0) == 0
    board.put(c.HYDRO, 7, 3, seat=1)
    assert board.code(a.BUILD, c.HYDRO, board.at(5, 5), 0) == rejections.HYDRO_TOO_NEAR
    assert board.code(a.BUILD, c.HARBOUR, board.at(5, 5), 0) == 0


def test_upgrades_cost_points_and_coins_and_keep_the_people(board: Board) -> None:
    home = board.put(c.COTTAGE, 5, 5, people=2)
    board.state.happiness[home] = 7
    assert board.do(a.UPGRADE, home) == [(event_codes.UPGRADED, 0, c.APARTMENTS, home)]
    assert (board.state.coins[0], board.state.points[0]) == (191, 5)
    assert (board.state.residents[home], board.state.happiness[home]) == (2, 7)
    assert board.code(a.UPGRADE, home) == rejections.NEEDS_AVENUE
    board.street(5, 4, 1, level=2)
    board.do(a.UPGRADE, home)
    assert (board.state.kind[home], board.state.coins[0]) == (c.TOWER, 171)
    assert board.code(a.UPGRADE, home) == rejections.NO_UPGRADE


@pytest.mark.parametrize(
    ("kind", "into", "cost"),
    [(c.SHOP, c.MALL, 13), (c.WORKSHOP, c.FACTORY, 13), (c.APARTMENTS, c.TOWER, 20)],
)
def test_second_levels(board: Board, kind: int, into: int, cost: int) -> None:
    tile = board.put(kind, 5, 5)
    board.put(c.STATION, 7, 7, seat=1)  # within 2, anybody's, stands for an avenue
    board.do(a.UPGRADE, tile)
    assert (board.state.kind[tile], board.state.coins[0]) == (into, 200 - cost)


def test_a_station_three_away_is_no_avenue_but_a_factory_needs_none(board: Board) -> None:
    board.put(c.STATION, 8, 5)
    assert board.code(a.UPGRADE, board.put(c.SHOP, 5, 5)) == rejections.NEEDS_AVENUE
    assert board.code(a.UPGRADE, board.put(c.WORKSHOP, 4, 5)) == 0


def test_housing_aid_takes_two_coins_off_apartments(board: Board) -> None:
    board.state.ordinance[0] = HOUSING_AID
    board.do(a.UPGRADE, board.put(c.COTTAGE, 5, 5))
    assert board.state.coins[0] == 193


def test_only_an_own_building_by_its_corner_is_upgraded_or_demolished(board: Board) -> None:
    for kind in (a.UPGRADE, a.DEMOLISH):
        assert board.code(kind, board.at(9, 9)) == rejections.NO_BUILDING
        assert board.code(kind, 400) == rejections.OFF_MAP
        assert board.code(kind, board.state.hall[1]) == rejections.NOT_YOURS
    board.put(c.SOLAR, 5, 5)
    assert board.code(a.DEMOLISH, board.at(6, 5)) == rejections.NO_BUILDING
    assert board.code(a.UPGRADE, board.at(5, 5)) == rejections.NO_UPGRADE


@pytest.mark.parametrize(
    ("kind", "back"), [(c.COTTAGE, 1), (c.APARTMENTS, 6), (c.TOWER, 16), (c.MALL, 9), (c.SOLAR, 6)]
)
def test_half_of_all_that_was_invested_comes_back(board: Board, kind: int, back: int) -> None:
    tile = board.put(kind, 5, 5, people=1)
    tiles = board.state.footprint(tile)
    assert board.do(a.DEMOLISH, tile) == [(event_codes.DEMOLISHED, 0, kind, tile, back)]
    assert (board.state.coins[0], board.state.points[0]) == (200 + back, 5)
    assert [board.state.kind[t] for t in tiles] == [0] * len(tiles)
    assert [board.state.owner[t] for t in tiles] == [255] * len(tiles)
    assert board.state.residents[tile] == 0


def test_halls_reserves_and_landmarks_stay(board: Board) -> None:
    board.ground(FOREST, (5, 5))
    for tile in (board.state.hall[0], board.put(c.RESERVE, 5, 5), board.put(c.MUSEUM, 6, 5)):
        assert board.code(a.DEMOLISH, tile) == rejections.CANNOT_DEMOLISH


def test_points_and_coins_are_needed_with_the_figures_told(board: Board) -> None:
    board.state.coins[0] = 5
    assert board.code(a.BUILD, c.SHOP, board.at(5, 5), 0) == rejections.NO_COINS
    board.state.coins[0] = 6
    assert board.code(a.BUILD, c.SHOP, board.at(5, 5), 0) == 0
    board.state.points[0] = 0
    assert board.code(a.BUILD, c.SHOP, board.at(5, 5), 0) == rejections.NO_POINTS
    with pytest.raises(rejections.Rejection) as caught:
        board.do(a.BUILD, c.SHOP, board.at(5, 5), 0)
    assert (caught.value.need, caught.value.have) == (1, 0)


def test_in_debt_what_costs_nothing_may_still_be_done(board: Board) -> None:
    board.state.coins[0] = -3
    tile = board.put(c.SHOP, 5, 5)
    assert board.code(a.DEMOLISH, tile) == 0
    assert board.code(a.BUILD, c.COTTAGE, board.at(6, 5), 0) == rejections.NO_COINS


def test_every_tile_of_a_big_building_knows_its_corner(board: Board) -> None:
    plant = board.put(c.COAL, 5, 5)
    assert [board.state.corner(tile) for tile in board.state.footprint(plant)] == [plant] * 4
    assert board.state.footprint(plant) == (plant, plant + 1, plant + 20, plant + 21)
    assert [v0.explain(board.state, tile)["corner"] for tile in (plant + 1, plant + 20)] == [
        plant,
        plant,
    ]
