"""Entries and geneses: decode(encode(x)) == x, and encode(decode(b)) == b for all that is read."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.ledger import kinds as k
from games.ledger.canonical import BrokenBytes
from games.ledger.entries import (
    HEAD_BYTES,
    MOST_ENTRY,
    SMALLEST,
    Claim,
    Entry,
    decode_entry,
    encode_entry,
)
from games.ledger.genesis import Genesis, decode_genesis, encode_genesis
from games.ledger.signing import ED25519
from tests.ledger.strategies import entries, geneses


def fields(thing: Any) -> Any:
    """All attributes, nested ones too."""
    if isinstance(thing, list):
        return [fields(item) for item in thing]
    return {n: fields(v) for n, v in vars(thing).items()} if hasattr(thing, "__dict__") else thing


@given(entries())
@settings(max_examples=300, deadline=None)
def test_an_entry_reads_back(entry: Entry) -> None:
    data = encode_entry(entry)
    assert fields(decode_entry(data)) == fields(entry)
    assert SMALLEST <= len(data) <= MOST_ENTRY


@given(geneses())
@settings(deadline=None)
def test_a_genesis_reads_back(genesis: Genesis) -> None:
    assert fields(decode_genesis(encode_genesis(genesis))) == fields(genesis)


@given(entries(), st.data())
@settings(max_examples=300, deadline=None)
def test_whatever_reads_as_an_entry_is_its_one_encoding(entry: Entry, data: st.DataObject) -> None:
    bad = bytearray(encode_entry(entry))
    for _ in range(data.draw(st.integers(1, 3))):
        # Anywhere, but often behind the head, where the structure is.
        least = data.draw(st.sampled_from((0, HEAD_BYTES)))
        bad[data.draw(st.integers(least, len(bad) - 1))] = data.draw(st.integers(0, 255))
    try:
        read = decode_entry(bytes(bad))
    except BrokenBytes as error:
        assert 0 <= error.offset <= len(bad)
        return
    assert encode_entry(read) == bytes(bad)


@given(geneses(), st.data())
@settings(deadline=None)
def test_whatever_reads_as_a_genesis_is_its_one_encoding(
    genesis: Genesis, data: st.DataObject
) -> None:
    bad = bytearray(encode_genesis(genesis))
    bad[data.draw(st.integers(0, len(bad) - 1))] = data.draw(st.integers(0, 255))
    try:
        read = decode_genesis(bytes(bad))
    except BrokenBytes:
        return
    assert encode_genesis(read) == bytes(bad)


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_noise_is_refused_with_a_typed_error(data: bytes) -> None:
    for decode in (decode_entry, decode_genesis):
        try:
            decode(data)
        except BrokenBytes:
            continue


@given(entries())
@settings(max_examples=20, deadline=None)
def test_a_cut_or_longer_entry_is_refused(entry: Entry) -> None:
    data = encode_entry(entry)
    for size in range(len(data)):
        with pytest.raises(BrokenBytes):
            decode_entry(data[:size])
    with pytest.raises(BrokenBytes):
        decode_entry(data + b"\x00")


def action() -> Entry:
    entry = Entry(k.ACTION, k.PLAYER, 0)
    entry.sequence = 7
    entry.action = b"\x0f"
    return entry


def wrong(name: str, value: Any) -> Entry:
    entry = action()
    setattr(entry, name, value)
    return entry


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", 0),
        ("kind", 14),
        ("authority", k.CLOCK),
        ("authority", 0),
        ("seat", k.SYSTEM),
        ("seat", 6),
        ("sequence", 0),
        ("sequence", 1 << 32),
        ("time", -1),
        ("action", b""),
        ("action", bytes(1025)),
        ("preimage", bytes(32)),
        ("command_id", bytes(15)),
        ("state_hash", b""),
        ("scheme", ED25519),
        ("scheme", 9),
        ("signature", bytes(64)),
        ("claim", Claim(0, bytes(16), bytes(32), 0)),
    ],
)
def test_an_entry_that_must_not_be_is_not_written(name: str, value: Any) -> None:
    encode_entry(action())
    with pytest.raises(BrokenBytes):
        encode_entry(wrong(name, value))


def test_a_bot_and_the_platform_sign_nothing() -> None:
    entry = action()
    entry.scheme = ED25519
    entry.claim = Claim(6, bytes(16), bytes(32), 0)
    entry.signature = bytes(64)
    encode_entry(entry)
    entry.authority = k.BOT
    with pytest.raises(BrokenBytes):
        encode_entry(entry)


def test_what_is_signed_names_an_earlier_sequence() -> None:
    entry = action()
    entry.scheme = ED25519
    entry.claim = Claim(7, bytes(16), bytes(32), 0)
    entry.signature = bytes(64)
    with pytest.raises(BrokenBytes):
        encode_entry(entry)


def test_the_platform_claims_no_lag_credit() -> None:
    entry = action()
    entry.lag = 5
    encode_entry(entry)
    entry.authority = k.BOT
    with pytest.raises(BrokenBytes):
        encode_entry(entry)


def test_only_the_platform_carries_a_take_back_out() -> None:
    entry = Entry(k.TAKE_BACK, k.CLOCK, k.SYSTEM)
    entry.sequence = 9
    entry.details.step = k.DONE
    encode_entry(entry)
    entry.details.step = k.ASK
    with pytest.raises(BrokenBytes):
        encode_entry(entry)
    entry.seat, entry.authority, entry.details.step = 0, k.PLAYER, k.DONE
    with pytest.raises(BrokenBytes):
        encode_entry(entry)


def test_nobody_asks_or_leaves_or_changes_a_key_for_another() -> None:
    for kind, name, value in (
        (k.TAKE_BACK, "step", k.ASK),
        (k.LEAVE, "reason", k.LEFT),
        (k.KEY, "scheme", ED25519),
    ):
        entry = Entry(kind, k.PLAYER, 1)
        entry.sequence = 3
        setattr(entry.details, name, value)
        entry.details.key = bytes(32) if kind == k.KEY else b""
        entry.details.of = 1
        encode_entry(entry)
        entry.details.of = 0
        with pytest.raises(BrokenBytes):
            encode_entry(entry)
