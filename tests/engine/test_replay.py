"""The same game gives the same hashes in another process, whatever its hash seed."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.engine.games import generate
from tests.engine.seen import Seen
from tests.engine.towns import generate_from_town
from tests.wasm import portable_runner

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = """
import hashlib, sys
from tests.engine.games import generate
from tests.engine.seen import Seen
from tests.engine.towns import generate_from_town
from tests.wasm.portable_runner import play
total = hashlib.sha256()
for number in range(6):
    for make in (generate, generate_from_town):
        total.update(play(make(number, Seen()).data()))
print(total.hexdigest())
"""


def test_a_game_is_the_same_in_another_process_under_any_hash_seed() -> None:
    total = hashlib.sha256()
    for number in range(6):
        for make in (generate, generate_from_town):
            total.update(portable_runner.play(make(number, Seen()).data()))
    for seed in ("0", "1", "4242"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == total.hexdigest()


def test_playing_a_game_again_gives_the_same_answers() -> None:
    data = generate_from_town(3, Seen()).data()
    assert portable_runner.play(data) == portable_runner.play(data)
