"""Figures of the live path under load, printed as a table.

`python -m bench.load [--matches 250] [--rate 33] [--seconds 30]`: 4 mayors a match, each on a
socket of their own; a server process of its own on SQLite files in a temporary folder. First at the
given rate of transactions, then as fast as they are answered. Pings go beside the commands: their
times are the yardstick of what this machine gave meanwhile.
"""

import argparse
import asyncio
import os
import socket
import tempfile
import time

SEATS = 4
CLASSIC = 1
LEAST_PAUSE = 0.15  # seconds between a match's entries: nobody goes over the platform's pace


def quantile(values: list[float], share: float) -> float:
    """The value below which this share lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def row(name: str, values: list[float]) -> str:
    """One line of the table, in ms."""
    marks = [quantile(values, share) for share in (0.5, 0.9, 0.99)] + [max(values, default=0)]
    return f"| {name} | {len(values)} | " + " | ".join(f"{mark:.1f}" for mark in marks) + " |"


async def run(arguments: argparse.Namespace, stage: "Stage", port: int) -> None:
    """Open all sockets, play, print."""
    server = ServerProcess(port)
    try:
        before = server.memory()
        figures = Figures()
        rooms = [
            Room(match_id, genesis, cookies, number * SEATS, figures)
            for number, (match_id, genesis, cookies) in enumerate(stage.matches)
        ]
        began = time.perf_counter()
        for start in range(0, len(rooms), 25):
            await asyncio.gather(*[room.open(port) for room in rooms[start : start + 25]])
        opened = time.perf_counter() - began
        sockets = len(rooms) * SEATS
        print(f"{sockets} sockets in {len(rooms)} matches open after {opened:.1f} s")
        print(f"memory: {(server.memory() - before) / sockets / 1024:.1f} KiB a socket, matches in")
        await steady(arguments, rooms, figures, server)
        if arguments.saturate:
            fast = Figures()
            for room in rooms:
                room.use(fast)
            await saturated(arguments, rooms, fast, server)
        await asyncio.gather(*[room.close() for room in rooms])
    finally:
        server.stop()


def table(title: str, figures: "Figures", seconds: float, cpu: float) -> None:
    """Print what was measured."""
    done = len(figures.receipt)
    print(f"\n{title}: {done / seconds:.0f} transactions a second over {seconds:.0f} s")
    print("| ms | count | p50 | p90 | p99 | max |")
    print("| --- | --- | --- | --- | --- | --- |")
    print(row("command to entry, at every client", figures.committed))
    print(row("command to receipt", figures.receipt))
    print(row("ping to pong beside them", figures.pong))
    ratio = quantile(figures.committed, 0.5) / quantile(figures.pong, 0.5)
    print(f"entry : pong at the median {ratio:.1f}")
    if done:
        print(f"server CPU {1000 * cpu / done:.2f} ms a transaction ({100 * cpu / seconds:.0f}%)")
    lost = figures.sent - done - len(figures.refused)
    print(f"refused {len(figures.refused)} {sorted(set(figures.refused))}, unanswered {lost}")


async def steady(
    arguments: argparse.Namespace, rooms: "list[Room]", figures: "Figures", server: "ServerProcess"
) -> None:
    """The given rate, spread over the matches, with as many pings beside it."""
    cpu = server.cpu_seconds()
    began = time.perf_counter()
    count = 0
    while (elapsed := time.perf_counter() - began) < arguments.seconds:
        due = int(elapsed * arguments.rate)
        while count < due:
            room = rooms[count % len(rooms)]
            if not room.over and room.moved.is_set():
                await room.act()
            await rooms[(count * 7 + 3) % len(rooms)].ping(count % SEATS)
            count += 1
        await asyncio.sleep(0.002)
    await asyncio.sleep(1)
    seconds = time.perf_counter() - began
    table(f"At {arguments.rate}/s", figures, seconds, server.cpu_seconds() - cpu)


async def saturated(
    arguments: argparse.Namespace, rooms: "list[Room]", figures: "Figures", server: "ServerProcess"
) -> None:
    """Every match plays on as soon as all its clients have the last entry."""
    end = time.perf_counter() + arguments.saturate

    async def play(room: "Room") -> None:
        while time.perf_counter() < end and not room.over:
            await room.act()
            if not room.over:
                pause = asyncio.create_task(asyncio.sleep(LEAST_PAUSE))
                await asyncio.wait_for(room.moved.wait(), 30)
                await pause

    async def pings() -> None:
        number = 0
        while time.perf_counter() < end:
            await rooms[number % len(rooms)].ping(number % SEATS)
            number += 1
            await asyncio.sleep(0.02)

    cpu = server.cpu_seconds()
    began = time.perf_counter()
    await asyncio.gather(pings(), *[play(room) for room in rooms])
    seconds = time.perf_counter() - began
    table("As fast as answered", figures, seconds, server.cpu_seconds() - cpu)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--matches", type=int, default=250)
    parser.add_argument("--rate", type=float, default=33.0, help="transactions a second")
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--saturate", type=float, default=15.0, help="seconds; 0: leave it out")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="citybuilder-load-") as folder:
        os.environ["DATA_DIR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "citybuilder.settings"
        import django
        import uvloop

        django.setup()
        from bench.load.process import ServerProcess
        from bench.load.room import Figures, Room
        from bench.load.stage import Stage

        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            free = probe.getsockname()[1]
        print(f"preparing {chosen.matches} matches of {SEATS} mayors")
        uvloop.run(run(chosen, Stage(chosen.matches, SEATS, CLASSIC), free))
