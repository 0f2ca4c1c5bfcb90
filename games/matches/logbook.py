"""The log of a match in words that a person can read: for staff and for commands."""

from typing import Any, NamedTuple

from games import engine
from games.ledger import kinds
from games.ledger.canonical import BrokenBytes
from games.ledger.entries import Entry, decode_entry
from games.models import Match, Transaction


def _names(module: Any, words: str) -> dict[int, str]:
    return {getattr(module, word): word for word in words.split() if hasattr(module, word)}


KIND_NAMES = _names(
    kinds,
    "JOIN READY ACTION DRAW TIME_OUT TAKEOVER HAND_BACK TAKE_BACK ROLLBACK STAFF END LEAVE KEY "
    "REVEAL",
)
AUTHORITY_NAMES = _names(kinds, "PLAYER BOT CLOCK BY_STAFF")
_ACTIONS = (
    "ROAD AVENUE BUILD UPGRADE DEMOLISH RIGHT_OF_WAY POLICY OFFER ACCEPT DECLINE WITHDRAW OVERTIME "
    "FUND_DRIVE UNDO END_TURN RESIGN SEAL DRAW TIMEOUT TAKEOVER HAND_BACK EXPEL CLOSE REVEAL"
)
_WIDE = 1 << 64  # a parameter over this is a hash or a draw: shown short, in hexadecimal


class Line(NamedTuple):
    """An entry. time: ms UTC; seat: 255 for the platform; head: chain hash after it, hexadecimal;
    action: name and parameters, or nothing.
    """

    sequence: int
    time: int
    kind: str
    seat: int
    authority: str
    action: str
    details: str
    head: str


def action_names(version: int) -> dict[int, str]:
    """The names of the actions of a version of the rules."""
    return _names(engine.rules(version).actions, _ACTIONS)


def lines(match: Match, after: int, most: int) -> list[Line]:
    """The entries after a sequence. What cannot be read is shown as such: staff look at what is
    broken."""
    names = action_names(match.rules_version)
    rules = engine.rules(match.rules_version)
    rows = Transaction.objects.filter(match=match, sequence__gt=after).order_by("sequence")[:most]
    found = []
    for row in rows:
        try:
            entry = decode_entry(bytes(row.entry))
        except BrokenBytes as error:
            kind = f"unreadable: {error}"
            found.append(Line(row.sequence, row.time, kind, row.seat, "", "", "", _hex(row.head)))
            continue
        found.append(
            Line(
                entry.sequence,
                entry.time,
                KIND_NAMES[entry.kind],
                entry.seat,
                AUTHORITY_NAMES[entry.authority],
                _action(entry, rules, names),
                _details(entry),
                _hex(row.head),
            )
        )
    return found


def _action(entry: Entry, rules: Any, names: dict[int, str]) -> str:
    if not entry.action:
        return ""
    try:
        kind, *parameters = rules.decode_action(entry.action)
    except rules.BrokenAction:
        return f"unreadable: {entry.action.hex()}"
    shown = [str(value) if value < _WIDE else f"{value:064x}"[:12] for value in parameters]
    return " ".join([names.get(kind, str(kind)), *shown])


def _details(entry: Entry) -> str:
    parts = []
    for name, _ in kinds.KINDS[entry.kind].fields:
        value = getattr(entry.details, name)
        if value:
            parts.append(f"{name} {value.hex()[:12] if isinstance(value, bytes) else value}")
    return ", ".join(parts)


def _hex(data: Any) -> str:
    return bytes(data).hex()
