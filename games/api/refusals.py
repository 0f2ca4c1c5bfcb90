"""How a refusal of the domain is told over HTTP, and described in the schema."""

from http import HTTPStatus
from typing import Any

from drf_spectacular.utils import OpenApiResponse

from accounts.rest.problems import Problem
from accounts.rest.schema import ProblemSerializer
from games.matches.refused import Refused
from games.protocol import codes

# The number in the answer says more; the status is for whatever looks at nothing else.
STATUSES: dict[int, HTTPStatus] = {
    codes.MALFORMED: HTTPStatus.BAD_REQUEST,
    codes.UNKNOWN_FIELD: HTTPStatus.BAD_REQUEST,
    codes.NOT_SIGNED_IN: HTTPStatus.FORBIDDEN,
    codes.FORBIDDEN: HTTPStatus.FORBIDDEN,
    codes.STALE: HTTPStatus.CONFLICT,
    codes.COMMAND_REUSED: HTTPStatus.CONFLICT,
    codes.NO_SUCH_MATCH: HTTPStatus.NOT_FOUND,
    codes.MATCH_FULL: HTTPStatus.CONFLICT,
    codes.SEAT_TAKEN: HTTPStatus.CONFLICT,
    codes.NOT_GATHERING: HTTPStatus.CONFLICT,
    codes.NOT_PLAYING: HTTPStatus.CONFLICT,
    codes.NOT_SEATED: HTTPStatus.CONFLICT,
    codes.NOT_HOST: HTTPStatus.FORBIDDEN,
    codes.BAD_ORDER: HTTPStatus.BAD_REQUEST,
    codes.BAD_OPENING: HTTPStatus.BAD_REQUEST,
    codes.TOO_MANY_ENTRIES: HTTPStatus.CONFLICT,
    codes.MATCH_OVER: HTTPStatus.CONFLICT,
    codes.NO_ARCHIVE: HTTPStatus.NOT_FOUND,
    codes.KEPT_WAITING: HTTPStatus.FORBIDDEN,
    codes.RATE: HTTPStatus.TOO_MANY_REQUESTS,
    codes.UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
}

# Whoever changes something may be told these.
OF_CHANGES = (codes.NOT_SIGNED_IN, codes.FORBIDDEN, codes.RATE, codes.UNAVAILABLE)

INVALID = "invalid"  # what a field is that holds what it may not


def problem(refused: Refused) -> Problem:
    """The refusal as the REST interface tells it. The detail of a bad order is its field."""
    code = refused.code
    text = codes.MEANINGS[code].text
    fields = {}
    if code == codes.BAD_ORDER:
        fields = {refused.detail: [INVALID]}
    elif refused.detail:
        text = f"{text} ({refused.detail})"
    return Problem(code, STATUSES[code], text, fields)


def described(*refused: int) -> dict[int, Any]:
    """For `extend_schema`: the answers of a view that may refuse with these codes.

    A view that may find a token missing (201) has read the body by then, whatever it is.
    """
    by_status: dict[int, list[str]] = {}
    if codes.FORBIDDEN in refused:
        refused = (*{*refused, codes.MALFORMED},)
        by_status[HTTPStatus.UNSUPPORTED_MEDIA_TYPE] = [f"{codes.MALFORMED}: This is no JSON."]
    for code in sorted(refused):
        meaning = codes.MEANINGS[code]
        by_status.setdefault(int(STATUSES[code]), []).append(f"{code}: {meaning.text}")
    return {
        status: OpenApiResponse(ProblemSerializer, " ".join(lines))
        for status, lines in sorted(by_status.items())
    }
