"""Speed of the rules on CPython and in WebAssembly, beside their targets.

    python -m bench.rules [--samples 40] [--no-wasm]

Every figure is a median over the samples, taken in turns with a yardstick (a fixed loop of
plain Python on the same interpreter), and printed with its ratio to it: the ratio is what
can be compared between machines and days. Times are CPU time of this process on CPython and
wall time of the call in WebAssembly (its process does nothing else).
"""

import argparse
import statistics
import time
from collections.abc import Callable

from bench import rules_work
from games.bots.player import choose
from games.engine import rules
from tests.wasm.harness import WasmPython

RULES = rules(0)
MEDIUM = 1
Call = Callable[[str, bytes], bytes]


def on_cpython(name: str, argument: bytes = b"") -> bytes:
    """Run a function of rules_work here."""
    work: Callable[[bytes], bytes] = getattr(rules_work, name)
    return work(argument)


def classic_of_medium_bots() -> tuple[float, bytes, int]:
    """(CPU seconds of a whole classic match, the state before its last round's end, actions)."""
    state = RULES.new_game(RULES.standard_setup(1, 4, b"bench: a classic of medium bots."))
    built_up = b""
    actions = 0
    start = time.process_time()
    spent = 0.0
    while state.phase != 2:
        seat = state.turn_seat()
        action = choose(MEDIUM, state, seat)
        if state.round == state.rounds and action == (15,):
            spent += time.process_time() - start
            built_up = RULES.encode(state)
            start = time.process_time()
        RULES.apply(state, seat, action)
        actions += 1
    return spent + time.process_time() - start, built_up, actions


def timed(
    call: Call, name: str, reset: str, samples: int, clock: Callable[[], float]
) -> tuple[float, float]:
    """Median seconds of a call and of the yardstick run right after each."""
    took = []
    yard = []
    for _ in range(samples):
        call(reset, b"")
        start = clock()
        call(name, b"")
        middle = clock()
        call("yardstick", b"")
        took.append(middle - start)
        yard.append(clock() - middle)
    return statistics.median(took), statistics.median(yard)


def row(name: str, target: float, seconds: float, yard: float) -> None:
    """Print one line of the table."""
    verdict = "met" if seconds * 1000 <= target else "MISSED"
    print(
        f"| {name} | {target:g} ms | {seconds * 1000:.3f} ms | {seconds / yard:.4f} | {verdict} |"
    )


def measure(
    where: str, call: Call, samples: int, clock: Callable[[], float], built_up: bytes
) -> None:
    """The rows of one interpreter."""
    wasm = where == "wasm"
    grand = RULES.new_game(RULES.standard_setup(2, 4, b"bench: four mayors at 32 by 32.."))
    call("load", RULES.encode(grand))
    count = call("prepare_builds", bytes((20,)))[0]
    seconds, yard = timed(call, "build", "reset_builds", samples, clock)
    row(f"{where}: build on 32x32 with hash", 5 if wasm else 0.15, seconds / count, yard)
    call("load", built_up)
    seconds, yard = timed(call, "round_end", "reset_round", samples, clock)
    row(f"{where}: round's end, 24x24, 4 built-up", 100 if wasm else 4, seconds, yard)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=40)
    parser.add_argument("--no-wasm", action="store_true")
    arguments = parser.parse_args()
    print("| what | target | median | ratio to yardstick | |")
    print("| --- | --- | --- | --- | --- |")
    matches = [classic_of_medium_bots() for _ in range(3)]
    start = time.process_time()
    rules_work.yardstick(b"")
    yard = time.process_time() - start
    built_up = matches[0][1]
    median = statistics.median(match[0] for match in matches)
    row("CPython: classic of 4 medium bots", 5000, median, yard)
    measure("CPython", on_cpython, arguments.samples, time.process_time, built_up)
    if arguments.no_wasm:
        return
    with WasmPython() as wasm:
        source = rules_work.__file__
        assert source
        with open(source, encoding="utf-8") as file:
            wasm.add_module("rules_work.py", file.read())

        def in_wasm(name: str, argument: bytes = b"") -> bytes:
            return wasm.call("rules_work." + name, argument)

        measure("wasm", in_wasm, arguments.samples, time.perf_counter, built_up)
    state = RULES.decode(built_up)
    people = [state.people(seat) for seat in range(state.seats)]
    print(f"\nBuilt-up: {len(state.anchors)} buildings, {people} residents;", end=" ")
    print(f"a classic match has {matches[0][2]} actions.")


if __name__ == "__main__":
    main()
