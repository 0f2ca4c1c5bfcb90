"""A name can be seen, cannot pass for something else on the page, and means the same everywhere."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts import names

KEPT = {
    "Ada Lovelace": "Ada Lovelace",
    "  Ada   Lovelace ": "Ada Lovelace",
    "\u3000\uff21\uff44\uff41\u00a0\uff2c.": "Ada L.",  # full width, and spaces of other kinds
    "Zoë": "Zoë",
    "Zoe\u0308": "Zoë",
    "李明": "李明",
    "محمد": "محمد",
    "ปิ่น": "ปิ่น",
    "Nguyễn": "Nguyễn",
    "🐟🐠": "🐟🐠",
    "I ❤\ufe0f trams": "I ❤ trams",
    "<b>&amp;'\"": "<b>&amp;'\"",
}


@pytest.mark.parametrize("written", KEPT)
def test_names_of_all_scripts_are_kept_in_one_form(written: str) -> None:
    assert names.clean(written) == KEPT[written]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "too_short"),
        ("   ", "too_short"),
        ("A", "too_short"),
        ("A\u0301\u0300", "too_short"),
        ("a" * 21, "too_long"),
        ("a" * 1_000_000, "too_long"),
        ("ﷺ" * 2, "too_long"),  # each becomes 18 letters
        ("Ada\nLovelace", "unreadable"),
        ("Ada\u2028Lovelace", "unreadable"),
        ("Ada\x00", "unreadable"),
        ("Ada\x1b[31m", "unreadable"),
        ("\u202eadA", "unreadable"),
        ("\u2066Ada", "unreadable"),
        ("Ada\u200b", "unreadable"),
        ("Ada\u200d", "unreadable"),
        ("\ufeffAda", "unreadable"),
        ("A\u00adda", "unreadable"),
        ("\u3164\u3164", "unreadable"),
        ("\u2800\u2800", "unreadable"),
        ("\u1680a\u1680b", "unreadable"),
        ("\u0301Ada", "unreadable"),
        ("A" + "\u0301\u0316" * 4, "unreadable"),
        ("\ud800\udc00", "unreadable"),
        ("\U000e0041\U000e0042", "unreadable"),
        ("\ue000\ue000", "unreadable"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_its_reason(written: str, code: str) -> None:
    with pytest.raises(names.BadName) as refusal:
        names.clean(written)
    assert refusal.value.code == code


@given(st.text(max_size=60))
def test_whatever_is_written_gives_a_name_that_can_be_shown_or_a_typed_refusal(text: str) -> None:
    try:
        name = names.clean(text)
    except names.BadName as refusal:
        assert refusal.code in ("too_short", "too_long", "unreadable")
        return
    assert names.clean(name) == name
    assert name == unicodedata.normalize("NFKC", name)
    assert len(name) <= names.MOST_CODE_POINTS
    visible = [each for each in name if unicodedata.category(each) not in ("Mn", "Me")]
    assert names.SHORTEST <= len(visible) <= names.LONGEST
    assert not [each for each in name if unicodedata.category(each)[0] == "C"]
    assert name.isprintable()
    assert len(f"|{name}|".splitlines()) == 1


def test_made_up_names_are_names() -> None:
    made = {names.made_up() for _ in range(500)}
    assert len(made) > 200
    for name in made:
        assert names.clean(name) == name


def test_every_made_up_name_fits() -> None:
    longest = max(names._FIRST, key=len) + " " + max(names._SECOND, key=len)
    assert names.clean(longest) == longest
