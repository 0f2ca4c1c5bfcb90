"""Trade as a bot sees it: which offers to take, and which to make."""

from ..engine.v0.actions import (
    ACCEPT,
    ASK_COINS,
    COIN_STEPS,
    DECLINE,
    GIVE_COINS,
    GOODS_UNITS,
    OFFER,
    OFFER_SLOTS,
    POWER_UNITS,
    UNIT_STEPS,
)
from ..engine.v0.catalogue import CAPACITY, COVER, INVESTED, IS_STATION, UPKEEP
from ..engine.v0.trade import sides
from .survey import Survey

OFFERS_A_TURN = 1
LONGEST = 3  # rounds of the contracts a bot proposes
SHORT_UNIT = 12  # tenths of a coin a unit of power is worth a round to who would go dark
LEAST_GOODS, MOST_GOODS = 12, 17  # tenths of a coin a round at which a good changes hands


def answers(survey: Survey) -> list[tuple[int, ...]]:
    """An answer to the first open offer to the seat: accepted if it pays, else declined."""
    state = survey.state
    for offer in sorted(state.offers):
        if offer[2] == survey.seat:
            index = offer[0] * OFFER_SLOTS + offer[1]
            if state.round < state.rounds and pays(survey, offer):
                return [(ACCEPT, index), (DECLINE, index)]
            return [(DECLINE, index)]
    return []


def pays(survey: Survey, offer: tuple[int, ...]) -> bool:
    """Whether the seat gains by taking this offer. Compared in tenths of a coin."""
    payer, _ = sides(offer)
    buying = payer == survey.seat
    coins, thing, what, rounds = 10 * offer[4], offer[5], offer[6], offer[7]
    if thing == POWER_UNITS:
        rounds = min(rounds, survey.left)
        if buying:
            return coins <= power_saved(survey, what, rounds)
        return survey.spare >= what + 1 and coins >= power_lost(survey, what, rounds)
    if thing == GOODS_UNITS:
        rounds = min(rounds, survey.left)
        if buying:
            return what <= goods_wanted(survey) and coins <= MOST_GOODS * what * rounds
        return what <= goods_to_sell(survey) and coins >= LEAST_GOODS * what * rounds
    state = survey.state
    kind = state.kind[what]
    if buying and (COVER[kind] or IS_STATION[kind]):
        return False  # the seller's people would go on using it, without its upkeep
    worth = 10 * (INVESTED[kind] - (UPKEEP[kind] * survey.left if buying else 0))
    if CAPACITY[kind]:
        worth += 20 * state.residents[what]
    return coins * 10 <= worth * 9 if buying else coins >= worth * 2


def power_saved(survey: Survey, units: int, rounds: int) -> int:
    """Tenths of a coin that a contract for power saves a buyer who would be short of it."""
    short = min(units, max(0, -survey.spare))
    price = SHORT_UNIT
    sellers = [r for r in survey.rivals if survey.balance[r] > 0]
    if survey.offered >= -survey.spare and sellers:
        price = 10 * min([survey.state.price[r] for r in sellers])
    return short * rounds * price


def power_lost(survey: Survey, units: int, rounds: int) -> int:
    """Tenths of a coin a seller misses elsewhere, and its risk."""
    sold = min(units, survey.asked)
    return sold * rounds * 10 * survey.state.price[survey.seat] * 8 // 10 + 2 * units * rounds


def goods_wanted(survey: Survey) -> int:
    """Goods a round that own shoppers would buy beyond what is made."""
    state = survey.state
    return max(0, state.served_all[survey.seat] - state.goods[survey.seat])


def goods_to_sell(survey: Survey) -> int:
    """Goods a round that are exported for want of shoppers."""
    return max(0, survey.state.exported[survey.seat])


def proposals(survey: Survey) -> list[tuple[int, ...]]:
    """An offer that both sides should gain by, if there is one to make."""
    state = survey.state
    seat = survey.seat
    if survey.left < 3 or state.offers_made[seat] >= OFFERS_A_TURN:
        return []
    rounds = min(LONGEST, survey.left - 1)
    for other in survey.rivals:
        for thing in (GOODS_UNITS, POWER_UNITS):
            if _running(survey, other, thing):
                continue
            found = (
                _goods(survey, other, rounds)
                if thing == GOODS_UNITS
                else _power(survey, other, rounds)
            )
            if found:
                return [found]
    return []


def _running(survey: Survey, other: int, thing: int) -> bool:
    state = survey.state
    pair = (survey.seat, other)
    for contract in state.contracts:
        if contract[0] in pair and contract[1] in pair and contract[2] == thing:
            return True
    for offer in state.offers:
        if offer[0] in pair and offer[2] in pair:
            return True
    return False


def _goods(survey: Survey, other: int, rounds: int) -> tuple[int, ...]:
    state = survey.state
    wants = max(0, state.served_all[other] - state.goods[other])
    has = max(0, state.exported[other])
    sell = largest(UNIT_STEPS, min(goods_to_sell(survey), wants))
    if sell >= 2:
        coins = largest(COIN_STEPS, sell * rounds * 15 // 10)
        if 10 * coins >= LEAST_GOODS * sell * rounds:
            return (OFFER, other, ASK_COINS, coins, GOODS_UNITS, sell, rounds)
    buy = largest(UNIT_STEPS, min(goods_wanted(survey), has))
    if buy >= 2:
        coins = largest(COIN_STEPS, buy * rounds * 15 // 10)
        if 10 * coins >= LEAST_GOODS * buy * rounds and coins <= state.coins[survey.seat] // 2:
            return (OFFER, other, GIVE_COINS, coins, GOODS_UNITS, buy, rounds)
    return ()


def _power(survey: Survey, other: int, rounds: int) -> tuple[int, ...]:
    state = survey.state
    seat = survey.seat
    sell = largest(UNIT_STEPS, min(survey.spare - 1, -survey.balance[other]))
    if sell > 0:
        coins = largest(COIN_STEPS, sell * rounds * state.price[seat] * 9 // 10)
        if coins:
            return (OFFER, other, ASK_COINS, coins, POWER_UNITS, sell, rounds)
    short = -survey.spare
    if short > 0 and survey.balance[other] >= short:
        buy = smallest(UNIT_STEPS, short)
        coins = largest(COIN_STEPS, buy * rounds * state.price[other])
        if buy and coins and coins <= state.coins[seat] // 2:
            return (OFFER, other, GIVE_COINS, coins, POWER_UNITS, buy, rounds)
    return ()


def largest(steps: tuple[int, ...], most: int) -> int:
    """The largest step that is not above `most`; 0 if there is none."""
    found = 0
    for step in steps:
        if step <= most:
            found = step
    return found


def smallest(steps: tuple[int, ...], least: int) -> int:
    """The smallest step that is not below `least`; 0 if there is none."""
    for step in steps:
        if step >= least:
            return step
    return 0
