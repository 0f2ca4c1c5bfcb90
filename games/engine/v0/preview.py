"""What an action would bring, with the reasons of every number, as data.

Numbers come from the rules themselves: the action is carried out on a copy, and the round's
economy (power to money, without the event that is forecast) is run on both.
"""

from .apply import apply, plan
from .catalogue import (
    CAPACITY,
    COVER,
    COVER_CLINIC,
    COVER_FIRE,
    COVER_POLICE,
    COVER_SCHOOL,
    IS_GREEN,
    RADIUS,
    SMOKE,
)
from .codec import copy
from .event_codes import SHOPPED
from .rejections import Rejection
from .round import ECONOMY
from .round.context import RoundEnd
from .round.happiness import (
    F_CLINIC,
    F_FIRE,
    F_GREEN,
    F_POLICE,
    F_SCHOOL,
    F_SMOG,
    F_STATION,
    FACTORS,
    STATION_REACH,
    factors,
    happiness,
    idle_penalty,
    market_noise,
    station_comfort,
)
from .round.smog import plume, strength
from .scoring import prestige
from .state import DARK, FOREST, OVER, State

_COVER_FACTORS = (
    (F_SCHOOL, COVER_SCHOOL),
    (F_CLINIC, COVER_CLINIC),
    (F_POLICE, COVER_POLICE),
    (F_FIRE, COVER_FIRE),
)


class Outlook:
    """The round's economy run on a copy of a state. The copy is `state`; see RoundEnd.

    reasons: why every home is liked as it is, taken before people move, as the rules do.
    """

    def __init__(self, state: State) -> None:
        self.state = copy(state)
        self.events: list[tuple[int, ...]] = []
        self.tallies = RoundEnd(self.state, self.events)
        for phase in ECONOMY:
            phase(self.tallies)
            if phase is happiness:
                self.reasons = Reasons(self.state)


def preview(state: State, seat: int, action: tuple[int, ...]) -> dict[str, object]:
    """What the action would cost and change if the round ended right after it.

    rejection: 0 or the code (then need, have: the figures behind it, and nothing else).
    points, coins: its price. lines: [seat, income line, before, after] where they differ.
    prestige: [seat, line, before, after]. power: [seat, spare before, after]. homes: [tile,
    happiness before, after, [[factor, before, after], ...]]. residents: [seat, before, after].
    """
    try:
        made = plan(state, seat, action)
    except Rejection as rejection:
        return {"rejection": rejection.code, "need": rejection.need, "have": rejection.have}
    then_state = copy(state)
    then_state.journal = list(state.journal)
    apply(then_state, seat, action)
    result: dict[str, object] = {
        "rejection": 0,
        "points": made.points,
        "coins": made.coins,
    }
    if then_state.round != state.round or then_state.phase == OVER or not made.undoable:
        return result
    now = Outlook(state)
    then = Outlook(then_state)
    result["lines"] = _changed_lines(now, then)
    result["prestige"] = _changed_prestige(now.state, then.state)
    result["power"] = _changed(now.state.spare, then.state.spare)
    result["residents"] = _changed(
        [now.state.people(s) for s in range(state.seats)],
        [then.state.people(s) for s in range(state.seats)],
    )
    result["homes"] = _changed_homes(now, then)
    return result


def outlook(state: State) -> dict[str, object]:
    """What the round's end would bring if it came now, without the event that is forecast.

    lines: sixteen income lines (round.context) of every seat; coins, spare (power), idle,
    vacancies, residents, prestige (the sum): by seat. dark: corners of what would go dark.
    """
    ahead = Outlook(state)
    then = ahead.state
    seats = range(state.seats)
    return {
        "lines": ahead.tallies.lines,
        "coins": list(then.coins),
        "spare": list(then.spare),
        "idle": list(then.idle),
        "vacancies": list(then.vacancies),
        "residents": [then.people(seat) for seat in seats],
        "prestige": [sum(prestige(then, seat)) for seat in seats],
        "dark": [anchor for anchor in then.anchors if then.flags[anchor] & DARK],
    }


def _changed(before: list[int], after: list[int]) -> list[list[int]]:
    return [[i, before[i], after[i]] for i in range(len(before)) if before[i] != after[i]]


def _changed_lines(now: Outlook, then: Outlook) -> list[list[int]]:
    out = []
    for seat in range(now.state.seats):
        for line, before, after in _changed(now.tallies.lines[seat], then.tallies.lines[seat]):
            out.append([seat, line, before, after])
    return out


def _changed_prestige(now: State, then: State) -> list[list[int]]:
    out = []
    for seat in range(now.seats):
        for line, before, after in _changed(prestige(now, seat), prestige(then, seat)):
            out.append([seat, line, before, after])
    return out


