"""The event deck: 16 cards, each struck one round after it was forecast."""

from . import event_codes
from .bags import EVENTS
from .catalogue import (
    CLINIC,
    COVER_CLINIC,
    COVER_FIRE,
    COVER_POLICE,
    COVER_SCHOOL,
    FARM,
    GROUP,
    HALL,
    HARBOUR,
    HYDRO,
    IS_GREEN,
    IS_LANDMARK,
    IS_STATION,
    LIGHTHOUSE,
    OBSERVATORY,
    OFFICE,
    OFFICES,
    PARK,
    PLAZA,
    RESERVE,
    SHOPS,
    SMOKE,
)
from .policy import HIGH_TAX
from .state import DARK, State

(
    COLD,
    HEAT,
    FLOOD,
    FIRE,
    EPIDEMIC,
    CRIME,
    STRIKE,
    FAIR,
    FESTIVAL,
    TOURISTS,
    WAVE,
    TALENT,
    GREEN_BOND,
    INVERSION,
    HARVEST,
    CRANES,
) = range(1, EVENTS + 1)
HARMFUL = (COLD, HEAT, FLOOD, FIRE, EPIDEMIC, CRIME, STRIKE, INVERSION)
FLOOD_PROOF = (HARBOUR, HYDRO, LIGHTHOUSE, PARK, RESERVE, HALL)
NEWCOMERS_A_MAYOR = 4
FESTIVAL_RADIUS, FESTIVAL_MOST, BOND_MOST = 3, 6, 8


def strike(state: State, card: int, taxes: list[int], events: list[tuple[int, ...]]) -> list[int]:
    """Carry the card out; coins each seat gains or loses (not yet paid).

    taxes: this round's tax income of every seat. Residents leave at once; newcomers of the
    wave are the caller's (round/event.py).
    """
    coins = [0] * state.seats
    for seat in range(state.seats):
        if not state.active(seat):
            continue
        if card in HARMFUL and state.holds(seat, OBSERVATORY):
            events.append((event_codes.EVENT_PASSED_BY, seat, card))
            continue
        mine = [anchor for anchor in state.anchors if state.owner[anchor] == seat]
        if card == HEAT or card == EPIDEMIC:
            _thin_out(state, card, mine, events)
        coins[seat] = _coins(state, seat, card, mine, taxes[seat])
    return coins


def _thin_out(state: State, card: int, mine: list[int], events: list[tuple[int, ...]]) -> None:
    green = state.green()
    cover = state.cover()
    for home in mine:
        people = state.residents[home]
        if card == HEAT:
            gone = 1 if people and not green[home] else 0
        else:
            gone = 0 if cover[home] & COVER_CLINIC else (people + 7) // 8
        if gone:
            state.residents[home] = people - gone
            events.append((event_codes.MOVED_OUT, home, gone))


def _coins(state: State, seat: int, card: int, mine: list[int], tax: int) -> int:
    kind = state.kind
    cover = state.cover()
    if card == COLD:
        return -2 * max(0, state.people(seat) // 8 - max(0, state.spare[seat]))
    if card == FLOOD:
        return -2 * sum([1 for anchor in mine if _floods(state, anchor)])
    if card == FIRE:
        return -3 * sum([1 for a in mine if SMOKE[kind[a]] and not cover[a] & COVER_FIRE])
    if card == EPIDEMIC:
        return 2 * sum([1 for a in mine if kind[a] == CLINIC and not state.flags[a] & DARK])
    if card == CRIME:
        at_risk = [a for a in mine if GROUP[kind[a]] in (SHOPS, OFFICES)]
        return -2 * sum([1 for a in at_risk if not cover[a] & COVER_POLICE])
    if card == STRIKE:
        return -(tax // 2 if state.tax[seat] == HIGH_TAX else 0) - state.idle[seat] // 2
    if card == FAIR:
        return state.exported[seat]
    if card == FESTIVAL:
        return sum([_guests(state, anchor) for anchor in mine if kind[anchor] == PLAZA])
    if card == TOURISTS:
        sights = sum([3 for a in mine if IS_LANDMARK[kind[a]] or IS_STATION[kind[a]]])
        return sights + sum([_green_shore(state, a) for a in mine if IS_GREEN[kind[a]]])
    if card == TALENT:
        return sum([3 for a in mine if kind[a] == OFFICE and cover[a] & COVER_SCHOOL])
    if card == GREEN_BOND:
        return min(BOND_MOST, state.green_tiles[seat])
    if card == INVERSION:
        return -max(0, state.smoke[seat] - state.green_tiles[seat])
    if card == HARVEST:
        return sum([3 for a in mine if kind[a] == FARM])
    return 0


def _floods(state: State, anchor: int) -> bool:
    if state.kind[anchor] in FLOOD_PROOF or state.green()[anchor]:
        return False
    shore = state.shore()
    for tile in state.footprint(anchor):
        if shore[tile]:
            return True
    return False


def _green_shore(state: State, anchor: int) -> int:
    shore = state.shore()
    return sum([shore[tile] for tile in state.footprint(anchor)])


def _guests(state: State, plaza: int) -> int:
    homes = 0
    for tile in state.geometry.disc(FESTIVAL_RADIUS, plaza):
        homes += state.residents[tile] > 0
    return min(FESTIVAL_MOST, homes)
