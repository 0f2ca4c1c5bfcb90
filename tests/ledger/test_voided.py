"""The list of voided matches only grows, and its signature covers all of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.ledger.canonical import BrokenBytes
from games.ledger.signing import ED25519, UNSIGNED
from games.ledger.voided import (
    Voided,
    VoidedList,
    decode_voided,
    encode_voided,
    grew_from,
    list_head,
    signature_holds,
    signed_list_bytes,
)
from tests.ledger import ed25519
from tests.ledger.recorder import check_signature
from tests.ledger.strategies import exactly, unsigned

SECRET = bytes(32)


@st.composite
def records(draw: st.DrawFn) -> list[Voided]:
    ids = draw(st.lists(exactly(16), max_size=5, unique=True))
    times = sorted(draw(st.lists(st.integers(0, 1 << 60), min_size=len(ids), max_size=len(ids))))
    return [
        Voided(i, draw(exactly(32)), draw(unsigned(4)), draw(exactly(32)), t, draw(unsigned(2)))
        for i, t in zip(ids, times, strict=True)
    ]


def published(listed: list[Voided], time: int = 1 << 61) -> VoidedList:
    signature = ed25519.sign(SECRET, signed_list_bytes(listed, time))
    return VoidedList(listed, time, ED25519, signature)


def three() -> list[Voided]:
    return [Voided(bytes([i]) * 16, bytes(32), i, bytes(32), 100 + i, 4) for i in range(3)]


@given(records())
@settings(deadline=None)
def test_a_list_reads_back_and_its_signature_holds(listed: list[Voided]) -> None:
    data = encode_voided(published(listed))
    read = decode_voided(data)
    assert encode_voided(read) == data
    assert [vars(record) for record in read.records] == [vars(record) for record in listed]
    assert signature_holds(read, ed25519.public_key(SECRET), check_signature)


def test_every_flipped_byte_and_every_cut_of_a_list_is_found() -> None:
    data = encode_voided(published(three()))
    key = ed25519.public_key(SECRET)
    for at in range(len(data)):
        for bad in (data[:at], data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :]):
            try:
                read = decode_voided(bad)
            except BrokenBytes:
                continue
            assert not signature_holds(read, key, check_signature)


def test_an_unsigned_list_does_not_hold() -> None:
    unsigned_list = VoidedList(three(), 200, UNSIGNED, b"")
    read = decode_voided(encode_voided(unsigned_list))
    assert not signature_holds(read, b"", check_signature)


def test_a_list_that_lost_or_changed_a_record_did_not_grow() -> None:
    older = published(three()[:2], 300)
    assert grew_from(older, published(three(), 400))
    assert grew_from(older, older)
    assert not grew_from(older, published(three()[:1], 400))
    assert not grew_from(older, published(three()[1:], 400))
    changed = three()
    changed[0].reason = 1
    assert not grew_from(older, published(changed, 400))
    assert not grew_from(older, published(three(), 299))


def test_the_head_of_a_shorter_list_is_a_link_of_the_longer_ones_chain() -> None:
    heads = [list_head(three()[:count]) for count in range(4)]
    assert len(set(heads)) == 4
    assert heads[0] == bytes(32)


def test_a_match_is_listed_once_and_in_order_of_time() -> None:
    twice = three()
    twice[1].match_id = twice[0].match_id
    unordered = three()
    unordered[0].time = 999
    for listed in (twice, unordered):
        with pytest.raises(BrokenBytes):
            encode_voided(VoidedList(listed, 1 << 61, UNSIGNED, b""))
