"""From which pages a browser may open a socket.

Any page can open a socket to any server, and the browser sends its cookies along; the Origin
header, which a page cannot change, is what tells whose page it is.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from citybuilder.body_limit import App, Message, Receive, Send


def checked(origins: Iterable[str], *, schemes: tuple[str, ...]) -> list[str]:
    """The origins as browsers write them; raises ImproperlyConfigured for what is none."""
    return [_checked(origin, schemes) for origin in origins]


def _checked(origin: str, schemes: tuple[str, ...]) -> str:
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    written = f"{parts.scheme}://{host}" + (f":{port}" if port not in (None, usual) else "")
    if parts.scheme not in schemes or not host or host[0] in ".*" or parts.netloc.count("@"):
        written = ""
    if not written or origin.lower() not in (written, f"{written}:{usual}"):
        raise ImproperlyConfigured(
            f"ORIGINS must be like {schemes[0]}://city.example, without a path, not {origin!r}"
        )
    return written


async def refuse(scope: Message, receive: Receive, send: Send) -> None:
    """The ASGI application that lets no socket through: the handshake is answered with 403."""
    await send({"type": "websocket.close"})


class OriginCheck:
    """Lets a socket through if its Origin is one of these, to the letter; refuses it otherwise.

    Not Channels' own check: that one parses what came, which raises on an odd port and accepts a
    user or a path around the host. Browsers write an origin in one way only.
    """

    def __init__(self, app: App, origins: Iterable[str]) -> None:
        self._app = app
        self._origins = frozenset(origin.encode() for origin in origins)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        came = [value for name, value in scope["headers"] if name == b"origin"]
        allowed = len(came) == 1 and came[0] in self._origins
        await (self._app if allowed else refuse)(scope, receive, send)
