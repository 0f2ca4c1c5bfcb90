"""Trade: offers, what may be offered, contracts and tiles that change hands."""

import pytest

from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import event_codes, rejections
from games.engine.v0.state import BOT_AFTER_RESIGNING, NEUTRAL
from tests.engine.board import Board

POWER_FOR_COINS = (a.OFFER, 1, a.ASK_COINS, 8, a.POWER_UNITS, 2, 3)


@pytest.fixture
def board() -> Board:
    """Three joined boroughs; seat 0's turn."""
    board = Board(3)
    board.street(3, 4, 14)
    board.street(4, 4, 14, down=True)
    board.street(4, 17, 1)
    return board


def test_an_offer_is_free_and_stands_until_the_other_s_turn_ends(board: Board) -> None:
    offer = (0, 0, 1, a.ASK_COINS, 8, a.POWER_UNITS, 2, 3)
    assert board.do(*POWER_FOR_COINS) == [(event_codes.OFFER_MADE, *offer)]
    assert board.state.offers == [offer]
    assert (board.state.points[0], board.state.coins[0]) == (3, 32)
    board.do(a.END_TURN)
    assert board.state.offers == [offer]
    board.do(a.END_TURN)
    assert (event_codes.OFFER_LAPSED, 0, 0) in board.events
    assert board.state.offers == []


def test_two_offers_stand_at_once_and_four_are_made_a_turn(board: Board) -> None:
    for slot in (0, 1):
        board.do(*POWER_FOR_COINS)
        assert board.state.offers[slot][1] == slot
    assert board.code(*POWER_FOR_COINS) == rejections.OFFERS_FULL
    assert board.do(a.WITHDRAW, 0) == [(event_codes.OFFER_WITHDRAWN, 0, 0)]
    board.do(*POWER_FOR_COINS)
    assert sorted(offer[1] for offer in board.state.offers) == [0, 1]
    board.do(a.WITHDRAW, 1)
    board.do(*POWER_FOR_COINS)
    board.do(a.WITHDRAW, 0)
    assert board.code(*POWER_FOR_COINS) == rejections.OFFERS_SPENT
    for _ in range(3):
        board.do(a.END_TURN)
    assert board.state.offers_made == [0, 0, 0]


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ((a.OFFER, 0, 0, 8, 1, 2, 3), rejections.NO_PARTNER),
        ((a.OFFER, 3, 0, 8, 1, 2, 3), rejections.NO_SUCH_SEAT),
        ((a.OFFER, 1, 0, 4, 1, 2, 3), rejections.BAD_PARAMETER),  # 4 coins is no step
        ((a.OFFER, 1, 0, 0, 1, 2, 3), rejections.BAD_PARAMETER),  # both sides give
        ((a.OFFER, 1, 0, 8, 0, 2, 3), rejections.BAD_PARAMETER),
        ((a.OFFER, 1, 0, 8, 1, 4, 3), rejections.BAD_PARAMETER),  # 4 units is no step
        ((a.OFFER, 1, 0, 8, 2, 2, 0), rejections.BAD_PARAMETER),
        ((a.OFFER, 1, 0, 8, 2, 2, 5), rejections.BAD_PARAMETER),
        ((a.OFFER, 1, 0, 8, 3, 0, 1), rejections.BAD_PARAMETER),
        ((a.OFFER, 1, 0, 8, 3, 400, 0), rejections.OFF_MAP),
        ((a.OFFER, 1, 0, 8, 3, 0, 0), rejections.NOT_TRADABLE),
    ],
)
def test_what_is_no_offer(board: Board, action: tuple[int, ...], code: int) -> None:
    assert board.code(*action) == code


def test_coins_offered_must_be_there(board: Board) -> None:
    board.state.coins[0] = 7
    give = (a.OFFER, 1, a.GIVE_COINS, 8, a.POWER_UNITS, 2, 3)
    assert board.code(*give) == rejections.NO_COINS
    assert board.code(*POWER_FOR_COINS) == 0


