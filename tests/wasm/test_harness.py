"""The harness tells truly what portable code answers, raises, or fails to answer."""

import hashlib
import time
from collections.abc import Iterator

import pytest

from tests.wasm.harness import WasmCrash, WasmError, WasmPython, WasmTimeout

PROBE = """
import hashlib

class Refused(Exception):
    def __init__(self, code):
        self.code = code

def digest(data):
    return hashlib.sha256(data).digest()

def echo(data):
    return data

def refuse(data):
    raise Refused(41)

def divide(data):
    return bytes([1 // len(data)])

def forever(data):
    while True:
        pass

def wrong(data):
    return 7

def chatty(data):
    print("printed")
    return b"quiet"
"""


@pytest.fixture(scope="module")
def probe() -> Iterator[WasmPython]:
    with WasmPython() as python:
        python.add_module("probe.py", PROBE)
        yield python


@pytest.mark.parametrize("size", [0, 1, 255, 256, 65_537, 1_000_003])
def test_bytes_of_every_size_arrive_unchanged(probe: WasmPython, size: int) -> None:
    data = bytes(i * 7 % 256 for i in range(size))
    assert probe.call("probe.echo", data) == data


def test_the_digest_is_the_one_of_this_interpreter(probe: WasmPython) -> None:
    assert probe.call("probe.digest", b"valley") == hashlib.sha256(b"valley").digest()


def test_an_exception_arrives_with_type_code_and_traceback(probe: WasmPython) -> None:
    with pytest.raises(WasmError) as caught:
        probe.call("probe.refuse")
    assert (caught.value.type, caught.value.code) == ("Refused", 41)
    assert "in refuse" in caught.value.traceback
    with pytest.raises(WasmError) as caught:
        probe.call("probe.divide")
    assert (caught.value.type, caught.value.code) == ("ZeroDivisionError", None)
    assert probe.call("probe.divide", b"x") == b"\x01"


def test_what_is_not_bytes_or_not_there_is_an_error(probe: WasmPython) -> None:
    for entry, kind in (
        ("probe.wrong", "TypeError"),
        ("probe.absent", "AttributeError"),
        ("absent.echo", "ImportError"),
    ):
        with pytest.raises(WasmError) as caught:
            probe.call(entry)
        assert caught.value.type == kind


def test_prints_do_not_disturb_the_answers(probe: WasmPython) -> None:
    assert probe.call("probe.chatty") == b"quiet"


def test_a_replaced_module_is_the_one_that_answers(probe: WasmPython) -> None:
    probe.add_module("turn.py", "def which(data):\n    return b'old'\n")
    assert probe.call("turn.which") == b"old"
    probe.add_module("turn.py", "def which(data):\n    return b'new'\n")
    assert probe.call("turn.which") == b"new"


def test_an_endless_call_times_out_and_the_next_call_works() -> None:
    with WasmPython(timeout=3.0) as python:
        python.add_module("probe.py", PROBE)
        assert python.call("probe.echo", b"before") == b"before"
        python.timeout = 0.5
        with pytest.raises(WasmTimeout):
            python.call("probe.forever")
        python.timeout = 20.0
        assert python.call("probe.echo", b"after") == b"after"


def test_a_dead_process_is_told_and_replaced(probe: WasmPython) -> None:
    probe.call("probe.echo", b"started")
    assert probe._process is not None
    probe._process.kill()
    probe._process.wait()
    with pytest.raises(WasmCrash):
        probe.call("probe.echo", b"lost")
    assert probe.call("probe.echo", b"again") == b"again"


def test_a_thousand_calls_take_less_than_a_second(probe: WasmPython) -> None:
    probe.call("probe.echo")
    start = time.perf_counter()
    for number in range(1000):
        assert probe.call("probe.echo", number.to_bytes(2, "big")) == number.to_bytes(2, "big")
    assert time.perf_counter() - start < 1.0


def test_the_portable_packages_of_this_checkout_are_loaded(wasm: WasmPython) -> None:
    wasm.add_module("faces.py", "import games.engine\n\ndef name(data):\n    return b'here'\n")
    assert wasm.call("faces.name") == b"here"
