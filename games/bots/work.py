"""Candidates: shops and malls, offices, workshops and factories, farms, harbours."""

from ..engine.v0.actions import BUILD, UPGRADE
from ..engine.v0.catalogue import (
    CAPACITY,
    COST,
    COVER_SCHOOL,
    FACTORY,
    FARM,
    HARBOUR,
    INDUSTRY,
    JOBS,
    MALL,
    NEED,
    OFFICE,
    OFFICES,
    SHOP,
    SHOPS,
    UPKEEP,
    WORKSHOP,
)
from ..engine.v0.placing import near_avenue
from ..engine.v0.round.goods import shop_room
from ..engine.v0.state import FERTILE, ORE
from .candidates import Candidates
from .plots import square
from .shares import land_price, power_price, quarter_share
from .smoke import harm, smoke_price
from .survey import Survey

SHOPPING_DISTANCE = 5  # king's moves that a trip of full reach covers on most roads
BEST_PLOTS = 4
OPEN_JOB = 180  # thousandths of a point that a job left open brings a round: it draws newcomers


def fill_worth(survey: Survey, jobs: int, coins: int) -> int:
    """So many jobs, each worth this many hundredths of a coin a round when filled."""
    own = max(0, min(100 * jobs, 100 * survey.idle + 100))
    rest = 100 * jobs - max(0, 100 * survey.idle)
    filled = own + 40 * max(0, min(rest, 100 * survey.others_idle)) // 100
    value = filled * coins * survey.flow // 10000
    value += filled * (225 if survey.left > 1 else 250) // 100
    idle = survey.idle_now
    if idle * 4 > max(1, survey.people):
        value += 80 * survey.people * min(jobs, idle) // idle
    # Open jobs draw newcomers.
    return value + max(0, 100 * jobs - filled) * OPEN_JOB * min(survey.left, 3) // 100


def goods_coins(survey: Survey) -> int:
    """Hundredths of a coin that one more good brings a round."""
    state = survey.state
    seat = survey.seat
    if state.served_all[seat] > state.goods[seat] + 2 or survey.count[HARBOUR]:
        return 170
    return 95


