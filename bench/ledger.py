"""What a match's log weighs and what it costs, on CPython and in WebAssembly.

    python -m bench.ledger [--samples 15] [--wasm-samples 9]

A classic match of four medium bots with committed chance, kept twice: as what it is, and as if
four persons had played, who sign every entry (Ed25519). Each row of times does one thing with the
whole match, all in turns, and is printed with its ratio to playing the same actions again without
any log, and to the yardstick of bench/rules.py. Every signature is taken as good: checking one is
the platform's work, and verifying asks for one for each entry of a person and each receipt.
"""

import argparse
import gzip

from bench.interpreters import CPYTHON, Interpreter, in_wasm
from games.bots.player import choose
from games.engine.v0.state import AWAIT_DRAW, COMMITTED, OVER
from games.ledger import kinds
from games.ledger.archive import encode_archive
from games.ledger.entries import decode_entry
from tests.ledger.recorder import RULES, Recorder

CLASSIC = 1
MEDIUM = 1
BOTS, PERSONS = "bots", "persons"
ALL = (0, 1, 2, 3)
SEED = b"bench: a classic of medium bots."
LINKS = 32  # more than the match has draws

Logs = dict[str, tuple[Recorder, bytes]]  # a match and its archive by what it is called

MODULE = "bench.ledger_work."
# What it does, in words; the first is what the others are compared with.
WORK = {
    "replay": "play its actions again, no log",
    "replay_with_hashes": "the same, with the state's hash after each",
    "append": "encode every entry and hash it onto the chain",
    "write": "check, carry out and append every entry",
    "read": "read the archive and every entry in it",
    "check": "verify the archive",
}
OF_PERSONS = ("append", "write", "check")  # what signatures change


def played(signed: bool) -> Recorder:
    """The match and its log: of bots, or signed by four persons who play as bots would."""
    setup = RULES.standard_setup(CLASSIC, len(ALL), SEED, COMMITTED)
    match = Recorder(setup, signed=signed, links=LINKS).begin(() if signed else ALL)
    while match.state.phase != OVER:
        if match.state.phase == AWAIT_DRAW:
            match.draw()
        else:
            seat = match.state.turn_seat()
            match.act(choose(MEDIUM, match.state, seat), seat)
    match.write(kinds.END, kinds.CLOCK, kinds.SYSTEM, reason=kinds.PLAYED_OUT)
    return match


def show_size(name: str, match: Recorder, archive: bytes) -> None:
    """Print the row of one log."""
    entries = sum(len(entry) for entry in match.entries)
    actions = sum(len(decode_entry(entry).action) for entry in match.entries)
    packed = len(gzip.compress(archive, 9))
    cells = (len(match.entries), actions, entries, len(archive), packed)
    print(f"| {name} | " + " | ".join(f"{cell:,}" for cell in cells), end="")
    print(f" | {entries / len(match.entries):.0f} |")


def show_times(interpreter: Interpreter, samples: int, logs: Logs) -> None:
    """Print the rows of one interpreter, each log in turn."""
    for name, (match, archive) in logs.items():
        interpreter.call(MODULE + "load", archive)
        assert interpreter.call(MODULE + "replay", b"") == RULES.state_hash(match.state)
        for work in ("append", "write", "check"):
            assert interpreter.call(MODULE + work, b"") == match.heads[-1]
        took = interpreter.medians([MODULE + work for work in WORK], samples)
        for (work, words), seconds in zip(WORK.items(), took, strict=False):
            if name == BOTS or work in OF_PERSONS:
                print(
                    f"| {interpreter.name}, {name}: {words} | {seconds * 1e3:.1f} ms"
                    f" | {seconds * 1e6 / len(match.entries):.0f} us"
                    f" | {seconds / took[0]:.2f} | {seconds / took[-1]:.2f} |"
                )


def main() -> None:
    """Play, then print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=15)
    parser.add_argument("--wasm-samples", type=int, default=9)
    arguments = parser.parse_args()
    logs: Logs = {}
    for name in (BOTS, PERSONS):
        match = played(signed=name == PERSONS)
        logs[name] = (match, encode_archive(match.archive()))
    print("| log | entries | actions alone, B | entries, B | archive, B | gzip, B | an entry, B |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, (match, archive) in logs.items():
        show_size(name, match, archive)
    print("\n| what | the match | an entry | times the replay | ratio to yardstick |")
    print("| --- | --- | --- | --- | --- |")
    show_times(CPYTHON, arguments.samples, logs)
    with in_wasm("ledger_work") as wasm:
        show_times(wasm, arguments.wasm_samples, logs)


if __name__ == "__main__":
    main()
