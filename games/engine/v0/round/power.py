"""Phase 1: power. Contracts first, then the market across borders, then shut-downs."""

from .. import event_codes
from ..actions import POWER_UNITS
from ..catalogue import GENERATION, NEED, WIND
from ..roads import joined
from ..state import DARK, HILL
from .context import POWER_SALES, RoundEnd
from .contracts import settle

WIND_HILL_BONUS = 2


def generation(kind: int, terrain: int) -> int:
    """Power units a plant of this kind makes on this ground."""
    return GENERATION[kind] + (WIND_HILL_BONUS if kind == WIND and terrain == HILL else 0)


def power(tallies: RoundEnd) -> None:
    """Set state.spare and every building's DARK flag; trade power."""
    state = tallies.state
    need = [0] * state.seats
    generated = tallies.generated
    for anchor in state.anchors:
        kind = state.kind[anchor]
        seat = state.owner[anchor]
        if GENERATION[kind]:
            generated[seat] += generation(kind, state.terrain[anchor])
        need[seat] += NEED[kind]
        state.flags[anchor] = 0
    for seat in range(state.seats):
        state.spare[seat] = generated[seat] - need[seat]
        state.sold_power[seat] = 0
    serve_contracts(tallies)
    market(tallies)
    for seat in range(state.seats):
        shut_down(tallies, seat)
    state.forget_cover()


def serve_contracts(tallies: RoundEnd) -> None:
    """Power contracts in the order they were made; what is short is refunded and fined."""
    state = tallies.state
    for seller, buyer, thing, units, _, coins, total in state.contracts:
        if thing == POWER_UNITS:
            there = max(0, state.spare[seller]) if joined(state, seller, buyer) else 0
            given = min(units, there)
            state.spare[seller] -= given
            state.spare[buyer] += given
            state.sold_power[seller] += given
            settle(tallies, seller, buyer, thing, units, given, coins, total)


def market(tallies: RoundEnd) -> None:
    """Short boroughs, in play order, buy from joined surplus, cheapest first."""
    state = tallies.state
    seats = tallies.active()
    for buyer in seats:
        if state.spare[buyer] >= 0:
            continue
        sellers = []
        for place in range(len(seats)):
            seller = seats[place]
            if seller != buyer and state.spare[seller] > 0 and joined(state, seller, buyer):
                sellers.append((state.price[seller], place, seller))
        for price, _, seller in sorted(sellers):
            can_pay = max(0, tallies.coins(buyer)) // price
            units = min(state.spare[seller], -state.spare[buyer], can_pay)
            if units > 0:
                state.spare[seller] -= units
                state.spare[buyer] += units
                state.sold_power[seller] += units
                tallies.lines[seller][POWER_SALES] += units * price
                tallies.lines[buyer][POWER_SALES] -= units * price
                sale = (event_codes.POWER_SOLD, seller, buyer, units, units * price)
                tallies.events.append(sale)


def shut_down(tallies: RoundEnd, seat: int) -> None:
    """Still short: the youngest consumers go dark until the rest can run."""
    state = tallies.state
    short = -state.spare[seat]
    mine = tallies.mine[seat]
    for i in range(len(mine) - 1, -1, -1):
        if short <= 0:
            return
        need = NEED[state.kind[mine[i]]]
        if need:
            state.flags[mine[i]] = DARK
            short -= need
            tallies.events.append((event_codes.SHUT_DOWN, seat, mine[i]))
