"""Phase 5b: finished quarters: small blocks with homes, work and green."""

from .. import event_codes
from ..catalogue import GROUP, HOMES, IS_GREEN, IS_WORK
from ..state import FOREST, IN_QUARTER, WATER, State
from .context import RoundEnd

LEAST_TILES, MOST_TILES, MAJORITY_BONUS = 2, 12, 3


def blocks(state: State) -> list[list[int]]:
    """Regions of 2 to 12 land tiles enclosed by roads, water or the map's edge."""
    road = state.road
    terrain = state.terrain
    neighbours = state.geometry.neighbours
    seen = bytearray(len(road))
    found = []
    for tile in range(len(road)):
        if seen[tile] or road[tile] or terrain[tile] == WATER:
            continue
        seen[tile] = 1
        cells = [tile]
        for cell in cells:  # grows while it is walked
            for near in neighbours[cell]:
                if not seen[near] and not road[near] and terrain[near] != WATER:
                    seen[near] = 1
                    cells.append(near)
        if LEAST_TILES <= len(cells) <= MOST_TILES:
            found.append(cells)
    return found


def finished(state: State, cells: list[int]) -> bool:
    """Whether a block has home, work and green and nothing unbuilt except forest."""
    home = work = green = False
    for tile in cells:
        kind = state.kind[tile]
        if not kind:
            if state.terrain[tile] != FOREST:
                return False
            green = True
        else:
            home = home or GROUP[kind] == HOMES
            work = work or IS_WORK[kind]
            green = green or IS_GREEN[kind]
    return home and work and green


def quarters(tallies: RoundEnd) -> None:
    """Set every seat's quarters and their points, and the flag of the buildings in them."""
    state = tallies.state
    count = [0] * state.seats
    points = [0] * state.seats
    for cells in blocks(state):
        if not finished(state, cells):
            continue
        tiles = [0] * state.seats
        for tile in cells:
            if state.kind[tile]:
                tiles[state.owner[tile]] += 1
                state.flags[state.corner(tile)] |= IN_QUARTER
        most = max(tiles)
        for seat in range(state.seats):
            if tiles[seat]:
                won = (tiles[seat] + 1) // 2 + (MAJORITY_BONUS if tiles[seat] == most else 0)
                count[seat] += 1
                points[seat] += won
                tallies.events.append((event_codes.QUARTER_FINISHED, seat, won, cells[0]))
    state.quarters = count
    state.quarter_points = points
