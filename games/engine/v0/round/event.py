"""Phase 9a: the event that was forecast strikes."""

from .. import event_codes
from ..deck import CRANES, NEWCOMERS_A_MAYOR, WAVE, strike
from ..state import clamp_coins
from .context import EVENT, TAX, RoundEnd
from .residents import valley


def event(tallies: RoundEnd) -> None:
    """Carry the forecast card out; the first round has none."""
    state = tallies.state
    card = state.forecast
    state.last_event = card
    state.cranes = 1 if card == CRANES else 0
    if not card:
        return
    taxes = [lines[TAX] for lines in tallies.lines]
    coins = strike(state, card, taxes, tallies.events)
    for seat in range(state.seats):
        tallies.lines[seat][EVENT] = coins[seat]
        state.coins[seat] = clamp_coins(state.coins[seat] + coins[seat])
    tallies.events.append((event_codes.EVENT_STRUCK, card) + tuple(coins))
    if card == WAVE:
        valley(tallies, NEWCOMERS_A_MAYOR * len(tallies.active()))
