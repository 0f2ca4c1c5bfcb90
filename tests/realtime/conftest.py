"""The real server on real databases, and clients on real sockets."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from accounts.models import User
from games.matches.writer import writer
from games.protocol.limits import Limits
from tests.matches import both_databases
from tests.matches.table import Table
from tests.realtime.caller import Caller
from tests.realtime.live_server import LiveServer

Call = Callable[..., Caller]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is given both databases."""
    both_databases.give(items, __file__)


@pytest.fixture
def table() -> Iterator[Table]:
    """People, and matches to play."""
    yield Table()
    writer.stop()


@pytest.fixture
def limits() -> Limits:
    """The platform's own; a test that needs others gives them as a parameter of this name."""
    return Limits()


@pytest.fixture
def platform(table: Table, limits: Limits, settings: Settings) -> Iterator[LiveServer]:
    """The server; it ends with the test."""
    settings.REALTIME_LIMITS = limits
    server = LiveServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def call(platform: LiveServer) -> Iterator[Call]:
    """Open sockets: `call(user, match_id)` to a match, `call(user)` to the lobby."""
    opened: list[Caller] = []

    def open_socket(user: User | None, match_id: str | None = None, **options: Any) -> Caller:
        path = "/ws/lobby/" if match_id is None else f"/ws/match/{match_id}/"
        session = options.pop("session", None) or (session_of(user) if user else None)
        caller = Caller(options.pop("port", platform.port), path, session, **options)
        opened.append(caller)
        return caller

    yield open_socket
    for caller in opened:
        caller.hang_up()


def session_of(user: User) -> str:
    """The key of a new session of this user."""
    site = Client()
    site.force_login(user)
    return site.cookies["sessionid"].value
