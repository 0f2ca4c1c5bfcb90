"""Who is behind a socket, taken from the session once, when it opens."""

from typing import Any, NamedTuple


class Visitor(NamedTuple):
    """id: of the account; guest: whether it is nobody's but the browser's; address: of the peer."""

    id: int
    name: str
    guest: bool
    address: str


def visitor_of(scope: dict[str, Any]) -> Visitor | None:
    """The visitor of an ASGI scope, None if nobody is signed in.

    Channels' middleware has read the user from the session before: nothing is asked here.
    """
    user = scope.get("user")
    if user is None or not user.is_authenticated or not user.is_active:
        return None
    if getattr(user, "deleted_at", None) is not None:
        return None
    client = scope.get("client")
    return Visitor(user.pk, user.display_name, user.kind == "guest", client[0] if client else "")
