"""What medium thinks of offers, of its policy and of the event that is forecast."""

import pytest

from games.bots.forecast import forecast_coins
from games.bots.player import choose
from games.bots.survey import Survey
from games.bots.trade import pays
from games.engine.v0.actions import (
    ACCEPT,
    ASK_COINS,
    DECLINE,
    END_TURN,
    GIVE_COINS,
    GOODS_UNITS,
    OFFER,
    POWER_UNITS,
)
from games.engine.v0.catalogue import CLINIC, FIRE_STATION, POLICE, SHOP, WORKSHOP
from games.engine.v0.deck import CRIME, EPIDEMIC, FIRE
from games.engine.v0.placing import place
from games.engine.v0.state import State
from tests.bots.matches import MEDIUM, RULES, duel


def second_to_move(offer: tuple[int, ...], exports: int = 0, shoppers: int = 0) -> State:
    """A duel in which seat 0 has made this offer to seat 1, whose turn it is.

    exports, shoppers: what seat 1 exported, and sold to shoppers without goods, last round.
    """
    state: State = RULES.new_game(duel(8))
    state.exported[1] = exports
    state.served_all[1] = shoppers
    RULES.apply(state, 0, offer)
    RULES.apply(state, 0, (END_TURN,))
    return state


@pytest.mark.parametrize(
    ("coins", "answer"),
    [(1, DECLINE), (8, DECLINE), (12, ACCEPT), (20, ACCEPT)],
)
def test_medium_sells_goods_it_would_export_for_more_than_exports_pay(
    coins: int, answer: int
) -> None:
    state = second_to_move((OFFER, 1, GIVE_COINS, coins, GOODS_UNITS, 3, 3), exports=5)
    assert choose(MEDIUM, state, 1) == (answer, 0)


def test_medium_does_not_promise_goods_it_has_not() -> None:
    state = second_to_move((OFFER, 1, GIVE_COINS, 20, GOODS_UNITS, 3, 3), exports=2)
    assert choose(MEDIUM, state, 1) == (DECLINE, 0)


@pytest.mark.parametrize(("coins", "answer"), [(12, ACCEPT), (16, DECLINE)])
def test_medium_buys_goods_for_less_than_shoppers_pay(coins: int, answer: int) -> None:
    state = second_to_move((OFFER, 1, ASK_COINS, coins, GOODS_UNITS, 3, 3), shoppers=4)
    assert choose(MEDIUM, state, 1) == (answer, 0)


def test_medium_buys_no_power_while_it_has_enough() -> None:
    state = second_to_move((OFFER, 1, ASK_COINS, 1, POWER_UNITS, 2, 3))
    assert choose(MEDIUM, state, 1) == (DECLINE, 0)


def test_medium_buys_power_that_keeps_its_lights_on() -> None:
    state = second_to_move((OFFER, 1, ASK_COINS, 5, POWER_UNITS, 2, 3))
    free = [t for t in range(len(state.kind)) if state.terrain[t] == 1 and not state.kind[t]]
    for tile in [t for t in free if not state.road[t]][:6]:
        place(state, 1, SHOP, (tile,), [])
    assert Survey(state, 1).spare == -2
    assert choose(MEDIUM, state, 1) == (ACCEPT, 0)


def test_a_rivals_building_is_not_bought_above_its_price() -> None:
    state = RULES.new_game(duel(9))
    cottage = next(a for a in state.anchors if state.owner[a] == 0 and state.kind[a] == 1)
    survey = Survey(state, 1)
    assert pays(survey, (0, 0, 1, ASK_COINS, 5, 3, cottage, 0))
    assert not pays(survey, (0, 0, 1, ASK_COINS, 12, 3, cottage, 0))


@pytest.mark.parametrize(
    ("card", "risk", "cure"),
    [(FIRE, WORKSHOP, FIRE_STATION), (CRIME, SHOP, POLICE), (EPIDEMIC, 0, CLINIC)],
)
def test_the_forecast_raises_what_guards_against_it(card: int, risk: int, cure: int) -> None:
    state = RULES.new_game(duel(10))
    free = [t for t in range(len(state.kind)) if state.terrain[t] == 1 and not state.kind[t]]
    if risk:
        place(state, 0, risk, (free[0],), [])
    mine = [anchor for anchor in state.anchors if state.owner[anchor] == 0]
    assert not any(forecast_coins(state, 0, mine, 4))
    state.forecast = card
    coins = forecast_coins(state, 0, mine, 4)
    assert coins[cure] > 0
    assert coins[cure] == max(coins)
