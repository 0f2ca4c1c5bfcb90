"""Speed of the rules on CPython and in WebAssembly, beside their targets.

    python -m bench.rules [--samples 40] [--no-wasm]

Every figure is a median over the samples, taken in turns with a yardstick (a fixed loop of
plain Python on the same interpreter), and printed with its ratio to it: the ratio is what
can be compared between machines and days. Times are CPU time of the process that does the work.
"""

import argparse
import statistics
import time

from bench.interpreters import CPYTHON, YARDSTICK, Interpreter, in_wasm
from games.bots.player import choose
from games.engine import rules
from games.engine.v0.actions import END_TURN
from games.engine.v0.state import OVER

RULES = rules(0)
CLASSIC, GRAND = 1, 2
MEDIUM = 1


def classic_of_medium_bots() -> tuple[float, bytes, int]:
    """(CPU seconds of a whole classic match, the state before its last round's end, actions)."""
    state = RULES.new_game(RULES.standard_setup(CLASSIC, 4, b"bench: a classic of medium bots."))
    built_up = b""
    actions = 0
    start = time.process_time()
    spent = 0.0
    while state.phase != OVER:
        seat = state.turn_seat()
        action = choose(MEDIUM, state, seat)
        if state.round == state.rounds and action == (END_TURN,):
            spent += time.process_time() - start
            built_up = RULES.encode(state)
            start = time.process_time()
        RULES.apply(state, seat, action)
        actions += 1
    return spent + time.process_time() - start, built_up, actions


def row(name: str, target: float, seconds: float, yard: float) -> None:
    """Print one line of the table."""
    verdict = "met" if seconds * 1000 <= target else "MISSED"
    print(
        f"| {name} | {target:g} ms | {seconds * 1000:.3f} ms | {seconds / yard:.4f} | {verdict} |"
    )


def measure(interpreter: Interpreter, samples: int, built_up: bytes) -> None:
    """The rows of one interpreter."""
    name, call = interpreter.name, interpreter.call
    wasm = name == "wasm"
    grand = RULES.new_game(RULES.standard_setup(GRAND, 4, b"bench: four mayors at 32 by 32.."))
    call("bench.rules_work.load", RULES.encode(grand))
    count = call("bench.rules_work.prepare_builds", bytes((20,)))[0]
    seconds, yard = interpreter.medians(
        ["bench.rules_work.build"], samples, reset="bench.rules_work.reset_builds"
    )
    row(f"{name}: build on 32x32 with hash", 5 if wasm else 0.15, seconds / count, yard)
    call("bench.rules_work.load", built_up)
    seconds, yard = interpreter.medians(
        ["bench.rules_work.round_end"], samples, reset="bench.rules_work.reset_round"
    )
    row(f"{name}: round's end, 24x24, 4 built-up", 100 if wasm else 4, seconds, yard)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=40)
    parser.add_argument("--no-wasm", action="store_true")
    arguments = parser.parse_args()
    print("| what | target | median | ratio to yardstick | |")
    print("| --- | --- | --- | --- | --- |")
    matches = []
    yards = []
    for _ in range(7):
        matches.append(classic_of_medium_bots())
        yards.append(CPYTHON.timed(YARDSTICK))
    built_up = matches[0][1]
    median = statistics.median(match[0] for match in matches)
    row("CPython: classic of 4 medium bots", 5000, median, statistics.median(yards))
    measure(CPYTHON, arguments.samples, built_up)
    if arguments.no_wasm:
        return
    with in_wasm("rules_work") as wasm:
        measure(wasm, arguments.samples, built_up)
    state = RULES.decode(built_up)
    people = [state.people(seat) for seat in range(state.seats)]
    print(f"\nBuilt-up: {len(state.anchors)} buildings, {people} residents;", end=" ")
    print(f"a classic match has {matches[0][2]} actions.")


if __name__ == "__main__":
    main()
