"""Candidates: services, greenery, stations: what makes homes liked."""

from ..engine.v0.actions import BUILD, SHAPES
from ..engine.v0.catalogue import (
    APARTMENTS,
    CAPACITY,
    CLINIC,
    COST,
    COVER,
    COVER_POLICE,
    COVER_SCHOOL,
    FIRE_STATION,
    MALL,
    NEED,
    OFFICE,
    PARK,
    PLAZA,
    POLICE,
    RADIUS,
    RESERVE,
    SCHOOL,
    SHOP,
    STATION,
    UPKEEP,
)
from ..engine.v0.placing import near_avenue
from ..engine.v0.round.goods import shop_room
from ..engine.v0.state import FOREST
from .candidates import Candidates
from .shares import land_price, power_price, quarter_share
from .survey import Survey

BEST_PLOTS = 6
MOST_STATIONS = 2


def offer_services(survey: Survey, out: Candidates) -> None:
    """The best place for each of the four services."""
    state = survey.state
    cover = state.cover()
    disc = state.geometry.disc
    is_site = survey.is_site
    for kind in (SCHOOL, CLINIC, POLICE, FIRE_STATION):
        bit = COVER[kind]
        radius = RADIUS[kind]
        pays = kind in (SCHOOL, CLINIC)
        gain = [0] * len(is_site)
        for home in survey.homes:
            own = state.owner[home] == survey.seat
            if own:
                if cover[home] & bit:
                    continue
                value = survey.glad[home] * (5 if survey.left > 3 else 4) // 4
            else:
                people = state.residents[home]
                value = -50 * people if not cover[home] & bit else 0
                if pays and people:
                    value += 9 * survey.flow // 10
            for tile in disc(radius, home):
                if is_site[tile]:
                    gain[tile] += value
        for anchor in survey.mine:
            there = state.kind[anchor]
            value = 0
            if kind == SCHOOL and there == OFFICE and not cover[anchor] & COVER_SCHOOL:
                value = 17 * survey.flow // 10
            elif kind == POLICE and there in (SHOP, MALL) and not cover[anchor] & COVER_POLICE:
                value = 5 * survey.flow // 10 if survey.unserved else 0
            if value:
                for tile in disc(radius, anchor):
                    gain[tile] += value
        _add_best(survey, out, kind, gain)


def _add_best(survey: Survey, out: Candidates, kind: int, gain: list[int], extra: int = 0) -> None:
    """The plot where this kind brings most; gain: by tile, extra: wherever it stands."""
    best = 0
    spot = -1
    for tile in survey.sites:
        value = gain[tile] - land_price(survey, tile) + quarter_share(survey, tile, 0, False)
        if spot < 0 or value > best:
            best = value
            spot = tile
    survey.valued += len(survey.sites)
    if spot < 0:
        return
    best += extra + survey.aims.bonus[kind] - power_price(survey, NEED[kind])
    best -= COST[kind] * survey.coin + UPKEEP[kind] * survey.flow
    out.add(best, 1, COST[kind], (BUILD, kind, spot, 0))


def offer_greenery(survey: Survey, out: Candidates) -> None:
    """The best park of one or two tiles, plaza and reserve."""
    state = survey.state
    green = state.green()
    disc = state.geometry.disc
    gain = [0] * len(survey.is_site)
    for home in survey.mine:
        if CAPACITY[state.kind[home]] and green[home] < 2:
            for tile in disc(RADIUS[PARK], home):
                gain[tile] += survey.glad[home]
    # A green tile is a third of a point, and sets smoke off.
    tile_worth = 330 + (500 if survey.smoke > state.green_tiles[survey.seat] else 0)
    _parks(survey, out, gain, tile_worth)
    _plaza(survey, out, gain, tile_worth)
    _reserve(survey, out, gain, tile_worth)


