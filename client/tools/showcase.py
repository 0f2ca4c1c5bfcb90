"""Makes the picture of the home page: a match between bots, as the board shows it grow.

    python -m client.tools.showcase > client/src/site/city.json

The page needs neither the rules nor an interpreter to show it: only planes of tiles, and what each
action changed of them. It is a picture, not a match: other rules do not make it wrong.
"""

import hashlib
import json
import sys
from itertools import pairwise

from games.bots.player import choose
from games.engine import rules
from games.engine.v0.state import OVER, State

GRAND, MAYORS, MEDIUM = 2, 5, 1
SEED = hashlib.sha256(b"home 1").digest()
PLANES = ("terrain", "road", "kind", "owner", "part", "smog")
SHOWN_GROWING = 0.45  # the page begins with a city, and shows this last part of the match grow


def main() -> None:
    """Play the match and print what the page shows of it."""
    engine = rules(0)
    state = engine.new_game(engine.standard_setup(GRAND, MAYORS, SEED))
    frames = [_planes(state)]
    while state.phase != OVER:
        seat = state.turn_seat()
        engine.apply(state, seat, choose(MEDIUM, state, seat, b"home"))
        planes = _planes(state)
        if planes != frames[-1]:
            frames.append(planes)
    first = int(len(frames) * (1 - SHOWN_GROWING))
    picture = {
        "size": state.size,
        "wind": state.wind,
        "start": dict(zip(PLANES, (plane.hex() for plane in frames[first]), strict=True)),
        "steps": [_step(old, new) for old, new in pairwise(frames[first:])],
    }
    json.dump(picture, sys.stdout, separators=(",", ":"))
    sys.stdout.write("\n")


def _planes(state: State) -> tuple[bytes, ...]:
    return tuple(bytes(getattr(state, name)) for name in PLANES)


def _step(before: tuple[bytes, ...], after: tuple[bytes, ...]) -> list[list[int]]:
    """For each plane: tile, new value, tile, new value ..."""
    step = []
    for old, new in zip(before, after, strict=True):
        changed = [tile for tile in range(len(old)) if old[tile] != new[tile]]
        step.append([number for tile in changed for number in (tile, new[tile])])
    return step


if __name__ == "__main__":
    main()
