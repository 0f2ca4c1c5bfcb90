"""One value has one encoding; broken bytes cost no more than their own size."""

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.ledger import canonical
from games.ledger.canonical import BrokenBytes, Reader, Writer


def varint(value: int) -> bytes:
    writer = Writer()
    writer.varint(value)
    return writer.done()


@given(st.integers(0, 1 << 300))
@settings(deadline=None)
def test_a_varint_reads_back_and_has_no_zero_at_its_end(value: int) -> None:
    data = varint(value)
    reader = Reader(data)
    assert reader.varint(value) == value
    assert reader.left() == 0
    assert len(data) == 1 or data[-1] != 0


@given(st.binary(max_size=12), st.integers(0, 1 << 64))
@settings(deadline=None)
def test_what_reads_as_a_varint_is_its_one_encoding(data: bytes, limit: int) -> None:
    reader = Reader(data)
    try:
        value = reader.varint(limit)
    except BrokenBytes:
        return
    assert value <= limit
    assert varint(value) == data[: reader.offset]


@pytest.mark.parametrize(
    ("data", "limit", "code"),
    [
        (b"", 9, canonical.TRUNCATED),
        (b"\x80", 300, canonical.TRUNCATED),
        (b"\x80\x00", 300, canonical.NOT_CANONICAL),
        (b"\x85\x80\x00", 70000, canonical.NOT_CANONICAL),
        (b"\x0a", 9, canonical.OUT_OF_RANGE),
        (b"\xff\xff\xff\xff\xff\xff\xff", 300, canonical.OUT_OF_RANGE),
        (b"\x80" * 50, 300, canonical.NOT_CANONICAL),
    ],
)
def test_a_bad_varint_has_its_code(data: bytes, limit: int, code: int) -> None:
    with pytest.raises(BrokenBytes) as caught:
        Reader(data).varint(limit)
    assert (caught.value.code, caught.value.offset) in ((code, 0), (code, len(data)))


@pytest.mark.parametrize(
    ("value", "size"), [(256, 1), (-1, 1), (1 << 32, 4), (-1, 8), (1 << 64, 8)]
)
def test_a_number_that_does_not_fit_is_refused_not_cut(value: int, size: int) -> None:
    with pytest.raises(BrokenBytes) as caught:
        Writer().unsigned(value, size)
    assert caught.value.code == canonical.OUT_OF_RANGE


@given(st.integers(1, 9), st.data())
@settings(deadline=None)
def test_fixed_width_numbers_read_back(size: int, data: st.DataObject) -> None:
    value = data.draw(st.integers(0, (1 << 8 * size) - 1))
    writer = Writer()
    writer.unsigned(value, size)
    assert len(writer.done()) == size
    assert Reader(writer.done()).unsigned(size) == value


def test_a_length_beyond_the_bytes_allocates_nothing() -> None:
    data = varint(1 << 30) + b"x"
    tracemalloc.start()
    with pytest.raises(BrokenBytes) as caught:
        Reader(data).sized(1 << 31)
    with pytest.raises(BrokenBytes):
        Reader(data).count(1 << 31, 1)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert caught.value.code == canonical.TRUNCATED
    assert peak < 10_000


def test_a_length_over_its_limit_is_too_long_on_both_sides() -> None:
    with pytest.raises(BrokenBytes) as caught:
        Reader(varint(5) + b"12345").sized(4)
    assert caught.value.code == canonical.TOO_LONG
    with pytest.raises(BrokenBytes) as caught:
        Writer().sized(b"12345", 4)
    assert caught.value.code == canonical.TOO_LONG


def test_bytes_after_the_end_are_refused() -> None:
    reader = Reader(b"ab")
    reader.raw(1)
    with pytest.raises(BrokenBytes) as caught:
        reader.end()
    assert (caught.value.code, caught.value.offset) == (canonical.TRAILING, 1)
