"""The columns that lists and clocks read, worked out anew from the log.

They are written with every entry (`effects`), so nothing has to be rebuilt unless a row was changed
by hand or brought back from a backup. The log itself is never touched. Who sits on a seat, names
and colours are not in the log, and stay as they are wherever the log has somebody.
"""

from typing import Any, NamedTuple

from django.db import transaction

from games.ledger import kinds
from games.ledger.entries import decode_entry
from games.ledger.roster import Roster
from games.ledger.verify import restored_by
from games.matches import snapshots
from games.matches.effects import MATCH_COLUMNS, effects
from games.matches.refused import Refused
from games.matches.warm import Person, Warm, later
from games.matches.writer import ALIAS
from games.models import Match, Seat, Transaction
from games.protocol import codes

TRIES = 5  # of a match that goes on while its log is read


class Change(NamedTuple):
    """A column that was wrong. where: "match" or "seat 0"; was, now: its values."""

    where: str
    column: str
    was: object
    now: object


def rebuild(match_id: str) -> list[Change]:
    """Rewrite whatever differs from the log, and say what it was.

    Raises Refused(NO_SUCH_MATCH, UNAVAILABLE); Unverified if the log does not hold.
    """
    for _ in range(TRIES):
        match = Match.objects.filter(pk=match_id).first()
        if match is None:
            raise Refused(codes.NO_SUCH_MATCH)
        columns, of_seats = _derived(match)
        # The log is folded before the lock is taken: nobody waits for a long replay.
        with transaction.atomic(using=ALIAS):
            locked = Match.objects.select_for_update().get(pk=match_id)
            rows = Transaction.objects.filter(match_id=match_id)
            if rows.filter(sequence__gt=columns["sequence"]).exists():
                continue
            snapshots.drop(match_id)
            changes = _put_right(locked, "match", columns)
            for place in Seat.objects.filter(match_id=match_id).order_by("number"):
                changes += _put_right(place, f"seat {place.number}", of_seats[place.number])
            return changes
    raise Refused(codes.UNAVAILABLE, "the match goes on too fast")


def _put_right(row: Match | Seat, where: str, wanted: dict[str, Any]) -> list[Change]:
    changes = []
    for column, now in wanted.items():
        was = getattr(row, column)
        if isinstance(now, bytes):
            was = bytes(was)
        if was != now:
            setattr(row, column, now)
            changes.append(Change(where, column, was, now))
    if changes:
        row.save(update_fields=[change.column for change in changes])
    return changes


def _derived(match: Match) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The columns of the match and of each seat, as writing the log has left them."""
    entries = later(match.id, 0)
    people = [Person(place) for place in match.places.order_by("number")]
    warm = Warm(match, people, restored_by(entries))
    columns: dict[str, Any] = {
        "status": Match.Status.GATHERING,
        "started_at": None,
        "ended_at": None,
        "result": None,
        **dict(zip(MATCH_COLUMNS, (0, warm.fold.head, 0, 0, None, None), strict=True)),
    }
    seats: list[dict[str, Any]] = [
        {"absent": False, "rank": None, "score": None} for _ in warm.people
    ]
    for data in entries:
        was_started = warm.fold.roster.started
        warm.follow(data)
        entry = decode_entry(data)
        item = effects(warm, entry, data, was_started)
        columns.update(zip(MATCH_COLUMNS, item.columns[: len(MATCH_COLUMNS)], strict=True))
        columns.update(item.more)
        if entry.kind not in (kinds.JOIN, kinds.READY, kinds.LEAVE):
            for number, changed in item.seats.items():
                seats[number].update(changed)
    for number, derived in enumerate(seats):
        derived.update(_sitting(warm.fold.roster, number))
    return columns, seats


def _sitting(roster: Roster, number: int) -> dict[str, Any]:
    """Of a seat, what the log knows about who has it."""
    seat = roster.seats[number]
    sitting: dict[str, Any] = {"taken": seat.taken, "ready": seat.opened, "bot_level": seat.bot}
    if not seat.taken:
        sitting["name"] = ""
    if not seat.taken or seat.bot:
        sitting["user_id"] = None
    return sitting
