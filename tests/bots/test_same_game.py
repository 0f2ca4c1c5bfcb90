"""The same match is played the same way anywhere; another salt plays another match."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from games.bots.player import choose
from tests.bots.matches import EASY, MEDIUM, RULES, Played, custom, duel

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = """
from tests.bots.matches import RULES, Played, custom
played = Played(custom(24, 4, rounds=6, number=5), (1, 0, 1, 0), b"salt")
print(RULES.state_hash(played.state).hex())
"""


@pytest.mark.parametrize("hash_seed", ["0", "1", "4711"])
def test_the_order_of_sets_and_dicts_decides_nothing(hash_seed: str) -> None:
    here = Played(custom(24, 4, rounds=6, number=5), (MEDIUM, EASY, MEDIUM, EASY), b"salt")
    environment = dict(os.environ, PYTHONHASHSEED=hash_seed, PYTHONPATH=str(REPOSITORY))
    there = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == RULES.state_hash(here.state).hex()


@pytest.mark.parametrize("level", [EASY, MEDIUM])
def test_a_salt_makes_a_match_of_its_own(level: int) -> None:
    games = [Played(duel(6), (level, level), salt).actions for salt in (b"a", b"a", b"b", b"c")]
    assert games[0] == games[1]
    assert games[0] != games[2] != games[3]


def test_caches_of_the_state_do_not_sway_a_choice() -> None:
    """A state that has been looked at and one fresh from its bytes get the same action."""
    fresh = Played(custom(16, 2, number=7), (MEDIUM, MEDIUM)).actions
    state = RULES.new_game(custom(16, 2, number=7))
    for action in fresh:
        seat = state.turn_seat()
        assert choose(MEDIUM, RULES.decode(RULES.encode(state)), seat) == action
        RULES.apply(state, seat, action)
