"""The event deck: what every card does, and whom the observatory spares."""

import pytest

from games.engine.v0 import catalogue as c
from games.engine.v0 import deck, event_codes
from games.engine.v0.round.context import EVENT
from games.engine.v0.round.event import event
from games.engine.v0.state import DARK, FOREST, NEUTRAL, WATER
from tests.engine.board import Board


def struck(board: Board, card: int) -> list[int]:
    """Coins that the card gives or takes, by seat; checked to be paid."""
    board.events.clear()
    before = list(board.state.coins)
    board.state.forecast = card
    board.state.forget()
    tallies = board.run(event)
    told = board.told(event_codes.EVENT_STRUCK)
    coins = [lines[EVENT] for lines in tallies.lines]
    assert told == [(card, *coins)]
    assert [a + b for a, b in zip(before, coins, strict=True)] == board.state.coins
    assert board.state.last_event == card
    return coins


def test_without_a_forecast_nothing_strikes() -> None:
    board = Board()
    board.state.last_event = 4
    board.run(event)
    assert (board.events, board.state.last_event, board.state.coins) == ([], 0, [32, 32])


def test_cold_costs_two_for_every_spare_unit_missing() -> None:
    board = Board()
    for x in range(3):
        board.put(c.TOWER, x, 10, people=13)  # 39 people want 4 spare
    board.state.spare = [1, -5]
    assert struck(board, deck.COLD) == [-6, 0]
    board.state.spare[0] = -2  # less than none is none
    assert struck(board, deck.COLD) == [-8, 0]


def test_heat_drives_one_from_every_inhabited_home_without_green() -> None:
    board = Board()
    hot = board.put(c.TOWER, 1, 10, people=9)
    shady = board.put(c.TOWER, 8, 10, seat=1, people=9)
    empty = board.put(c.COTTAGE, 2, 10)
    board.ground(FOREST, (9, 11))
    assert struck(board, deck.HEAT) == [0, 0]
    assert [board.state.residents[t] for t in (hot, shady, empty)] == [8, 9, 0]
    assert board.told(event_codes.MOVED_OUT) == [(hot, 1)]


def test_flood_costs_two_for_every_shore_building_without_green() -> None:
    board = Board()
    board.ground(WATER, *[(x, 10) for x in range(20)])
    board.put(c.COTTAGE, 0, 9, people=2)  # floods
    board.put(c.SOLAR, 2, 8)  # floods: its south side is shore
    board.put(c.OFFICE, 4, 8)  # not on the shore
    for i, kind in enumerate((c.HARBOUR, c.HYDRO, c.LIGHTHOUSE)):
        board.put(kind, 6 + i, 9)  # flood-proof
    board.put(c.SHOP, 15, 11, seat=1)  # floods, but a park stands by
    board.put(c.PARK, 16, 11, seat=1)
    board.ground(FOREST, (12, 11))
    board.put(c.RESERVE, 12, 11, seat=1)
    board.put(c.WIND, 18, 9, seat=1)  # floods
    assert struck(board, deck.FLOOD) == [-4, 0]
    board.state.kind[board.at(16, 11)] = c.SHOP  # no park there any more
    assert struck(board, deck.FLOOD) == [-4, -6]


def test_fire_costs_three_for_every_smoky_building_without_fire_cover() -> None:
    board = Board()
    board.put(c.WORKSHOP, 1, 10)
    board.put(c.COAL, 4, 10)
    board.put(c.FACTORY, 15, 10)
    board.put(c.OFFICE, 2, 10)
    station = board.put(c.FIRE_STATION, 17, 12, seat=1)
    assert struck(board, deck.FIRE) == [-6, 0]
    board.state.flags[station] = DARK
    assert struck(board, deck.FIRE) == [-9, 0]


def test_epidemic_takes_an_eighth_rounded_up_and_clinics_earn_two() -> None:
    board = Board()
    sick = [board.put(c.TOWER, x, 16, people=n) for x, n in ((5, 15), (6, 8), (7, 1))]
    safe = board.put(c.TOWER, 13, 10, seat=1, people=15)
    board.put(c.CLINIC, 13, 12, seat=1)
    dark = board.put(c.CLINIC, 0, 8, seat=1)
    board.state.flags[dark] = DARK
    assert struck(board, deck.EPIDEMIC) == [0, 2]
    assert [board.state.residents[t] for t in sick] == [13, 7, 0]
    assert board.state.residents[safe] == 15


def test_crime_costs_two_for_every_shop_and_office_without_police() -> None:
    board = Board()
    for x, kind in ((0, c.SHOP), (1, c.MALL), (2, c.OFFICE), (3, c.WORKSHOP)):
        board.put(kind, x, 10)
    board.put(c.SHOP, 12, 10, seat=1)
    board.put(c.POLICE, 16, 14)
    assert struck(board, deck.CRIME) == [-6, 0]


def test_strike_halves_a_high_tax_and_costs_half_of_the_idle() -> None:
    board = Board()
    board.state.tax = [2, 1]
    board.state.idle = [5, 4]
    board.state.forecast = deck.STRIKE
    from games.engine.v0.round.context import TAX, RoundEnd

    tallies = RoundEnd(board.state, board.events)
    tallies.lines[0][TAX] = 7
    tallies.lines[1][TAX] = 9
    event(tallies)
    assert board.told(event_codes.EVENT_STRUCK) == [(deck.STRIKE, -3 - 2, -2)]


def test_fair_pays_every_exported_good_once_more() -> None:
    board = Board()
    board.state.exported = [7, 0]
    assert struck(board, deck.FAIR) == [7, 0]


