"""Runs inside MicroPython: the ledger's side of test_portable.py. Bytes in, bytes out."""

from hashlib import sha256

from games import engine
from games.ledger.archive import decode_archive, encode_archive
from games.ledger.canonical import BrokenBytes, Reader, Writer
from games.ledger.entries import decode_entry, encode_entry
from games.ledger.failure import Unverified
from games.ledger.genesis import decode_genesis, encode_genesis
from games.ledger.verify import verify
from games.ledger.voided import decode_voided, encode_voided

_MOST = 1 << 26


def entry(data: bytes) -> bytes:
    """The entry, read and written again, or its error as code and offset."""
    return _again(decode_entry, encode_entry, data)


def genesis(data: bytes) -> bytes:
    """As `entry`."""
    return _again(decode_genesis, encode_genesis, data)


def archive(data: bytes) -> bytes:
    """As `entry`."""
    return _again(decode_archive, encode_archive, data)


def voided(data: bytes) -> bytes:
    """As `entry`."""
    return _again(decode_voided, encode_voided, data)


def _again(decode, encode, data: bytes) -> bytes:  # type: ignore[no-untyped-def]
    try:
        written: bytes = encode(decode(data))
        return b"\x01" + written
    except BrokenBytes as error:
        return b"\x00" + bytes((error.code,)) + error.offset.to_bytes(4, "big")


def verified(request: bytes) -> bytes:
    """Verify the archive of a request: the file, then the signature questions with good answers.

    The answer: 1 and the report's figures, or 0 with the kind and the sequence of the failure.
    """
    reader = Reader(request)
    data = reader.sized(_MOST)
    good = [reader.raw(32) for _ in range(reader.count(_MOST, 32))]

    def check_signature(scheme: int, key: bytes, message: bytes, signature: bytes) -> bool:
        asked = bytes((scheme,)) + key + message + signature
        return sha256(asked).digest() in good

    writer = Writer()
    try:
        report = verify(data, engine.rules(0), check_signature)
    except Unverified as error:
        writer.unsigned(0, 1)
        writer.unsigned(error.kind, 1)
        writer.unsigned(error.sequence, 4)
        return writer.done()
    writer.unsigned(1, 1)
    for figure in (report.entries, report.epoch, report.attempt, report.draws, report.signed):
        writer.varint(figure)
    writer.raw(report.head, 32)
    writer.raw(report.state_hash, 32)
    return writer.done()
