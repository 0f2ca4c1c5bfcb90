"""Whole matches between bots, for the tests."""

import hashlib
from collections import Counter

from games.bots.player import choose
from games.engine import rules
from games.engine.v0.actions import DRAW, SYSTEM
from games.engine.v0.state import AWAIT_DRAW, OVER, State

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
        "mode": 0,
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
        in_turn = 0
        while self.state.phase != OVER:
            if self.state.phase == AWAIT_DRAW:
                link = hashlib.sha256(b"link %d" % self.state.draws).digest()
                RULES.apply(self.state, SYSTEM, (DRAW, int.from_bytes(link, "big")))
                continue
            seat = self.state.turn_seat()
            before = RULES.encode(self.state) if watched else b""
            action = choose(levels[seat], self.state, seat, salt)
            assert not watched or RULES.encode(self.state) == before
            self.seen[action[0]] += 1
            self.actions.append(action)
            turn = (self.state.round, self.state.turn)
            RULES.apply(self.state, seat, action)
            in_turn = in_turn + 1 if (self.state.round, self.state.turn) == turn else 0
            assert in_turn < MOST_ACTIONS
