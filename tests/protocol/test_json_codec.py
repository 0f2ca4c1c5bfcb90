"""Messages cross the wire whole, and nothing else crosses it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.protocol import client_messages as client
from games.protocol import codes, directory
from games.protocol.json_codec import decode, decode_from_server, encode
from games.protocol.protocol_error import MOST_DETAIL, ProtocolError
from tests.protocol import samples

PING: dict[str, Any] = {
    "type": "HEARTBEAT",
    "payload": {"kind": "ping", "sequence": 1, "state_hash": None},
    "timestamp": 5,
    "signature": None,
}
HASH64 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


def refusal(frame: bytes | str) -> int:
    with pytest.raises(ProtocolError) as caught:
        decode(frame)
    return caught.value.code


def ping(**changes: Any) -> str:
    return json.dumps({**PING, **changes})


def ping_payload(**changes: Any) -> str:
    return ping(payload={**PING["payload"], **changes})


@given(samples.ANY_CLIENT, st.integers(0, 2**53 - 1))
def test_a_message_of_a_client_arrives_as_it_was_sent(message: Any, timestamp: int) -> None:
    frame = encode(message, timestamp)
    for form in (frame, frame.decode()):
        received = decode(form)
        assert received.payload == message
        assert received.timestamp == timestamp
        assert type(message) in directory.CLIENT[received.type]


@pytest.mark.parametrize("message", samples.SERVER, ids=lambda message: type(message).__name__)
def test_a_message_of_the_platform_arrives_as_it_was_sent(message: Any) -> None:
    received = decode_from_server(encode(message, 9))
    assert received.payload == message
    assert type(message) in directory.SERVER[received.type]


def test_the_samples_are_every_message_there_is() -> None:
    assert {type(message) for message in samples.SERVER} == samples.all_of(directory.SERVER)
    assert len(samples.CLIENT) == len(samples.all_of(directory.CLIENT))


def test_every_key_of_a_message_is_on_the_wire() -> None:
    for message in samples.SERVER:
        written = json.loads(encode(message, 9))
        assert list(written) == ["type", "payload", "timestamp", "signature"]
        assert set(written["payload"]) == {"kind", *message.__struct_fields__}


def test_the_platform_s_own_messages_are_refused_from_a_client() -> None:
    for message in samples.SERVER:
        frame = encode(message, 9)
        if directory.kind_of(type(message)) == "chat":  # the one kind of both directions
            assert refusal(frame) in (codes.UNKNOWN_FIELD, codes.MALFORMED)
        else:
            assert refusal(frame) == codes.UNKNOWN_KIND


def test_an_unknown_kind_or_type_has_its_code() -> None:
    assert refusal(ping(type="GOSSIP")) == codes.UNKNOWN_KIND
    assert refusal(ping(type="ERROR")) == codes.UNKNOWN_KIND
    assert refusal(ping(type="SYNC")) == codes.UNKNOWN_KIND
    assert refusal(ping_payload(kind="pong")) == codes.UNKNOWN_KIND
    assert refusal(ping_payload(kind="Ping")) == codes.UNKNOWN_KIND


def test_an_unknown_field_has_its_code_in_the_envelope_and_in_the_message() -> None:
    assert refusal(ping(extra=1)) == codes.UNKNOWN_FIELD
    assert refusal(ping_payload(extra=None)) == codes.UNKNOWN_FIELD


def test_a_signature_is_refused_instead_of_being_overlooked() -> None:
    signatures: tuple[object, ...] = ("AAAA", "", {}, 0, False, [])
    for signature in signatures:
        assert refusal(ping(signature=signature)) == codes.SIGNATURE


@pytest.mark.parametrize("key", list(PING))
def test_a_missing_key_of_the_envelope_is_malformed(key: str) -> None:
    assert refusal(json.dumps({name: PING[name] for name in PING if name != key})) == 100


@pytest.mark.parametrize("key", list(PING["payload"]))
def test_a_missing_field_is_malformed(key: str) -> None:
    payload = {name: value for name, value in PING["payload"].items() if name != key}
    assert refusal(ping(payload=payload)) == codes.MALFORMED


@pytest.mark.parametrize(
    "payload",
    [
        {"sequence": -1},
        {"sequence": 2**32},
        {"sequence": 10**400},
        {"sequence": 1.0},
        {"sequence": True},
        {"sequence": "1"},
        {"sequence": None},
        {"state_hash": ""},
        {"state_hash": HASH64[:-4]},
        {"state_hash": "AAAA" + HASH64},
        {"state_hash": HASH64[:-1]},
        {"state_hash": HASH64.replace("A", "_")},
        {"state_hash": " " + HASH64},
        {"state_hash": [1]},
        {"kind": 7},
        {"kind": None},
    ],
    ids=str,
)
def test_a_value_out_of_its_type_length_or_range_is_malformed(payload: dict[str, Any]) -> None:
    assert refusal(ping_payload(**payload)) == codes.MALFORMED


def test_a_timestamp_is_an_integer_that_every_program_can_hold() -> None:
    for timestamp in (-1, 2**53, 10**3000, 1.5, "1", None):
        assert refusal(ping(timestamp=timestamp)) == codes.MALFORMED
    assert decode(ping(timestamp=2**53 - 1)).timestamp == 2**53 - 1


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"{}{}",
        b"\xff\xfe",
        b'{"type":"HEARTBEAT\xc3"}',
        b"\xef\xbb\xbf" + ping().encode(),
        ping().replace("1", "NaN", 1),
        ping().replace("1", "Infinity", 1),
        ping().replace("1", "01", 1),
        ping().replace("1", "1e0", 1),
        ping().replace('"ping"', '"\\ud800"'),
        ping().replace('"ping"', '"\ud800"'),
        ping().replace('"ping"', '"p\ning"'),
        "[" * 16_000,
        ping().replace("null", "[" * 7_000 + "]" * 7_000, 1),
        ping().replace("null", '{"a":' * 3_000 + "1" + "}" * 3_000, 1),
    ],
    ids=range(18),
)
def test_what_is_no_json_of_ours_is_malformed(frame: bytes | str) -> None:
    assert refusal(frame) == codes.MALFORMED


def test_a_head_belongs_to_a_sequence() -> None:
    hello = {"kind": "hello", "client": "x", "epoch": 0, "want": "log"}
    for sequence, head in ((-1, HASH64), (0, None)):
        frame = ping(type="SYNC", payload={**hello, "sequence": sequence, "head": head})
        assert refusal(frame) == codes.MALFORMED


def test_a_line_has_1_to_300_characters_and_an_action_1_to_256_bytes() -> None:
    def chat(text: str) -> str:
        payload = {"kind": "chat", "line_id": "AAECAwQFBgcICQoLDA0ODw==", "text": text}
        return ping(type="SYNC", payload=payload)

    assert isinstance(decode(chat("\N{GRINNING FACE}" * 300)).payload, client.Chat)
    assert refusal(chat("")) == refusal(chat("a" * 301)) == codes.MALFORMED
    submit = client.Submit(
        command_id=samples.ID,
        epoch=0,
        sequence=0,
        head=samples.HASH,
        after=None,
        action=b"",
        predicted=None,
        client_time=0,
    )
    assert refusal(encode(submit, 0)) == codes.MALFORMED
    long = client.Submit(**{**_fields(submit), "action": bytes(257)})
    assert refusal(encode(long, 0)) == codes.MALFORMED


def _fields(message: Any) -> dict[str, Any]:
    return {name: getattr(message, name) for name in message.__struct_fields__}


def test_a_refusal_never_echoes_more_than_a_little() -> None:
    with pytest.raises(ProtocolError) as caught:
        decode(ping(**{"x" * 10_000: 1}))
    assert len(caught.value.detail) <= MOST_DETAIL


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
_NEARLY = st.fixed_dictionaries(
    {
        "type": st.sampled_from(directory.TYPES) | _JSON,
        "payload": st.dictionaries(
            st.sampled_from(["kind", "sequence", "state_hash", "head", "text", "action"]),
            st.sampled_from(["ping", "hello", "submit", "chat", HASH64]) | _JSON,
        )
        | _JSON,
        "timestamp": st.integers() | _JSON,
        "signature": st.none() | _JSON,
    }
)


@given(st.binary() | st.text() | (_JSON | _NEARLY).map(json.dumps))
def test_no_frame_does_anything_but_decode_or_be_refused(frame: bytes | str) -> None:
    for read in (decode, decode_from_server):
        try:
            read(frame)
        except ProtocolError as error:
            assert error.code in codes.MEANINGS


@given(samples.ANY_CLIENT, st.data())
def test_a_damaged_frame_does_nothing_but_decode_or_be_refused(message: Any, data: Any) -> None:
    frame = bytearray(encode(message, 1))
    for _ in range(data.draw(st.integers(1, 3))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    try:
        decode(bytes(frame))
    except ProtocolError as error:
        assert error.code in codes.MEANINGS
