"""The valley roads: the crossing in the middle and one spoke from every hall to it."""

from ..geometry import geometry
from ..rng import Stream


def crossing(size: int) -> list[int]:
    """The tiles of the central crossing: 2x2, or a plus of five where the size is odd."""
    c = size // 2
    middle = c * size + c
    if size % 2:
        return [middle - size, middle - 1, middle, middle + 1, middle + size]
    return [middle - size - 1, middle - size, middle - 1, middle]


def spoke(size: int, hall: int, stream: Stream) -> list[int]:
    """The tiles of a road from beside the hall to the crossing, the crossing's tile last.

    It goes straight for at least three tiles along the longer way (a draw decides a tie), bends at
    a place that is drawn, covers the shorter way, and bends back. So every hall has the same start:
    plots on both sides of a straight street.
    """
    far = geometry(size).distance
    goal = -1
    for t in crossing(size):
        if goal < 0 or _walk(size, hall, t) < _walk(size, hall, goal):
            goal = t
    dx = goal % size - hall % size
    dy = goal // size - hall // size
    step_x = 1 if dx > 0 else -1
    step_y = size if dy > 0 else -size
    wide, high = abs(dx), abs(dy)
    across = wide > high or (wide == high and stream.below(2) == 0)
    long_step, long = (step_x, wide) if across else (step_y, high)
    short_step, short = (step_y, high) if across else (step_x, wide)
    straight = min(3, long) + stream.below(max(1, long - 2)) if short else long
    steps = [long_step] * straight + [short_step] * short + [long_step] * (long - straight)
    path = []
    at = hall
    for step in steps:
        at += step
        path.append(at)
        if far(at, goal) == 0:
            break
    return path


def _walk(size: int, a: int, b: int) -> int:
    """Orthogonal steps from a to b."""
    return abs(a % size - b % size) + abs(a // size - b // size)