def _parks(survey: Survey, out: Candidates, gain: list[int], tile_worth: int) -> None:
    size = survey.state.size
    worth: dict[int, int] = {}
    rows = []
    for tile in survey.sites:
        value = gain[tile] + quarter_share(survey, tile, 0, True) - land_price(survey, tile)
        worth[tile] = value
        rows.append((-value, tile))
    if not rows:
        return
    survey.valued += len(rows)
    rows.sort()
    price = COST[PARK] * survey.coin
    each = tile_worth + survey.aims.bonus[PARK] - price
    best = -rows[0][0] + each
    lot = (rows[0][1], 0)
    count = 1
    for _, tile in rows[:BEST_PLOTS]:
        for first, shape in ((tile, 1), (tile, 2), (tile - 1, 1), (tile - size, 2)):
            second = first + 1 if shape == 1 else first + size
            if first not in worth or second not in worth:
                continue
            if shape == 1 and first // size != second // size:
                continue
            other = second if first == tile else first
            value = worth[tile] + worth[other] - gain[other] * 6 // 10 + 2 * each
            if value > best:
                best = value
                lot = (first, shape)
                count = 2
    survey.valued += 4 * BEST_PLOTS
    out.add(best, 1, COST[PARK] * count, (BUILD, PARK, lot[0], lot[1]))


def _plaza(survey: Survey, out: Candidates, gain: list[int], tile_worth: int) -> None:
    state = survey.state
    best = 0
    spot = -1
    for tile in survey.sites:
        value = gain[tile] + quarter_share(survey, tile, 0, True) - land_price(survey, tile)
        for near in state.geometry.neighbours[tile]:
            if state.kind[near] in (SHOP, MALL) and state.owner[near] == survey.seat:
                full = survey.unserved and shop_room(state, near)
                value += (14 if full else 3) * survey.flow // 10
        if spot < 0 or value > best:
            best = value
            spot = tile
    survey.valued += len(survey.sites)
    if spot >= 0:
        best += tile_worth + survey.aims.bonus[PLAZA] - COST[PLAZA] * survey.coin
        out.add(best, 1, COST[PLAZA], (BUILD, PLAZA, spot, 0))


def _reserve(survey: Survey, out: Candidates, gain: list[int], tile_worth: int) -> None:
    state = survey.state
    size = state.size
    land = survey.land
    best = 0
    lot = (-1, 0)
    count = 0
    for tile in survey.sites:
        if state.terrain[tile] != FOREST:
            continue
        for shape in range(len(SHAPES)):
            cells = SHAPES[shape]
            for anchor_x, anchor_y in cells:
                corner = tile - anchor_x - anchor_y * size
                if corner < 0 or corner % size > tile % size:
                    continue
                value = gain[tile] + quarter_share(survey, tile, 0, True)
                for dx, dy in cells:
                    here = corner + dx + dy * size
                    if (
                        corner % size + dx >= size
                        or here >= len(land)
                        or not land[here]
                        or state.terrain[here] != FOREST
                    ):
                        break
                    value += tile_worth + survey.aims.bonus[RESERVE] - COST[RESERVE] * survey.coin
                    if survey.gates[here]:
                        value -= survey.toll
                else:
                    if lot[0] < 0 or value > best:
                        best = value
                        lot = (corner, shape)
                        count = len(cells)
        survey.valued += 20
    if lot[0] >= 0:
        out.add(best, 1, COST[RESERVE] * count, (BUILD, RESERVE, lot[0], lot[1]))


def offer_station(survey: Survey, out: Candidates) -> None:
    """The best place for a station: comfort for homes, towers and malls beside it, more land."""
    if survey.count[STATION] >= MOST_STATIONS or survey.left < 2:
        return
    state = survey.state
    disc = state.geometry.disc
    gain = [0] * len(survey.is_site)
    for home in survey.mine:
        if not CAPACITY[state.kind[home]]:
            continue
        value = survey.glad[home] if not survey.comfort[home] else 0
        for tile in disc(RADIUS[STATION], home):
            gain[tile] += value
        if state.kind[home] == APARTMENTS and survey.left > 2 and not near_avenue(state, home):
            for tile in disc(2, home):
                gain[tile] += 600
    _add_best(survey, out, STATION, gain, 600)
