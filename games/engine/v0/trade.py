"""Trade: offers of coins against power, goods or a building's tile, and running contracts."""

from . import event_codes, rejections
from .actions import (
    COIN_STEPS,
    CONTRACTS_A_SELLER,
    GIVE_COINS,
    GOODS_UNITS,
    OFFER_SLOTS,
    OFFERS_A_TURN,
    POWER_UNITS,
    TILE,
    UNIT_STEPS,
)
from .catalogue import COVER, HALL, IS_LANDMARK, IS_STATION
from .journal import clear
from .plan import Plan, need_other_seat, need_tile
from .rejections import Rejection
from .roads import is_connected
from .state import State, clamp_coins


def sides(offer: tuple[int, ...]) -> tuple[int, int]:
    """(who pays the coins, who gives the thing) of an offer."""
    maker, _, to, direction = offer[0], offer[1], offer[2], offer[3]
    return (maker, to) if direction == GIVE_COINS else (to, maker)


def find(state: State, index: int) -> tuple[int, ...]:
    """The open offer with this number (2 * maker + slot); raises Rejection."""
    for offer in state.offers:
        if offer[0] * OFFER_SLOTS + offer[1] == index:
            return offer
    raise Rejection(rejections.NO_OFFER)


def drop(state: State, offer: tuple[int, ...]) -> None:
    """Take an offer off the table."""
    state.offers = [other for other in state.offers if other[:2] != offer[:2]]


def lapse(state: State, seat: int, both: bool, events: list[tuple[int, ...]]) -> None:
    """Offers to this seat lapse (its turn is over); with `both`, its own as well."""
    for offer in list(state.offers):
        if offer[2] == seat or (both and offer[0] == seat):
            drop(state, offer)
            events.append((event_codes.OFFER_LAPSED, offer[0], offer[1]))


def lapse_tile(state: State, corner: int, events: list[tuple[int, ...]]) -> None:
    """A building is gone: offers that name it lapse, whatever comes to stand there."""
    for offer in list(state.offers):
        if offer[5] == TILE and offer[6] == corner:
            drop(state, offer)
            events.append((event_codes.OFFER_LAPSED, offer[0], offer[1]))


def check_open(state: State) -> None:
    """Raise Rejection in the last round, when there is no trade."""
    if state.round >= state.rounds:
        raise Rejection(rejections.TRADE_CLOSED)


def check_thing(state: State, giver: int, offer: tuple[int, ...]) -> None:
    """Raise Rejection unless the giver can promise the thing of this offer."""
    thing, what, rounds = offer[5], offer[6], offer[7]
    if thing == TILE:
        if rounds:
            raise Rejection(rejections.BAD_PARAMETER)
        need_tile(state, what)
        kind = state.kind[what]
        if not kind or state.part[what] or state.owner[what] != giver:
            raise Rejection(rejections.NOT_TRADABLE)
        if kind == HALL or IS_LANDMARK[kind]:
            raise Rejection(rejections.NOT_TRADABLE)
    else:
        if thing not in (POWER_UNITS, GOODS_UNITS) or what not in UNIT_STEPS or not rounds:
            raise Rejection(rejections.BAD_PARAMETER)
        if rounds > state.rounds - state.round + 1:
            raise Rejection(rejections.TRADE_CLOSED)
        running = 0
        for contract in state.contracts:
            running += contract[0] == giver
        if running >= CONTRACTS_A_SELLER:
            raise Rejection(rejections.CONTRACTS_FULL)


