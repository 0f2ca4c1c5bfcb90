"""Steps that should be refused: the wrong seat, wrong numbers, or no action at all."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0.state import PLANNING, State

Action = tuple[Any, ...]
SYSTEM = v0.SYSTEM


def nonsense(rng: Random, state: State, plausible: Callable[[int], Action]) -> tuple[int, Action]:
    """A step that is probably illegal: wrong seat, wrong numbers, or no action at all."""
    seat = rng.randrange(state.seats) if state.phase == PLANNING else state.turn_seat()
    roll = rng.random()
    if roll < 0.2:
        wrong = rng.choice((0, 1, 5, 6, 7, 254, SYSTEM, -1))
        return wrong, plausible(rng.randrange(state.seats))
    if roll < 0.4:
        return rng.choice((seat, SYSTEM)), rng.choice(list(malformed(rng)))
    if roll < 0.5:
        kind = rng.choice(a.SYSTEM_KINDS[1:5])
        if kind == a.EXPEL:
            kind = a.TIMEOUT
        return rng.choice((SYSTEM, SYSTEM, seat)), (kind, rng.randrange(6))
    if roll < 0.55:
        number = rng.getrandbits(rng.choice((1, 8, 256)))
        action = (a.REVEAL, rng.randrange(6), number, 0, a.FUND_DRIVE)
        return rng.choice((SYSTEM, seat)), action if rng.random() < 0.3 else (a.DRAW, number)
    kinds = [k for k in a.PLAYER_KINDS if k not in (a.END_TURN, a.RESIGN, a.SEAL)]
    kind = rng.choice(kinds)
    bounds = a.BOUNDS[kind]
    assert bounds is not None
    values = []
    for most in bounds:
        if most == 4095 and rng.random() < 0.9:
            most = state.size**2 - 1
        values.append(rng.randint(0, most))
    return (seat if rng.random() < 0.9 else rng.randrange(6)), (kind, *values)


def malformed(rng: Random) -> Iterator[Action]:
    """Tuples that are no action."""
    yield ()
    yield (rng.choice((0, 18, 31, 39, 63, 64, 10**20, -1)),)
    yield (a.END_TURN, 0)
    yield (a.BUILD, 1, 5)
    yield (a.BUILD, 30, 5, 0)
    yield (a.BUILD, 1, 5, 9)
    yield (a.ROAD, 4096, 0, 1)
    yield (a.ROAD, -1, 0, 1)
    yield (a.ROAD, 3, True, 1)
    yield (True, 3, 0, 1)
    yield (a.POLICY, 3, 1, 0, 0)
    yield (a.UPGRADE, None)
    yield (a.UPGRADE, "7")
    yield (a.DRAW, 1 << 256)
    yield (a.CLOSE, 256)
    yield (a.TIMEOUT, 6)
    yield (a.SEAL,)
    yield (a.SEAL, 1 << 256)
    yield (a.REVEAL, 0)
    yield (a.REVEAL, 6, 0)
    yield (a.REVEAL, 0, 1, 0)
    yield (a.REVEAL, 0, 1, 1, a.FUND_DRIVE)
    yield (a.REVEAL, 0, 1, 0, a.OFFER, 1, 0, 1, 1, 1, 1)
    yield (a.REVEAL, 0, 1, 4097, a.UPGRADE, 0)
    yield (a.REVEAL, 0, 1, True, a.UPGRADE, 0)
    yield (a.REVEAL, 0, 1, 0, a.UPGRADE)
    yield (a.REVEAL, 0, 1, 0, a.UPGRADE, 4096)
    yield (a.REVEAL, 0, 1, *(0, a.FUND_DRIVE) * (a.MOST_STEPS + 1))