def test_an_accepted_contract_pays_at_once_and_runs(board: Board) -> None:
    board.do(*POWER_FOR_COINS)
    board.do(a.END_TURN)
    board.do(a.ACCEPT, 0)
    assert board.events == [
        (event_codes.OFFER_ACCEPTED, 0, 0, 1, a.ASK_COINS, 8, a.POWER_UNITS, 2, 3)
    ]
    assert board.state.coins == [40, 24, 32]
    assert board.state.contracts == [(0, 1, a.POWER_UNITS, 2, 3, 8, 6)]
    assert board.state.offers == []


def test_with_coins_given_the_other_one_sells(board: Board) -> None:
    board.do(a.OFFER, 1, a.GIVE_COINS, 12, a.GOODS_UNITS, 5, 4)
    board.do(a.END_TURN)
    board.do(a.ACCEPT, 0)
    assert board.state.coins == [20, 44, 32]
    assert board.state.contracts == [(1, 0, a.GOODS_UNITS, 5, 4, 12, 20)]


def test_only_who_an_offer_is_for_may_accept_or_decline(board: Board) -> None:
    board.do(*POWER_FOR_COINS)
    assert board.code(a.ACCEPT, 0) == rejections.NOT_FOR_YOU
    assert board.code(a.DECLINE, 0) == rejections.NOT_FOR_YOU
    board.do(a.END_TURN)
    assert board.code(a.ACCEPT, 1) == rejections.NO_OFFER
    assert board.code(a.WITHDRAW, 0) == rejections.NOT_YOURS
    assert board.do(a.DECLINE, 0) == [(event_codes.OFFER_DECLINED, 0, 0, 1)]
    assert board.state.offers == []


def test_who_lacks_the_coins_when_it_counts(board: Board) -> None:
    board.do(a.OFFER, 1, a.GIVE_COINS, 12, a.GOODS_UNITS, 5, 4)
    board.do(*POWER_FOR_COINS)
    board.do(a.END_TURN)
    board.state.coins[0], board.state.coins[1] = 11, 7
    assert board.code(a.ACCEPT, 0) == rejections.GIVER_LACKS
    assert board.code(a.ACCEPT, 1) == rejections.TAKER_LACKS


def test_a_seller_runs_three_contracts_at_most(board: Board) -> None:
    board.do(*POWER_FOR_COINS)
    board.state.contracts = [(0, 2, 1, 1, 2, 1, 2)] * 3
    assert board.code(*POWER_FOR_COINS) == rejections.CONTRACTS_FULL
    assert board.code(a.OFFER, 1, a.GIVE_COINS, 8, 1, 2, 3) == 0  # the other one sells
    board.do(a.END_TURN)
    assert board.code(a.ACCEPT, 0) == rejections.CONTRACTS_FULL


def test_a_tile_changes_hands_with_all_who_live_there(board: Board) -> None:
    home = board.put(c.APARTMENTS, 8, 3, people=5)
    board.do(a.OFFER, 1, a.ASK_COINS, 20, a.TILE, home, 0)
    board.do(a.END_TURN)
    board.do(a.ACCEPT, 0)
    assert (board.state.owner[home], board.state.residents[home]) == (1, 5)
    assert (board.state.people(0), board.state.people(1)) == (0, 5)
    assert board.state.coins == [52, 12, 32]
    assert board.state.contracts == []


def test_a_big_building_changes_hands_as_a_whole(board: Board) -> None:
    plant = board.put(c.COAL, 8, 5, seat=1)
    board.do(a.OFFER, 1, a.GIVE_COINS, 5, a.TILE, plant, 0)
    board.do(a.END_TURN)
    board.do(a.ACCEPT, 0)
    assert [board.state.owner[t] for t in board.state.footprint(plant)] == [0] * 4


def test_a_tile_goes_only_to_whom_a_road_joins_it(board: Board) -> None:
    home = board.put(c.COTTAGE, 10, 10)
    board.do(a.OFFER, 1, a.ASK_COINS, 20, a.TILE, home, 0)
    board.do(a.END_TURN)
    assert board.code(a.ACCEPT, 0) == rejections.TILE_NOT_CONNECTED


