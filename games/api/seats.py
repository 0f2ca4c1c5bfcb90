"""`/api/v1/matches/<id>/...`: sitting down before a match begins, and getting up again."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from games.api.refusals import OF_CHANGES, described
from games.api.shapes import BotChoice, Join, Joined, SeatChoice, told
from games.api.throttles import SeatThrottle
from games.api.view import MatchesView, sent, user_of
from games.matches import lifecycle
from games.protocol import codes

# Whoever changes a match's seats may be told these.
_ALWAYS = (
    *OF_CHANGES,
    codes.NO_SUCH_MATCH,
    codes.NOT_GATHERING,
    codes.NOT_SEATED,
    codes.TOO_MANY_ENTRIES,
    codes.MATCH_OVER,
)


class _SeatsView(MatchesView):
    throttle_classes = [SeatThrottle]


class JoinView(_SeatsView):
    """Taking a seat."""

    @extend_schema(
        operation_id="join_match",
        tags=["seats"],
        request=Join,
        responses={
            200: Joined,
            **described(
                *_ALWAYS,
                codes.UNKNOWN_FIELD,
                codes.COMMAND_REUSED,
                codes.MATCH_FULL,
                codes.SEAT_TAKEN,
                codes.BAD_OPENING,
                codes.KEPT_WAITING,
            ),
        },
    )
    def post(self, request: Request, match_id: str) -> Response:
        """Take a seat, or commit anew after a failed attempt. Who has a seat keeps it."""
        body = sent(request, Join)
        seat = lifecycle.join(
            match_id, user_of(request), body.seat, body.commitment, body.command_id
        )
        return Response(told(Joined(seat=seat.number)))


class LeaveView(_SeatsView):
    """Giving one's seat up."""

    @extend_schema(
        operation_id="leave_match",
        tags=["seats"],
        request=None,
        responses={204: None, **described(*_ALWAYS)},
    )
    def post(self, request: Request, match_id: str) -> Response:
        """Give one's own seat up before the match begins."""
        lifecycle.leave(match_id, user_of(request))
        return Response(status=204)


class RemoveView(_SeatsView):
    """The host clears a seat."""

    @extend_schema(
        operation_id="remove_from_match",
        tags=["seats"],
        request=SeatChoice,
        responses={
            204: None,
            **described(*_ALWAYS, codes.UNKNOWN_FIELD, codes.NOT_HOST, codes.STALE),
        },
    )
    def post(self, request: Request, match_id: str) -> Response:
        """The host takes a person or a bot off a seat before the match begins."""
        lifecycle.remove(match_id, user_of(request), sent(request, SeatChoice).seat)
        return Response(status=204)


class BotView(_SeatsView):
    """The host seats a bot."""

    @extend_schema(
        operation_id="seat_bot",
        tags=["seats"],
        request=BotChoice,
        responses={
            204: None,
            **described(
                *_ALWAYS, codes.UNKNOWN_FIELD, codes.NOT_HOST, codes.SEAT_TAKEN, codes.BAD_ORDER
            ),
        },
    )
    def post(self, request: Request, match_id: str) -> Response:
        """The host gives a free seat to a bot before the match begins."""
        body = sent(request, BotChoice)
        lifecycle.add_bot(match_id, user_of(request), body.seat, body.level)
        return Response(status=204)
