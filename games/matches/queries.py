"""Reading matches: the cards of lists, and who may see what."""

from collections.abc import Collection, Iterable

from django.db.models import Prefetch, Q, QuerySet

from games.ledger import kinds
from games.ledger.entries import decode_entry
from games.ledger.genesis import decode_genesis
from games.ledger.roster import Roster
from games.matches.departures import NOBODY
from games.models import ChatLine, Match, Seat, Setback, Transaction
from games.protocol.server_messages import CardClock, MatchCard, SeatCard

MOST_OPEN = 200
LOG_PAGE = 500  # entries; most have 110 to 150 bytes
_PLACES = Prefetch("places", queryset=Seat.objects.order_by("number"))


def card(match: Match) -> MatchCard:
    """A match as lists show it. Its places should be prefetched."""
    taken = [place for place in match.places.all() if place.taken]
    return MatchCard(
        id=match.id,
        status=match.status,  # type: ignore[arg-type]  # a choice of the model
        kind=match.kind,
        size=match.size,
        rounds=match.rounds,
        round=match.round,
        seats=match.seats,
        taken=len(taken),
        mode=match.mode,
        chance=match.chance,
        visibility=match.visibility,  # type: ignore[arg-type]
        clock=CardClock(kind=match.clock_kind, turn=match.turn_ms, bank=match.bank_ms),
        created=match.created_at,
        host=match.host_name,
        names=[place.name for place in taken],
    )


def seat_card(place: Seat, *, you: bool) -> SeatCard:
    """A seat as everybody sees it; you: whether it is the receiver's own."""
    return SeatCard(
        number=place.number,
        name=place.name,
        colour=place.colour,
        bot=place.bot_level,
        taken=place.taken,
        ready=place.ready,
        you=you,
    )


def host_seat(match: Match) -> int | None:
    """The seat of the host, if the host has one. The places should be prefetched."""
    for place in match.places.all():
        if place.user_id == match.host_user_id:
            return place.number
    return None


def rematch_of(match: Match) -> str | None:
    """The id of the match that follows this one; None if there is none but one that is void."""
    if match.rematch_id is None:
        return None
    void = Match.objects.filter(pk=match.rematch_id, status=Match.Status.VOID)
    return None if void.exists() else match.rematch_id


def cards(matches: Iterable[Match]) -> list[MatchCard]:
    """The cards of several matches."""
    return [card(match) for match in matches]


def _all() -> QuerySet[Match]:
    return Match.objects.prefetch_related(_PLACES).defer("genesis", "order", "secret")


def find(match_id: str) -> Match | None:
    """A match with its places; knowing the id is the right to see it."""
    return _all().filter(pk=match_id).first()


def listed() -> QuerySet[Match]:
    """Matches in everybody's sight whose host waits for players, the oldest first.

    One that everybody has left again has no host, and is not shown: else whoever makes and leaves
    many would hide the others' from the list.
    """
    found = _all().filter(status=Match.Status.GATHERING, visibility=Match.Visibility.LISTED)
    return found.exclude(host_user_id=NOBODY).order_by("created_at")


def open_matches() -> list[MatchCard]:
    """The cards of the listed matches; of very many the oldest."""
    return cards(listed()[:MOST_OPEN])


def of_user(user_id: int) -> QuerySet[Match]:
    """The matches that a user sits in or hosts, the newest first."""
    seated = Seat.objects.filter(user_id=user_id).values("match_id")
    mine = _all().filter(Q(pk__in=seated) | Q(host_user_id=user_id))
    return mine.order_by("-created_at")


def known_users(user_ids: Collection[int]) -> set[int]:
    """Those of these users who sit or sat in a match, host one or have said something in one."""
    known: set[int] = set()
    for rows, column in (
        (Seat.objects, "user_id"),
        (Match.objects, "host_user_id"),
        (ChatLine.objects, "user_id"),
        (Setback.objects, "user_id"),
    ):
        found = rows.filter(**{f"{column}__in": user_ids})
        known.update(found.values_list(column, flat=True).distinct())
    return known


def heads(match_ids: list[str]) -> dict[str, tuple[int, int]]:
    """(epoch, sequence) of matches, in one query."""
    rows = Match.objects.filter(pk__in=match_ids).values_list("id", "epoch", "sequence")
    return {match_id: (epoch, sequence) for match_id, epoch, sequence in rows}


def attempt(match: Match) -> int:
    """How often everybody had to commit anew. What the log says of seats tells it without rules."""
    of_seats = (kinds.JOIN, kinds.READY, kinds.LEAVE)
    rows = Transaction.objects.filter(match=match, kind__in=of_seats).order_by("sequence")
    found = [decode_entry(bytes(data)) for data in rows.values_list("entry", flat=True)]
    if not any(entry.kind == kinds.LEAVE for entry in found):
        return 0  # by nothing else does an attempt fail
    roster = Roster(decode_genesis(bytes(match.genesis)))
    step = {kinds.JOIN: roster.join, kinds.READY: roster.ready, kinds.LEAVE: roster.leave}
    for entry in found:
        step[entry.kind](entry)
    return roster.attempt


def entries(match_id: str, after: int, upto: int) -> list[bytes]:
    """The entries after a sequence up to another, as many as one answer takes."""
    rows = Transaction.objects.filter(
        match_id=match_id, sequence__gt=after, sequence__lte=min(upto, after + LOG_PAGE)
    )
    return [bytes(data) for data in rows.order_by("sequence").values_list("entry", flat=True)]
