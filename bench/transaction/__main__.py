"""CPU of a transaction by its steps, printed as a table.

`python -m bench.transaction [--matches 64] [--turns 24]`: builds and ends of turns in classic
matches of 4 mayors, through the very functions that the server calls, each step on its own. Rows
are written to SQLite files in a temporary folder, in batches of several sizes. `make load` tells
what all of it comes to with a thousand sockets; a bare server that echoes as many frames of the
same sizes, run here too, tells what of that are sockets alone.
"""

import argparse
import os
import tempfile
import time
from statistics import median

from bench import yardstick

SEATS = 4
CLASSIC = 1
BATCHES = (1, 8, 64)
MICRO = 1_000_000


def yardstick_us() -> float:
    """Median CPU of the yardstick, us."""
    samples = []
    for _ in range(25):
        began = time.thread_time()
        yardstick.run(b"")
        samples.append((time.thread_time() - began) * MICRO)
    return median(samples)


def row(name: str, mean: float, middle: float | None, unit: float) -> None:
    """Print a line of the table; times in us."""
    shown = "" if middle is None else f"{middle:.0f}"
    print(f"| {name} | {mean:.0f} | {shown} | {mean / unit:.4f} |")


def main(matches: int, turns: int) -> None:
    """Play, then print."""
    from bench.load.stage import Stage
    from bench.transaction.bare_sockets import echo_us
    from bench.transaction.steps import FRAMES_OUT, Steps, append_us

    unit = yardstick_us()
    stage = Stage(matches, SEATS, CLASSIC)
    steps = Steps([match_id for match_id, _, _ in stage.matches])
    items = steps.play(turns)
    print(f"{len(items)} transactions of {matches} classic matches; yardstick {unit / 1000:.2f} ms")
    print("| step | mean, us | median, us | mean : yardstick |")
    print("| --- | --- | --- | --- |")
    total = 0.0
    for name, samples in steps.samples.items():
        mean = sum(samples) / len(samples)
        total += mean
        row(name, mean, median(samples), unit)
    for size, each in append_us(items, BATCHES).items():
        row(f"write the row and the match's columns, {size} to a commit", each, None, unit)
        last = each
    sizes = steps.frame_sizes
    bare = echo_us(sizes)
    row(f"1 frame in and {FRAMES_OUT} out, on a bare server", bare, None, unit)
    row(f"sum, {BATCHES[-1]} rows to a commit", total + last + bare, None, unit)
    print(f"frames: {sizes[0]} B in; out {sizes[1]} B to each of {SEATS} and {sizes[2]} B")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--matches", type=int, default=64)
    parser.add_argument("--turns", type=int, default=24, help="transactions of each match")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="citybuilder-bench-") as folder:
        os.environ["DATA_DIR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "citybuilder.settings"
        import django

        django.setup()
        main(arguments.matches, arguments.turns)
