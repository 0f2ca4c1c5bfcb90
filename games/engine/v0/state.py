"""The state of a match: a struct of arrays, and what is derived from it.

Truth: one bytearray plane per property of a tile, one list of integers per property of a
seat, the buildings' corners in order of age, a few scalars. All of it is in the canonical
bytes (codec.py), and nothing else is: the derived planes below are caches that can be
thrown away at any time (`forget`).
"""

from .actions import SYSTEM
from .bags import ALL_EVENTS, ALL_GOALS, ALL_WINDS, EVENTS, WINDS
from .catalogue import (
    COVER,
    FIRST_LANDMARK,
    HALL,
    IS_GREEN,
    IS_STATION,
    LAST_LANDMARK,
    RADIUS,
    SIZE,
)
from .geometry import Geometry, geometry

WATER, MEADOW, FERTILE, FOREST, HILL, ORE = range(6)
NOBODY = 255  # owner of a tile without a building; holder of a landmark not yet built

PLAY, AWAIT_DRAW, OVER, PLANNING, REVEALING = 0, 1, 2, 3, 4  # phases
MAYOR, ABSENT, NEUTRAL, BOT_AFTER_RESIGNING = 0, 1, 2, 3  # status of a seat
SEEDED, COMMITTED = 0, 1  # chance
IN_TURN, TOGETHER = 0, 1  # mode: one mayor after the other, or all plan at once
GOES_NEUTRAL, GOES_TO_BOT = 0, 1  # what becomes of a resigned borough
# What has become of a seat's plan for the round (mode TOGETHER).
UNSEALED, SEALED, MISSED, OPENED = 0, 1, 2, 3

DARK, IN_QUARTER = 1, 2  # flags of a building, at its corner
DID_POLICY, DID_OVERTIME, DID_FREE_ROAD = 1, 2, 4  # flags of a seat's turn
MOST_SMOG = 20
MOST_HAPPY = 10
MOST_COINS = 30000

# Planes in canonical order, with the highest value of a tile.
PLANES = (
    ("terrain", 5),
    ("road", 2),
    ("kind", HALL),
    ("owner", 255),
    ("part", 3),
    ("residents", 15),
    ("happiness", MOST_HAPPY),
    ("workers", 7),
    ("served", 8),
    ("smog", MOST_SMOG),
    ("flags", 3),
)

# Lines of prestige, in canonical order.
P_RESIDENTS, P_HAPPINESS, P_JOBS, P_GOALS, P_LANDMARKS = 0, 1, 2, 3, 4
P_QUARTERS, P_GREENERY, P_COINS, P_DEBT, P_SMOKE = 5, 6, 7, 8, 9
PRESTIGE_LINES = 10

# Lists by seat in canonical order. The ones after `goal_mask` are figures of the last
# round's end, 0 before the first.
SEAT_LISTS = (
    "hall",
    "coins",
    "points",
    "kept",
    "tax",
    "price",
    "ordinance",
    "ordinance2",
    "status",
    "missed",
    "done",
    "offers_made",
    "goal_points",
    "goal_mask",
    "jobs",
    "filled",
    "vacancies",
    "idle",
    "goods",
    "spare",
    "sold_power",
    "served_all",
    "served_foreign",
    "exported",
    "smoke",
    "green_tiles",
    "quarters",
    "quarter_points",
    "foreign_homes",
    "income",
    "score",
)

# Scalars in canonical order, with the highest value.
SCALARS = (
    ("phase", 4),
    ("round", 255),
    ("turn", 6),
    ("starter", 5),
    ("draws", 255),
    ("cranes", 1),
    ("wind", WINDS - 1),
    ("wind_bag", ALL_WINDS),
    ("forecast", EVENTS),
    ("event_bag", ALL_EVENTS),
    ("last_event", EVENTS),
    ("goal_bag", ALL_GOALS),
)
PART_OFFSETS = ((0, 0), (1, 0), (0, 1), (1, 1))


def number(setup: dict[str, object], name: str) -> int:
    """The integer field of a setup."""
    value = setup[name]
    assert isinstance(value, int)
    return value


