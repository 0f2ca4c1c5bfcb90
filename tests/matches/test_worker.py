"""A real worker on its own folder: it archives, mends what was lost, and keeps matches going."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import REPOSITORY

SECONDS = 100.0

# What another process of the platform does; `table` plays as in the other tests.
BEGIN = """
import django
django.setup()
from tests.matches.table import Table
from games.models import *
table = Table()
"""


class Platform:
    """A folder with both databases, and a worker. No server."""

    def __init__(self, data: Path) -> None:
        self.data = data
        others = ("DATABASE_URL", "MATCHES_DATABASE_URL", "REDIS_URL")  # this one is on files
        known = {name: os.environ[name] for name in os.environ if name not in others}
        self.environment = {
            **known,
            "DATA_DIR": str(data),
            "DJANGO_SETTINGS_MODULE": "citybuilder.settings",
        }
        self.run("-m", "citybuilder.prepare")

    def run(self, *arguments: str) -> str:
        """What Python prints, run to its end."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=REPOSITORY,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def act(self, code: str) -> str:
        """What this code prints, in a process of its own."""
        return self.run("-c", BEGIN + code).strip()

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Rows of the matches' database."""
        with sqlite3.connect(self.data / "matches.sqlite3", timeout=20) as matches:
            return matches.execute(query).fetchall()

    def until(self, query: str, wanted: list[tuple[object, ...]]) -> float:
        """Wait until the query gives this; seconds it took."""
        begun = time.monotonic()
        while (found := self.rows(query)) != wanted:
            assert time.monotonic() < begun + SECONDS, f"{query}: {found}"
            time.sleep(0.05)
        return time.monotonic() - begun


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Platform:
    return Platform(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def worker(platform: Platform) -> Iterator[None]:
    process = subprocess.Popen(
        [sys.executable, "-m", "citybuilder.work"],
        cwd=REPOSITORY,
        env=platform.environment,
        stdin=subprocess.PIPE,
    )
    yield
    process.terminate()
    process.communicate(timeout=30)


SHORT = "kind=3, size=16, rounds=6, bots=[0], chance=0"
OPEN = "select count(*) from games_outboxrow where done_at is null"
ARCHIVES = "select count(*) from games_archive"


@pytest.mark.timeout(300)
def test_a_worker_archives_at_once_finds_lost_work_and_late_matches_and_gives_up_lonely_ones(
    platform: Platform, worker: None
) -> None:
    # At once: what a commit makes due is enqueued by the process that commits.
    first = platform.act(f"print(table.play_out(table.playing({SHORT})).id)")
    platform.until(ARCHIVES, [(1,)])
    assert platform.rows(OPEN) == [(0,)]
    # Lost: a task that nobody took, because the worker that had it was killed.
    platform.act("Archive.objects.all().delete(); OutboxRow.objects.update(done_at=None)")
    platform.act("OutboxRow.objects.update(created_at=0, attempts=0)")
    # Late: a turn whose time is over, in a match that no server looks at.
    late = platform.act(
        """
match = table.playing(bots=[0], turn=10)
Match.objects.filter(pk=match.id).update(due_at=match.due_at - 60_000)
print(match.id)
"""
    )
    begun = platform.rows(f"select sequence from games_match where id = '{late}'")[0][0]
    assert isinstance(begun, int)
    # Lonely: nobody came for a day.
    lonely = platform.act(
        """
match = table.order()
Match.objects.filter(pk=match.id).update(created_at=1)
from games import tasks
tasks.give_up_lonely_matches.delay()
print(match.id)
"""
    )
    platform.until(f"select status from games_match where id = '{lonely}'", [("void",)])
    platform.until(ARCHIVES, [(1,)])
    assert platform.rows("select match_id from games_archive") == [(first,)]
    late_now = f"select sequence > {begun} from games_match where id = '{late}'"
    platform.until(late_now, [(1,)])
    for match_id in (first, late, lonely):
        assert "verified" in platform.run("manage.py", "verify_match", match_id)


def test_a_commit_stands_though_the_queue_is_away(tmp_path: Path) -> None:
    platform = Platform(tmp_path)
    queue = tmp_path / "tasks" / "queue"
    for message in queue.iterdir():
        message.unlink()
    queue.rmdir()
    queue.write_text("not a folder")
    said = platform.act(
        f"""
match = table.play_out(table.playing({SHORT}))
import threading
for thread in threading.enumerate():
    if thread is not threading.current_thread() and thread.name != "writer":
        thread.join(60)
print(match.status, OutboxRow.objects.filter(done_at=None).count())
"""
    )
    assert said == "over 1"
