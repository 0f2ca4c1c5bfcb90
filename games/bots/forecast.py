"""The event that strikes at this round's end, as what each building is worth against or for it."""

from ..engine.v0.catalogue import (
    CAPACITY,
    CLINIC,
    COVER_CLINIC,
    COVER_FIRE,
    COVER_POLICE,
    COVER_SCHOOL,
    FARM,
    FIRE_STATION,
    FIRST_LANDMARK,
    GARDEN,
    GENERATION,
    GROUP,
    IS_GREEN,
    KINDS,
    OFFICE,
    OFFICES,
    PARK,
    PLAZA,
    POLICE,
    SCHOOL,
    SHOPS,
    SMOKE,
    STATION,
)
from ..engine.v0.catalogue import OBSERVATORY as OBSERVATORY_KIND
from ..engine.v0.deck import (
    BOND_MOST,
    COLD,
    CRIME,
    EPIDEMIC,
    FESTIVAL,
    FESTIVAL_MOST,
    FIRE,
    GREEN_BOND,
    HARMFUL,
    HARVEST,
    HEAT,
    INVERSION,
    TALENT,
    TOURISTS,
)
from ..engine.v0.state import State

RESIDENT_COINS = 4  # what a resident that stays is worth, in coins
WITHIN = 60  # per cent of what is uncovered that one more service is taken to cover


def forecast_coins(state: State, seat: int, mine: list[int], spare: int) -> list[int]:
    """Hundredths of a coin by kind: what one more of it saves or earns when the event strikes.

    mine: the seat's corners; spare: its power above need.
    """
    card = state.forecast
    coins = [0] * KINDS
    if not card or (card in HARMFUL and state.holds(seat, OBSERVATORY_KIND)):
        return coins
    kind = state.kind
    cover = state.cover()
    if card == COLD:
        short = max(0, state.people(seat) // 8 - max(0, spare))
        for plant in range(1, KINDS):
            coins[plant] = 200 * min(short, GENERATION[plant])
    elif card == HEAT:
        green = state.green()
        bare = sum([1 for a in mine if state.residents[a] and not green[a]])
        for place in (PARK, PLAZA, GARDEN):
            coins[place] = WITHIN * RESIDENT_COINS * min(bare, 4)
    elif card == FIRE:
        risk = sum([1 for a in mine if SMOKE[kind[a]] and not cover[a] & COVER_FIRE])
        coins[FIRE_STATION] = 3 * WITHIN * risk
    elif card == EPIDEMIC:
        ill = 0
        for anchor in mine:
            if CAPACITY[kind[anchor]] and not cover[anchor] & COVER_CLINIC:
                ill += (state.residents[anchor] + 7) // 8
        coins[CLINIC] = 200 + WITHIN * RESIDENT_COINS * ill
    elif card == CRIME:
        risk = 0
        for anchor in mine:
            if GROUP[kind[anchor]] in (SHOPS, OFFICES) and not cover[anchor] & COVER_POLICE:
                risk += 1
        coins[POLICE] = 2 * WITHIN * risk
    elif card == FESTIVAL:
        homes = sum([1 for a in mine if state.residents[a]])
        coins[PLAZA] = 100 * min(FESTIVAL_MOST, homes * 2 // 3)
    elif card == TOURISTS:
        coins[STATION] = 300
        for sight in range(FIRST_LANDMARK, KINDS - 1):
            coins[sight] = 300
    elif card == TALENT:
        coins[SCHOOL] = (
            3 * WITHIN * sum([1 for a in mine if kind[a] == OFFICE and not cover[a] & COVER_SCHOOL])
        )
    elif card == GREEN_BOND or card == INVERSION:
        wanted = BOND_MOST - state.green_tiles[seat]
        if card == INVERSION:
            wanted = state.smoke[seat] - state.green_tiles[seat]
        if wanted > 0:
            for place in range(1, KINDS):
                if IS_GREEN[place]:
                    coins[place] = 400 if place == GARDEN else 100
    elif card == HARVEST:
        coins[FARM] = 300
    return coins
