"""The public list of matches that were committed to and then voided.

An operator who may drop matches unseen can throw away the draws he dislikes. So every match whose
genesis was signed and that ended without a result stands here for ever: the list only grows, each
record is chained to the ones before it, and the server signs the head.
"""

from hashlib import sha256

from .canonical import BAD_VALUE, BAD_VERSION, NOT_CANONICAL, BrokenBytes, Reader, Writer
from .rules_face import CheckSignature
from .signing import MOST_SIGNATURE, UNSIGNED, known, signature_bytes

FORMAT = 1
MOST_RECORDS = 1 << 20
_RECORD_BYTES = 94
_TAG = b"CityB.voided.v1\x00"
_HEAD_TAG = b"CityB.voidhead.1"


class Voided:
    """One match: its id and genesis hash, the sequence and chain hash where it stopped, when (ms
    UTC), and the platform's reason code (docs/ledger.md)."""

    def __init__(
        self, match_id: bytes, genesis: bytes, sequence: int, head: bytes, time: int, reason: int
    ) -> None:
        self.match_id = match_id
        self.genesis = genesis
        self.sequence = sequence
        self.head = head
        self.time = time
        self.reason = reason


class VoidedList:
    """The list as published: records oldest first, when it was signed (ms UTC), the signature."""

    def __init__(self, records: list[Voided], time: int, scheme: int, signature: bytes) -> None:
        self.records = records
        self.time = time
        self.scheme = scheme
        self.signature = signature


def _encode_record(record: Voided) -> bytes:
    writer = Writer()
    writer.raw(record.match_id, 16)
    writer.raw(record.genesis, 32)
    writer.unsigned(record.sequence, 4)
    writer.raw(record.head, 32)
    writer.unsigned(record.time, 8)
    writer.unsigned(record.reason, 2)
    return writer.done()


def list_head(records: list[Voided]) -> bytes:
    """The chain hash over all records; that of a shorter list is an earlier link of it."""
    head = bytes(32)
    for record in records:
        head = sha256(_TAG + head + _encode_record(record)).digest()
    return head


def signed_list_bytes(records: list[Voided], time: int) -> bytes:
    """The 60 bytes that the server signs."""
    writer = Writer()
    writer.raw(_HEAD_TAG, 16)
    writer.unsigned(len(records), 4)
    writer.unsigned(time, 8)
    writer.raw(list_head(records), 32)
    return writer.done()


def encode_voided(published: VoidedList) -> bytes:
    """The canonical bytes of the list."""
    _check(published, 0)
    writer = Writer()
    writer.unsigned(FORMAT, 1)
    writer.count(len(published.records), MOST_RECORDS)
    for record in published.records:
        writer.raw(_encode_record(record), _RECORD_BYTES)
    writer.unsigned(published.time, 8)
    writer.unsigned(published.scheme, 1)
    writer.sized(published.signature, MOST_SIGNATURE)
    return writer.done()


def decode_voided(data: bytes) -> VoidedList:
    """The list of these bytes. Raises BrokenBytes for anything but canonical bytes."""
    reader = Reader(data)
    if reader.unsigned(1) != FORMAT:
        raise BrokenBytes(BAD_VERSION, 0)
    records: list[Voided] = []
    for _ in range(reader.count(MOST_RECORDS, _RECORD_BYTES)):
        match_id = reader.raw(16)
        genesis = reader.raw(32)
        sequence = reader.unsigned(4)
        head = reader.raw(32)
        records.append(
            Voided(match_id, genesis, sequence, head, reader.unsigned(8), reader.unsigned(2))
        )
    time = reader.unsigned(8)
    scheme = reader.unsigned(1)
    published = VoidedList(records, time, scheme, reader.sized(MOST_SIGNATURE))
    reader.end()
    _check(published, reader.offset)
    return published


def _check(published: VoidedList, offset: int) -> None:
    if not known(published.scheme):
        raise BrokenBytes(BAD_VALUE, offset)
    if len(published.signature) != signature_bytes(published.scheme):
        raise BrokenBytes(BAD_VALUE, offset)
    seen: dict[bytes, bool] = {}
    last = 0
    for record in published.records:
        if record.match_id in seen or record.time < last:
            raise BrokenBytes(NOT_CANONICAL, offset)
        seen[record.match_id] = True
        last = record.time
    if published.time < last:
        raise BrokenBytes(BAD_VALUE, offset)


def grew_from(older: VoidedList, newer: VoidedList) -> bool:
    """Whether the newer list still begins with the whole older one."""
    count = len(older.records)
    if len(newer.records) < count or newer.time < older.time:
        return False
    return list_head(newer.records[:count]) == list_head(older.records)


def signature_holds(
    published: VoidedList,
    public_key: bytes,
    check_signature: CheckSignature,
) -> bool:
    """Whether the server's signature under the list is good. An unsigned list is not."""
    if published.scheme == UNSIGNED:
        return False
    message = signed_list_bytes(published.records, published.time)
    return check_signature(published.scheme, public_key, message, published.signature)
