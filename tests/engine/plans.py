"""Boards on which all plan at once, and rounds of such plans from seal to draw."""

from collections.abc import Mapping
from typing import Any

from games.engine import v0
from games.engine.v0 import actions as a
from games.engine.v0 import event_codes as e
from tests.engine.board import Board, Event

Steps = tuple[int, ...]
SALT = 123456789


def step(*action: int, at: int | None = None) -> Steps:
    """A step of a plan; `at`: the other tile at which it may be done."""
    return (0 if at is None else at + 1, *action)


def planned(seats: int = 2, coins: int = 100, chance: int = 1, **more: Any) -> Board:
    """A board in PLANNING; the draw that resolves the round is the test's, unless chance is 0."""
    board = Board(seats=seats, coins=coins, chance=chance, mode=1, **more)
    board.street(3, 4, 14)
    if seats > 2:
        board.street(4, 4, 14, down=True)
        board.street(3, 17, 14)
    return board


def seal(board: Board, seat: int, *steps: Steps, salt: int = SALT) -> list[Event]:
    """The seat seals these steps; the events."""
    digest = v0.plan_digest(board.state, seat, sum(steps, ()), salt)
    return board.do(a.SEAL, digest, seat=seat)


def reveal(board: Board, seat: int, *steps: Steps, salt: int = SALT) -> list[Event]:
    """The platform opens the seat's plan; the events."""
    return board.do(a.REVEAL, seat, salt, *sum(steps, ()), seat=v0.SYSTEM)


def play(board: Board, plans: Mapping[int, tuple[Steps, ...]], value: int = 0) -> list[Event]:
    """Everybody seals, is opened, and the draw is made: its events.

    value: the draw; value % active seats is the place in play order of who begins.
    """
    active = [seat for seat in range(board.state.seats) if board.state.active(seat)]
    for seat in active:
        seal(board, seat, *plans.get(seat, ()))
    for seat in active:
        reveal(board, seat, *plans.get(seat, ()))
    if board.state.phase == 1:
        board.do(a.DRAW, value, seat=v0.SYSTEM)
    return board.events


def course(events: list[Event]) -> list[Event]:
    """What the plans came to: (seat, number, 0 done, 1 at the fallback, or the rejection)."""
    told = []
    for event in events:
        if event[0] in (e.STEP, e.STEP_FAILED):
            told.append(event[1:])
    return told


def done(events: list[Event]) -> list[tuple[int, int]]:
    """(seat, number) of the steps that were done, in their order."""
    return [(event[1], event[2]) for event in events if event[0] == e.STEP]
