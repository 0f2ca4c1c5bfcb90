"""A DATA_DIR with guests in their sessions and matches that have begun, for a server to serve."""

import os
from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command

from accounts.guests import create_guest
from accounts.models import User
from games.ledger import kinds
from games.matches import conductor, lifecycle, turns
from games.matches.command import Command
from games.matches.order import Order
from games.matches.writer import writer
from games.models import Match


class Stage:
    """matches: (id, genesis, [session cookie of every seat])."""

    def __init__(self, matches: int, seats: int, kind: int) -> None:
        """Prepare the databases of this process's settings. A few seconds a hundred matches."""
        for alias in ("default", "matches"):
            call_command("migrate", database=alias, verbosity=0)
        self.matches = [self._match(seats, kind) for _ in range(matches)]
        writer.stop()

    def _match(self, seats: int, kind: int) -> tuple[str, bytes, list[str]]:
        people = [create_guest(None, "en") for _ in range(seats)]
        match = lifecycle.create(people[0], Order(kind=kind, seats=seats, chance=0))
        for seat, person in enumerate(people):
            lifecycle.join(match.id, person, seat, None, os.urandom(16))
        for seat, person in enumerate(people):
            ready = Command(
                match.id, kinds.READY, kinds.PLAYER, seat, os.urandom(16), user_id=person.pk
            )
            turns.submit(ready)
        conductor.perform(match.id)
        genesis = bytes(Match.objects.get(pk=match.id).genesis)
        return match.id, genesis, [cookie(person) for person in people]

    def seats(self) -> Iterator[tuple[str, str]]:
        """(match id, session cookie) of every mayor."""
        for match_id, _, cookies in self.matches:
            for each in cookies:
                yield match_id, each


def cookie(user: User) -> str:
    """A session of this user, as the browser would send it."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    assert session.session_key
    return session.session_key
