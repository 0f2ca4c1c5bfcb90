"""Candidates: landmarks."""

from ..engine.v0.actions import BUILD, UPGRADE
from ..engine.v0.catalogue import (
    CAPACITY,
    CENTRAL,
    COST,
    GARDEN,
    LIGHTHOUSE,
    MUSEUM,
    NEED,
    OBSERVATORY,
    POINTS,
    RADIUS,
    STADIUM,
    STATION,
    UPKEEP,
)
from ..engine.v0.placing import MOST_LANDMARKS, MOST_LANDMARKS_DUEL, RESIDENTS_A_LANDMARK
from ..engine.v0.scoring import LANDMARK_PRESTIGE
from ..engine.v0.state import FOREST, HILL, NOBODY
from .candidates import Candidates
from .plots import square
from .shares import land_price, power_price, quarter_share
from .survey import Survey
from .worth import POINT

# Beside the prestige: the rule it changes, and that a rival does not get it.
EXTRA = (
    (MUSEUM, 1200),
    (STADIUM, 1200),
    (OBSERVATORY, 1400),
    (LIGHTHOUSE, 1000),
    (GARDEN, 2500),
    (CENTRAL, 1600),
)


def held_landmarks(survey: Survey) -> int:
    """How many landmarks the seat has."""
    return sum([1 for holder in survey.state.landmark_owner if holder == survey.seat])


def next_needs(survey: Survey) -> int:
    """Residents the seat's next landmark needs; 0 when it may have no more or none is left."""
    state = survey.state
    most = MOST_LANDMARKS_DUEL if state.seats == 2 else MOST_LANDMARKS
    mine = held_landmarks(survey)
    if mine >= most or NOBODY not in state.landmark_owner:
        return 0
    return RESIDENTS_A_LANDMARK * (mine + 1)


def offer_landmarks(survey: Survey, out: Candidates) -> None:
    """The best place for each landmark the seat may build now."""
    needs = next_needs(survey)
    if not needs or survey.people < needs:
        return
    state = survey.state
    for kind, extra in EXTRA:
        if state.holder(kind) != NOBODY:
            continue
        spot, value = _place(survey, kind)
        if spot < 0:
            continue
        value += LANDMARK_PRESTIGE * POINT + extra * min(survey.left, 6) // 6
        value += survey.aims.bonus[kind] - power_price(survey, NEED[kind])
        value = value * 5 // 4
        value -= COST[kind] * survey.coin + UPKEEP[kind] * survey.flow
        action = (UPGRADE, spot) if kind == CENTRAL else (BUILD, kind, spot, 0)
        out.add(value, POINTS[kind], COST[kind], action)


def _place(survey: Survey, kind: int) -> tuple[int, int]:
    """(corner, worth of the place), or (-1, 0) where there is none."""
    state = survey.state
    best = 0
    spot = -1
    if kind == CENTRAL:
        for anchor in survey.mine:
            if state.kind[anchor] == STATION:
                return anchor, 0
        return -1, 0
    if kind in (STADIUM, GARDEN):
        for corner in survey.corners:
            value = 0
            woods = 0
            for tile in square(state, corner):
                value -= land_price(survey, tile) // 2
                woods += state.terrain[tile] == FOREST
            if kind == GARDEN:
                if not woods:
                    continue
                for tile in state.geometry.disc(RADIUS[GARDEN], corner):
                    if CAPACITY[state.kind[tile]] and tile in survey.glad:
                        value += survey.glad[tile] // 2
            if spot < 0 or value > best:
                best = value
                spot = corner
        survey.valued += len(survey.corners)
        return spot, best
    shore = state.shore()
    for tile in survey.sites:
        if kind == OBSERVATORY and state.terrain[tile] != HILL:
            continue
        if kind == LIGHTHOUSE and not shore[tile]:
            continue
        value = quarter_share(survey, tile, 0, False) - land_price(survey, tile)
        if spot < 0 or value > best:
            best = value
            spot = tile
    survey.valued += len(survey.sites)
    return spot, best
