"""Bots play whole games the same way on this interpreter and on the wasm that ships."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from games.engine import v0
from tests.wasm import portable_bots
from tests.wasm.harness import WasmPython

EASY, MEDIUM = 0, 1
DUEL, CLASSIC, GRAND = 0, 1, 2
# (kind, levels by seat, games); every third is one in which all plan at once
TABLE = (
    (DUEL, (EASY, EASY), 21),
    (DUEL, (MEDIUM, EASY), 6),
    (DUEL, (MEDIUM, MEDIUM), 4),
    (CLASSIC, (EASY, EASY), 3),
    (CLASSIC, (EASY, EASY, EASY), 2),
    (CLASSIC, (MEDIUM, EASY, EASY, EASY), 2),
    (GRAND, (EASY,) * 6, 2),
)
GAMES = [(kind, levels, number) for kind, levels, count in TABLE for number in range(count)]
BATCHES = 8


def test_there_are_forty_games() -> None:
    assert len(GAMES) == 40


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_choice_and_every_hash_is_the_same(wasm: WasmPython, batch: int) -> None:
    wasm.add_module("portable_bots.py", Path(portable_bots.__file__).read_text())
    for kind, levels, number in GAMES[batch::BATCHES]:
        seed = sha256(bytes((kind, number, *levels))).digest()
        mode = 1 if number % 3 == 1 else 0
        setup = v0.standard_setup(kind, len(levels), seed, chance=number % 2, mode=mode)
        game = {"setup": v0.encode_setup(setup).hex(), "levels": levels, "salt": seed.hex()}
        data = json.dumps(game).encode()
        here = portable_bots.play_bots(data)
        assert len(here) > 500
        assert wasm.call("portable_bots.play_bots", data) == here, (kind, levels, number)
