"""Contracts at a round's end: what falls short is paid back, and a round of each has run."""

from .. import event_codes
from .context import CONTRACTS, RoundEnd

SHORTFALL_COINS = 2


def settle(
    tallies: RoundEnd,
    seller: int,
    buyer: int,
    thing: int,
    units: int,
    given: int,
    coins: int,
    total: int,
) -> None:
    """Pay for a contract's shortfall: its share of the price, and a penalty of 2 a unit.

    The penalty is at most the round's share of the price, so that a contract moves no more
    coins than an offer may; and nobody pays what is not there, so that debt feeds no partner.
    """
    short = units - given
    penalty = min(SHORTFALL_COINS * short, coins * units // total)
    refund = min(short * coins // total + penalty, max(0, tallies.coins(seller)))
    tallies.lines[seller][CONTRACTS] -= refund
    tallies.lines[buyer][CONTRACTS] += refund
    tallies.events.append((event_codes.CONTRACT_SERVED, seller, buyer, thing, given, refund))


def run_down(tallies: RoundEnd) -> None:
    """A round less is left of every contract, of power and of goods; those with none end."""
    state = tallies.state
    kept: list[tuple[int, ...]] = []
    for seller, buyer, thing, units, rounds, coins, total in state.contracts:
        if rounds > 1:
            kept.append((seller, buyer, thing, units, rounds - 1, coins, total))
        else:
            tallies.events.append((event_codes.CONTRACT_ENDED, seller, buyer, thing))
    state.contracts = kept