def test_halls_landmarks_others_and_parts_are_not_tradable(board: Board) -> None:
    plant = board.put(c.COAL, 8, 5)
    for tile in (board.state.hall[0], board.put(c.MUSEUM, 8, 3), board.state.hall[2], plant + 1):
        assert board.code(a.OFFER, 1, a.ASK_COINS, 8, a.TILE, tile, 0) == rejections.NOT_TRADABLE


@pytest.mark.parametrize("way", [(a.DEMOLISH,), (a.ROAD,)])
def test_an_offer_for_a_building_lapses_when_the_building_goes(
    board: Board, way: tuple[int, ...]
) -> None:
    home = board.put(c.COTTAGE, 8, 3)
    other = board.put(c.COTTAGE, 9, 3)
    board.do(a.OFFER, 1, a.ASK_COINS, 8, a.TILE, home, 0)
    board.do(a.OFFER, 1, a.ASK_COINS, 8, a.TILE, other, 0)
    action = (*way, home) if way == (a.DEMOLISH,) else (*way, home, a.EAST, 1)
    assert (event_codes.OFFER_LAPSED, 0, 0) in board.do(*action)
    assert [offer[6] for offer in board.state.offers] == [other]
    board.do(a.UNDO)
    assert [offer[6] for offer in board.state.offers] == [home, other]


def test_an_offer_stands_when_its_building_is_upgraded(board: Board) -> None:
    home = board.put(c.COTTAGE, 8, 3)
    board.do(a.OFFER, 1, a.ASK_COINS, 8, a.TILE, home, 0)
    board.do(a.UPGRADE, home)
    board.do(a.END_TURN)
    assert board.code(a.ACCEPT, 0) == 0


def test_no_contract_runs_past_the_last_round(board: Board) -> None:
    board.state.round = board.state.rounds - 1
    board.state.forget()
    three_rounds = (a.OFFER, 1, a.ASK_COINS, 8, a.POWER_UNITS, 2, 3)
    assert board.code(*three_rounds) == rejections.TRADE_CLOSED
    assert board.code(*three_rounds[:-1], 2) == 0


def test_a_seller_that_turns_neutral_pays_back_what_it_still_owes(board: Board) -> None:
    board.state.contracts = [(0, 1, a.POWER_UNITS, 5, 3, 20, 20), (1, 0, a.GOODS_UNITS, 1, 1, 8, 2)]
    coins = list(board.state.coins)
    board.do(a.RESIGN)
    assert board.state.contracts == []
    assert board.state.coins == [coins[0] - 15, coins[1] + 15, coins[2]]


def test_a_seller_that_turns_neutral_pays_back_no_more_than_it_has(board: Board) -> None:
    board.state.contracts = [(0, 1, a.POWER_UNITS, 5, 4, 20, 20)]
    board.state.coins = [6, 0, 0]
    board.do(a.RESIGN)
    assert board.state.coins == [0, 6, 0]


def test_a_station_traded_takes_its_land_along(board: Board) -> None:
    board.street(17, 4, 3)
    station = board.put(c.STATION, 9, 3, seat=1)
    plot = (a.BUILD, c.COTTAGE, board.at(10, 5), 0)
    assert board.code(*plot) == rejections.OUT_OF_REACH
    board.do(a.OFFER, 1, a.GIVE_COINS, 5, a.TILE, station, 0)
    board.do(a.END_TURN)
    assert board.code(*plot) == 0
    board.do(a.ACCEPT, 0)
    assert board.code(*plot) == rejections.OUT_OF_REACH


def test_there_is_no_trade_in_the_last_round(board: Board) -> None:
    board.do(*POWER_FOR_COINS)
    board.do(a.END_TURN)
    board.state.round = 12
    board.state.forget()
    assert board.code(a.ACCEPT, 0) == rejections.TRADE_CLOSED
    assert board.code(a.OFFER, 2, 0, 1, 1, 1, 1) == rejections.TRADE_CLOSED
    assert board.code(a.DECLINE, 0) == 0


def test_no_trade_with_a_neutral_borough_but_with_a_bot(board: Board) -> None:
    board.state.status[1] = NEUTRAL
    assert board.code(*POWER_FOR_COINS) == rejections.NO_PARTNER
    board.state.status[1] = BOT_AFTER_RESIGNING
    assert board.code(*POWER_FOR_COINS) == 0