def customers(survey: Survey, tile: int, most: int) -> int:
    """Worth of shoppers a shop here would serve, up to `most`."""
    state = survey.state
    distance = state.geometry.distance
    seat = survey.seat
    own = 0
    others = 0
    glad = 0
    for home in survey.homes:
        people = state.residents[home]
        if not people and state.owner[home] != seat:
            continue
        if distance(home, tile) > SHOPPING_DISTANCE:
            continue
        wanted = 50 * (people + 1)
        if state.happiness[home] >= 5:
            wanted += 35 * (CAPACITY[state.kind[home]] - people)
        lack = wanted - 100 * state.served[home]
        if lack <= 0:
            continue
        if state.owner[home] == seat:
            own += lack
            if people and lack >= 90:
                glad += 120 * people
        else:
            others += lack
    count = max(0, min(100 * most, own + others - 100 * survey.new_room))
    staff = min(100, max(34, (survey.idle + 4) * 100 // 3))
    seat_goods = state.goods[seat] - state.served_all[seat]
    coins = 190 if seat_goods > 2 else 115
    return count * staff // 100 * coins // 100 * survey.flow // 100 + (
        min(glad, 12 * count) if count else 0
    )


def offer_shops(survey: Survey, out: Candidates) -> None:
    """The best place for a shop, and a mall for each shop that may become one."""
    state = survey.state
    rows = []
    for tile in survey.sites:
        value = quarter_share(survey, tile, SHOPS, False) - land_price(survey, tile)
        near = 0
        for beside in state.geometry.disc(3, tile):
            if CAPACITY[state.kind[beside]] and not state.part[beside]:
                near += 100 * ((state.residents[beside] + 1) // 2) - 60 * state.served[beside] + 20
        rows.append((-value - 2 * near, tile, value))
    survey.valued += len(rows)
    rows.sort()
    best = 0
    spot = -1
    for _, tile, value in rows[:BEST_PLOTS]:
        value += customers(survey, tile, 6)
        if spot < 0 or value > best:
            best = value
            spot = tile
    price = COST[SHOP] * survey.coin + UPKEEP[SHOP] * survey.flow + power_price(survey, NEED[SHOP])
    if spot >= 0:
        best += survey.aims.bonus[SHOP] - price + fill_worth(survey, 2, 0) // 2
        out.add(best, 1, COST[SHOP], (BUILD, SHOP, spot, 0))
    for anchor in survey.mine:
        if state.kind[anchor] == SHOP and near_avenue(state, anchor):
            survey.valued += 1
            value = customers(survey, anchor, 9) + survey.aims.bonus[MALL]
            if shop_room(state, anchor) and survey.unserved == 0:
                value //= 2
            value += fill_worth(survey, 3, 0) // 2
            value -= COST[MALL] * survey.coin + (UPKEEP[MALL] - UPKEEP[SHOP]) * survey.flow
            value -= power_price(survey, NEED[MALL] - NEED[SHOP])
            out.add(value, 1, COST[MALL], (UPGRADE, anchor))


def offer_offices(survey: Survey, out: Candidates) -> None:
    """The best place for an office."""
    cover = survey.state.cover()
    best = 0
    spot = -1
    for tile in survey.sites:
        value = quarter_share(survey, tile, OFFICES, False) - land_price(survey, tile)
        if cover[tile] & COVER_SCHOOL:
            value += 18 * survey.flow // 10
        if spot < 0 or value > best:
            best = value
            spot = tile
    survey.valued += len(survey.sites)
    if spot < 0:
        return
    best += fill_worth(survey, JOBS[OFFICE], 100) + survey.aims.bonus[OFFICE]
    best -= power_price(survey, NEED[OFFICE]) + UPKEEP[OFFICE] * survey.flow
    best -= COST[OFFICE] * survey.coin
    out.add(best, 1, COST[OFFICE], (BUILD, OFFICE, spot, 0))


def offer_workshops(survey: Survey, out: Candidates) -> None:
    """The best place for a workshop, and a factory for each workshop."""
    state = survey.state
    goods = goods_coins(survey)
    best = 0
    spot = -1
    for tile in survey.sites:
        value = quarter_share(survey, tile, INDUSTRY, False) - land_price(survey, tile)
        if state.terrain[tile] == ORE:
            value += goods * survey.flow // 100 + 800
        if spot < 0 or value > best:
            best = value
            spot = tile
    survey.valued += len(survey.sites)
    if spot >= 0:
        best += fill_worth(survey, JOBS[WORKSHOP], goods) + survey.aims.bonus[WORKSHOP]
        best -= power_price(survey, NEED[WORKSHOP]) + UPKEEP[WORKSHOP] * survey.flow
        best -= COST[WORKSHOP] * survey.coin + smoke_price(survey, 1)
        out.add(best, 1, COST[WORKSHOP], (BUILD, WORKSHOP, spot, 0))
    for anchor in survey.mine:
        if state.kind[anchor] != WORKSHOP:
            continue
        survey.valued += 1
        value = fill_worth(survey, JOBS[FACTORY] - JOBS[WORKSHOP], goods)
        if state.terrain[anchor] == ORE:
            value += 2 * goods * survey.flow // 100
        value += survey.aims.bonus[FACTORY] - harm(survey, anchor, 3)
        value -= power_price(survey, 1) + COST[FACTORY] * survey.coin + 2 * survey.flow
        value -= smoke_price(survey, 2)
        out.add(value, 1, COST[FACTORY], (UPGRADE, anchor))


def offer_farms(survey: Survey, out: Candidates) -> None:
    """The best square for a farm."""
    state = survey.state
    goods = goods_coins(survey)
    best = 0
    spot = -1
    staff = min(100, max(30, (survey.idle + 2) * 50))
    for corner in survey.corners:
        fertile = 0
        share = 0
        for tile in square(state, corner):
            fertile += state.terrain[tile] == FERTILE
            if survey.is_site[tile]:
                share = max(share, quarter_share(survey, tile, INDUSTRY, False, 4))
        if fertile < 2:
            continue
        value = staff * fertile * goods * survey.flow // 10000 + share
        if spot < 0 or value > best:
            best = value
            spot = corner
    survey.valued += len(survey.corners)
    if spot < 0:
        return
    best += fill_worth(survey, JOBS[FARM], 0) + survey.aims.bonus[FARM] - COST[FARM] * survey.coin
    out.add(best, 1, COST[FARM], (BUILD, FARM, spot, 0))


def offer_harbours(survey: Survey, out: Candidates) -> None:
    """The best place for a harbour, up to two of them."""
    if survey.count[HARBOUR] > 1:
        return
    state = survey.state
    shore = state.shore()
    best = 0
    spot = -1
    for tile in survey.sites:
        if shore[tile]:
            value = quarter_share(survey, tile, INDUSTRY, False)
            if survey.gates[tile]:
                value -= survey.toll
            if spot < 0 or value > best:
                best = value
                spot = tile
    survey.valued += len(survey.sites)
    if spot < 0:
        return
    exports = 0 if survey.count[HARBOUR] else min(9, state.exported[survey.seat])
    best += fill_worth(survey, JOBS[HARBOUR], 100) + exports * survey.flow + 300
    best += survey.aims.bonus[HARBOUR]
    best -= power_price(survey, NEED[HARBOUR]) + UPKEEP[HARBOUR] * survey.flow
    best -= COST[HARBOUR] * survey.coin
    out.add(best, 1, COST[HARBOUR], (BUILD, HARBOUR, spot, 0))
