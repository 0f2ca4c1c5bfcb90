"""Writes games_v<N>.json.gz: whole games of a version of the rules, step by step.

`python -m tests.golden.make_games` makes the draft's anew (after a change of its rules, its map
or its catalogue). A released version's games are made once and then kept for ever: they are the
oracle that every later checkout, and any other implementation, must agree with.

A file holds a list of games: {"setup": hex, "steps": [[seat, action, code, hash], ...], "hash",
"scores", "standings"}. code: 0 or the rejection; hash: the first 8 bytes of the state's hash
after the step, "" where the step changed nothing; the last hash in full.
"""

import gzip
import json
from pathlib import Path
from random import Random
from typing import Any

from games import engine
from games.engine import v0
from tests.engine.games import Play
from tests.engine.seen import Seen

FOLDER = Path(__file__).parent
Setup = dict[str, object]


def path(version: int) -> Path:
    """Where a version's games are kept."""
    return FOLDER / f"games_v{version}.json.gz"


def setups() -> list[Setup]:
    """Every kind, chance and mode, what becomes of the resigned, small and large maps."""
    custom: Setup = {"version": 0, "kind": 3, "size": 12, "seats": 2, "rounds": 10, "chance": 1}
    custom = {
        **custom,
        "resigned": 1,
        "mode": 0,
        "coins": 250,
        "points": 6,
        "seed": bytes(range(32)),
    }
    return [
        v0.standard_setup(0, 2, bytes([1] * 32)),
        v0.standard_setup(0, 2, bytes([2] * 32), chance=1),
        v0.standard_setup(1, 2, bytes([3] * 32), resigned=1),
        v0.standard_setup(1, 4, bytes([4] * 32), chance=1),
        v0.standard_setup(2, 6, bytes([5] * 32)),
        v0.standard_setup(0, 2, bytes([6] * 32), mode=1),
        v0.standard_setup(1, 3, bytes([7] * 32), chance=1, mode=1),
        custom,
        {**custom, "size": 22, "seats": 5, "chance": 0, "seed": bytes(range(1, 33))},
    ]


def replay(rules: Any, setup: str, steps: list[Any]) -> dict[str, Any]:
    """What these rules make of the steps (the seat and the action of each), as in the file."""
    state = rules.new_game(rules.decode_setup(bytes.fromhex(setup)))
    told: list[list[Any]] = []
    for seat, action, *_ in steps:
        try:
            rules.apply(state, seat, tuple(action))
            told.append([seat, list(action), 0, rules.state_hash(state)[:8].hex()])
        except rules.Rejection as rejection:
            told.append([seat, list(action), rejection.code, ""])
    return {
        "setup": setup,
        "steps": told,
        "hash": rules.state_hash(state).hex(),
        "scores": rules.scores(state),
        "standings": rules.standings(state),
    }


def games() -> list[dict[str, Any]]:
    """The draft's games, played anew."""
    found = []
    for number, setup in enumerate(setups()):
        play = Play(Random(5000 + number), v0.new_game(setup), Seen(), junk=0.05)
        play.run(260)
        steps = [step for step in play.steps if isinstance(step[0], int)]
        found.append(replay(v0, v0.encode_setup(setup).hex(), steps))
    return found


def read(version: int) -> list[dict[str, Any]]:
    """The games kept for a version."""
    kept: list[dict[str, Any]] = json.loads(gzip.decompress(path(version).read_bytes()))
    return kept


if __name__ == "__main__":
    text = json.dumps(games(), separators=(",", ":"))
    path(engine.DRAFT).write_bytes(gzip.compress(text.encode(), mtime=0))
