"""Ids have one writing, which leads back to the same bytes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.protocol import ids


@given(st.binary(min_size=16, max_size=16))
def test_an_id_reads_back_from_its_writing(value: bytes) -> None:
    written = ids.write(value)
    assert re.fullmatch(ids.PATTERN, written)
    assert ids.read(written) == value


@given(st.text(st.sampled_from(ids.ALPHABET + "ILOUilouA-8 "), min_size=24, max_size=28))
def test_an_id_has_no_other_writing(text: str) -> None:
    try:
        value = ids.read(text)
    except ValueError:
        assert not re.fullmatch(ids.PATTERN, text)
    else:
        assert ids.write(value) == text


@pytest.mark.parametrize("length", [0, 15, 17])
def test_only_sixteen_bytes_are_an_id(length: int) -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        ids.write(bytes(length))


def test_a_new_id_names_its_shard_and_differs_from_the_others() -> None:
    made = {ids.new_match_id(7) for _ in range(100)}
    assert len(made) == 100
    assert {value[0] for value in made} == {7}
