"""The way of a socket: its page's origin, then its session, then its address."""

import importlib
import importlib.util
from typing import Any

from channels.auth import AuthMiddlewareStack
from channels.routing import URLRouter
from django.conf import settings
from django.urls import re_path

from citybuilder.origins import OriginCheck, refuse


def _patterns() -> list[Any]:
    if importlib.util.find_spec("games.realtime.routing") is None:
        return []
    return list(importlib.import_module("games.realtime.routing").websocket_urlpatterns)


def application() -> OriginCheck:
    """The ASGI application for sockets; one to an unknown address is refused with 403."""
    unknown = re_path(r"", refuse)  # type: ignore[arg-type]  # an application, not a view
    return OriginCheck(AuthMiddlewareStack(URLRouter([*_patterns(), unknown])), settings.ORIGINS)
