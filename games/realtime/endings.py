"""Sockets end with what they were opened on: the session, and the account's right to play.

Whoever signs out, loses the session, gets another password or is switched off is heard of at once
in the process where it happens. Other processes find it by looking, once for all of their sockets.
"""

import asyncio
from collections.abc import Callable
from contextvars import Context
from functools import partial
from typing import Any

from channels.db import database_sync_to_async
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from accounts.models import User
from games.protocol import codes
from games.realtime.hub import Hub
from games.realtime.visitor import Visitor, is_barred

MOST_ASKED = 10_000  # sessions or accounts of one query: databases take only so many values


class Endings:
    """Watches over the sessions and accounts of a hub's sockets."""

    def __init__(self, hub: Hub) -> None:
        """On the loop that serves."""
        self._hub = hub
        self._loop = asyncio.get_running_loop()

    def start(self) -> None:
        """Hear of what this process changes."""
        post_delete.connect(self._session_deleted, sender=Session)
        post_save.connect(self._account_saved, sender=User)

    def stop(self) -> None:
        """Hear no more."""
        post_delete.disconnect(self._session_deleted, sender=Session)
        post_save.disconnect(self._account_saved, sender=User)

    async def look(self) -> None:
        """End the sockets whose session or account does not hold any more, whoever changed it."""
        visitors = {connection.visitor for connection in self._hub.connections}
        if visitors:
            ended = await database_sync_to_async(_ended)(visitors)
            self._end(ended.get)

    def _end(self, code_of: Callable[[Visitor], int | None]) -> None:
        for connection in list(self._hub.connections):
            code = code_of(connection.visitor)
            if code is not None:
                connection.end(code)

    def _session_deleted(self, instance: Session, using: str, **_: Any) -> None:
        key = instance.session_key
        self._soon(lambda one: codes.NOT_SIGNED_IN if one.session == key else None, using)

    def _account_saved(self, instance: User, using: str, **_: Any) -> None:
        self._soon(partial(_ending_of, {instance.pk: instance}), using, instance.pk)

    def _soon(
        self, code_of: Callable[[Visitor], int | None], using: str, user_id: int | None = None
    ) -> None:
        """End sockets once the change is committed. From any thread."""

        def only(visitor: Visitor) -> int | None:
            return code_of(visitor) if user_id in (None, visitor.id) else None

        def committed() -> None:
            # In a context of its own: a view's would send what follows back to the view's thread.
            self._loop.call_soon_threadsafe(self._end, only, context=Context())

        transaction.on_commit(committed, using=using)


def _ending_of(accounts: dict[int, User], visitor: Visitor) -> int | None:
    """Why a visitor's account does not carry a socket any more; None if it does."""
    user = accounts.get(visitor.id)
    if user is None:
        return codes.NOT_SIGNED_IN  # deleted
    if is_barred(user):
        return codes.FORBIDDEN
    changed = user.get_session_auth_hash() != visitor.password_mark
    return codes.NOT_SIGNED_IN if changed else None


def _ended(visitors: set[Visitor]) -> dict[Visitor, int]:
    """Of these visitors, those whose sockets must end, with the code. Blocks."""
    living: set[str] = set()
    now = timezone.now()
    for keys in _parts({visitor.session for visitor in visitors}):
        found = Session.objects.filter(session_key__in=keys, expire_date__gt=now)
        living.update(found.values_list("session_key", flat=True))
    accounts: dict[int, User] = {}
    for ids in _parts({visitor.id for visitor in visitors}):
        users = User.objects.filter(pk__in=ids).only("pk", "password", "is_active", "deleted_at")
        accounts.update((user.pk, user) for user in users)
    ended = {}
    for visitor in visitors:
        code = _ending_of(accounts, visitor)
        if code is None and visitor.session not in living:
            code = codes.NOT_SIGNED_IN
        if code is not None:
            ended[visitor] = code
    return ended


def _parts(values: set[Any]) -> list[list[Any]]:
    ordered = list(values)
    return [ordered[at : at + MOST_ASKED] for at in range(0, len(ordered), MOST_ASKED)]
