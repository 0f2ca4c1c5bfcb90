"""The hash chain over a match's log, and what the server signs of it.

    head(0) = SHA-256(genesis tag, genesis)
    head(n) = SHA-256(entry tag, head(n - 1), entry n)

Whoever holds one head can check every byte before it.
"""

from hashlib import sha256

from .canonical import Writer

_GENESIS_TAG = b"CityB.genesis.v1"
_ENTRY_TAG = b"CityB.entry.v1\x00\x00"
_RECEIPT_TAG = b"CityB.receipt.v1"
_COMMAND_TAG = b"CityB.command.v1"


def genesis_hash(genesis: bytes) -> bytes:
    """Chain hash of sequence 0, from the canonical bytes of the genesis."""
    return sha256(_GENESIS_TAG + genesis).digest()


def entry_hash(previous: bytes, entry: bytes) -> bytes:
    """Chain hash after an entry, from the hash before it and the entry's canonical bytes."""
    return sha256(_ENTRY_TAG + previous + entry).digest()


def receipt_bytes(match_id: bytes, sequence: int, head: bytes) -> bytes:
    """The 68 bytes that the server signs to confirm an entry, or the genesis (sequence 0)."""
    writer = Writer()
    writer.raw(_RECEIPT_TAG, 16)
    writer.raw(match_id, 16)
    writer.unsigned(sequence, 4)
    writer.raw(head, 32)
    return writer.done()


def system_command_id(match_id: bytes, kind: int, seat: int, base: int) -> bytes:
    """The id of what the platform does by rule: 16 bytes.

    `seat` is the one it is about (255: none), `base` the sequence that made it due. Two processes
    that see the same thing fall due make the same id, so that it happens once.
    """
    writer = Writer()
    writer.raw(_COMMAND_TAG, 16)
    writer.raw(match_id, 16)
    writer.unsigned(kind, 1)
    writer.unsigned(seat, 1)
    writer.unsigned(base, 4)
    return sha256(writer.done()).digest()[:16]
