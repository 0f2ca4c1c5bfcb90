"""The same platform on PostgreSQL and Redis, by environment variables alone."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.browser.guest import GuestBrowser
from tests.browser.server import REPOSITORY, Server
from tests.services.postgres_server import PostgresServer
from tests.services.redis_server import RedisServer

SECONDS = 60.0


@pytest.fixture(scope="module")
def databases(postgres: PostgresServer) -> dict[str, str]:
    return {
        "DATABASE_URL": postgres.database("people"),
        "MATCHES_DATABASE_URL": postgres.database("matches"),
    }


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    """One of our own: a test ends it."""
    with RedisServer() as server:
        yield server


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, databases: dict[str, str], redis: RedisServer
) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("data")
    with Server(data, REDIS_URL=redis.url, **databases) as running:
        yield running.wait_until_ready()
    assert not list(data.glob("*.sqlite3"))


def _tables(url: str) -> set[str]:
    query = b"select table_name from information_schema.tables where table_schema = 'public'"
    with psycopg.connect(url) as connection:
        return {name for (name,) in connection.execute(query)}


def test_each_database_gets_its_own_tables(server: Server, databases: dict[str, str]) -> None:
    people = _tables(databases["DATABASE_URL"])
    matches = _tables(databases["MATCHES_DATABASE_URL"])
    assert {"accounts_user", "django_session"} <= people
    assert {"games_match", "games_transaction"} <= matches
    assert people & matches == {"django_migrations"}


def test_a_guest_is_made_and_kept(server: Server, databases: dict[str, str]) -> None:
    browser = GuestBrowser(server.url)
    assert browser.send("GET")[0] == 403
    status, mayor = browser.send("POST")
    assert status == 201
    assert browser.send("GET") == (200, mayor)
    with psycopg.connect(databases["DATABASE_URL"]) as connection:
        query = b"select kind from accounts_user where public_id = %s"
        assert connection.execute(query, [mayor["public_id"]]).fetchall() == [("guest",)]


def test_the_worker_takes_tasks_from_redis(
    server: Server, databases: dict[str, str], redis: RedisServer, tmp_path: Path
) -> None:
    url = databases["DATABASE_URL"]
    with psycopg.connect(url) as connection:
        connection.execute(b"insert into django_session values ('ended', '', '2020-01-01')")
    code = (
        "import django; django.setup()\n"
        "from accounts.tasks import forget_ended_sessions\n"
        "forget_ended_sessions.delay()\n"
    )
    known = {
        "DJANGO_SETTINGS_MODULE": "citybuilder.settings",
        "DATA_DIR": str(tmp_path),
        "REDIS_URL": redis.url,
        **databases,
    }
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, env=known, check=True)
    end = time.monotonic() + SECONDS
    while True:
        with psycopg.connect(url) as connection:
            query = b"select 1 from django_session where session_key = 'ended'"
            if not connection.execute(query).fetchall():
                return
        assert time.monotonic() < end, "nobody took the task"
        time.sleep(0.1)


def test_without_redis_nothing_is_promised_and_with_it_again_all_goes_on(
    server: Server, redis: RedisServer
) -> None:
    browser = GuestBrowser(server.url)
    browser.send("GET")
    redis.kill()
    status, refusal = browser.send("POST")
    assert (status, refusal["code"]) == (503, 600)
    redis.start()
    assert browser.send("POST")[0] == 201
