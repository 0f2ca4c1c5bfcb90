"""What making a map costs on both interpreters: the last columns of bench/map_fairness.py."""

from bench.interpreters import CPYTHON, Interpreter

MAKE = "bench.map_work.make"


class Cost:
    """Mean milliseconds (CPU) of the same maps on CPython and in WebAssembly, made in turns.

    times: how many times as long WebAssembly takes for all of them.
    """

    def __init__(self, wasm: Interpreter, seats: int, size: int, seeds: list[bytes]) -> None:
        requests = [bytes((size, seats)) + seed for seed in seeds]
        # The first is off the clock: it makes the tables of the size, and shows the same map.
        assert wasm.call(MAKE, requests[0]) == CPYTHON.call(MAKE, requests[0])
        here = there = 0.0
        for request in requests:
            here += CPYTHON.timed(MAKE, request)
            there += wasm.timed(MAKE, request)
        self.cpython = here * 1000 / len(seeds)
        self.wasm = there * 1000 / len(seeds)
        self.times = there / here
