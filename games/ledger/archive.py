"""A match as one file, for anybody to keep and to check. docs/ledger.md has the table of the bytes.

Sections in a fixed order: header, genesis, entries, keys, commitments, reveals, receipts, seal.
Reading checks the form alone; whether it is true is `verify`'s to say.
"""

from hashlib import sha256

from .canonical import (
    BAD_MAGIC,
    BAD_VALUE,
    BAD_VERSION,
    NOT_CANONICAL,
    OUT_OF_RANGE,
    TOO_LONG,
    BrokenBytes,
    Reader,
    Writer,
)
from .entries import MOST_ENTRY, SMALLEST
from .genesis import MOST_LINKS
from .signing import (
    MOST_KEY,
    MOST_SIGNATURE,
    UNSIGNED,
    key_bytes,
    known,
    signature_bytes,
)

# As in PNG: a byte over 127 and both line ends show what a text transfer has done to the file.
MAGIC = b"\x89CBA\r\n\x1a\n"
FORMAT = 1
MOST_BYTES = 32 << 20
MOST_GENESIS = 1024
MOST_ENTRIES = 1 << 17
MOST_KEYS = 64
SERVER = 255  # in the place of a seat: the server's own commitment

# The least that a row of each table takes: fixed fields, and an empty string's length of 1.
_KEY_BYTES = 1 + 1 + 8 + 8 + 1
_COMMITMENT_BYTES = 4 + 1 + 32
_REVEAL_BYTES = 4 + 4 + 32
_RECEIPT_BYTES = 4 + 1 + 1

_SEAL_TAG = b"CityB.seal.v1\x00\x00\x00"
_KEY_TAG = b"CityB.serverkey1"


class ServerKey:
    """A public key of the server: scheme, key, validity from and until (ms UTC, inclusive), and
    the signature of the key before it in the list (`endorsed_bytes`), empty for the first."""

    def __init__(
        self, scheme: int, key: bytes, valid_from: int, valid_until: int, endorsement: bytes
    ) -> None:
        self.scheme = scheme
        self.key = key
        self.valid_from = valid_from
        self.valid_until = valid_until
        self.endorsement = endorsement


class Receipt:
    """The server's signature over the chain hash at a sequence; `key` is an index of the keys."""

    def __init__(self, sequence: int, key: int, signature: bytes) -> None:
        self.sequence = sequence
        self.key = key
        self.signature = signature


class Archive:
    """The sections as read or to be written.

    genesis and entries: their canonical bytes. commitments: (attempt, seat, 32 bytes), the
    server's (0, SERVER, end of its chain) first, then those of the joins in the order of the log.
    reveals: (draw, sequence, link) in the order of the draws, and last, if the server gave it
    after the match, (links, 0, start of the chain). seal: SHA-256 over all that stands before it;
    sealed: ms UTC; seal_key and seal_signature: of the server over both, or unsigned (0, empty).
    """

    def __init__(self, genesis: bytes, entries: list[bytes]) -> None:
        self.genesis = genesis
        self.entries = entries
        self.keys: list[ServerKey] = []
        self.commitments: list[tuple[int, int, bytes]] = []
        self.reveals: list[tuple[int, int, bytes]] = []
        self.receipts: list[Receipt] = []
        self.sealed = 0
        self.seal = bytes(32)
        self.seal_key = 0
        self.seal_signature = b""


def endorsed_bytes(key: ServerKey) -> bytes:
    """What the key before this one signs to endorse it."""
    writer = Writer()
    writer.raw(_KEY_TAG, 16)
    _write_key(writer, key)
    return writer.done()


def seal_of(archive: Archive) -> bytes:
    """SHA-256 over the magic and all sections before the seal: 32 bytes."""
    return sha256(_SEAL_TAG + _body(archive)).digest()


def sealed_bytes(seal: bytes, sealed: int) -> bytes:
    """What the server signs under an archive."""
    writer = Writer()
    writer.raw(_SEAL_TAG, 16)
    writer.raw(seal, 32)
    writer.unsigned(sealed, 8)
    return writer.done()


def encode_archive(archive: Archive) -> bytes:
    """The file. `archive.seal` is what `seal_of` gives."""
    writer = Writer()
    body = _body(archive)
    writer.raw(body, len(body))
    writer.raw(archive.seal, 32)
    writer.unsigned(archive.sealed, 8)
    writer.varint(archive.seal_key)
    writer.sized(archive.seal_signature, MOST_SIGNATURE)
    data = writer.done()
    if len(data) > MOST_BYTES:
        raise BrokenBytes(TOO_LONG, 0)
    return data


