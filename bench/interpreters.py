"""Runs the portable work of this folder on either interpreter, and times it.

Work is a module whose functions take bytes and give bytes, and that keeps what it prepared in
itself. It is named by its path, `bench.rules_work.build`.
"""

import importlib
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.wasm.harness import REPOSITORY, WasmPython

YARDSTICK = "bench.yardstick.run"
WARM_UP = 20  # yardsticks, until the WebAssembly is compiled as well as it will be

Clock = Callable[[], float]


@dataclass(frozen=True)
class Interpreter:
    """name: for the tables; call: runs a function; clock: seconds of CPU that its process took."""

    name: str
    call: Callable[[str, bytes], bytes]
    clock: Clock

    def timed(self, work: str, argument: bytes = b"") -> float:
        """The seconds that a function takes."""
        start = self.clock()
        self.call(work, argument)
        return self.clock() - start

    def medians(self, works: list[str], samples: int, reset: str = "") -> list[float]:
        """Median seconds of each function, and last of the yardstick, all run in turns.

        reset: what is run before each of them, off the clock.
        """
        took: list[list[float]] = [[] for _ in range(len(works) + 1)]
        for _ in range(samples):
            for number, work in enumerate([*works, YARDSTICK]):
                if reset:
                    self.call(reset, b"")
                took[number].append(self.timed(work))
        return [statistics.median(times) for times in took]


def _call_here(work: str, argument: bytes) -> bytes:
    module, _, function = work.rpartition(".")
    answer: bytes = getattr(importlib.import_module(module), function)(argument)
    return answer


CPYTHON = Interpreter("CPython", _call_here, time.process_time)


@contextmanager
def in_wasm(*modules: str) -> Iterator[Interpreter]:
    """MicroPython in WebAssembly with these modules of the folder (`rules_work`), warmed up."""
    with WasmPython() as wasm:
        for module in (*modules, "yardstick"):
            path = Path("bench", module + ".py")
            wasm.add_module(str(path), (REPOSITORY / path).read_text(encoding="utf-8"))
        for _ in range(WARM_UP):
            wasm.call(YARDSTICK)
        process = wasm._process
        assert process is not None
        yield Interpreter("wasm", wasm.call, _cpu_clock_of(process.pid))


def _cpu_clock_of(pid: int) -> Clock:
    """CPU time of a process as clock_getcpuclockid(3) numbers it, which Linux alone does.

    Elsewhere wall time, which is the same on a machine that does nothing else.
    """
    number = (~pid << 3) | 2
    try:
        time.clock_gettime(number)
    except (AttributeError, OSError):
        return time.perf_counter
    return lambda: time.clock_gettime(number)
