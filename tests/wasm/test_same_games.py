"""Generated games come out the same on this interpreter and on the wasm that ships.

Every step's rejection code, the digest of its events and the state's hash are compared; the
games are those of tests/engine/test_generated_games.py, which asserts that they leave nothing
of the rules out.
"""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from games import engine
from games.engine import v0
from games.engine.v0.terrain import minimum_size
from tests.engine.episodes import episodes
from tests.engine.games import CHARACTERS, FRESH, Game, Play, generate
from tests.engine.seen import Seen
from tests.engine.towns import FROM_TOWNS, generate_from_town
from tests.golden import make_games
from tests.wasm import portable_runner
from tests.wasm.harness import WasmPython

BATCH = 20


@pytest.fixture(scope="module")
def browser(wasm: WasmPython) -> WasmPython:
    """The interpreter with the runner beside the portable packages."""
    wasm.add_module("portable_runner.py", Path(portable_runner.__file__).read_text())
    return wasm


def same(browser: WasmPython, game: Game) -> None:
    """Play the game on both; on a difference tell the first step that differs."""
    data = game.data()
    here, there = portable_runner.play(data), browser.call("portable_runner.play", data)
    if here == there:
        return
    assert here[:32] == there[:32], "the first states differ"
    width = portable_runner.STEP_BYTES
    for number, step in enumerate(game.steps):
        at = 32 + number * width
        for name, start, end in (("code", 0, 1), ("told", 1, 9), ("hash", 9, width)):
            ours, theirs = here[at + start : at + end].hex(), there[at + start : at + end].hex()
            assert ours == theirs, f"step {number} {step}: {name} {ours} here, {theirs} there"
    raise AssertionError("scores or lengths differ")


@pytest.mark.parametrize("first", range(0, FRESH, BATCH))
def test_new_games_are_the_same(browser: WasmPython, first: int) -> None:
    for number in range(first, min(FRESH, first + BATCH)):
        same(browser, generate(number, Seen()))


@pytest.mark.parametrize("first", range(0, FROM_TOWNS, BATCH))
def test_games_in_grown_towns_are_the_same(browser: WasmPython, first: int) -> None:
    for number in range(first, min(FROM_TOWNS, first + BATCH)):
        same(browser, generate_from_town(number, Seen()))


def test_scripted_games_are_the_same(browser: WasmPython) -> None:
    for game in episodes(Seen()):
        same(browser, game)


def test_the_golden_games_are_the_same(browser: WasmPython) -> None:
    for kept in make_games.read(engine.DRAFT):
        steps = [(seat, tuple(action)) for seat, action, _, _ in kept["steps"]]
        same(browser, Game({"setup": kept["setup"]}, steps))


@st.composite
def setups(draw: st.DrawFn) -> dict[str, object]:
    """Any setup of a small custom match."""
    seats = draw(st.integers(2, 6))
    least = minimum_size(seats)
    return {
        "version": 0,
        "kind": 3,
        "size": draw(st.integers(least, least + 6)),
        "seats": seats,
        "rounds": draw(st.integers(4, 24)),
        "chance": draw(st.integers(0, 1)),
        "resigned": draw(st.integers(0, 1)),
        "mode": draw(st.integers(0, 1)),
        "coins": draw(st.integers(0, 250)),
        "points": draw(st.integers(1, 6)),
        "seed": draw(st.binary(min_size=32, max_size=32)),
    }


LARGEST: dict[str, object] = {
    "version": 0,
    "kind": 3,
    "size": 64,
    "seats": 6,
    "rounds": 24,
    "chance": 1,
    "resigned": 1,
    "mode": 0,
    "coins": 250,
    "points": 6,
    "seed": bytes(range(32)),
}


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(setup=LARGEST, random=7, most=30, character="all")
@given(
    setup=setups(),
    random=st.integers(0, 2**32),
    most=st.integers(1, 50),
    character=st.sampled_from(sorted(CHARACTERS)),
)
def test_any_game_is_the_same(
    browser: WasmPython, setup: dict[str, object], random: int, most: int, character: str
) -> None:
    seats = setup["seats"]
    assert isinstance(seats, int)
    play = Play(Random(random), v0.new_game(setup), Seen(), [character] * seats, junk=0.3)
    play.run(most)
    same(browser, Game({"setup": v0.encode_setup(setup).hex()}, play.steps))
