"""Who is behind a socket, taken from the session when it opens; `endings` looks again later."""

from typing import Any, NamedTuple


class Visitor(NamedTuple):
    """id: of the account; guest: whether it is nobody's but the browser's; address: of the peer;
    session: its key; password_mark: changes with the account's password, and ends its sessions.
    """

    id: int
    name: str
    guest: bool
    address: str
    session: str = ""
    password_mark: str = ""


def visitor_of(scope: dict[str, Any]) -> Visitor | None:
    """The visitor of an ASGI scope, None if nobody is signed in.

    Channels' middleware has read the user from the session before: nothing is asked here.
    """
    user = scope.get("user")
    if user is None or not user.is_authenticated or is_barred(user):
        return None
    client = scope.get("client")
    return Visitor(
        user.pk,
        user.display_name,
        user.kind == "guest",
        client[0] if client else "",
        scope["session"].session_key or "",
        user.get_session_auth_hash(),
    )


def is_barred(user: Any) -> bool:
    """Whether an account may not play: switched off, or deleted by its owner."""
    return not user.is_active or user.deleted_at is not None
