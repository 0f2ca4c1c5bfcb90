"""Names that people are shown by: what they may be, and made-up ones."""

import secrets
import unicodedata

from games.protocol.visible import MARKS_IN_A_ROW, VARIATION_SELECTORS, is_invisible, is_mark

SHORTEST = 2  # visible characters
LONGEST = 20
MOST_CODE_POINTS = 40  # marks included; columns that keep a name are this long

_FIRST = (
    "Amber Bold Brisk Calm Clever Copper Fair Golden Green Happy Keen Kind Lucky Merry Misty "
    "Noble Quick Quiet Silver Sunny Swift Tidy Velvet Wise"
).split()
_SECOND = (
    "Arcade Badger Bridge Canal Falcon Ferry Garden Harbor Heron Lantern Maple Meadow Mill "
    "Orchard Otter Quarry River Sparrow Steeple Tower Tram Valley Willow Wren"
).split()


class BadName(ValueError):
    """A name that cannot be shown; `code` is too_short, too_long or unreadable."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def clean(written: str) -> str:
    """The name as it is kept: NFKC, without outer space, each inner space a single one.

    Variation selectors, which some keyboards put behind a picture, are left out. Raises BadName.
    """
    if len(written) > 10 * MOST_CODE_POINTS:
        raise BadName("too_long")
    if any(unicodedata.category(each) == "Cs" for each in written):
        raise BadName("unreadable")
    text = "".join(each for each in written if each not in VARIATION_SELECTORS)
    text = unicodedata.normalize("NFKC", text).strip(" ")
    text = " ".join(part for part in text.split(" ") if part)
    in_a_row = visible = 0
    for each in text:
        if is_invisible(each):
            raise BadName("unreadable")
        in_a_row = in_a_row + 1 if is_mark(each) else 0
        visible += in_a_row == 0
        if in_a_row > MARKS_IN_A_ROW or (in_a_row and not visible):
            raise BadName("unreadable")
    if visible < SHORTEST:
        raise BadName("too_short")
    if visible > LONGEST or len(text) > MOST_CODE_POINTS:
        raise BadName("too_long")
    return text


def made_up() -> str:
    """A friendly name for somebody who has given none. Not unique."""
    return f"{secrets.choice(_FIRST)} {secrets.choice(_SECOND)}"
