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
from games.realtime.room import Room

_ENTRY_OVERHEAD = 8  # of an entry in a batch: quotes, comma, and base64's last group


async def catch_up(
    room: Room,
    desk: Desk,
    connection: Connection,
    limits: Limits,
    *,
    sequence: int,
    head: bytes | None,
    snapshots: bool,
) -> None:
    """Send what comes after `sequence`, until there is nothing more.

    head: the reader's chain hash there, None if it names none; snapshots: whether a long gap may
    be told as a state. Waits while the connection's queue is more than half full.
    """
    if head is None:
        sequence = min(sequence, room.sequence)  # nobody has what is not written yet
    connection.catching_up = True
    try:
        while not connection.outgoing.closing:
            gap = room.sequence - sequence
            known = sequence >= 0 and (head is None or await _fits(room, sequence, head))
            if snapshots and known and gap > limits.gap:
                sequence = await _snapshot(room, desk, connection)
            else:
                found = await database_sync_to_async(reading.log_after)(room.id, sequence, head)
                if not found.fits:
                    connection.tell(codes.CHAIN)
                await _batches(connection, found, limits)
                sequence = found.first - 1 + len(found.entries)
            connection.sent = sequence
            snapshots, head = False, None
            # Nothing is awaited between this look and the end: what comes next is `advance`'s.
            if sequence >= room.sequence:
                return
    finally:
        connection.catching_up = False


async def _fits(room: Room, sequence: int, head: bytes) -> bool:
    own: bytes | None = await database_sync_to_async(reading.head_at)(room.id, sequence)
    return own == head


async def _batches(connection: Connection, found: reading.Log, limits: Limits) -> None:
    last = found.first - 1 + len(found.entries)
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
