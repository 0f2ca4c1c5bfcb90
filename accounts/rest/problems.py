"""How the REST interface refuses: one shape, with the numbers of the protocol's errors.

{"code": number, "text": for programmers and logs, "fields": {name: [codes]}, "reference": what to
look for in the log}
"""

import secrets
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404
from redis.exceptions import RedisError
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from accounts import security_log
from games.protocol import codes

logger = structlog.get_logger("problems")

UNKNOWN = "unknown"  # what a field is that nobody asked for

# A database or Redis that cannot be reached: nothing was done, and another try may do it.
_AWAY = (OperationalError, InterfaceError, RedisError)

# What REST framework raises by itself.
_CODES: dict[type[exceptions.APIException], int] = {
    exceptions.NotAuthenticated: codes.NOT_SIGNED_IN,
    exceptions.AuthenticationFailed: codes.NOT_SIGNED_IN,
    exceptions.PermissionDenied: codes.FORBIDDEN,
    exceptions.NotFound: codes.UNKNOWN_KIND,
    exceptions.MethodNotAllowed: codes.UNKNOWN_KIND,
    exceptions.Throttled: codes.RATE,
}


class Problem(exceptions.APIException):
    """A refusal with a number of `games.protocol.codes`. fields: name -> codes of what is wrong."""

    def __init__(
        self,
        code: int,
        status: int = 400,
        text: str | None = None,
        fields: dict[str, list[str]] | None = None,
    ) -> None:
        super().__init__(text or codes.MEANINGS[code].text)
        self.code = code
        self.status_code = status
        self.fields = fields or {}


def handle(error: Exception, context: dict[str, Any]) -> Response:
    """REST framework's exception handler. Nothing of an error inside gets out but its reference."""
    reference = secrets.token_hex(6)
    known = _known(error)
    headers = {}
    if isinstance(known, exceptions.Throttled):
        # Whole seconds, and never too few.
        headers["Retry-After"] = str(int(getattr(known, "wait", None) or 0) + 1)
        security_log.tell("rate", context["request"], path=context["request"].path)
    if isinstance(known, exceptions.ValidationError):
        fields = _fields(known.get_codes())
        only_unknown = bool(fields) and all(value == [UNKNOWN] for value in fields.values())
        code = codes.UNKNOWN_FIELD if only_unknown else codes.MALFORMED
        text = codes.MEANINGS[code].text
    elif isinstance(known, Problem):
        code, text, fields = known.code, str(known.detail), known.fields
    elif known is not None:
        code = next((_CODES[kind] for kind in type(known).__mro__ if kind in _CODES), 0)
        code, text, fields = code or codes.MALFORMED, str(known.detail), {}
    else:
        logger.error("request failed", reference=reference, exc_info=error)
        code, text, fields = codes.UNAVAILABLE, codes.MEANINGS[codes.UNAVAILABLE].text, {}
    if known is not None:
        status = known.status_code
    else:
        status = 503 if isinstance(error, _AWAY) else 500
    set_rollback()
    content = {"code": code, "text": text, "fields": fields, "reference": reference}
    return Response(content, status=status, headers=headers)


def _known(error: Exception) -> exceptions.APIException | None:
    """The error as one of REST framework's, or None if nobody has foreseen it."""
    if isinstance(error, exceptions.APIException):
        return error
    if isinstance(error, Http404):
        return exceptions.NotFound()
    if isinstance(error, PermissionDenied):
        return exceptions.PermissionDenied()
    if isinstance(error, RecursionError | UnicodeError):
        return exceptions.ParseError()  # JSON a thousand deep, or text that is none
    return None


def _fields(found: Any, under: str = "") -> dict[str, list[str]]:
    """Codes by the path of the field, `bots.0` for the first of a list."""
    if isinstance(found, dict):
        pairs = [(str(name), value) for name, value in found.items()]
    elif isinstance(found, list) and not all(isinstance(each, str) for each in found):
        pairs = [(str(place), value) for place, value in enumerate(found)]
    else:
        return {under: [str(each) for each in found] if isinstance(found, list) else [str(found)]}
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        # A name may be anything that a stranger has sent.
        shown = name.encode("ascii", "backslashreplace").decode()[:64]
        if value:
            fields |= _fields(value, f"{under}.{shown}" if under else shown)
    return fields
