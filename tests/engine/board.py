"""Hand-made boards: a flat meadow on which a test puts exactly what it is about.

Everything is written straight into the planes, not through the rules' own placing, so that a
test of a phase depends on that phase alone.
"""

from collections.abc import Callable

from games.engine import v0
from games.engine.v0.catalogue import HALL, IS_LANDMARK
from games.engine.v0.round.context import RoundEnd
from games.engine.v0.state import MEADOW, NOBODY, PLANNING, PLAY, State

Event = tuple[int, ...]
Phase = Callable[[RoundEnd], None]


class Board:
    """A state under construction. Tiles are given as (x, y), the first halls at y = 3.

    mode 1: all plan, each with these points.
    """

    def __init__(
        self,
        seats: int = 2,
        size: int = 20,
        rounds: int = 12,
        chance: int = 0,
        resigned: int = 0,
        points: int = 3,
        coins: int = 32,
        mode: int = 0,
        halls: tuple[tuple[int, int], ...] = ((3, 3), (16, 3), (3, 16), (16, 16)),
    ) -> None:
        setup: dict[str, object] = {
            "version": 0,
            "kind": 3,
            "size": size,
            "seats": seats,
            "rounds": rounds,
            "chance": chance,
            "resigned": resigned,
            "mode": mode,
            "coins": coins,
            "points": points,
            "seed": bytes(range(32)),
        }
        self.state = state = State(setup)
        self.events: list[Event] = []
        tiles = size * size
        state.terrain = bytearray([MEADOW] * tiles)
        state.owner = bytearray([NOBODY] * tiles)
        state.goals = [1, 2, 3]
        state.goal_bag = 131071 ^ 7
        state.draws = 1
        state.coins = [coins] * seats
        state.points = [points] * seats if mode else [points] + [0] * (seats - 1)
        state.phase = PLANNING if mode else PLAY
        for seat in range(seats):
            state.hall[seat] = self.put(HALL, *halls[seat], seat=seat)

    def at(self, x: int, y: int) -> int:
        """The tile's index."""
        return y * self.state.size + x

    def ground(self, terrain: int, *tiles: tuple[int, int]) -> None:
        """Give these tiles this terrain."""
        for x, y in tiles:
            self.state.terrain[self.at(x, y)] = terrain
        self.state.forget()

    def street(self, x: int, y: int, length: int, down: bool = False, level: int = 1) -> None:
        """Lay a straight road (level 2: an avenue) to the east, or down to the south."""
        for i in range(length):
            tile = self.at(x, y + i) if down else self.at(x + i, y)
            self.state.road[tile] = level
        self.state.forget()

    def put(self, kind: int, x: int, y: int, seat: int = 0, people: int = 0) -> int:
        """A building of this seat with its corner here, the youngest so far; its corner."""
        state = self.state
        corner = self.at(x, y)
        state.kind[corner] = kind
        for part, tile in enumerate(state.footprint(corner)):
            assert state.owner[tile] == NOBODY, "the tile is taken"
            state.kind[tile] = kind
            state.owner[tile] = seat
            state.part[tile] = part
        state.anchors.append(corner)
        state.residents[corner] = people
        if IS_LANDMARK[kind]:
            state.landmark_owner[kind - 23] = seat
        state.forget()
        return corner

    def row(self, kind: int, count: int, y: int, seat: int = 0, people: int = 0) -> list[int]:
        """Buildings side by side from x = 0 (2x2 ones two apart), without any road."""
        step = 2 if len(self.state.footprint(self.put(kind, 0, y, seat, people))) == 4 else 1
        first = self.at(0, y)
        return [first] + [self.put(kind, i * step, y, seat, people) for i in range(1, count)]

    def run(self, *phases: Phase) -> RoundEnd:
        """Run these phases of the round's end on the state."""
        tallies = RoundEnd(self.state, self.events)
        for phase in phases:
            phase(tallies)
        return tallies

    def told(self, code: int) -> list[Event]:
        """The events of this code so far, without the code."""
        return [event[1:] for event in self.events if event[0] == code]

    def do(self, *action: int, seat: int | None = None) -> list[Event]:
        """Apply an action of the seat whose turn it is (or of `seat`); its events."""
        by = self.state.turn_seat() if seat is None else seat
        self.events = v0.apply(self.state, by, action)
        return self.events

    def code(self, *action: int, seat: int | None = None) -> int:
        """0 or the rejection code of an action."""
        by = self.state.turn_seat() if seat is None else seat
        return v0.check(self.state, by, action)
