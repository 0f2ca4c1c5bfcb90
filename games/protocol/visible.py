"""What of Unicode can be seen: names and lines of chat take nothing else."""

import unicodedata

MARKS_IN_A_ROW = 3  # Thai and Vietnamese need up to two; towers of marks cover the lines above
ZERO_WIDTH_JOINER = "\u200d"  # one picture of several, such as families

# Invisible, or not a character of text: controls, formatting (bidirectional overrides and zero
# widths among it), lone surrogates, private use, unassigned, line and paragraph separators.
_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Shown as nothing, though their category says letter, mark or symbol (Default_Ignorable_Code_Point
# of Unicode, the empty Braille pattern, and the one space that NFKC leaves as it is).
_SHOWN_AS_NOTHING = frozenset(
    "\u034f\u115f\u1160\u1680\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
)
# They choose how the character before them looks.
VARIATION_SELECTORS = frozenset(
    chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
)
_MARKS = frozenset({"Mn", "Me"})


def is_invisible(character: str) -> bool:
    """Whether nothing of it can be seen; spaces can, in this sense."""
    return unicodedata.category(character) in _CATEGORIES or character in _SHOWN_AS_NOTHING


def is_mark(character: str) -> bool:
    """Whether it is drawn upon the character before it."""
    return unicodedata.category(character) in _MARKS
