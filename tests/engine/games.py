"""Generated games: from one number a setup and a list of steps, legal and illegal mixed.

The generator plays on a state of its own and draws its steps from what could plausibly be done
there; a step it expects to be refused is kept like any other. What it makes depends on the
number (and the rules) alone.
"""

import json
from random import Random

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import catalogue as c
from games.engine.v0 import placing, roads
from games.engine.v0.state import AWAIT_DRAW, OVER, PLANNING, REVEALING, WATER, State
from games.engine.v0.terrain import minimum_size
from tests.engine import together
from tests.engine.nonsense import SYSTEM, Action, nonsense
from tests.engine.seen import Seen

Step = tuple[int | str, Action]
FRESH = 200  # games from a new map that the tests play, on both interpreters

# How likely each of PLAUSIBLE is, in hundredths, by the mood of a game.
PLAUSIBLE = ("building", "upgrade", "road", "demolish", "policy", "trade", "right_of_way", "turn")
MOODS = (
    (42, 16, 14, 4, 4, 8, 2, 10),
    (22, 6, 4, 2, 4, 56, 1, 5),
    (14, 8, 40, 10, 2, 2, 14, 10),
    (36, 26, 6, 4, 12, 2, 2, 12),
)

# What a mayor likes to build, by character.
CHARACTERS: dict[str, tuple[int, ...]] = {
    "all": tuple(k for k in range(1, c.KINDS) if c.IS_PLACED[k]),
    "homes": (1, 1, 1, 4, 6, 11, 15, 16, 17, 18, 19, 20, 22, 13),
    "smoke": (7, 7, 7, 12, 12, 1, 13, 18),
    "sights": (23, 24, 25, 26, 27, 22, 1, 1, 19, 21, 11),
    "country": (9, 10, 14, 21, 7, 19, 1, 4),
    "shops": (4, 4, 20, 1, 1, 6, 11, 17, 15, 16),
}


class Game:
    """A recorded game. first: {"setup": hex} or {"state": hex}; steps as in portable_runner."""

    def __init__(self, first: dict[str, str], steps: list[Step]) -> None:
        self.first = first
        self.steps = steps

    def data(self) -> bytes:
        """The JSON that portable_runner.play takes."""
        return json.dumps({**self.first, "steps": self.steps}).encode()


def random_setup(rng: Random) -> dict[str, object]:
    """Any playable setup, mostly small and rich ones, so that much happens soon."""
    kind = rng.choice((0, 1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3))
    chance, resigned = rng.randrange(2), rng.randrange(2)
    mode = 1 if rng.random() < 0.3 else 0
    seed = rng.randbytes(32)
    if kind < 3:
        least, most = ((2, 2), (2, 4), (3, 6))[kind]
        seats = rng.randint(least, most)
        return {**v0.standard_setup(kind, seats, seed, chance, resigned, mode)}
    seats = rng.choice((2, 2, 2, 3, 4, 5, 6))
    least = minimum_size(seats)
    size = least if rng.random() < 0.5 else rng.randint(least, min(64, least + 8))
    if rng.random() < 0.01:
        size = 64
    return {
        "version": 0,
        "kind": 3,
        "size": size,
        "seats": seats,
        "rounds": rng.choice((4, 5, 6, 8, 9, 12)),
        "chance": chance,
        "resigned": resigned,
        "mode": mode,
        "coins": rng.choice((0, 32, 120, 250, 250)),
        "points": rng.choice((1, 3, 6, 6)),
        "seed": seed,
    }


class Watch:
    """Looks on while a game is made; the tests of properties fill it in."""

    def before(self, state: State) -> None:
        """A step is going to be done."""

    def rejected(self, state: State) -> None:
        """It was refused."""

    def accepted(self, state: State, events: list[tuple[int, ...]]) -> None:
        """It was done."""


