"""What people say in a match. Lines have ids, so that moderation can act on them."""

import unicodedata

from django.db import IntegrityError, transaction

from games.matches import publish
from games.matches.refused import Refused
from games.matches.time import now_ms
from games.matches.writer import ALIAS
from games.models import ChatLine, Match
from games.protocol import codes
from games.protocol.visible import (
    MARKS_IN_A_ROW,
    VARIATION_SELECTORS,
    ZERO_WIDTH_JOINER,
    is_invisible,
    is_mark,
)

MOST_CHARACTERS = 300
MOST_RECENT = 100
_EMPTY_BRAILLE = "\u2800"  # as wide as the others, and so a space


def say(
    match_id: str, user_id: int, name: str, seat: int | None, line_id: bytes, text: str
) -> ChatLine:
    """Keep a line and tell it; the same line_id again gives the line that is there.

    Raises Refused(MALFORMED) for a text with nothing to see in it.
    """
    clean = cleaned(text)
    if not clean:
        raise Refused(codes.MALFORMED, "an empty line")
    try:
        with transaction.atomic(using=ALIAS):
            line = ChatLine.objects.create(
                match_id=match_id,
                seat=seat,
                user_id=user_id,
                line_id=line_id,
                name=name,
                text=clean,
                time=now_ms(),
            )
    except IntegrityError:
        return ChatLine.objects.get(match_id=match_id, user_id=user_id, line_id=line_id)
    match = Match.objects.only("sequence", "epoch").get(pk=match_id)
    publish.tell(
        publish.Published(match_id, match.sequence, match.epoch, None, frozenset({"chat"}))
    )
    return line


def cleaned(text: str) -> str:
    """One line in normal form C, of what can be seen alone; empty if that is nothing.

    Joiners stay between visible characters and variation selectors behind one: pictures of several
    characters are made by them. Of marks in a row the first few stay.
    """
    shown: list[str] = []
    marks = 0  # on the last visible character
    joined = False  # a joiner waits for what it joins
    for each in unicodedata.normalize("NFC", text):
        bare = not shown or shown[-1] == " "
        if each.isspace() or each == _EMPTY_BRAILLE or unicodedata.category(each) == "Cc":
            shown.append(" ")
            joined = False
        elif each == ZERO_WIDTH_JOINER:
            joined = not bare
        elif each in VARIATION_SELECTORS:
            if not (bare or joined or marks or shown[-1] in VARIATION_SELECTORS):
                shown.append(each)
        elif is_invisible(each):
            continue
        elif is_mark(each):
            joined = False
            marks += 1
            if marks <= MARKS_IN_A_ROW and not bare:
                shown.append(each)
        else:
            if joined:
                shown.append(ZERO_WIDTH_JOINER)
            shown.append(each)
            marks, joined = 0, False
    # Without what stood between them, characters may compose.
    line = " ".join(unicodedata.normalize("NFC", "".join(shown)).split())
    return line[:MOST_CHARACTERS].rstrip(" " + ZERO_WIDTH_JOINER)


def recent(match_id: str, after: int = 0) -> list[ChatLine]:
    """The last lines that may be seen, the oldest first; `after`: only those with a higher id."""
    lines = ChatLine.objects.filter(match_id=match_id, hidden_by__isnull=True, pk__gt=after)
    return list(lines.order_by("-pk")[:MOST_RECENT])[::-1]


def hide(line_ids: list[int], staff_id: int) -> int:
    """Hide lines from everybody; who hid a line first stays on record. How many were hidden now."""
    return ChatLine.objects.filter(pk__in=line_ids, hidden_by__isnull=True).update(
        hidden_by=staff_id
    )


def show(line_ids: list[int]) -> int:
    """Show hidden lines again; how many."""
    return ChatLine.objects.filter(pk__in=line_ids, hidden_by__isnull=False).update(hidden_by=None)