def test_festival_pays_a_plaza_for_inhabited_homes_within_three_up_to_six() -> None:
    board = Board()
    board.put(c.PLAZA, 10, 10)
    for x in range(7, 10):
        board.put(c.COTTAGE, x, 10, seat=x % 2, people=1)
    board.put(c.COTTAGE, 11, 10)  # nobody lives here
    board.put(c.COTTAGE, 14, 10, people=2)  # too far
    assert struck(board, deck.FESTIVAL) == [3, 0]
    for x in range(7, 13):
        board.put(c.COTTAGE, x, 9, people=1)
    board.put(c.PLAZA, 12, 12, seat=1)
    # Seat 1's plaza sees x = 9..15, y = 9..15: (9, 10), (14, 10) and four of the new row.
    assert struck(board, deck.FESTIVAL) == [6, 6]


def test_tourists_pay_three_a_sight_and_one_for_green_shore_tiles() -> None:
    board = Board()
    board.ground(WATER, *[(x, 10) for x in range(20)])
    board.put(c.MUSEUM, 0, 8)
    board.put(c.STATION, 1, 8)
    board.put(c.CENTRAL, 2, 8)
    board.put(c.PARK, 3, 9)
    board.put(c.PARK, 4, 8)
    board.put(c.GARDEN, 6, 8, seat=1)  # a landmark, two tiles of it on the shore
    assert struck(board, deck.TOURISTS) == [10, 5]


def test_the_wave_brings_four_newcomers_a_mayor() -> None:
    board = Board(3)
    board.state.status[2] = NEUTRAL
    home = board.put(c.TOWER, 1, 10)
    other = board.put(c.TOWER, 2, 10, seat=1, people=9)
    board.state.happiness[home] = 10
    board.state.happiness[other] = 9
    assert struck(board, deck.WAVE) == [0, 0, 0]
    assert board.told(event_codes.MOVED_IN) == [(home, 7), (other, 1)]
    assert board.state.residents[other] == 10


def test_talent_pays_three_for_every_office_a_school_covers() -> None:
    board = Board()
    for x in (10, 13, 14):
        board.put(c.OFFICE, x, 10)
    board.put(c.SHOP, 11, 10)
    board.put(c.SCHOOL, 10, 12, seat=1)
    assert struck(board, deck.TALENT) == [6, 0]


def test_the_green_bond_pays_a_coin_a_green_tile_up_to_eight() -> None:
    board = Board()
    board.state.green_tiles = [5, 12]
    assert struck(board, deck.GREEN_BOND) == [5, 8]


def test_inversion_costs_smoke_less_green_tiles() -> None:
    board = Board()
    board.state.smoke = [9, 3]
    board.state.green_tiles = [2, 5]
    assert struck(board, deck.INVERSION) == [-7, 0]


def test_harvest_pays_three_a_farm() -> None:
    board = Board()
    board.put(c.FARM, 1, 10)
    board.put(c.FARM, 4, 10)
    assert struck(board, deck.HARVEST) == [6, 0]


def test_cranes_give_everybody_one_more_point_for_one_round() -> None:
    board = Board()
    board.street(3, 4, 14)
    board.state.forecast = deck.CRANES
    board.do(15)
    began = [e for e in board.do(15) if e[0] == event_codes.TURN_BEGAN]
    assert (board.state.cranes, began) == (1, [(event_codes.TURN_BEGAN, 1, 3 + 1 + 1)])  # one kept
    board.state.forecast = deck.FAIR
    board.do(15)
    board.do(15)
    assert (board.state.cranes, board.state.points[0]) == (0, 3 + 1)


HARM = {
    deck.COLD: -2,
    deck.HEAT: 0,
    deck.FLOOD: -2,
    deck.FIRE: -3,
    deck.EPIDEMIC: 0,
    deck.CRIME: -2,
    deck.STRIKE: -4,
    deck.INVERSION: -3,
}


@pytest.mark.parametrize("card", HARM)
@pytest.mark.parametrize("spared", [False, True])
def test_harm_passes_the_observatory_by(card: int, spared: bool) -> None:
    board = Board()
    board.ground(WATER, (0, 11))
    home = board.put(c.TOWER, 0, 10, people=15)
    board.put(c.WORKSHOP, 1, 16)
    board.put(c.OFFICE, 2, 16)
    board.state.idle[0] = 8
    board.state.smoke[0] = 3
    if spared:
        board.state.landmark_owner[c.OBSERVATORY - 23] = 0
    assert struck(board, card) == [0 if spared else HARM[card], 0]
    lost = {deck.HEAT: 1, deck.EPIDEMIC: 2}.get(card, 0)
    assert board.state.residents[home] == 15 - (0 if spared else lost)
    assert board.told(event_codes.EVENT_PASSED_BY) == ([(0, card)] if spared else [])


def test_good_fortune_does_not_pass_the_observatory_by() -> None:
    board = Board()
    board.state.landmark_owner[c.OBSERVATORY - 23] = 0
    board.state.exported = [3, 0]
    assert struck(board, deck.FAIR) == [3, 0]


def test_a_neutral_borough_has_no_events() -> None:
    board = Board()
    board.state.status[0] = NEUTRAL
    board.state.exported = [3, 2]
    hot = board.put(c.TOWER, 1, 10, people=9)
    assert struck(board, deck.FAIR) == [0, 2]
    struck(board, deck.HEAT)
    assert board.state.residents[hot] == 9