class State:
    """One match at one moment. Made by `new_game` or `decode`, changed by `apply` alone.

    Units: tiles are indices y * size + x; coins and people are whole; `offers` is a list of
    (maker, slot, to, direction, coins, thing, units or tile, rounds), `contracts` a list of
    (seller, buyer, thing, units a round, rounds left, coins paid, units in all). By seat, of the
    round's plan: `sealing` (UNSEALED to OPENED), `digests` (while it is SEALED, else 0), `plans`
    (its steps when it is OPENED, else empty).
    """

    def __init__(self, setup: dict[str, object]) -> None:
        """An empty map for this checked setup; `new_game` fills it."""
        self.setup = setup
        size = number(setup, "size")
        seats = number(setup, "seats")
        self.size: int = size
        self.seats: int = seats
        self.rounds: int = number(setup, "rounds")
        self.geometry: Geometry = geometry(size)
        tiles = size * size
        self.terrain = bytearray(tiles)
        self.road = bytearray(tiles)
        self.kind = bytearray(tiles)
        self.owner = bytearray(tiles)
        self.part = bytearray(tiles)
        self.residents = bytearray(tiles)
        self.happiness = bytearray(tiles)
        self.workers = bytearray(tiles)
        self.served = bytearray(tiles)
        self.smog = bytearray(tiles)
        self.flags = bytearray(tiles)
        self.hall = [0] * seats
        self.coins = [0] * seats
        self.points = [0] * seats
        self.kept = [0] * seats
        self.tax = [1] * seats
        self.price = [1] * seats
        self.ordinance = [0] * seats
        self.ordinance2 = [0] * seats
        self.status = [MAYOR] * seats
        self.missed = [0] * seats
        self.done = [0] * seats
        self.offers_made = [0] * seats
        self.goal_points = [0] * seats
        self.goal_mask = [0] * seats
        self.jobs = [0] * seats
        self.filled = [0] * seats
        self.vacancies = [0] * seats
        self.idle = [0] * seats
        self.goods = [0] * seats
        self.spare = [0] * seats
        self.sold_power = [0] * seats
        self.served_all = [0] * seats
        self.served_foreign = [0] * seats
        self.exported = [0] * seats
        self.smoke = [0] * seats
        self.green_tiles = [0] * seats
        self.quarters = [0] * seats
        self.quarter_points = [0] * seats
        self.foreign_homes = [0] * seats
        self.income = [0] * seats
        self.score = [0] * seats
        self.phase = PLAY
        self.round = 1
        self.turn = 0
        self.starter = 0
        self.draws = 0
        self.cranes = 0
        self.wind = 0
        self.wind_bag = ALL_WINDS
        self.forecast = 0
        self.event_bag = ALL_EVENTS
        self.last_event = 0
        self.goal_bag = ALL_GOALS
        self.goals = [0, 0, 0]
        self.goal_stage = [0, 0, 0]
        self.landmark_owner = [NOBODY] * (LAST_LANDMARK - FIRST_LANDMARK + 1)
        self.anchors: list[int] = []
        self.offers: list[tuple[int, ...]] = []
        self.contracts: list[tuple[int, ...]] = []
        self.journal: list[bytes] = []
        self.forget_plans()
        self.forget()

    def forget_plans(self) -> None:
        """Nobody has sealed anything: a new round, or the match is over."""
        self.sealing = [UNSEALED] * self.seats
        self.digests = [0] * self.seats
        self.plans: list[tuple[int, ...]] = [()] * self.seats

    # -- derived caches ------------------------------------------------------------

    def forget(self) -> None:
        """Throw every derived plane away."""
        self._green: bytearray | None = None
        self._cover: bytearray | None = None
        self._shore: bytearray | None = None
        self.forget_roads()
        self.forget_reach()

    def forget_roads(self) -> None:
        """Roads changed: the network's labels and what is linked to a hall are unknown."""
        self._labels: list[int] | None = None
        self._hall_labels: list[list[int]] = []
        self._linked: list[bytearray | None] = [None] * self.seats
        self._adjacent: list[tuple[tuple[int, int], ...]] | None = None

    def forget_reach(self) -> None:
        """A station or the round changed: what a seat may build on is unknown."""
        self._reach: list[bytearray | None] = [None] * self.seats

    def forget_cover(self) -> None:
        """A service building or its power changed."""
        self._cover = None

    def green(self) -> bytearray:
        """Green sources a tile feels: wild forest within 1, green buildings within radius."""
        if self._green is None:
            plane = bytearray(self.size * self.size)
            disc = self.geometry.disc
            for tile in range(len(plane)):
                if self.terrain[tile] == FOREST and not self.kind[tile] and not self.road[tile]:
                    for near in disc(1, tile):
                        plane[near] += 1
            self._green = plane
            for anchor in self.anchors:
                if IS_GREEN[self.kind[anchor]]:
                    self.shift_green(anchor, RADIUS[self.kind[anchor]], 1)
        return self._green

    def shift_green(self, tile: int, radius: int, by: int) -> None:
        """Add `by` to the green of all tiles within the radius, if it is known."""
        plane = self._green
        if plane is not None:
            for near in self.geometry.disc(radius, tile):
                plane[near] += by

    def cover(self) -> bytearray:
        """Service bits (COVER_...) of every tile, by powered services of anybody."""
        if self._cover is None:
            plane = bytearray(self.size * self.size)
            for anchor in self.anchors:
                bit = COVER[self.kind[anchor]]
                if bit and not self.flags[anchor] & DARK:
                    for near in self.geometry.disc(RADIUS[self.kind[anchor]], anchor):
                        plane[near] |= bit
            self._cover = plane
        return self._cover

    def shore(self) -> bytearray:
        """1 for land with water orthogonally beside it. Water never changes."""
        if self._shore is None:
            plane = bytearray(self.size * self.size)
            terrain = self.terrain
            neighbours = self.geometry.neighbours
            for tile in range(len(plane)):
                if terrain[tile] == WATER:
                    for near in neighbours[tile]:
                        if terrain[near] != WATER:
                            plane[near] = 1
            self._shore = plane
        return self._shore

    # -- small questions -----------------------------------------------------------

    def together(self) -> bool:
        """Whether all mayors plan at once."""
        return self.setup["mode"] == TOGETHER

    def order(self) -> list[int]:
        """Seats in this round's play order."""
        return [(self.starter + i) % self.seats for i in range(self.seats)]

    def turn_seat(self) -> int:
        """Whose turn it is; SYSTEM while all plan, a draw is awaited, or the match is over."""
        if self.phase != PLAY:
            return SYSTEM
        return (self.starter + self.turn) % self.seats

    def corner(self, tile: int) -> int:
        """The corner (north-west tile) of the building on this tile."""
        x, y = PART_OFFSETS[self.part[tile]]
        return tile - x - y * self.size

    def footprint(self, corner: int) -> tuple[int, ...]:
        """All tiles of the building with this corner, ascending."""
        if SIZE[self.kind[corner]] == 1:
            return (corner,)
        return (corner, corner + 1, corner + self.size, corner + self.size + 1)

    def has_ordinance(self, seat: int, ordinance: int) -> bool:
        """Whether the seat runs this ordinance."""
        return self.ordinance[seat] == ordinance or self.ordinance2[seat] == ordinance

    def active(self, seat: int) -> bool:
        """Whether the seat takes turns and has an income: everybody but the neutral."""
        return self.status[seat] != NEUTRAL

    def holder(self, landmark: int) -> int:
        """Who owns this landmark (a building id): a seat, or NOBODY while it is not built."""
        return self.landmark_owner[landmark - FIRST_LANDMARK]

    def holds(self, seat: int, landmark: int) -> bool:
        """Whether the seat owns this landmark (a building id)."""
        return self.holder(landmark) == seat

    def people(self, seat: int) -> int:
        """Residents of a borough."""
        residents = self.residents
        owner = self.owner
        total = 0
        for anchor in self.anchors:
            if owner[anchor] == seat:
                total += residents[anchor]
        return total

    def stations(self) -> list[int]:
        """Corners of all stations and the grand central, oldest first."""
        return [anchor for anchor in self.anchors if IS_STATION[self.kind[anchor]]]


def clamp_coins(value: int) -> int:
    """Coins within what a state can hold."""
    return max(-MOST_COINS, min(MOST_COINS, value))
