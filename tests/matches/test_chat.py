"""A line of chat can be seen, and covers no other."""

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.matches import chat
from games.models import ChatLine
from games.protocol import codes
from games.protocol.visible import ZERO_WIDTH_JOINER, is_invisible, is_mark
from tests.matches.table import Table, refused

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
RAINBOW = "\U0001f3f3\ufe0f\u200d\U0001f308"
KEPT = {
    "Good luck!": "Good luck!",
    "  Good \t\r\n luck!\u2028": "Good luck!",
    "Zoe\u0308": "Zoë",
    "Nguye\u0302\u0303n, ปิ่น, مُحَمَّد": "Nguyễn, ปิ่น, مُحَمَّد",
    f"{FAMILY}{FAMILY} {RAINBOW}": f"{FAMILY}{FAMILY} {RAINBOW}",
    "\u2764\ufe0f 1\ufe0f\u20e3": "\u2764\ufe0f 1\ufe0f\u20e3",
    "\U0001f44d\U0001f3fd": "\U0001f44d\U0001f3fd",
    "\u0915\u094d\u200d\u0937": "\u0915\u094d\u200d\u0937",  # a joiner of Devanagari
    "a\u200d": "a",
    "a\u200d b\u200d\u200d\u200dc": "a b\u200dc",
    "\u200da": "a",
    "a\ufe0f\ufe0f\ufe0f": "a\ufe0f",
    "\ufe0fa": "a",
    "a\u2800b\u3164c": "a bc",
    "a" + "\u0300" * 250: "à\u0300\u0300\u0300",
    "a" + "\u0300\u200d\ufe0f\u034f" * 60: "à\u0300\u0300\u0300",
    "\u0300a \u0300b": "a b",
    "\u202egnol\u2066 \u200blong": "gnol long",
    "a\x00b\x1b[31m": "a b [31m",
}
NOTHING = [
    "",
    " \t\n",
    "\u200d",
    "\u200d\u200d",
    "\u3164",
    "\u2800\u2800",
    "\u115f\u1160",
    "\ufe0f",
    "\uffa0 \u034f",
    "\u0300\u0301",
    "\u200b\u2060\ufeff\u00ad",
    "\u180b\u17b4",
    "\U000e0041\U000e0100",
    "\ud800",
    "\ue000",
    "\ufe0f\u200d\ufe0f",
]
TELLING = st.sampled_from("a é\u0300\u0316\u200d\ufe0f\u2800\u3164\u1100\u1161\u034f\n\U0001f468")


@pytest.mark.parametrize("said", KEPT)
def test_of_a_line_stays_what_can_be_seen(said: str) -> None:
    assert chat.cleaned(said) == KEPT[said]


@pytest.mark.parametrize("said", NOTHING)
def test_a_line_with_nothing_to_see_in_it_is_refused(table: Table, said: str) -> None:
    with refused(codes.MALFORMED):
        chat.say(table.order().id, table.person(0).pk, "Ada", 0, os.urandom(16), said)
    assert not ChatLine.objects.exists()


@given(st.text(st.one_of(TELLING, st.characters(codec=None)), max_size=60))
def test_whatever_is_said_gives_a_line_that_can_be_seen_or_nothing(said: str) -> None:
    line = chat.cleaned(said)
    assert chat.cleaned(line) == line == unicodedata.normalize("NFC", line)
    assert len(line) <= chat.MOST_CHARACTERS
    assert line == " ".join(line.split())
    towers = 0
    for each in line:
        towers = towers + 1 if is_mark(each) else 0
        assert towers <= 4  # three marks, and what chooses how their character looks
    assert not [each for each in line if is_invisible(each) and each != ZERO_WIDTH_JOINER]
    drawn = [each for each in line if not (is_mark(each) or is_invisible(each) or each == " ")]
    assert bool(drawn) == bool(line)


def test_a_line_that_is_cut_ends_with_something_to_see() -> None:
    said = "a" * 299 + "\u200d" + "b"
    assert chat.cleaned(said) == "a" * 299
