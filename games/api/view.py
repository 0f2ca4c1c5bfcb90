"""What every view of matches shares: who may, what was sent, how it is refused."""

import re
from typing import Any, TypeVar

import msgspec
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import IsAuthenticatedOrReadOnly
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import User
from accounts.rest.problems import UNKNOWN, Problem
from games.api.refusals import INVALID, STATUSES, problem
from games.matches.refused import Refused
from games.protocol import codes, ids

REQUIRED = "required"
NO_ID = "0" * ids.WRITTEN  # where the address has none

Shape = TypeVar("Shape")

_PATH = re.compile(r" - at `\$\.?([^`]*)`$")
_FIELD = re.compile(r"^Object (contains unknown|missing required) field `([^`]*)`")


class MatchesView(APIView):
    """Everybody may look; who has an account may act. Who knows a match's id may see the match."""

    permission_classes = [IsAuthenticatedOrReadOnly]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Before the view: an address without an id has no match; no database sees it."""
        super().initial(request, *args, **kwargs)
        if not re.fullmatch(ids.PATTERN, kwargs.get("match_id", NO_ID)):
            raise Refused(codes.NO_SUCH_MATCH)

    def handle_exception(self, exc: Exception) -> Response:
        """Refusals of the domain become problems; the rest goes its usual way."""
        return super().handle_exception(problem(exc) if isinstance(exc, Refused) else exc)


def user_of(request: Request) -> User:
    """Who asks. Raises NotAuthenticated for a stranger."""
    if not isinstance(request.user, User):
        raise NotAuthenticated
    return request.user


def sent(request: Request, shape: type[Shape]) -> Shape:
    """The body, checked. Raises Problem(MALFORMED, UNKNOWN_FIELD) with the field that is wrong."""
    try:
        return msgspec.convert(request.data, shape)
    except msgspec.ValidationError as error:
        raise wrong(*_wrong_field(str(error))) from None


def wrong(field: str, code_of_field: str = INVALID) -> Problem:
    """A problem with one field; no name: with the body as a whole."""
    code = codes.UNKNOWN_FIELD if code_of_field == UNKNOWN else codes.MALFORMED
    return Problem(code, STATUSES[code], fields={field: [code_of_field]} if field else {})


def _wrong_field(words: str) -> tuple[str, str]:
    """Path and code of the field that msgspec complains of; it has no other sign than its words."""
    path, code = "", INVALID
    found: Any = _PATH.search(words)
    if found:
        path = re.sub(r"\[(\d+)\]", r".\1", found[1])
    found = _FIELD.match(words)
    if found:
        code = UNKNOWN if found[1] == "contains unknown" else REQUIRED
        name = found[2].encode("ascii", "backslashreplace").decode()[:64]
        path = f"{path}.{name}" if path else name
    return path, code
