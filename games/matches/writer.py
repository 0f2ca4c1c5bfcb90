"""The one thread of a process that appends to logs: many entries in one commit.

A commit costs far more than a row. So the thread takes whatever has gathered while it wrote,
writes all of it in one transaction, and does so again: nobody waits for a batch to fill, and under
load the batches grow by themselves. An entry that lost the race for its sequence is left out by
`ON CONFLICT DO NOTHING`, so that it does not take its neighbours in the batch along.
"""

import queue
import threading
from concurrent.futures import Future
from typing import Any

from django.db import connections, transaction
from django.db.models import F

from games.ledger.kinds import HAND_BACK
from games.models import EndVote, Match, OutboxRow, Seat, Setback, Snapshot

ALIAS = "matches"
MOST_IN_A_BATCH = 256
IDLE_SECONDS = 30.0  # after which the thread gives its connection back


class Append:
    """One entry to be appended, and what changes with it in the same commit.

    columns: of the match, for every entry; more: further columns of the match; seats: columns by
    seat number; outbox: kinds of work that are due with this commit; snapshot: state and memory as
    `snapshots.pack` makes them, or None; setback: the user who made an attempt to begin fail.
    """

    __slots__ = (
        "columns",
        "match_id",
        "more",
        "outbox",
        "row",
        "seats",
        "sequence",
        "setback",
        "snapshot",
    )

    def __init__(
        self,
        match_id: str,
        sequence: int,
        row: tuple[Any, ...],
        columns: tuple[Any, ...],
    ) -> None:
        self.match_id = match_id
        self.sequence = sequence
        self.row = row
        self.columns = columns
        self.more: dict[str, Any] = {}
        self.seats: dict[int, dict[str, Any]] = {}
        self.outbox: list[str] = []
        self.setback: int | None = None
        self.snapshot: tuple[bytes, bytes] | None = None


_ROW = "(match_id, sequence, seat, command_id, kind, entry, head, time)"
_INSERT = f"INSERT INTO games_transaction {_ROW} VALUES "  # noqa: S608  # no value is in it
_CONFLICT = " ON CONFLICT DO NOTHING RETURNING match_id, sequence"
_PLACES = "(%s, %s, %s, %s, %s, %s, %s, %s)"
_UPDATE = (
    "UPDATE games_match SET sequence = %s, head = %s, epoch = %s, round = %s, turn_seat = %s, "
    "due_at = %s WHERE id = %s"
)


def append_all(batch: list[Append]) -> set[tuple[str, int]]:
    """Write a batch in one commit; (match id, sequence) of those that were appended."""
    # Two processes that write the same rows in different orders would wait for each other.
    batch = sorted(batch, key=lambda item: (item.match_id, item.sequence))
    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        values: list[Any] = []
        for item in batch:
            values.extend(item.row)
        cursor.execute(_INSERT + ", ".join([_PLACES] * len(batch)) + _CONFLICT, values)
        written = {(str(match_id), int(sequence)) for match_id, sequence in cursor.fetchall()}
        done = [item for item in batch if (item.match_id, item.sequence) in written]
        cursor.executemany(_UPDATE, [item.columns for item in done])
        for item in done:
            _write_more(item)
    return written


def _write_more(item: Append) -> None:
    if item.more:
        Match.objects.filter(pk=item.match_id).update(**item.more)
    for number, columns in item.seats.items():
        Seat.objects.filter(match_id=item.match_id, number=number).update(**columns)
    if item.setback is not None:
        setback, _ = Setback.objects.get_or_create(match_id=item.match_id, user_id=item.setback)
        Setback.objects.filter(pk=setback.pk).update(count=F("count") + 1)
    if item.row[4] == HAND_BACK:
        # Votes to end the match were about the absence that is over now.
        EndVote.objects.filter(match_id=item.match_id).delete()
    for kind in item.outbox:
        OutboxRow.objects.get_or_create(
            match_id=item.match_id, kind=kind, defaults={"created_at": item.row[7]}
        )
    if item.snapshot is not None:
        state, memory = item.snapshot
        Snapshot.objects.update_or_create(
            match_id=item.match_id,
            defaults={"sequence": item.sequence, "state": state, "memory": memory},
        )


class Writer:
    """The thread. `append` from anywhere; the future's result is whether it was appended."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[tuple[Append, Future[bool]] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.batches = 0
        self.rows = 0

    def append(self, item: Append) -> "Future[bool]":
        """Hand an entry over. The future fails with the database's error if the commit did."""
        future: Future[bool] = Future()
        with self._lock:
            self._queue.put((item, future))
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()
        return future

    def stop(self) -> None:
        """Write what is waiting, then end the thread. The next `append` starts another."""
        # Held to the end: nothing may be put behind the last word of a thread that is going.
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                self._queue.put(None)
                self._thread.join()

    def _run(self) -> None:
        try:
            while True:
                try:
                    first = self._queue.get(timeout=IDLE_SECONDS)
                except queue.Empty:
                    connections[ALIAS].close()
                    first = self._queue.get()
                if first is None:
                    return
                batch = [first]
                last = self._gather(batch)
                self._write(batch)
                if last:
                    return
        finally:
            connections.close_all()

    def _gather(self, batch: "list[tuple[Append, Future[bool]]]") -> bool:
        """Add what has come meanwhile; whether the thread is to end."""
        while len(batch) < MOST_IN_A_BATCH:
            try:
                item = self._queue.get_nowait()
            except queue.Empty:
                return False
            if item is None:
                return True
            batch.append(item)
        return False

    def _write(self, batch: "list[tuple[Append, Future[bool]]]") -> None:
        # From here on a future cannot be cancelled; whoever gave up before is not written.
        batch = [pair for pair in batch if pair[1].set_running_or_notify_cancel()]
        if not batch:
            return
        try:
            # Two of one match at one sequence: only the first can be meant by what comes back.
            seen: set[tuple[str, int]] = set()
            first: list[Append] = []
            for item, _ in batch:
                if (item.match_id, item.sequence) not in seen:
                    seen.add((item.match_id, item.sequence))
                    first.append(item)
            written = append_all(first)
        except BaseException as error:  # noqa: BLE001  # whoever waits must hear of it
            connections[ALIAS].close()
            for _, future in batch:
                future.set_exception(error)
            return
        self.batches += 1
        self.rows += len(written)
        chosen = {id(item) for item in first}
        for item, future in batch:
            ok = id(item) in chosen and (item.match_id, item.sequence) in written
            future.set_result(ok)


writer = Writer()
