"""docs/protocol.md says what the code does: every message, code and limit."""

import json
import re

import pytest

from games.protocol import codes, directory
from games.protocol.json_codec import decode, decode_from_server, encode
from games.protocol.limits import Limits
from tests.docs.tables import ROOT, table

DOCUMENT = ROOT / "docs" / "protocol.md"


def _part(heading: str) -> str:
    return DOCUMENT.read_text().split(f"\n## {heading}\n")[1].split("\n## ")[0]


def _examples(part: str) -> list[tuple[str, str, str]]:
    """(type, kind, JSON of the payload) of every example under a `### TYPE kind`."""
    found = []
    for section in part.split("\n### ")[1:]:
        type_, kind = section.split("\n", 1)[0].split(" ")
        blocks = re.findall(r"```json\n(.+?)\n```", section, re.DOTALL)
        assert blocks, f"{type_} {kind} has no example"
        found += [(type_, kind, block) for block in blocks]
    return found


CLIENT = _examples(_part("Messages of a client"))
SERVER = _examples(_part("Messages of the platform"))


@pytest.mark.parametrize(("type_", "kind", "payload"), CLIENT + SERVER)
def test_every_example_is_a_message_and_is_written_as_the_code_writes_it(
    type_: str, kind: str, payload: str
) -> None:
    read = decode if (type_, kind, payload) in CLIENT else decode_from_server
    frame = f'{{"type":"{type_}","payload":{payload},"timestamp":1,"signature":null}}'
    received = read(frame)
    assert directory.kind_of(type(received.payload)) == kind
    assert json.loads(encode(received.payload, 1)) == json.loads(frame)
    assert list(json.loads(payload)) == ["kind", *received.payload.__struct_fields__]


def test_the_envelope_s_example_is_a_whole_frame() -> None:
    (frame,) = re.findall(r"```json\n(.+?)\n```", _part("Envelope"), re.DOTALL)
    decode(frame)


@pytest.mark.parametrize(
    ("examples", "messages"), [(CLIENT, directory.CLIENT), (SERVER, directory.SERVER)]
)
def test_every_message_stands_in_the_document_and_no_other(
    examples: list[tuple[str, str, str]], messages: dict[str, tuple[directory.Message, ...]]
) -> None:
    there = {(type_, kind) for type_, kind, _ in examples}
    assert there == {
        (type_, directory.kind_of(message)) for type_ in messages for message in messages[type_]
    }


def test_the_table_of_codes_is_the_code_s() -> None:
    rows = {int(row[0]): row for row in table("Error codes", path=DOCUMENT)}
    assert rows.keys() == codes.MEANINGS.keys()
    for code, meaning in codes.MEANINGS.items():
        close = "" if meaning.close is None else str(meaning.close)
        shown = close if meaning.always or not close else f"({close})"
        assert rows[code][1:3] == [meaning.name, shown]
        assert getattr(codes, meaning.name) == code


def test_every_constant_of_the_codes_has_a_meaning() -> None:
    numbers = {
        value for name, value in vars(codes).items() if name.isupper() and name != "MEANINGS"
    }
    assert numbers == codes.MEANINGS.keys()


def test_the_table_of_limits_is_the_code_s() -> None:
    limits = Limits()
    rows = dict(table("Limits", path=DOCUMENT))
    assert rows == {
        "frame of a client": f"{limits.frame_in} bytes",
        "frame of the platform": f"{limits.frame_out} bytes",
        "log in one batch": f"{limits.batch} bytes as written",
        "TURN messages": f"{limits.turns.each_second:g} a second, {limits.turns.burst} at once",
        "lines of chat": f"1 in {1 / limits.lines.each_second:g} s, {limits.lines.burst} at once",
        "`hello`, `resume` and `difference`, which ask for a log": (
            f"1 in {1 / limits.logs.each_second:g} s, {limits.logs.burst} at once"
        ),
        "messages of all types": f"{limits.messages.burst} in "
        f"{limits.messages.burst / limits.messages.each_second:g} s",
        "connections of a person to a match": str(limits.sockets_a_seat),
        "connections of guests from one address": str(limits.sockets_a_guest_address),
        "connections opened from one address": f"{limits.openings.burst} at once, "
        f"{limits.openings.each_second:g} a second",
        "spectators of a match": f"{limits.spectators} in a server process",
        "waiting for a slow connection": f"{limits.queue_messages} messages or "
        f"{limits.queue_bytes} bytes",
    }
    course = _part("Course of a connection") + _part("Heartbeat") + _part("Limits")
    for said in (
        f"within {limits.hello_within:g} s",
        f"at most {limits.gap} entries",
        f"pings every {limits.heartbeat:g} s",
        f"for {limits.dead_after:g} s",
        f"sending {limits.refusals.burst} more",
    ):
        assert said in course
