"""The way of a socket: its page's origin, the pace of its peer, its session, its address."""

from channels.auth import AuthMiddlewareStack
from channels.routing import URLRouter
from django.conf import settings
from django.urls import re_path

from citybuilder.origins import OriginCheck, refuse
from games.realtime.doorway import Doorway
from games.realtime.routing import websocket_urlpatterns


def application() -> OriginCheck:
    """The ASGI application for sockets; one to an unknown address is refused with 403."""
    unknown = re_path(r"", refuse)  # type: ignore[arg-type]  # an application, not a view
    routes = URLRouter([*websocket_urlpatterns, unknown])
    return OriginCheck(Doorway(AuthMiddlewareStack(routes)), settings.ORIGINS)