def decode_archive(data: bytes) -> Archive:
    """The sections of a file. Raises BrokenBytes for anything but canonical bytes."""
    if len(data) > MOST_BYTES:
        raise BrokenBytes(TOO_LONG, 0)
    reader = Reader(data)
    if reader.raw(8) != MAGIC:
        raise BrokenBytes(BAD_MAGIC, 0)
    if reader.unsigned(2) != FORMAT:
        raise BrokenBytes(BAD_VERSION, 8)
    archive = Archive(reader.sized(MOST_GENESIS), [])
    for _ in range(reader.count(MOST_ENTRIES, SMALLEST + 1)):
        archive.entries.append(reader.sized(MOST_ENTRY))
    for number in range(reader.count(MOST_KEYS, _KEY_BYTES)):
        key = _read_key(reader)
        key.endorsement = reader.sized(MOST_SIGNATURE)
        before = archive.keys[-1].scheme if number else UNSIGNED
        if len(key.endorsement) != signature_bytes(before):
            raise BrokenBytes(BAD_VALUE, reader.offset)
        archive.keys.append(key)
    for _ in range(reader.count(MOST_ENTRIES, _COMMITMENT_BYTES)):
        archive.commitments.append((reader.unsigned(4), reader.unsigned(1), reader.raw(32)))
    for _ in range(reader.count(MOST_LINKS + 1, _REVEAL_BYTES)):
        archive.reveals.append((reader.unsigned(4), reader.unsigned(4), reader.raw(32)))
    _read_receipts(reader, archive)
    archive.seal = reader.raw(32)
    archive.sealed = reader.unsigned(8)
    archive.seal_key = reader.varint(MOST_KEYS)
    archive.seal_signature = reader.sized(MOST_SIGNATURE)
    reader.end()
    if archive.seal_signature:
        _check_key(archive, archive.seal_key, archive.seal_signature, reader.offset)
    elif archive.seal_key:
        raise BrokenBytes(NOT_CANONICAL, reader.offset)
    return archive


def _body(archive: Archive) -> bytes:
    writer = Writer()
    writer.raw(MAGIC, 8)
    writer.unsigned(FORMAT, 2)
    writer.sized(archive.genesis, MOST_GENESIS)
    writer.count(len(archive.entries), MOST_ENTRIES)
    for entry in archive.entries:
        writer.sized(entry, MOST_ENTRY)
    writer.count(len(archive.keys), MOST_KEYS)
    for key in archive.keys:
        _write_key(writer, key)
        writer.sized(key.endorsement, MOST_SIGNATURE)
    writer.count(len(archive.commitments), MOST_ENTRIES)
    for attempt, seat, commitment in archive.commitments:
        writer.unsigned(attempt, 4)
        writer.unsigned(seat, 1)
        writer.raw(commitment, 32)
    writer.count(len(archive.reveals), MOST_LINKS + 1)
    for draw, sequence, link in archive.reveals:
        writer.unsigned(draw, 4)
        writer.unsigned(sequence, 4)
        writer.raw(link, 32)
    writer.count(len(archive.receipts), MOST_ENTRIES + 1)
    for receipt in archive.receipts:
        writer.unsigned(receipt.sequence, 4)
        writer.varint(receipt.key)
        writer.sized(receipt.signature, MOST_SIGNATURE)
    return writer.done()


def _write_key(writer: Writer, key: ServerKey) -> None:
    writer.unsigned(key.scheme, 1)
    writer.sized(key.key, MOST_KEY)
    writer.unsigned(key.valid_from, 8)
    writer.unsigned(key.valid_until, 8)


def _read_key(reader: Reader) -> ServerKey:
    start = reader.offset
    scheme = reader.unsigned(1)
    if scheme == UNSIGNED or not known(scheme):
        raise BrokenBytes(BAD_VALUE, start)
    key = ServerKey(scheme, reader.sized(MOST_KEY), reader.unsigned(8), reader.unsigned(8), b"")
    if len(key.key) != key_bytes(scheme):
        raise BrokenBytes(BAD_VALUE, start)
    if key.valid_from > key.valid_until:
        raise BrokenBytes(OUT_OF_RANGE, start)
    return key


def _read_receipts(reader: Reader, archive: Archive) -> None:
    last = -1
    for _ in range(reader.count(MOST_ENTRIES + 1, _RECEIPT_BYTES)):
        start = reader.offset
        sequence = reader.unsigned(4)
        if sequence <= last:
            raise BrokenBytes(NOT_CANONICAL, start)
        if sequence > len(archive.entries):
            raise BrokenBytes(OUT_OF_RANGE, start)
        last = sequence
        receipt = Receipt(sequence, reader.varint(MOST_KEYS), reader.sized(MOST_SIGNATURE))
        _check_key(archive, receipt.key, receipt.signature, start)
        archive.receipts.append(receipt)


def _check_key(archive: Archive, key: int, signature: bytes, offset: int) -> None:
    if key >= len(archive.keys):
        raise BrokenBytes(OUT_OF_RANGE, offset)
    if len(signature) != signature_bytes(archive.keys[key].scheme):
        raise BrokenBytes(BAD_VALUE, offset)
