"""The ledger gives the same bytes, failures and reports on MicroPython in WebAssembly."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from games.ledger import kinds as k
from games.ledger.archive import encode_archive
from games.ledger.canonical import Writer
from games.ledger.entries import Entry, encode_entry
from games.ledger.genesis import Genesis, encode_genesis
from games.ledger.verify import verify
from tests.golden.make_ledger import PATH
from tests.ledger import portable_probe
from tests.ledger.plans import play, together
from tests.ledger.recorder import RULES, Recorder, check_signature
from tests.ledger.strategies import entries, geneses
from tests.wasm.harness import WasmPython

GOLDEN = json.loads(PATH.read_text())
# The interpreter lives for the session, so hypothesis may use it for every example.
SHARED = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def browser(wasm: WasmPython) -> WasmPython:
    """The interpreter with the probe beside the portable packages."""
    wasm.add_module("portable_probe.py", Path(portable_probe.__file__).read_text())
    return wasm


def same(browser: WasmPython, name: str, data: bytes) -> bytes:
    """What both interpreters answer."""
    answer = browser.call(f"portable_probe.{name}", data)
    assert answer == getattr(portable_probe, name)(data)
    return answer


def test_the_published_vectors_are_the_same_in_the_browser(browser: WasmPython) -> None:
    for row in GOLDEN["entries"]:
        data = bytes.fromhex(row["bytes"])
        assert same(browser, "entry", data) == b"\x01" + data
    for name, text in (
        ("genesis", GOLDEN["genesis"]["bytes"]),
        ("archive", GOLDEN["archive"]),
        ("voided", GOLDEN["voided"]["bytes"]),
    ):
        assert same(browser, name, bytes.fromhex(text)) == b"\x01" + bytes.fromhex(text)


def spoil(data: bytes, draw: Any) -> bytes:
    """Bytes with up to two others in them, or cut."""
    bad = bytearray(data)
    for _ in range(draw(st.integers(0, 2))):
        bad[draw(st.integers(0, len(bad) - 1))] = draw(st.integers(0, 255))
    return bytes(bad[: draw(st.sampled_from((len(bad), len(bad) - 1, len(bad) // 2)))])


@SHARED
@given(entry=entries(), data=st.data())
def test_entries_read_write_and_break_alike(
    browser: WasmPython, entry: Entry, data: st.DataObject
) -> None:
    same(browser, "entry", spoil(encode_entry(entry), data.draw))


@SHARED
@given(genesis=geneses(), data=st.data())
def test_geneses_read_write_and_break_alike(
    browser: WasmPython, genesis: Genesis, data: st.DataObject
) -> None:
    same(browser, "genesis", spoil(encode_genesis(genesis), data.draw))


def answers_for(data: bytes) -> bytes:
    """All signature questions with a good answer that verifying this archive asks."""
    good: list[bytes] = []

    def ask(scheme: int, key: bytes, message: bytes, signature: bytes) -> bool:
        answer = check_signature(scheme, key, message, signature)
        if answer:
            good.append(sha256(bytes((scheme,)) + key + message + signature).digest())
        return answer

    verify(data, RULES, ask)
    writer = Writer()
    writer.count(len(good), len(good))
    for asked in good:
        writer.raw(asked, 32)
    return writer.done()


def request(data: bytes, answers: bytes) -> bytes:
    """The probe's request to verify these bytes."""
    writer = Writer()
    writer.sized(data, len(data))
    return writer.done() + answers


@pytest.fixture(scope="module")
def match() -> Recorder:
    """A whole signed match with a bot's absence, a take-back and a rollback."""
    match = Recorder().begin()
    before, seat = match.sequence, match.state.turn_seat()
    match.fund()
    match.take_back(seat, before, raises=False, consents=())
    match.platform(k.TAKEOVER, "TAKEOVER", 1, bot=1)
    match.roll_back(before)
    return match.play()


def test_an_archive_verifies_alike(browser: WasmPython, match: Recorder) -> None:
    data = encode_archive(match.archive())
    answer = same(browser, "verified", request(data, answers_for(data)))
    assert answer[0] == 1
    assert answer[-64:-32] == match.heads[-1]


def test_a_match_in_which_all_plan_at_once_verifies_alike(browser: WasmPython) -> None:
    match = play(together())
    data = encode_archive(match.archive())
    answer = same(browser, "verified", request(data, answers_for(data)))
    assert answer[0] == 1
    assert answer[-64:-32] == match.heads[-1]


def test_forged_archives_fail_alike(browser: WasmPython, match: Recorder) -> None:
    good = encode_archive(match.archive())
    answers = answers_for(good)
    kinds = set()
    for at in range(11, len(good), len(good) // 40):
        bad = good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        answer = same(browser, "verified", request(bad, answers))
        assert answer[0] == 0
        kinds.add(answer[1])
    assert len(kinds) >= 3
