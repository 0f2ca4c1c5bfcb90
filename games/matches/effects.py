"""What else changes in the database with an entry: the columns that lists and clocks read."""

from typing import Any

from games.ledger import kinds
from games.ledger.entries import Entry
from games.matches.duties import due_at
from games.matches.warm import Warm
from games.matches.writer import Append
from games.models import Match, OutboxRow

# The columns of a match that every entry changes, in the order of `Append.columns`.
MATCH_COLUMNS = ("sequence", "head", "epoch", "round", "turn_seat", "due_at")


def effects(warm: Warm, entry: Entry, data: bytes, was_started: bool) -> Append:
    """The append of an entry that the warm match has just carried out."""
    fold = warm.fold
    row = (
        warm.id,
        entry.sequence,
        entry.seat,
        entry.command_id,
        entry.kind,
        data,
        fold.head,
        entry.time,
    )
    shown = fold.state.round if fold.roster.started else 0
    columns = (
        entry.sequence,
        fold.head,
        fold.epoch,
        shown,
        warm.turn_seat(),
        due_at(warm),
        warm.id,
    )
    item = Append(warm.id, entry.sequence, row, columns)
    if entry.kind in (kinds.JOIN, kinds.READY, kinds.LEAVE):
        for number, person in enumerate(warm.people):
            item.seats[number] = {
                "taken": person.taken,
                "ready": person.ready,
                "user_id": person.user_id,
                "bot_level": person.bot_level,
                "name": person.name,
                "colour": person.colour,
            }
            if fold.roster.started:
                item.seats[number]["seen_at"] = entry.time
        if fold.roster.started and not was_started:
            item.more = {"status": Match.Status.PLAYING, "started_at": entry.time}
    elif entry.kind in (kinds.TAKEOVER, kinds.HAND_BACK):
        seat = warm.rules.decode_action(entry.action)[1]
        item.seats[seat] = {"absent": entry.kind == kinds.TAKEOVER}
    elif entry.kind in (kinds.ACTION, kinds.STAFF):
        _note_resigning(warm, entry, item)
    elif entry.kind in (kinds.TAKE_BACK, kinds.ROLLBACK):
        _note_restored(warm, item)
    elif entry.kind == kinds.END:
        item.more = {"ended_at": entry.time, **_result(warm, item)}
        if warm.fold.roster.started:
            item.outbox.append(OutboxRow.Kind.ARCHIVE)
    return item


def _note_resigning(warm: Warm, entry: Entry, item: Append) -> None:
    """A mayor who has left for good has no rank from now on, and nobody waits for the mayor."""
    actions = warm.rules.actions
    if not entry.action:
        return
    kind, *named = warm.rules.decode_action(entry.action)
    if kind == actions.RESIGN:
        item.seats[entry.seat] = {"rank": 0}
    elif kind == actions.EXPEL:
        item.seats[named[0]] = {"rank": 0}


def _note_restored(warm: Warm, item: Append) -> None:
    """Who was away and who had left for good in a state that holds again."""
    codes = warm.rules.state
    left = (codes.NEUTRAL, codes.BOT_AFTER_RESIGNING)
    for number, status in enumerate(warm.fold.state.status):
        item.seats[number] = {
            "absent": status == codes.ABSENT,
            "rank": 0 if status in left else None,
        }


def _result(warm: Warm, item: Append) -> dict[str, Any]:
    """The columns of a match that has ended; ranks go to the seats."""
    state = warm.fold.state
    if state.phase != warm.rules.state.OVER:
        return {"status": Match.Status.VOID}
    lines = warm.rules.scores(state)
    ranks = warm.rules.standings(state)
    for number in range(state.seats):
        item.seats[number] = {"rank": ranks[number], "score": sum(lines[number])}
    result = {
        "ranks": list(ranks),
        "prestige": [list(line) for line in lines],
        "state_hash": warm.fold.state_hash.hex(),
    }
    return {"status": Match.Status.OVER, "result": result}
