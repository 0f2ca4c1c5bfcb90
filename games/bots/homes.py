"""Candidates: cottages, and the next level of own homes."""

from ..engine.v0.actions import BUILD, UPGRADE
from ..engine.v0.catalogue import (
    APARTMENTS,
    BASE_HAPPINESS,
    CAPACITY,
    COST,
    COTTAGE,
    HOMES,
    NEED,
    TOWER,
    UPGRADES_TO,
    UPKEEP,
)
from ..engine.v0.placing import near_avenue, upgrade_cost
from .candidates import Candidates
from .shares import land_price, power_price, quarter_share
from .survey import Survey
from .worth import RESIDENT, held

BEST_PLOTS = 6


def room_worth(survey: Survey, happy: int, room: int) -> int:
    """Room for so many more people in a home of this happiness."""
    if happy < 5:
        people = 12 * room
    else:
        people = min(100 * room, 100 * (happy - 3) * survey.left, survey.absorb + 10 * room)
    coins = survey.flow * survey.resident_coins * 55 // 10000
    return people * (RESIDENT[happy] + coins) // 100


def offer_cottages(survey: Survey, out: Candidates) -> None:
    """The best cottage, and the best line of two or three."""
    sites = survey.sites
    if not sites:
        return
    worth: dict[int, int] = {}
    rows = []
    for tile in sites:
        happy = held(BASE_HAPPINESS[COTTAGE] + survey.mood(tile) + survey.shopping)
        value = room_worth(survey, happy, 2) + quarter_share(survey, tile, HOMES, False)
        value -= land_price(survey, tile)
        worth[tile] = value
        rows.append((-value, tile))
    survey.valued += len(rows)
    rows.sort()
    price = COST[COTTAGE] * survey.coin
    bonus = survey.aims.bonus[COTTAGE]
    size = survey.state.size
    best = -rows[0][0] - price
    lot = (rows[0][1], 0, 1)
    for _, tile in rows[:BEST_PLOTS]:
        for direction in (0, 1):
            step = size if direction else 1
            for back in (2, 1, 0):
                first = tile - back * step
                if first not in worth or (not direction and first // size != tile // size):
                    continue
                total = 0
                for length in (1, 2, 3):
                    here = first + (length - 1) * step
                    if here not in worth or (not direction and here // size != first // size):
                        break
                    total += worth[here] - price
                    if total > best and length > back:
                        best = total
                        lot = (first, direction, length)
    survey.valued += 6 * BEST_PLOTS
    tile, direction, length = lot
    shape = 0 if length == 1 else (length - 2) * 2 + 1 + direction
    coins = COST[COTTAGE] * length
    out.add(best + bonus, 1, coins, (BUILD, COTTAGE, tile, shape))


def offer_upgrades(survey: Survey, out: Candidates) -> None:
    """Apartments for cottages, towers for apartments: a candidate for each home that may."""
    state = survey.state
    for home in survey.mine:
        kind = state.kind[home]
        if not CAPACITY[kind]:
            continue
        into = UPGRADES_TO[kind]
        if not into or (into == TOWER and not near_avenue(state, home)):
            continue
        survey.valued += 1
        people = state.residents[home]
        before = survey.happy[home]
        happy = held(before + BASE_HAPPINESS[into] - BASE_HAPPINESS[kind])
        value = room_worth(survey, happy, CAPACITY[into] - CAPACITY[kind])
        value += people * (RESIDENT[happy] - RESIDENT[before])
        value -= power_price(survey, NEED[into] - NEED[kind])
        if people * 3 < CAPACITY[kind] * 2 and (into == TOWER or before < 6):
            value //= 2
        value += survey.aims.bonus[into]
        coins = upgrade_cost(state, survey.seat, into)
        value -= coins * survey.coin + (UPKEEP[into] - UPKEEP[kind]) * survey.flow
        if into == APARTMENTS and survey.left > 1 and near_avenue(state, home):
            value += 300  # a tower may follow
        out.add(value, 1, coins, (UPGRADE, home))
