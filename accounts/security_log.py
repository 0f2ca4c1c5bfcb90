"""Events that somebody who looks after security wants to find: one structured line each.

docs/security.md lists them. No line holds a session, a token, a password or an e-mail.
"""

from typing import Any

import structlog
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from rest_framework.request import Request

logger = structlog.get_logger("security")


def tell(event: str, request: HttpRequest | Request | None, **more: Any) -> None:
    """Write one event, with who asked and from where."""
    user = getattr(request, "user", None)
    address = request.META.get("REMOTE_ADDR") if request is not None else None
    logger.info(event, user=getattr(user, "public_id", None), address=address, **more)


@receiver(user_logged_in)
def _logged_in(request: HttpRequest, user: Any, **_: Any) -> None:
    tell("login", request, kind=user.kind)


@receiver(user_logged_out)
def _logged_out(request: HttpRequest, user: Any, **_: Any) -> None:
    tell("logout", request, who=getattr(user, "public_id", None))


@receiver(user_login_failed)
def _login_failed(request: HttpRequest | None = None, **_: Any) -> None:
    tell("login_failed", request)