def plan_offer(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(OFFER, to, direction, coins, thing, units or tile, rounds); free.

    It stands until the other's next turn ends, or is withdrawn.
    """
    _, to, direction, coins, thing, what, rounds = action
    check_open(state)
    need_other_seat(state, seat, to)
    if coins not in COIN_STEPS:
        raise Rejection(rejections.BAD_PARAMETER)
    if state.offers_made[seat] >= OFFERS_A_TURN:
        raise Rejection(rejections.OFFERS_SPENT)
    used = [offer[1] for offer in state.offers if offer[0] == seat]
    if len(used) >= OFFER_SLOTS:
        raise Rejection(rejections.OFFERS_FULL)
    offer = (seat, 1 if 0 in used else 0, to, direction, coins, thing, what, rounds)
    payer, giver = sides(offer)
    check_thing(state, giver, offer)
    if payer == seat and state.coins[seat] < coins:
        raise Rejection(rejections.NO_COINS, coins, state.coins[seat])

    def act(events: list[tuple[int, ...]]) -> None:
        state.offers.append(offer)
        state.offers_made[seat] += 1
        events.append((event_codes.OFFER_MADE,) + offer)

    return Plan(0, 0, (), act)


def plan_accept(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(ACCEPT, offer): free; nothing before it in the turn can be undone."""
    offer = find(state, action[1])
    if offer[2] != seat:
        raise Rejection(rejections.NOT_FOR_YOU)
    check_open(state)
    payer, giver = sides(offer)
    coins = offer[4]
    if state.coins[payer] < coins:
        code = rejections.TAKER_LACKS if payer == seat else rejections.GIVER_LACKS
        raise Rejection(code, coins, state.coins[payer])
    check_thing(state, giver, offer)
    thing, what, rounds = offer[5], offer[6], offer[7]
    if thing == TILE and not is_connected(state, payer, state.footprint(what)):
        raise Rejection(rejections.TILE_NOT_CONNECTED)

    def act(events: list[tuple[int, ...]]) -> None:
        drop(state, offer)
        state.coins[payer] = clamp_coins(state.coins[payer] - coins)
        state.coins[giver] = clamp_coins(state.coins[giver] + coins)
        if thing == TILE:
            hand_over(state, what, payer)
        else:
            contract = (giver, payer, thing, what, rounds, coins, what * rounds)
            state.contracts.append(contract)
        clear(state)
        events.append((event_codes.OFFER_ACCEPTED,) + offer)

    return Plan(0, 0, (), act, False)


def end_contracts(state: State, seat: int, events: list[tuple[int, ...]]) -> None:
    """The contracts of a seat that turns neutral end; what it still owes is paid back.

    Only as far as the seller's coins go: debt must not feed a partner.
    """
    kept = []
    for contract in state.contracts:
        seller, buyer, thing, units, left, coins, total = contract
        if seat not in (seller, buyer):
            kept.append(contract)
            continue
        if seller == seat:
            back = min(coins * units * left // total, max(0, state.coins[seller]))
            state.coins[seller] = clamp_coins(state.coins[seller] - back)
            state.coins[buyer] = clamp_coins(state.coins[buyer] + back)
        events.append((event_codes.CONTRACT_ENDED, seller, buyer, thing))
    state.contracts = kept


def hand_over(state: State, corner: int, to: int) -> None:
    """The building with this corner changes hands, with all who live in it."""
    for tile in state.footprint(corner):
        state.owner[tile] = to
    if IS_STATION[state.kind[corner]]:
        state.forget_reach()
    if COVER[state.kind[corner]]:
        state.forget_cover()


def plan_decline(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(DECLINE, offer): free."""
    offer = find(state, action[1])
    if offer[2] != seat:
        raise Rejection(rejections.NOT_FOR_YOU)

    def act(events: list[tuple[int, ...]]) -> None:
        drop(state, offer)
        events.append((event_codes.OFFER_DECLINED, offer[0], offer[1], seat))

    return Plan(0, 0, (), act)


def plan_withdraw(state: State, seat: int, action: tuple[int, ...]) -> Plan:
    """(WITHDRAW, offer): take an own offer back; free, and it still counts for the turn."""
    offer = find(state, action[1])
    if offer[0] != seat:
        raise Rejection(rejections.NOT_YOURS)

    def act(events: list[tuple[int, ...]]) -> None:
        drop(state, offer)
        events.append((event_codes.OFFER_WITHDRAWN, offer[0], offer[1]))

    return Plan(0, 0, (), act)
