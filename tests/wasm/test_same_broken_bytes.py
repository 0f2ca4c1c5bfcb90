"""Broken bytes give the same typed error, or the same state, on the wasm that ships."""

import json
from pathlib import Path
from random import Random

import pytest

from games.engine import v0
from tests.engine.board import Board
from tests.engine.broken import RICH
from tests.engine.plans import SALT, planned, reveal, seal, step
from tests.engine.towns import town
from tests.wasm import portable_runner
from tests.wasm.harness import WasmPython

Row = tuple[str, str]
PLAN = step(3, 4, 105, 0, at=106) + step(13)
OPENED = (38, 0, SALT, *PLAN)


def opening() -> Board:
    """Three mayors whose plans are being opened: one is open, one sealed, one was too late."""
    board = planned(3)
    seal(board, 0, PLAN)
    seal(board, 1)
    board.do(33, 2, seat=v0.SYSTEM)
    reveal(board, 0, PLAN)
    return board


def spoiled(rng: Random, data: bytes) -> bytes:
    """The bytes with something wrong: cut, longer, flipped, or a huge number in them."""
    way = rng.randrange(4)
    if way == 0:
        return data[: rng.randrange(len(data))]
    if way == 1:
        return data + rng.randbytes(rng.randint(1, 9))
    bad = bytearray(data)
    at = rng.randrange(len(bad))
    if way == 2:
        bad[at] = rng.randrange(256)
    else:
        bad[at : at + 2] = b"\xff\xff"
    return bytes(bad)


def rows(seed: int) -> list[Row]:
    rng = Random(seed)
    found: list[Row] = []
    states = [RICH, v0.encode(town(rng)), v0.encode(opening().state)]
    for _ in range(60):
        data = spoiled(rng, rng.choice(states))
        if rng.random() < 0.5:  # most of a state is planes: aim behind them as well
            tail = spoiled(rng, RICH[4446:])
            data = RICH[:4446] + tail
        found.append(("state", data.hex()))
    setup = v0.encode_setup(v0.standard_setup(1, 3, rng.randbytes(32)))
    for _ in range(40):
        found.append(("setup", spoiled(rng, setup).hex()))
        found.append(("setup", rng.randbytes(rng.randrange(60)).hex()))
    for _ in range(150):
        found.append(("action", rng.randbytes(rng.randint(0, 8)).hex()))
        kind = bytes((rng.choice((1, 2, 3, 7, 8, 17, 32, 38)),))
        found.append(("action", (kind + rng.randbytes(rng.randint(0, 44))).hex()))
        found.append(("action", spoiled(rng, v0.encode_action(OPENED)).hex()))
        seals = v0.encode(opening().state)
        found.append(("state", (seals[:-60] + spoiled(rng, seals[-60:])).hex()))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_broken_bytes_end_the_same_on_both(wasm: WasmPython, seed: int) -> None:
    wasm.add_module("portable_runner.py", Path(portable_runner.__file__).read_text())
    data = json.dumps(rows(seed)).encode()
    here = portable_runner.broken(data)
    assert wasm.call("portable_runner.broken", data) == here
    assert set(here) == {0, 1}, "some are accepted, some broken, none comes back changed"
