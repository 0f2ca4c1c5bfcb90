"""Where a match stands, kept beside its log, so that a long log need not be carried out anew.

Written in the same commit as the entry it belongs to. A cache like everything but the log: one that
does not fit, or cannot be read, is thrown away, and the log is folded from its beginning.
"""

import zlib
from typing import NamedTuple

from games.ledger.canonical import MOST, TRUNCATED, BrokenBytes, Reader, Writer
from games.ledger.entries import Entry
from games.ledger.kinds import END
from games.ledger.memory import Past, read_numbers, write_numbers
from games.models import Snapshot, Transaction

EVERY = 64  # entries; folding so many takes about 7 ms
MOST_BYTES = 1 << 24  # of a state or a memory, unpacked: far above any match's
FAST = 1  # level of zlib: this is done between two turns


class Kept(NamedTuple):
    """What is kept. state: the rules' canonical bytes; memory: of the fold; left: ms in the mayors'
    banks; turn_entries, back: as in `Warm`.
    """

    state: bytes
    memory: bytes
    left: list[int]
    turn_entries: int
    back: set[int]


def due(entry: Entry) -> bool:
    """Whether a snapshot is to be kept after this entry: now and then, and of the end."""
    return entry.sequence % EVERY == 0 or entry.kind == END


def pack(kept: Kept) -> tuple[bytes, bytes]:
    """The columns `state` and `memory` of a snapshot."""
    writer = Writer()
    writer.sized(kept.memory, MOST_BYTES)
    write_numbers(writer, kept.left)
    writer.varint(kept.turn_entries)
    write_numbers(writer, sorted(kept.back))
    return zlib.compress(kept.state, FAST), zlib.compress(writer.done(), FAST)


def find(match_id: str) -> tuple[Kept, Past] | None:
    """The snapshot of a match and what its fold goes on from, or None.

    Raises BrokenBytes if it cannot be read. Whether it fits its log is for the fold to find out.
    """
    row = Snapshot.objects.filter(match_id=match_id).first()
    if row is None:
        return None
    reader = Reader(_unpacked(bytes(row.memory)))
    memory = reader.sized(MOST_BYTES)
    left = read_numbers(reader)
    turn_entries = reader.varint(MOST)
    back = set(read_numbers(reader))
    reader.end()
    kept = Kept(_unpacked(bytes(row.state)), memory, left, turn_entries, back)
    rows = Transaction.objects.filter(match_id=match_id, sequence__lte=row.sequence)
    columns = rows.order_by("sequence").values_list("head", "time", "seat", "command_id")
    chain = [(bytes(head), time, seat, bytes(name)) for head, time, seat, name in columns]
    return kept, Past(kept.state, memory, chain)


def drop(match_id: str) -> None:
    """Throw the snapshot of a match away."""
    Snapshot.objects.filter(match_id=match_id).delete()


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(data, MOST_BYTES)
    except zlib.error:
        plain = b""
    if not unpacker.eof:
        raise BrokenBytes(TRUNCATED, 0)
    return plain
