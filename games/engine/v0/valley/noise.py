"""Smooth integer noise: what makes woods and lakes grow in natural patches."""

from ..rng import Stream


def field(stream: Stream, size: int, turn: list[int], fold: int) -> list[int]:
    """Noise of a size x size map, 0 to 765 * fold per tile, alike under the map's turn.

    Value noise: a lattice of drawn numbers (0 to 255) every 7 tiles, counted twice, plus one every
    3 tiles, both interpolated linearly (rounded down); with a symmetry, every tile gets the sum
    over its images, which is smooth everywhere and the same at each of them.
    """
    plain = [0] * (size * size)
    _add_octave(stream, size, 7, 2, plain)
    _add_octave(stream, size, 3, 1, plain)
    if fold == 1:
        return plain
    total = plain[:]
    place = turn[:]
    for _ in range(fold - 1):
        for t in range(size * size):
            total[t] += plain[place[t]]
            place[t] = turn[place[t]]
    return total


def _add_octave(stream: Stream, size: int, step: int, weight: int, total: list[int]) -> None:
    """Add one lattice with its points `step` tiles apart; its origin is drawn (x, then y)."""
    off_x = stream.below(step)
    off_y = stream.below(step)
    columns = (size - 1 + off_x) // step + 2
    rows = (size - 1 + off_y) // step + 2
    lattice = []
    for _ in range(rows):
        lattice.append([stream.below(256) for _ in range(columns)])
    square = step * step
    t = 0
    for y in range(off_y, off_y + size):
        low = y % step
        above = lattice[y // step]
        below = lattice[y // step + 1]
        line = [above[i] * (step - low) + below[i] * low for i in range(columns)]
        i = 0
        low = off_x
        slope = line[1] - line[0]
        value = line[0] * step + slope * low
        for _ in range(size):
            total[t] += value * weight // square
            t += 1
            low += 1
            value += slope
            if low == step:
                low = 0
                i += 1
                if i + 1 < columns:
                    slope = line[i + 1] - line[i]
                    value = line[i] * step