class Play:
    """One game being made: the state, the steps so far, and what has been seen."""

    def __init__(
        self,
        rng: Random,
        state: State,
        seen: Seen,
        characters: list[str] | None = None,
        junk: float = 0.15,
        watch: Watch | None = None,
    ) -> None:
        self.rng = rng
        self.state = state
        self.seen = seen
        self.junk = junk
        self.watch = watch
        self.steps: list[Step] = []
        self.plans: dict[int, tuple[Action, int]] = {}  # as sealed last, with the salt
        self.mood = rng.choice(MOODS)
        names = sorted(CHARACTERS)
        self.characters = characters or [rng.choice(names) for _ in range(state.seats)]

    def step(self, seat: int, action: Action) -> int:
        """Record the step and do it; the rejection code or 0."""
        self.steps.append((seat, action))
        watch = self.watch
        if watch:
            watch.before(self.state)
        try:
            events = v0.apply(self.state, seat, action)
        except v0.Rejection as rejection:
            self.seen.rejected(rejection.code)
            if watch:
                watch.rejected(self.state)
            return rejection.code
        self.seen.accepted(action, events, self.state)
        if watch:
            watch.accepted(self.state, events)
        return 0

    def run(self, most: int) -> None:
        """Play to the end, or `most` steps; then knock at the door of a match that is over."""
        close = self.rng.random() < 0.1
        while self.state.phase != OVER and len(self.steps) < most:
            if self.rng.random() < self.junk:
                self.step(*nonsense(self.rng, self.state, self.plausible))
            elif self.rng.random() < 0.008:
                self.ask()
            elif self.state.phase == AWAIT_DRAW:
                self.step(SYSTEM, (a.DRAW, self.rng.getrandbits(256)))
            elif self.state.phase in (PLANNING, REVEALING):
                together.move(self)
            else:
                self.move()
        if close:
            self.step(SYSTEM, (a.CLOSE, self.rng.randrange(256)))
        if self.state.phase == OVER:
            for _ in range(3):
                self.step(*nonsense(self.rng, self.state, self.plausible))
            self.step(SYSTEM, (a.TAKEOVER, 0))
            self.step(self.rng.randrange(self.state.seats), (a.RESIGN,))

    def ask(self) -> None:
        """A question about the state, which must have one answer everywhere."""
        rng, state = self.rng, self.state
        seat = rng.randrange(state.seats)
        tile = rng.randrange(state.size**2)
        question: Step = rng.choice(
            (
                ("legal", (seat,)) if state.size > 16 else ("legal", (state.turn_seat(),)),
                ("explain", (tile,)),
                ("explain", (rng.choice(state.anchors),)),
                ("mask", (seat, rng.choice((1, 2, 5, 19, 21, 40, 41, 42, 43)))),
                ("preview", (seat, self.plausible(seat))),
                ("outlook", (0,)),
                ("draft", (seat,)),
            )
        )
        self.steps.append(question)

    def move(self) -> None:
        """The seat in turn does something, or its turn ends one way or another."""
        rng, state = self.rng, self.state
        seat = state.turn_seat()
        roll = rng.random()
        if roll < 0.004:
            self.step(rng.choice((seat, rng.randrange(state.seats))), (a.RESIGN,))
            return
        if roll < 0.02:
            who = rng.randrange(state.seats)
            kind = rng.choice((a.TAKEOVER, a.HAND_BACK, a.TIMEOUT, a.EXPEL, a.HAND_BACK))
            if kind != a.EXPEL or rng.random() < 0.15:
                self.step(SYSTEM, (kind, seat if kind == a.TIMEOUT else who))
            return
        if not state.points[seat] and rng.random() < 0.7:
            self.step(seat, (a.END_TURN,))
            return
        if rng.random() < 0.15:
            self.step(seat, self.plausible(seat))
            return
        for _ in range(24):
            action = self.plausible(seat)
            if not v0.check(state, seat, action):
                self.step(seat, action)
                return
        self.step(seat, self.plausible(seat))
        self.step(seat, (a.FUND_DRIVE,) if state.points[seat] else (a.END_TURN,))

    # -- what could plausibly be done ------------------------------------------------

    def plausible(self, seat: int) -> Action:
        """An action that may well be legal for the seat."""
        chosen = self.rng.choices(PLAUSIBLE, self.mood)[0]
        action: Action = getattr(self, chosen)(seat)
        return action

    def demolish(self, seat: int) -> Action:
        return (a.DEMOLISH, self.rng.choice(self.own(seat) + self.near_roads(seat)))

    def turn(self, seat: int) -> Action:
        return (self.rng.choice((a.OVERTIME, a.OVERTIME, a.FUND_DRIVE, a.UNDO, a.UNDO)),)

    def own(self, seat: int) -> list[int]:
        return [t for t in self.state.anchors if self.state.owner[t] == seat]

    def near_roads(self, seat: int) -> list[int]:
        """Tiles touching the seat's network, within its area."""
        area = placing.reach(self.state, seat)
        plane = roads.linked(self.state, seat)
        found = [t for t in range(len(plane)) if plane[t] and area[t] & placing.IN_AREA]
        return found or [self.state.hall[seat]]

    def building(self, seat: int) -> Action:
        rng, state = self.rng, self.state
        kind = rng.choice(CHARACTERS[self.characters[seat]])
        if rng.random() < 0.15:
            kind = rng.choice(CHARACTERS["all"])
        spots = [t for t in self.near_roads(seat) if not state.kind[t] and not state.road[t]]
        wanted = {9: (2,), 21: (3,), 25: (4,), 27: (3,)}.get(kind)
        if kind in (10, 14, 26):
            shore = state.shore()
            spots = [t for t in spots if shore[t]] or spots
        elif wanted and rng.random() < 0.9:
            good = [
                t
                for t in spots
                if any(state.terrain[n] in wanted for n in [t, t - 1, t - state.size])
            ]
            spots = good or spots
        spots = [t for t in spots if state.terrain[t] != WATER] or spots
        if not spots:
            return (a.FUND_DRIVE,)
        tile = rng.choice(spots)
        if c.SIZE[kind] == 2:
            tile = max(0, tile - rng.choice((0, 1, state.size, state.size + 1)))
        shape = 0
        if c.MOST_TILES[kind] > 1:
            shape = rng.randrange(9 if kind == c.RESERVE else 5)
        return (a.BUILD, kind, tile, shape)

    def upgrade(self, seat: int) -> Action:
        mine = [t for t in self.own(seat) if c.UPGRADES_TO[self.state.kind[t]]]
        if not mine or self.rng.random() < 0.1:
            return (a.UPGRADE, self.rng.choice(self.own(seat)))
        high = [t for t in mine if self.state.kind[t] in (2, 22)]
        return (a.UPGRADE, self.rng.choice(high if high and self.rng.random() < 0.5 else mine))

    def road(self, seat: int) -> Action:
        rng, state = self.rng, self.state
        tile = rng.choice(self.near_roads(seat))
        length = rng.randint(1, 4)
        direction = 0 if length == 1 else rng.randrange(2)
        if state.road[tile]:
            return (a.AVENUE, tile, direction, length)
        if rng.random() < 0.4:  # so that it ends here instead of beginning
            tile = max(0, tile - (length - 1) * (state.size if direction else 1))
        return (a.ROAD, tile, direction, length)

    def policy(self, seat: int) -> Action:
        rng, state = self.rng, self.state
        if rng.random() < 0.1:
            now = (state.tax[seat], state.price[seat], state.ordinance[seat])
            return (a.POLICY, *now, state.ordinance2[seat])
        first = rng.randrange(7)
        second = rng.randint(first + 1, 6) if first and first < 6 and rng.random() < 0.7 else 0
        if second and not self.state.holds(seat, c.MUSEUM) and rng.random() < 0.8:
            second = 0
        return (a.POLICY, rng.randrange(3), rng.randint(1, 3), first, second)

    def trade(self, seat: int) -> Action:
        rng, state = self.rng, self.state
        for_me = [o for o in state.offers if o[2] == seat]
        if for_me and rng.random() < 0.7:
            offer = rng.choice(for_me)
            kind = rng.choice((a.ACCEPT, a.ACCEPT, a.ACCEPT, a.DECLINE))
            return (kind, 2 * offer[0] + offer[1])
        if rng.random() < 0.15:
            return (a.WITHDRAW, 2 * seat + rng.randrange(2))
        to = rng.randrange(state.seats)
        direction = rng.randrange(2)
        coins = rng.choice(a.COIN_STEPS)
        if rng.random() < 0.4:
            giver = to if direction == a.GIVE_COINS else seat
            return (a.OFFER, to, direction, coins, a.TILE, rng.choice(self.own(giver)), 0)
        thing = rng.choice((a.POWER_UNITS, a.GOODS_UNITS))
        return (a.OFFER, to, direction, coins, thing, rng.choice(a.UNIT_STEPS), rng.randint(1, 4))

    def right_of_way(self, seat: int) -> Action:
        rivals = [
            t for t in self.near_roads(seat) if self.state.kind[t] and self.state.owner[t] != seat
        ]
        return (a.RIGHT_OF_WAY, self.rng.choice(rivals or self.state.anchors))


def generate(number: int, seen: Seen, watch: Watch | None = None) -> Game:
    """The game of this number; what happens in it is added to `seen`."""
    rng = Random(number)
    setup = random_setup(rng)
    play = Play(rng, v0.new_game(setup), seen, watch=watch)
    play.run(rng.choice((40, 60, 60, 120)))
    return Game({"setup": v0.encode_setup(setup).hex()}, play.steps)
