"""`/api/v1/matches/`: lists, a new match, one match, its rematch."""

from django.db.models import QuerySet
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle

from games.api.detail import detail
from games.api.refusals import OF_CHANGES, described
from games.api.shapes import MatchDetail, MatchPage, Rematch, told
from games.api.throttles import CreateThrottle
from games.api.view import MatchesView, sent, user_of, wrong
from games.matches import lifecycle, queries
from games.matches.order import Order
from games.models import Match
from games.protocol import codes

PAGE = 50  # matches of a list in one answer


class Pages(CursorPagination):
    """A list by age. The cursor holds a place that new matches do not move."""

    page_size = PAGE

    def part(self, found: QuerySet[Match], request: Request, newest_first: bool) -> MatchPage:
        """The part of the list that was asked for. Raises Problem(MALFORMED) for no cursor."""
        # The age may be shared by several; the id makes the order total.
        self.ordering = ("-created_at", "-id") if newest_first else ("created_at", "id")
        try:
            matches = self.paginate_queryset(found, request) or []
        except (NotFound, ValueError):  # a ValueError: a place in it that is no number
            raise wrong("cursor") from None
        return MatchPage(
            next=self.get_next_link(),
            previous=self.get_previous_link(),
            results=queries.cards(matches),
        )


class MatchListView(MatchesView):
    """The lists, and a new match."""

    def get_throttles(self) -> list[BaseThrottle]:
        """Only making one counts."""
        return [CreateThrottle()] if self.request.method == "POST" else []

    @extend_schema(
        operation_id="list_matches",
        tags=["matches"],
        parameters=[
            OpenApiParameter("mine", str, enum=["1"], description="One's own matches instead."),
            OpenApiParameter("cursor", str, description="From `next` or `previous`."),
        ],
        responses={200: MatchPage, **described(codes.MALFORMED, codes.NOT_SIGNED_IN)},
    )
    def get(self, request: Request) -> Response:
        """Open listed matches, the oldest first; or one's own of every kind, the newest first."""
        mine = request.query_params.get("mine")
        if mine not in (None, "1"):
            raise wrong("mine")
        found = queries.of_user(user_of(request).pk) if mine else queries.listed()
        return Response(told(Pages().part(found, request, newest_first=bool(mine))))

    @extend_schema(
        operation_id="make_match",
        tags=["matches"],
        request=Order,
        responses={
            201: MatchDetail,
            **described(*OF_CHANGES, codes.UNKNOWN_FIELD, codes.BAD_ORDER),
        },
    )
    def post(self, request: Request) -> Response:
        """Make a match. Its host sits down by joining, as everybody does."""
        match = lifecycle.create(user_of(request), sent(request, Order))
        headers = {"Location": reverse("match", args=[match.id])}
        return Response(told(detail(match.id, request)), status=201, headers=headers)


class MatchView(MatchesView):
    """One match."""

    @extend_schema(
        operation_id="read_match",
        tags=["matches"],
        responses={200: MatchDetail, **described(codes.NO_SUCH_MATCH)},
    )
    def get(self, request: Request, match_id: str) -> Response:
        """All that may be known of a match before its log."""
        return Response(told(detail(match_id, request)))


class RematchView(MatchesView):
    """The match after a match."""

    def get_throttles(self) -> list[BaseThrottle]:
        """It may make a match."""
        return [CreateThrottle()]

    @extend_schema(
        operation_id="rematch",
        tags=["matches"],
        request=None,
        responses={
            200: Rematch,
            **described(*OF_CHANGES, codes.NO_SUCH_MATCH, codes.NOT_SEATED, codes.NOT_PLAYING),
        },
    )
    def post(self, request: Request, match_id: str) -> Response:
        """The match after a finished one: made for the first who asks, found by the others."""
        made = lifecycle.rematch(match_id, user_of(request))
        return Response(told(Rematch(id=made.id)))
