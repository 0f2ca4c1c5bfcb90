"""Candidates: power plants."""

from ..engine.v0.actions import BUILD
from ..engine.v0.catalogue import COAL, COST, GENERATION, HYDRO, SMOKE, SOLAR, UPKEEP, WIND
from ..engine.v0.placing import HYDRO_DISTANCE
from ..engine.v0.round.power import generation
from ..engine.v0.state import HILL
from .candidates import Candidates
from .plots import square
from .shares import SPECIAL_GROUND, land_price
from .smoke import harm, smoke_price
from .survey import Survey

BEST_SQUARES = 3


def power_worth(survey: Survey, units: int) -> int:
    """More power by so many units: what is short, what is going to be, what others would buy."""
    left = survey.left
    short = max(0, -survey.spare)
    urgent = min(units, short)
    reserve = 3 + (2 if survey.state.rounds > 8 else 1) + len(survey.mine) // 8
    soon = min(units - urgent, max(0, reserve - max(0, survey.spare)))
    rest = units - urgent - soon
    value = urgent * 2200 * min(left, 4) // 4 + soon * 800 * min(left, 6) // 6
    return value + min(rest, survey.asked) * survey.flow * 7 // 10 + 20 * rest


def offer_plants(survey: Survey, out: Candidates) -> None:
    """The best place for each of the four kinds of power plant."""
    state = survey.state
    best = 0
    spot = -1
    for tile in survey.sites:
        ground = state.terrain[tile]
        value = power_worth(survey, generation(WIND, ground)) - land_price(survey, tile)
        if ground == HILL:
            value += SPECIAL_GROUND  # its price as ground: this is what a hill is good for
        if spot < 0 or value > best:
            best = value
            spot = tile
    survey.valued += len(survey.sites)
    if spot >= 0:
        _add(survey, out, WIND, spot, best)
    _hydro(survey, out)
    rows = []
    for corner in survey.corners:
        price = 0
        for tile in square(state, corner):
            price += land_price(survey, tile) // 2 + 60 * survey.is_site[tile]
        rows.append((price, corner))
    survey.valued += len(rows)
    rows.sort()
    if rows:
        _add(survey, out, SOLAR, rows[0][1], power_worth(survey, GENERATION[SOLAR]) - rows[0][0])
        worth = power_worth(survey, GENERATION[COAL]) - smoke_price(survey, SMOKE[COAL])
        best = 0
        spot = -1
        for price, corner in rows[:BEST_SQUARES]:
            value = worth - price - harm(survey, corner, SMOKE[COAL])
            if spot < 0 or value > best:
                best = value
                spot = corner
        _add(survey, out, COAL, spot, best)


def _hydro(survey: Survey, out: Candidates) -> None:
    state = survey.state
    shore = state.shore()
    plants = [anchor for anchor in state.anchors if state.kind[anchor] == HYDRO]
    best = 0
    spot = -1
    for tile in survey.sites:
        if not shore[tile]:
            continue
        for plant in plants:
            if state.geometry.distance(plant, tile) <= HYDRO_DISTANCE:
                break
        else:
            value = -survey.toll if survey.gates[tile] else 0
            if spot < 0 or value > best:
                best = value
                spot = tile
    survey.valued += len(survey.sites)
    if spot >= 0:
        _add(survey, out, HYDRO, spot, best + power_worth(survey, GENERATION[HYDRO]))


def _add(survey: Survey, out: Candidates, kind: int, tile: int, value: int) -> None:
    value += survey.aims.bonus[kind] - COST[kind] * survey.coin - UPKEEP[kind] * survey.flow
    out.add(value, 1, COST[kind], (BUILD, kind, tile, 0))
