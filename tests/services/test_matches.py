"""Matches on PostgreSQL and Redis: played, archived by the worker, read over REST, checked."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from games import engine
from games.engine.manifest import RULES_HASH
from games.ledger.verify import verify
from games.matches.warm import no_signatures
from tests.browser.server import REPOSITORY, Server
from tests.services.postgres_server import PostgresServer
from tests.services.redis_server import RedisServer

SECONDS = 60.0

PLAY = """
import django
django.setup()
from tests.matches.table import Table
table = Table()
listed = table.order(visibility="listed")
print(listed.id, table.play_out(table.playing(kind=3, size=16, rounds=6, bots=[0])).id)
"""


class Platform:
    """The running platform, and other processes beside it with the same settings."""

    def __init__(self, server: Server, settings: dict[str, str]) -> None:
        self._url = server.url
        self._settings = settings

    def run(self, *arguments: str) -> str:
        """What Python prints, run to its end."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=REPOSITORY,
            env={**os.environ, **self._settings},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body of GET."""
        try:
            answer = urllib.request.urlopen(f"{self._url}api/v1/matches/{path}", timeout=SECONDS)
        except urllib.error.HTTPError as refusal:
            answer = refusal
        with answer:
            return answer.status, answer.read()

    def read(self, path: str) -> Any:
        """What stands in the JSON at this address."""
        return json.loads(self.get(path)[1])


@pytest.fixture
def platform(
    tmp_path: Path, postgres: PostgresServer, redis_server: RedisServer
) -> Iterator[Platform]:
    settings = {
        "DJANGO_SETTINGS_MODULE": "citybuilder.settings",
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": postgres.database("people"),
        "MATCHES_DATABASE_URL": postgres.database("matches"),
        "REDIS_URL": redis_server.url,
    }
    with Server(tmp_path, **{name: settings[name] for name in settings if "URL" in name}) as server:
        yield Platform(server.wait_until_ready(), settings)


def test_a_match_is_played_archived_read_and_checked(platform: Platform) -> None:
    listed, over = platform.run("-c", PLAY).split()
    assert [card["id"] for card in platform.read("")["results"]] == [listed]
    end = time.monotonic() + SECONDS
    while (answer := platform.get(f"{over}/archive/"))[0] == 404:
        assert time.monotonic() < end, "nobody archived the match"
        time.sleep(0.05)
    report = verify(answer[1], engine.rules(0), no_signatures, bytes.fromhex(RULES_HASH[0]))
    found = platform.read(f"{over}/")
    assert found["status"] == "over" and found["attempt"] == 0
    assert found["result"]["state_hash"] == report.state_hash.hex()
    assert len(platform.read(f"{over}/log/")["entries"]) == report.entries
    said = platform.run("manage.py", "verify_match", over)
    assert f"archive     {sha256(answer[1]).hexdigest()}" in said
    for match_id in (listed, over):
        assert "0 columns rewritten" in platform.run("manage.py", "rebuild_state", match_id)
    assert platform.get("%00/")[0] == 404  # PostgreSQL takes no such text
