"""Chance that nobody can bend: a hash chain of the server's, nonces of the mayors'.

Before anyone joins, the server makes start = SHA-256(tag, secret, match) and hashes it `links`
times; the end is the commitment in the genesis. Links are revealed backwards, so that each one
hashes to the one before it: link 0 is the commitment, link r hashes to link r - 1. A mayor's nonce
is committed to at joining and opened at ready, when every seat is taken. Neither side can change
its part once it has seen any of the other's; the server can foresee the draws, not change them.
(Hash chains: L. Lamport, Password authentication with insecure communication, CACM 24, 1981.)
"""

from hashlib import sha256

from .canonical import Writer

_START_TAG = b"CityB.start.v1\x00\x00"
_LINK_TAG = b"CityB.link.v1\x00\x00\x00"
_OPENING_TAG = b"CityB.opening.v1"
_BOT_TAG = b"CityB.bot.v1\x00\x00\x00\x00"
_DRAW_TAG = b"CityB.draw.v1\x00\x00\x00"

NONCE_BYTES = 32


def chain_start(secret: bytes, match_id: bytes) -> bytes:
    """The last link to be revealed, from the server's secret (32 bytes or more of chance)."""
    return sha256(_START_TAG + match_id + secret).digest()


def next_down(link: bytes) -> bytes:
    """The link that was revealed before this one."""
    return sha256(_LINK_TAG + link).digest()


def walk_down(link: bytes, steps: int) -> bytes:
    """The link `steps` before this one."""
    for _ in range(steps):
        link = next_down(link)
    return link


def chain_link(start: bytes, links: int, index: int) -> bytes:
    """Link `index` of a chain of `links`; index 0 is the commitment."""
    return walk_down(start, links - index)


def opening_commitment(match_id: bytes, attempt: int, seat: int, opening: bytes) -> bytes:
    """What a join carries: the hash of an opening, which is 32 bytes of salt and then the nonce.

    Seat and attempt are bound, so that nobody can pass another's commitment off as their own.
    """
    writer = Writer()
    writer.raw(_OPENING_TAG, 16)
    writer.raw(match_id, 16)
    writer.unsigned(attempt, 4)
    writer.unsigned(seat, 1)
    writer.raw(opening, 2 * NONCE_BYTES)
    return sha256(writer.done()).digest()


def nonce_of(opening: bytes) -> bytes:
    """The nonce in an opening."""
    return opening[NONCE_BYTES:]


def bot_nonce(match_id: bytes, attempt: int, seat: int) -> bytes:
    """A bot's nonce: a fixed function of the match, so that the operator cannot choose it."""
    writer = Writer()
    writer.raw(_BOT_TAG, 16)
    writer.raw(match_id, 16)
    writer.unsigned(attempt, 4)
    writer.unsigned(seat, 1)
    return sha256(writer.done()).digest()


def draw(match_id: bytes, attempt: int, index: int, link: bytes, nonces: list[bytes]) -> int:
    """The number of draw `index` (from 1, over the whole log): 256 bits of agreed chance.

    `nonces` are those of all seats in the order of the seats. A link serves once: after a rollback
    the same round draws with the next index.
    """
    writer = Writer()
    writer.raw(_DRAW_TAG, 16)
    writer.raw(match_id, 16)
    writer.unsigned(attempt, 4)
    writer.unsigned(index, 4)
    writer.raw(link, 32)
    for nonce in nonces:
        writer.raw(nonce, NONCE_BYTES)
    return int.from_bytes(sha256(writer.done()).digest(), "big")
