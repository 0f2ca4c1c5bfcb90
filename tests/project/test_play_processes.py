"""`make play` is several processes that live and die together."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.server import REPOSITORY, Server

SECONDS = 60.0


def _until(what: str, happened: Callable[[], bool], seconds: float = SECONDS) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, f"in vain: {what}"
        time.sleep(0.05)


def _below(pids: list[int]) -> list[int]:
    """These processes and all that they have started, as far as it can be seen now."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    found = list(pids)
    for parent in found:
        found += [pid for pid, above in pairs if above == parent]
    return found


def _commands(pids: list[int]) -> dict[str, int]:
    """Module -> process id, of those that run."""
    found = {}
    for pid in pids:
        try:
            words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
        except OSError:
            continue
        if "-m" in words:
            found[words[words.index("-m") + 1]] = pid
    return found


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def _worker(server: Server) -> int:
    return _commands(server.children()).get("citybuilder.work", 0)


def _enqueue(data: Path) -> None:
    """Ask for the sessions that have ended to be deleted, after making one."""
    with sqlite3.connect(data / "people.sqlite3") as people:
        people.execute("insert into django_session values ('ended', '', '2020-01-01 00:00:00')")
    code = (
        "import django; django.setup()\n"
        "from accounts.tasks import forget_ended_sessions\n"
        "forget_ended_sessions.delay()\n"
    )
    known = {"DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "citybuilder.settings"}
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, env=known, check=True)


def _done(data: Path) -> bool:
    with sqlite3.connect(data / "people.sqlite3") as people:
        return not people.execute("select * from django_session").fetchall()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def server(data: Path) -> Iterator[Server]:
    with Server(data) as running:
        yield running.wait_until_ready()


def test_both_databases_are_files_for_the_owner_alone(server: Server, data: Path) -> None:
    for name, table in (("people", "accounts_user"), ("matches", "games_match")):
        path = data / f"{name}.sqlite3"
        assert path.stat().st_mode & 0o777 == 0o600
        with sqlite3.connect(path) as database:
            assert database.execute("pragma journal_mode").fetchone() == ("wal",)
            assert database.execute(f"select count(*) from {table}").fetchone() == (0,)
    assert data.joinpath("tasks", "control", "celery.exchange").exists()
    for folder in ("tasks", "tasks/queue"):
        assert data.joinpath(folder).stat().st_mode & 0o777 == 0o700


def test_tasks_are_done_and_a_worker_that_died_is_replaced(server: Server, data: Path) -> None:
    _until("the worker runs", lambda: _worker(server) > 0)
    _enqueue(data)
    _until("the task is done", lambda: _done(data))
    first = _worker(server)
    os.kill(first, signal.SIGKILL)
    _until("another one runs", lambda: _worker(server) not in (0, first))
    assert "the worker ended by itself with exit code -9" in "".join(server.lines)
    _enqueue(data)
    _until("the task is done", lambda: _done(data))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_all_end_with_the_supervisor_however_it_ends(server: Server, number: int) -> None:
    _until("the worker runs", lambda: _worker(server) > 0)
    assert len(server.children()) == 2
    processes = _below(server.children())
    server.stop(signal.Signals(number))
    _until("all have ended", lambda: not any(_runs(pid) for pid in processes))


def test_the_end_of_the_server_ends_all(server: Server) -> None:
    _until("the worker runs", lambda: _worker(server) > 0)
    processes = _below(server.children())
    os.kill(_commands(processes)["citybuilder.serve"], signal.SIGKILL)
    assert server.wait_until_ended() == 1
    assert server.lines[-1] == (
        "City Builder cannot run: the server ended by itself with exit code -9"
    )
    _until("all have ended", lambda: not any(_runs(pid) for pid in processes))
