"""Bringing one connection to where its match stands: batches of the log, or a snapshot."""

import zlib

from channels.db import database_sync_to_async

from games.matches.turns import Desk
from games.protocol import codes
from games.protocol.limits import Limits
from games.protocol.server_messages import Batch, Snapshot
from games.realtime import reading
from games.realtime.connection import Connection
from games.realtime.frames import Frame
from games.realtime.hub import Hub
from games.realtime.room import Room

_ENTRY_OVERHEAD = 8  # of an entry in a batch: quotes, comma, and base64's last group


async def catch_up(
    hub: Hub,
    room: Room,
    connection: Connection,
    *,
    sequence: int,
    head: bytes | None = None,
    gap: int | None = None,
) -> None:
    """Send what comes after `sequence`, until there is nothing more.

    head: the reader's chain hash there, None if it names none; gap: of more entries than so many, a
    state is sent in their place; None: never. Waits while the connection's queue is more than half
    full.
    """
    if head is None:
        sequence = min(sequence, room.sequence)  # nobody has what is not written yet
    connection.catching_up = True
    try:
        if head is not None and not await _fits(room, sequence, head):
            connection.tell(codes.CHAIN)
            sequence = -1
        if gap is not None and sequence >= 0 and room.sequence - sequence > gap:
            sequence = await _snapshot(room, hub.desk, connection)
            connection.sent = sequence
            if sequence >= room.sequence:
                return
        while not connection.outgoing.closing:
            # As far as everybody has been told: what is newer comes as it is told.
            upto = max(room.sequence, sequence)
            sequence = await _log(room, connection, hub.limits, sequence, upto)
            connection.sent = sequence
            # Nothing is awaited between this look and the end: what comes next is `advance`'s.
            if sequence >= room.sequence:
                return
    finally:
        connection.catching_up = False


async def _fits(room: Room, sequence: int, head: bytes) -> bool:
    own: bytes | None = await database_sync_to_async(reading.head_at)(room.id, sequence)
    return own == head


async def _log(room: Room, connection: Connection, limits: Limits, sequence: int, upto: int) -> int:
    """Send the entries after `sequence` up to another, a page at a time: no more of the log than
    a page and the connection's queue is held at once. How far it came.
    """
    while True:
        page = await database_sync_to_async(reading.page_after)(room.id, sequence, upto)
        sequence = page.first - 1 + len(page.entries)
        await _batches(connection, page, limits, upto)
        if sequence >= upto or not page.entries or connection.outgoing.closing:
            return sequence


async def _batches(connection: Connection, found: reading.Page, limits: Limits, last: int) -> None:
    genesis = found.genesis
    first = found.first
    entries: list[bytes] = []
    size = 0 if genesis is None else len(genesis) * 4 // 3
    for data in found.entries:
        written = len(data) * 4 // 3 + _ENTRY_OVERHEAD
        if size + written > limits.batch and entries:
            batch = Batch(genesis=genesis, first=first, entries=entries, sequence=last)
            await _say(connection, batch)
            first += len(entries)
            entries, size, genesis = [], 0, None
        entries.append(data)
        size += written
    await _say(connection, Batch(genesis=genesis, first=first, entries=entries, sequence=last))


async def _say(connection: Connection, batch: Batch) -> None:
    await connection.outgoing.roomy()
    connection.say(Frame(batch))


async def _snapshot(room: Room, desk: Desk, connection: Connection) -> int:
    """Send the state as it is; the sequence it stands after."""
    warm = await desk.refresh(room.id)
    fold = warm.fold
    sequence = fold.sequence
    packed = zlib.compress(warm.rules.encode(fold.state))
    snapshot = Snapshot(epoch=fold.epoch, sequence=sequence, head=fold.head, state=packed)
    await connection.outgoing.roomy()
    connection.say(Frame(snapshot))
    return sequence
