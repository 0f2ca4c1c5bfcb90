"""One match as the REST interface shows it to somebody."""

import msgspec
from django.urls import reverse
from rest_framework.request import Request

from games.api.shapes import MatchDetail, Result, RulesName, SeatDetail
from games.matches import queries
from games.matches.refused import Refused
from games.models import Archive, Match, Seat
from games.protocol import codes


def detail(match_id: str, request: Request) -> MatchDetail:
    """The match as whoever asks may see it. Raises Refused(NO_SUCH_MATCH)."""
    match = queries.find(match_id)
    if match is None:
        raise Refused(codes.NO_SUCH_MATCH)
    user_id = request.user.pk
    card = msgspec.structs.asdict(queries.card(match))
    played = user_id in {place.user_id for place in match.places.all()} - {None}
    card["seats"] = [_seat(place, user_id) for place in match.places.all()]
    archived = Archive.objects.filter(match=match).exists()
    return MatchDetail(
        **card,
        host_seat=queries.host_seat(match),
        you_are_host=match.host_user_id == user_id,
        attempt=queries.attempt(match),
        rules=RulesName(version=match.rules_version, hash=bytes(match.rules_hash).hex()),
        log=reverse("match-log", args=[match.id]),
        archive=reverse("match-archive", args=[match.id]) if archived else None,
        result=_result(match),
        rematch=queries.rematch_of(match) if played else None,
    )


def _seat(place: Seat, user_id: int | None) -> SeatDetail:
    you = user_id is not None and place.user_id == user_id
    return SeatDetail(
        **msgspec.structs.asdict(queries.seat_card(place, you=you)),
        rank=place.rank if place.score is not None else None,  # 0 when somebody resigns
        score=place.score,
    )


def _result(match: Match) -> Result | None:
    return None if match.result is None else msgspec.convert(match.result, Result)
