"""Reading matches: the cards of lists, and who may see what."""

from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet

from games.models import Match, Seat
from games.protocol.server_messages import CardClock, MatchCard

MOST_OPEN = 200
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


def cards(matches: Iterable[Match]) -> list[MatchCard]:
    """The cards of several matches."""
    return [card(match) for match in matches]


def _all() -> QuerySet[Match]:
    return Match.objects.prefetch_related(_PLACES).defer("genesis", "secret")


def find(match_id: str) -> Match | None:
    """A match with its places; knowing the id is the right to see it."""
    return _all().filter(pk=match_id).first()


def open_matches() -> list[MatchCard]:
    """Listed matches that wait for players, the oldest first."""
    listed = _all().filter(status=Match.Status.GATHERING, visibility=Match.Visibility.LISTED)
    return cards(listed.order_by("created_at")[:MOST_OPEN])


def of_user(user_id: int) -> QuerySet[Match]:
    """The matches that a user sits in or hosts, the newest first."""
    seated = Seat.objects.filter(user_id=user_id).values("match_id")
    mine = _all().filter(Q(pk__in=seated) | Q(host_user_id=user_id))
    return mine.order_by("-created_at")


def heads(match_ids: list[str]) -> dict[str, tuple[int, int]]:
    """(epoch, sequence) of matches, in one query."""
    rows = Match.objects.filter(pk__in=match_ids).values_list("id", "epoch", "sequence")
    return {match_id: (epoch, sequence) for match_id, epoch, sequence in rows}
