"""Whole matches between bots, for the tests."""

import hashlib
from collections import Counter

from games.bots.player import choose, plan
from games.engine import rules
from games.engine.v0.actions import DRAW, REVEAL, SEAL, SYSTEM
from games.engine.v0.seals import awaited
from games.engine.v0.state import AWAIT_DRAW, OVER, PLANNING, REVEALING, State

RULES = rules(0)
EASY, MEDIUM = 0, 1
MOST_ACTIONS = 32  # a turn: at most ten points, overtime, policy, offers and answers


def seed(number: int) -> bytes:
    """A seed of its own for every number."""
    return hashlib.sha256(b"tests of bots %d" % number).digest()


def custom(
    size: int,
    seats: int,
    rounds: int = 4,
    chance: int = 0,
    coins: int = 32,
    points: int = 3,
    number: int = 0,
    mode: int = 0,
) -> dict[str, object]:
    """The setup of a custom match."""
    return {
        "version": 0,
        "kind": 3,
        "size": size,
        "seats": seats,
        "rounds": rounds,
        "chance": chance,
        "resigned": 0,
        "mode": mode,
        "coins": coins,
        "points": points,
        "seed": seed(number),
    }


def duel(number: int) -> dict[str, object]:
    """The setup of a standard duel."""
    setup: dict[str, object] = RULES.standard_setup(0, 2, seed(number))
    return setup


class Played:
    """A match played to its end; `seen` counts the actions of each kind by all seats.

    Fails when an action is refused, when a turn takes too long, or when (with `watched`) the
    bot changes the state it looks at.
    """

    def __init__(
        self,
        setup: dict[str, object],
        levels: tuple[int, ...],
        salt: bytes = b"",
        watched: bool = False,
    ) -> None:
        self.state: State = RULES.new_game(setup)
        self.seen: Counter[int] = Counter()
        self.actions: list[tuple[int, ...]] = []
        self.plans: dict[int, tuple[tuple[int, ...], int]] = {}
        self.opened: list[tuple[int, ...]] = []
        self.events: list[tuple[int, ...]] = []
        in_turn, last = 0, (0, 0)
        while self.state.phase != OVER:
            if self.state.phase == AWAIT_DRAW:
                link = hashlib.sha256(b"link %d" % self.state.draws).digest()
                self.do(SYSTEM, (DRAW, int.from_bytes(link, "big")))
                continue
            if self.state.phase == REVEALING:
                self.open_plans()
                continue
            turn = (self.state.round, self.state.turn)
            for seat in self.speakers():
                before = RULES.encode(self.state) if watched else b""
                action = choose(levels[seat], self.state, seat, salt)
                if action[0] == SEAL:
                    self.plans[seat] = plan(levels[seat], self.state, seat, salt)
                assert not watched or RULES.encode(self.state) == before
                self.seen[action[0]] += 1
                self.actions.append(action)
                self.do(seat, action)
            in_turn = in_turn + 1 if turn == last else 0
            last = turn
            assert in_turn < MOST_ACTIONS

    def do(self, seat: int, action: tuple[int, ...]) -> None:
        """Carry an action out and note its events."""
        self.events += RULES.apply(self.state, seat, action)

    def speakers(self) -> list[int]:
        """Who is asked for one action each: the seat in turn, or all who have not sealed."""
        if self.state.phase != PLANNING:
            return [self.state.turn_seat()]
        return [seat for seat in range(self.state.seats) if awaited(self.state, seat)]

    def open_plans(self) -> None:
        """Every plan that was sealed is opened."""
        for seat in sorted(self.plans):
            steps, sealed_with = self.plans[seat]
            self.opened.append(steps)
            self.do(SYSTEM, (REVEAL, seat, sealed_with, *steps))
        self.plans = {}
