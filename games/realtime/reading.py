"""What sockets read of a match from the database. Everything here blocks: call it in a thread."""

from typing import NamedTuple

from games.ledger.chain import genesis_hash
from games.ledger.entries import decode_entry
from games.ledger.genesis import decode_genesis
from games.matches import absence, chat, queries
from games.matches.refused import Refused
from games.models import ChatLine, Match, Seat, Transaction
from games.protocol import codes


class Standing(NamedTuple):
    """match: the row with its places; state_hash: of the state after its last entry; lines: ids of
    the chat's last lines.
    """

    match: Match
    state_hash: bytes
    lines: list[int]


def standing(match_id: str) -> Standing:
    """Where a match stands. Raises Refused(NO_SUCH_MATCH)."""
    match = row(match_id)
    lines = [line.pk for line in chat.recent(match_id)]
    last = Transaction.objects.filter(match_id=match_id, sequence=match.sequence).first()
    if last is None:
        return Standing(match, decode_genesis(bytes(match.genesis)).state_hash, lines)
    return Standing(match, decode_entry(bytes(last.entry)).state_hash, lines)


def row(match_id: str) -> Match:
    """The match with its places. Raises Refused(NO_SUCH_MATCH)."""
    match = queries.find(match_id)
    if match is None:
        raise Refused(codes.NO_SUCH_MATCH)
    return match


class Page(NamedTuple):
    """A part of a log. genesis: before the first entry only, with the whole log."""

    genesis: bytes | None
    first: int
    entries: list[bytes]


def page_after(match_id: str, sequence: int, upto: int) -> Page:
    """The entries after `sequence` (-1: from the genesis on) up to another, as many as one look
    takes.
    """
    entries = queries.entries(match_id, max(0, sequence), upto)
    if sequence >= 0:
        return Page(None, sequence + 1, entries)
    genesis = Match.objects.only("genesis").get(pk=match_id).genesis
    return Page(bytes(genesis), 1, entries)


def head_at(match_id: str, sequence: int) -> bytes | None:
    """The chain hash after an entry; None if the log is not that long."""
    if sequence == 0:
        return genesis_hash(bytes(Match.objects.only("genesis").get(pk=match_id).genesis))
    heads = Transaction.objects.filter(match_id=match_id, sequence=sequence)
    found = heads.values_list("head", flat=True).first()
    return None if found is None else bytes(found)


class Greeting(NamedTuple):
    """What a newcomer is told besides the log."""

    match: Match
    lines: list[ChatLine]
    votes: absence.Votes
    rematch: str | None


def greeting(match_id: str) -> Greeting:
    """The match with its places, the last lines of the chat, the votes to end, the rematch."""
    match = row(match_id)
    votes = absence.votes(match_id)
    return Greeting(match, chat.recent(match_id), votes, queries.rematch_of(match))


def lines_after(line: int) -> list[tuple[int, str]]:
    """(id, match id) of the lines said since a line, in any match."""
    newer = ChatLine.objects.filter(pk__gt=line).order_by("pk")
    return list(newer.values_list("pk", "match_id"))


def newest_line() -> int:
    """The id of the last line said in any match; 0 if there is none."""
    return ChatLine.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def seen_at(match_ids: list[str]) -> list[tuple[str, int, int]]:
    """(match id, seat, when seen by any process, ms UTC) of seats that people have."""
    seats = Seat.objects.filter(match_id__in=match_ids, user_id__isnull=False)
    return list(seats.values_list("match_id", "number", "seen_at"))
