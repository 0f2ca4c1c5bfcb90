"""Smog: it halves, blows downwind, and greenery soaks it up."""

import pytest

from games.engine.v0 import catalogue as c
from games.engine.v0.policy import GREEN_CODE
from games.engine.v0.round.context import ORDINANCES
from games.engine.v0.round.smog import smog
from games.engine.v0.state import DARK, FOREST
from tests.engine.board import Board


def test_smog_halves_every_round() -> None:
    board = Board()
    board.state.smog[board.at(8, 8)] = 9
    board.state.smog[board.at(9, 8)] = 1
    board.run(smog)
    assert (board.state.smog[board.at(8, 8)], board.state.smog[board.at(9, 8)]) == (4, 0)


@pytest.mark.parametrize(("wind", "dx", "dy"), [(0, 2, 0), (1, 0, 2), (2, -2, 0), (3, 0, -2)])
def test_a_plume_stands_two_tiles_downwind_and_thins_by_one_a_tile(
    wind: int, dx: int, dy: int
) -> None:
    board = Board()
    board.put(c.COAL, 10, 10)
    board.state.wind = wind
    board.run(smog)
    for y in range(20):
        for x in range(20):
            away = max(abs(x - 10 - dx), abs(y - 10 - dy))
            assert board.state.smog[board.at(x, y)] == max(0, 4 - away)
    assert board.state.smoke == [4, 0]


def test_a_workshop_fouls_its_own_tile_whatever_the_wind() -> None:
    board = Board()
    shop = board.put(c.WORKSHOP, 8, 8)
    board.state.workers[shop] = 1
    board.run(smog)
    assert [t for t in range(400) if board.state.smog[t]] == [shop]
    assert (board.state.smog[shop], board.state.smoke[0]) == (1, 1)


def test_a_plume_off_the_map_still_reaches_the_border() -> None:
    board = Board()
    board.put(c.COAL, 18, 10)
    board.run(smog)  # its middle would be x = 20
    assert [board.state.smog[board.at(x, 10)] for x in (17, 18, 19)] == [1, 2, 3]
    board.state.wind = 3
    board.put(c.COAL, 10, 0)
    board.state.smog = bytearray(400)
    board.run(smog)  # its middle would be y = -2
    assert [board.state.smog[board.at(10, y)] for y in (0, 1, 2)] == [2, 1, 0]


def test_a_chimney_without_workers_or_power_does_not_smoke_but_coal_needs_no_hands() -> None:
    board = Board()
    factory = board.put(c.FACTORY, 8, 8)
    board.run(smog)
    assert board.state.smoke[0] == 0
    board.state.workers[factory] = 1
    board.run(smog)
    assert board.state.smoke[0] == 3
    board.state.flags[factory] = DARK
    board.put(c.COAL, 12, 12)
    board.run(smog)
    assert board.state.smoke[0] == 4


def test_the_green_code_takes_one_off_every_chimney_for_a_coin_each() -> None:
    board = Board()
    board.state.ordinance[0] = GREEN_CODE
    board.put(c.COAL, 10, 10)
    workshop = board.put(c.WORKSHOP, 4, 10)
    board.state.workers[workshop] = 1
    board.put(c.COAL, 10, 14, seat=1)
    tallies = board.run(smog)
    assert board.state.smoke == [3, 4]
    assert board.state.smog[workshop] == 0
    assert board.state.smog[board.at(12, 10)] == 3
    assert [lines[ORDINANCES] for lines in tallies.lines] == [-2, 0]


def test_greenery_soaks_two_and_wild_forest_one() -> None:
    board = Board()
    board.ground(FOREST, (8, 8), (9, 8), (10, 8))
    park = board.put(c.PARK, 7, 8)
    reserve = board.put(c.RESERVE, 9, 8)
    shop = board.put(c.SHOP, 6, 8)
    for x in range(6, 11):
        board.state.smog[board.at(x, 8)] = 10
    board.state.smog[board.at(10, 8)] = 2
    board.run(smog)
    state = board.state
    assert (state.smog[shop], state.smog[park], state.smog[reserve]) == (5, 3, 3)
    assert (state.smog[board.at(8, 8)], state.smog[board.at(10, 8)]) == (4, 0)


def test_soaking_stops_at_clean_air() -> None:
    board = Board()
    park = board.put(c.PARK, 7, 8)
    board.state.smog[park] = 3
    board.run(smog)
    assert board.state.smog[park] == 0


def test_smog_stops_at_twenty() -> None:
    board = Board()
    for x in range(8, 13):
        for y in range(8, 13):
            board.state.workers[board.put(c.FACTORY, x, y)] = 1
    board.run(smog)  # the middle gets 3 + 8 * 2 + 16 * 1
    assert board.state.smog[board.at(12, 10)] == 20
    assert board.state.smoke[0] == 75


def test_green_tiles_are_counted_by_footprint() -> None:
    board = Board()
    board.put(c.PARK, 7, 8)
    board.put(c.PLAZA, 8, 8)
    board.put(c.RESERVE, 9, 8, seat=1)
    board.put(c.GARDEN, 10, 10)
    board.put(c.SOLAR, 12, 10)
    board.run(smog)
    assert board.state.green_tiles == [6, 1]