def _changed_homes(now: Outlook, then: Outlook) -> list[list[object]]:
    out: list[list[object]] = []
    for home in then.state.anchors:
        if not CAPACITY[then.state.kind[home]]:
            continue
        was_home = CAPACITY[now.state.kind[home]] > 0
        before = now.reasons.of(home) if was_home else []
        after = then.reasons.of(home)
        if before != after:
            changes = []
            for factor in range(1, FACTORS + 1):
                a = _points(before, factor)
                b = _points(after, factor)
                if a != b:
                    changes.append([factor, a, b])
            first = now.state.happiness[home] if was_home else 0
            out.append([home, first, then.state.happiness[home], changes])
    return out


def _points(rows: list[tuple[int, int]], factor: int) -> int:
    for row in rows:
        if row[0] == factor:
            return row[1]
    return 0


class Reasons:
    """Happiness factors of every home of a state, as they stand when this is made."""

    def __init__(self, state: State) -> None:
        noise = market_noise(state)
        comfort = station_comfort(state)
        penalty = [idle_penalty(state, s, state.people(s)) for s in range(state.seats)]
        self._rows: dict[int, list[tuple[int, int]]] = {}
        for home in state.anchors:
            if CAPACITY[state.kind[home]]:
                idle = penalty[state.owner[home]]
                self._rows[home] = factors(state, home, idle, noise, comfort)

    def of(self, home: int) -> list[tuple[int, int]]:
        """(factor, points) of this home, by its corner."""
        return self._rows[home]


def explain(state: State, tile: int) -> dict[str, object]:
    """Everything a card about this tile shows, as numbers.

    Always: terrain, road, kind, smog, green, cover, shore. With a building: corner, owner,
    residents, capacity, workers, happiness, dark, and `customers`: [home, shoppers, steps] of a
    shop if the round ended now. With a home also `factors`: [factor, points, [source tiles]],
    `happiness_next` and `residents_next`, as that round's end would find and leave them.
    """
    result: dict[str, object] = {
        "terrain": state.terrain[tile],
        "road": state.road[tile],
        "kind": state.kind[tile],
        "smog": state.smog[tile],
        "green": state.green()[tile],
        "cover": state.cover()[tile],
        "shore": state.shore()[tile],
    }
    if not state.kind[tile]:
        return result
    corner = state.corner(tile)
    result["corner"] = corner
    result["owner"] = state.owner[corner]
    result["residents"] = state.residents[corner]
    result["capacity"] = CAPACITY[state.kind[corner]]
    result["workers"] = state.workers[corner]
    result["happiness"] = state.happiness[corner]
    result["dark"] = state.flags[corner] & DARK
    ahead = Outlook(state)
    if CAPACITY[state.kind[corner]]:
        rows = []
        for factor, points in ahead.reasons.of(corner):
            rows.append([factor, points, sources(ahead.state, corner, factor)])
        result["factors"] = rows
        result["happiness_next"] = ahead.state.happiness[corner]
        result["residents_next"] = ahead.state.residents[corner]
    customers = []
    for event in ahead.events:
        if event[0] == SHOPPED and event[2] == corner:
            customers.append([event[1], event[3], event[4]])
    result["customers"] = customers
    return result


def sources(state: State, home: int, factor: int) -> list[int]:
    """Corners (for wild forest: tiles) that make this factor of a home's happiness."""
    distance = state.geometry.distance
    found = []
    for wanted, bit in _COVER_FACTORS:
        if factor == wanted:
            for anchor in state.anchors:
                kind = state.kind[anchor]
                if COVER[kind] & bit and not state.flags[anchor] & DARK:
                    if distance(anchor, home) <= RADIUS[kind]:
                        found.append(anchor)
    if factor == F_GREEN:
        for anchor in state.anchors:
            if IS_GREEN[state.kind[anchor]]:
                if distance(anchor, home) <= RADIUS[state.kind[anchor]]:
                    found.append(anchor)
        for tile in state.geometry.disc(1, home):
            if state.terrain[tile] == FOREST and not state.kind[tile] and not state.road[tile]:
                found.append(tile)
    elif factor == F_STATION:
        for anchor in state.stations():
            if not state.flags[anchor] & DARK and distance(anchor, home) <= STATION_REACH:
                found.append(anchor)
    elif factor == F_SMOG:
        for anchor in state.anchors:
            smoke = strength(state, anchor) if SMOKE[state.kind[anchor]] else 0
            if smoke:
                x, y = plume(state, anchor, smoke)
                dx = abs(home % state.size - x)
                dy = abs(home // state.size - y)
                if max(dx, dy) < smoke:
                    found.append(anchor)
    return found
