"""Phase 4: smog halves, chimneys add downwind, greenery soaks."""

from ..catalogue import IS_GREEN, JOBS, SMOKE
from ..policy import GREEN_CODE
from ..state import DARK, FOREST, MOST_SMOG, State
from .context import ORDINANCES, RoundEnd

WIND_OFFSETS = ((1, 0), (0, 1), (-1, 0), (0, -1))  # where the smoke goes: wind 0 to 3
DOWNWIND = 2
GREEN_SOAKS, FOREST_SOAKS = 2, 1


def strength(state: State, anchor: int) -> int:
    """The smoke of a running chimney: powered, and staffed where it has jobs."""
    kind = state.kind[anchor]
    smoke = SMOKE[kind]
    if not smoke or state.flags[anchor] & DARK or (JOBS[kind] and not state.workers[anchor]):
        return 0
    if state.has_ordinance(state.owner[anchor], GREEN_CODE):
        smoke -= 1
    return smoke


def plume(state: State, anchor: int, smoke: int) -> tuple[int, int]:
    """(x, y) of the middle of a plume, which may lie off the map."""
    x = anchor % state.size
    y = anchor // state.size
    if smoke > 1:
        dx, dy = WIND_OFFSETS[state.wind]
        x += DOWNWIND * dx
        y += DOWNWIND * dy
    return x, y


def blow(state: State, air: bytearray, anchor: int, smoke: int) -> None:
    """Add a chimney's plume to the smog plane `air`: `smoke` in the middle, 1 less a step."""
    size = state.size
    x, y = plume(state, anchor, smoke)
    for row in range(max(0, y - smoke + 1), min(size, y + smoke)):
        for column in range(max(0, x - smoke + 1), min(size, x + smoke)):
            add = smoke - max(abs(row - y), abs(column - x))
            tile = row * size + column
            air[tile] = min(MOST_SMOG, air[tile] + add)


def smog(tallies: RoundEnd) -> None:
    """Set the smog plane and every seat's smoke and green tiles."""
    state = tallies.state
    air = bytearray([value >> 1 for value in state.smog])
    smoke = [0] * state.seats
    green = [0] * state.seats
    for anchor in state.anchors:
        kind = state.kind[anchor]
        seat = state.owner[anchor]
        if IS_GREEN[kind]:
            green[seat] += len(state.footprint(anchor))
        elif SMOKE[kind]:
            if state.has_ordinance(seat, GREEN_CODE):
                tallies.lines[seat][ORDINANCES] -= 1
            power = strength(state, anchor)
            smoke[seat] += power
            blow(state, air, anchor, power)
    for tile in range(len(air)):
        if air[tile]:
            kind = state.kind[tile]
            if kind:
                if IS_GREEN[kind]:
                    air[tile] = max(0, air[tile] - GREEN_SOAKS)
            elif state.terrain[tile] == FOREST:
                air[tile] -= FOREST_SOAKS
    state.smog = air
    state.smoke = smoke
    state.green_tiles = green
