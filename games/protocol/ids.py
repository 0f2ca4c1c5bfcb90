"""Ids of matches and accounts: 16 bytes, written as 26 characters of Crockford's base32.

The first byte of a match's id names the shard that keeps it. One id has one writing: lower case,
no separators, no look-alike letters (i, l, o and u are not in the alphabet).
"""

import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
ID_BYTES = 16
WRITTEN = 26  # characters: 130 bits, of which the first two are 0
PATTERN = f"[0-7][{ALPHABET}]{{{WRITTEN - 1}}}"

_VALUES = {character: value for value, character in enumerate(ALPHABET)}


def new_match_id(shard: int = 0) -> bytes:
    """A new id whose other 15 bytes nobody can guess."""
    return bytes([shard]) + secrets.token_bytes(ID_BYTES - 1)


def write(value: bytes) -> str:
    """The writing of 16 bytes. Raises ValueError for another length."""
    if len(value) != ID_BYTES:
        raise ValueError(f"an id has {ID_BYTES} bytes")
    number = int.from_bytes(value, "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def read(text: str) -> bytes:
    """The bytes behind a writing. Raises ValueError for anything but the one writing of an id."""
    if len(text) != WRITTEN:
        raise ValueError(f"an id has {WRITTEN} characters")
    number = 0
    for character in text:
        value = _VALUES.get(character)
        if value is None:
            raise ValueError("not a character of an id")
        number = number << 5 | value
    if number >> 128:
        raise ValueError("not an id")
    return number.to_bytes(ID_BYTES, "big")
