"""The public goals a seat may still win, as what each building is worth towards them."""

from ..engine.v0.catalogue import (
    CAPACITY,
    CLINIC,
    COTTAGE,
    COVER,
    FACTORY,
    FARM,
    GENERATION,
    IS_GREEN,
    IS_LANDMARK,
    JOBS,
    KINDS,
    MALL,
    PARK,
    PLAZA,
    SCHOOL,
    SHOP,
    SIZE,
    SMOKE,
    TOWER,
    WORKSHOP,
)
from ..engine.v0.goals import (
    BOULEVARD,
    CLEAN_AIR,
    EXPORTER,
    FIRST_POINTS,
    FULL_WORK,
    GARDEN_CITY,
    GOOD_NEIGHBOUR,
    HAPPY_TOWN,
    INDUSTRIOUS,
    MERCHANT,
    METROPOLIS,
    NEXT_POINTS,
    OLD_QUARTERS,
    POWERHOUSE,
    SIGHTS,
    SKYLINE,
    TREASURY,
    VARIETY,
    WELL_SERVED,
    progress,
    target,
)
from ..engine.v0.state import State
from .worth import POINT


class Aims:
    """bonus: worth by kind of building, for one of it (parks and reserves: for each tile).

    quarter, avenue: worth of one more quarter, of a building more on an avenue. hoard: coins to
    be held at the round's end, and hoard_worth what that wins (0: no such aim).
    """

    def __init__(
        self,
        state: State,
        seat: int,
        left: int,
        count: list[int],
        mine: list[int],
        generated: int,
        room: int,
    ) -> None:
        self.bonus = [0] * KINDS
        self.quarter = 0
        self.avenue = 0
        self.hoard = 0
        self.hoard_worth = 0
        for i in range(len(state.goals)):
            card = state.goals[i]
            if not card or state.goal_stage[i] == 2 or state.goal_mask[seat] >> i & 1:
                continue
            points = POINT * (NEXT_POINTS if state.goal_stage[i] else FIRST_POINTS)
            figure, reached = progress(state, seat, card, generated)
            if card == GARDEN_CITY:
                figure = sum([SIZE[state.kind[a]] ** 2 for a in mine if IS_GREEN[state.kind[a]]])
            elif card == FULL_WORK:
                figure = sum([JOBS[kind] * count[kind] for kind in range(KINDS)])
            missing = max(1, target(state, card) - figure)
            if card == TREASURY:
                self.hoard = target(state, card)
                self.hoard_worth = points
            elif card == MERCHANT and room > target(state, card) + 4:
                continue
            elif not reached:
                self._count(card, points, missing, left, count, figure)

    def _count(
        self, card: int, points: int, missing: int, left: int, count: list[int], figure: int
    ) -> None:
        bonus = self.bonus
        # What a step of one unit is worth: less when many are missing for the rounds left.
        step = points * 80 // (100 * missing)
        if missing > 3 * left:
            step = step * 3 * left // missing
        if card == OLD_QUARTERS:
            self.quarter = min(points, points // missing)
        elif card == BOULEVARD:
            self.avenue = step
        for kind in range(1, KINDS):
            if card == SKYLINE:
                units = 3 if kind == TOWER else 0
                bonus[kind] += step * units // 3
            elif card == GARDEN_CITY:
                if IS_GREEN[kind]:
                    bonus[kind] += step * SIZE[kind] * SIZE[kind]
            elif card == MERCHANT:
                bonus[kind] += step * (4 if kind == SHOP else 6 if kind == MALL else 0)
            elif card == INDUSTRIOUS or card == EXPORTER:
                units = 4 if kind == FACTORY else 3 if kind in (WORKSHOP, FARM) else 0
                bonus[kind] += min(points // 3, step * units)
            elif card == SIGHTS:
                if IS_LANDMARK[kind]:
                    bonus[kind] += step
            elif card == VARIETY:
                if not count[kind]:
                    bonus[kind] += step
            elif card == WELL_SERVED:
                if COVER[kind]:
                    bonus[kind] += 900
            elif card == FULL_WORK:
                bonus[kind] += min(points // 3, step * JOBS[kind])
            elif card == POWERHOUSE:
                bonus[kind] += min(points // 2, step * GENERATION[kind])
            elif card == GOOD_NEIGHBOUR:
                if kind in (SCHOOL, CLINIC):
                    bonus[kind] += 900
            elif card in (METROPOLIS, HAPPY_TOWN, CLEAN_AIR):
                if CAPACITY[kind]:
                    bonus[kind] += 400 if kind != COTTAGE else 300
                if card == HAPPY_TOWN and (COVER[kind] or kind in (PARK, PLAZA)):
                    bonus[kind] += 300
                if card == CLEAN_AIR and figure:
                    if SMOKE[kind]:
                        bonus[kind] -= points // 4
                    elif GENERATION[kind]:
                        bonus[kind] += 400
