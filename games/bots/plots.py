"""Where a seat may build: free plots, squares of four, ways out, enclosed blocks."""

from ..engine.v0.catalogue import GROUP, HOMES, IS_GREEN, IS_WORK
from ..engine.v0.placing import IN_AREA, reach
from ..engine.v0.roads import linked
from ..engine.v0.round.quarters import blocks
from ..engine.v0.state import FOREST, WATER, State

MOST_PLOTS = 96  # the nearest to the hall: bounds a decision's work on any map


def buildable(state: State, seat: int) -> bytearray:
    """1 for free land in the seat's reach, joined to a road or not."""
    area = reach(state, seat)
    kind = state.kind
    road = state.road
    terrain = state.terrain
    plane = bytearray(len(area))
    for tile in range(len(area)):
        if area[tile] == IN_AREA and not kind[tile] and not road[tile] and terrain[tile] != WATER:
            plane[tile] = 1
    return plane


def plots(state: State, seat: int, land: bytearray) -> list[int]:
    """Free tiles on which a cottage could stand now, ascending."""
    touches = linked(state, seat)
    found = [tile for tile in range(len(land)) if land[tile] and touches[tile]]
    if len(found) > MOST_PLOTS:
        distance = state.geometry.distance
        hall = state.hall[seat]
        rows = sorted([(distance(tile, hall), tile) for tile in found])
        found = sorted([row[1] for row in rows[:MOST_PLOTS]])
    return found


def squares(state: State, land: bytearray, sites: list[int]) -> list[int]:
    """Corners of the free 2x2 squares that hold one of these plots, ascending."""
    size = state.size
    tiles = size * size
    seen: dict[int, bool] = {}
    found = []
    for tile in sites:
        x = tile % size
        for corner in (tile, tile - 1, tile - size, tile - size - 1):
            if corner < 0 or corner in seen:
                continue
            seen[corner] = True
            cx = corner % size
            if cx > x or cx + 1 >= size or corner + size + 1 >= tiles:
                continue
            if (
                land[corner]
                and land[corner + 1]
                and land[corner + size]
                and land[corner + size + 1]
            ):
                found.append(corner)
    found.sort()
    return found


def square(state: State, corner: int) -> tuple[int, ...]:
    """The four tiles of the 2x2 square with this corner."""
    size = state.size
    return (corner, corner + 1, corner + size, corner + size + 1)


def ways_out(state: State, land: bytearray, sites: list[int], is_site: bytearray) -> bytearray:
    """1 for plots through which a road could still be led to two tiles of fresh land."""
    neighbours = state.geometry.neighbours
    road = state.road
    plane = bytearray(len(land))
    for tile in sites:
        for near in neighbours[tile]:
            if road[near]:
                beyond = tile + tile - near
                if 0 <= beyond < len(land) and beyond in neighbours[tile]:
                    if land[beyond] and not is_site[beyond]:
                        after = beyond + tile - near
                        if 0 <= after < len(land) and after in neighbours[beyond] and land[after]:
                            plane[tile] = 1
    return plane


class Block:
    """A block of 2 to 12 tiles enclosed by roads, water or the map's edge: what is in it.

    free: unbuilt tiles that are not forest. mine: tiles with buildings of the seat.
    """

    def __init__(self, state: State, seat: int, cells: list[int]) -> None:
        self.tiles = len(cells)
        self.free = 0
        self.mine = 0
        self.home = False
        self.work = False
        self.green = False
        for tile in cells:
            kind = state.kind[tile]
            if not kind:
                if state.terrain[tile] == FOREST:
                    self.green = True
                else:
                    self.free += 1
            else:
                self.home = self.home or GROUP[kind] == HOMES
                self.work = self.work or IS_WORK[kind]
                self.green = self.green or IS_GREEN[kind]
                if state.owner[tile] == seat:
                    self.mine += 1

    def missing(self) -> int:
        """How many of home, work and green the block still lacks."""
        return (not self.home) + (not self.work) + (not self.green)


def block_map(state: State, seat: int) -> list[Block | None]:
    """The block of every tile; None where a tile is in none."""
    table: list[Block | None] = [None] * len(state.kind)
    for cells in blocks(state):
        block = Block(state, seat, cells)
        for tile in cells:
            table[tile] = block
    return table
