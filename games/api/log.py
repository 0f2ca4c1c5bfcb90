"""`/api/v1/matches/<id>/log/` and `.../archive/`: what somebody needs to check a match."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from games.api.refusals import described
from games.api.shapes import LogPage, told
from games.api.view import MatchesView, wrong
from games.matches import queries
from games.matches.refused import Refused
from games.models import Archive, Match
from games.protocol import codes

FILE_TYPE = "application/octet-stream"
MOST_SEQUENCE = 2**32 - 1


class LogView(MatchesView):
    """The log, a page at a time."""

    @extend_schema(
        operation_id="read_log",
        tags=["log"],
        parameters=[
            OpenApiParameter(
                "after", int, description="Sequence of the last entry one has; 0: none."
            )
        ],
        responses={200: LogPage, **described(codes.MALFORMED, codes.NO_SUCH_MATCH)},
    )
    def get(self, request: Request, match_id: str) -> Response:
        """The entries after one, as many as a page takes; the genesis with the first page."""
        after = _sequence(request.query_params.get("after", "0"))
        match = Match.objects.only("sequence", "genesis").filter(pk=match_id).first()
        if match is None:
            raise Refused(codes.NO_SUCH_MATCH)
        page = LogPage(
            genesis=None if after else bytes(match.genesis),
            first=after + 1,
            entries=queries.entries(match_id, after, match.sequence),
            sequence=match.sequence,
        )
        return Response(told(page))


def _sequence(written: str) -> int:
    # Nothing but digits: int() would take signs, spaces and digits of other scripts.
    if not (written.isascii() and written.isdigit() and len(written) <= len(str(MOST_SEQUENCE))):
        raise wrong("after")
    return min(int(written), MOST_SEQUENCE - 1)


class _AnyAccept(BaseContentNegotiation):  # type: ignore[misc, unused-ignore]
    """Problems are JSON whatever was asked for; the file itself passes by the renderers."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        return JSONRenderer(), JSONRenderer.media_type


class ArchiveView(MatchesView):
    """The finished match as a file."""

    content_negotiation_class = _AnyAccept

    @extend_schema(
        operation_id="read_archive",
        tags=["log"],
        responses={
            (200, FILE_TYPE): OpenApiResponse(OpenApiTypes.BINARY, "The file (docs/ledger.md)"),
            304: OpenApiResponse(None, "The file is the one that `If-None-Match` names"),
            **described(codes.NO_SUCH_MATCH, codes.NO_ARCHIVE),
        },
    )
    def get(self, request: Request, match_id: str) -> HttpResponse:
        """The archive, whose ETag is its SHA-256."""
        archive = Archive.objects.filter(match=match_id).defer("data").first()
        if archive is None:
            known = Match.objects.filter(pk=match_id).exists()
            raise Refused(codes.NO_ARCHIVE if known else codes.NO_SUCH_MATCH)
        plain: HttpRequest = request._request
        etag = f'"{archive.sha256}"'
        unchanged = get_conditional_response(plain, etag=etag)
        response = unchanged or HttpResponse(bytes(archive.data), content_type=FILE_TYPE)
        response["ETag"] = etag
        response["Cache-Control"] = "private, max-age=31536000, immutable"
        if unchanged is None:
            name = f"citybuilder-{match_id}.cba"
            response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
