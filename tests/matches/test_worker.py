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

SECONDS = 30.0

# What another process of the platform does; `table` plays as in the other tests.
BEGIN = """
import django
django.setup()
from tests.matches.table import Table
from games.models import *
table = Table()
"""
# A server lives on; here what is being enqueued must be, before the process ends.
END = """
import threading
for thread in threading.enumerate():
    if thread is not threading.current_thread() and thread.name != "writer":
        thread.join(60)
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
            "WORKER_LOOK_SECONDS": "1",
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
        return self.run("-c", BEGIN + code + END).strip()

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


def test_a_worker_archives_at_once_finds_lost_work_and_late_matches_and_gives_up_lonely_ones(
    platform: Platform, worker: None
) -> None:
    # At once: what a commit makes due is enqueued by the process that commits.
    first = platform.act(f"print(table.play_out(table.playing({SHORT})).id)")
    platform.until(ARCHIVES, [(1,)])
    assert platform.rows(OPEN) == [(0,)]
    # Lost: a task that nobody took, because the worker that had it was killed.
    # Late: a draw that is due, in a match that no server looks at.
    # Lonely: nobody came for a day.
    late, begun, lonely = platform.act(
        """
from games import tasks
Archive.objects.all().delete()
OutboxRow.objects.update(done_at=None, created_at=0, attempts=0)
late = table.order(bots=[0])
table.join(late, 0)
table.ready(late, 0)
late.refresh_from_db()
Match.objects.filter(pk=late.id).update(due_at=late.due_at - 60_000)
lonely = table.order()
Match.objects.filter(pk=lonely.id).update(created_at=1)
tasks.give_up_lonely_matches.delay()
print(late.id, late.sequence, lonely.id)
"""
    ).split()
    platform.until(f"select status from games_match where id = '{lonely}'", [("void",)])
    platform.until(ARCHIVES, [(1,)])
    assert platform.rows("select match_id from games_archive") == [(first,)]
    platform.until(f"select sequence > {begun} from games_match where id = '{late}'", [(1,)])
    platform.act(
        f"""
from games.matches.audit import audit
for match_id in {(first, late, lonely)}:
    audit(match_id)  # raises unless it verifies
"""
    )


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
print(match.status, OutboxRow.objects.filter(done_at=None).count())
"""
    )
    assert said == "over 1"
