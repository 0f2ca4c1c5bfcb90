"""Two server processes on the same databases are one platform, with Redis and without it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from games import engine
from games.protocol import client_messages as client
from games.protocol import server_messages as server
from tests.browser.server import REPOSITORY, free_port
from tests.realtime.caller import Caller
from tests.realtime.live_server import until
from tests.realtime.page import Page
from tests.services.redis_server import RedisServer

RULES = engine.rules(engine.LATEST)
END_TURN = RULES.encode_action((RULES.actions.END_TURN,))


class Processes:
    """Server processes on one DATA_DIR."""

    def __init__(self, data: Path, **settings: str) -> None:
        known = {name: os.environ[name] for name in os.environ if name != "DJANGO_SETTINGS_MODULE"}
        self._settings = {**known, "DATA_DIR": str(data), "GUESTS_AN_HOUR": "1000", **settings}
        self._running: dict[int, subprocess.Popen[bytes]] = {}
        self._run("citybuilder.prepare", free_port()).wait(60)

    def start(self) -> int:
        """One more; its port."""
        port = free_port()
        self._running[port] = self._run("citybuilder.serve", port)
        until(lambda: self._answers(port))
        return port

    def kill(self, port: int) -> None:
        """End one as `kill -9` does."""
        process = self._running.pop(port)
        process.kill()
        process.wait()

    def stop(self) -> None:
        """End all in order."""
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            process.wait(30)

    def _run(self, module: str, port: int) -> "subprocess.Popen[bytes]":
        settings = {**self._settings, "PORT": str(port)}
        return subprocess.Popen(
            [sys.executable, "-m", module], cwd=REPOSITORY, env=settings, stdin=subprocess.DEVNULL
        )

    def _answers(self, port: int) -> bool:
        try:
            Page(port)
        except OSError:
            return False
        return True


@pytest.fixture(params=["redis", "none"])
def processes(
    request: pytest.FixtureRequest, tmp_path: Path, redis_server: RedisServer
) -> Iterator[Processes]:
    settings = {"REDIS_URL": redis_server.url} if request.param == "redis" else {}
    running = Processes(tmp_path, **settings)
    yield running
    running.stop()


def socket_of(page: Page, port: int, match_id: str, stack: ExitStack) -> Caller:
    """The guest's socket to a match, by this server."""
    caller = Caller(port, f"/ws/match/{match_id}/", page.session, origin=f"http://127.0.0.1:{port}")
    stack.callback(caller.hang_up)
    return caller


def ready(caller: Caller) -> None:
    caller.say(client.Ready(command_id=os.urandom(16), opening=None))
    caller.hear(server.Receipt)


def take_turns(callers: list[Caller], turns: int) -> None:
    """Whoever the log says has the turn ends it; all hear it."""
    for _ in range(turns):
        mover = callers[callers[0].turn_seat()]
        mover.hear_entry(len(callers[0].log))
        mover.submit(END_TURN)
        receipt = mover.hear(server.Receipt)
        for caller in callers:
            caller.hear_entry(receipt.sequence)


def test_mayors_on_different_processes_play_one_match(processes: Processes) -> None:
    first, second = processes.start(), processes.start()
    with ExitStack() as stack:
        ada, linus = Page(first), Page(second)
        match_id = ada.make(kind=0, seats=2, chance=0, visibility="listed")
        ada.join(match_id, 0)
        callers = [socket_of(ada, first, match_id, stack)]
        callers[0].enter()
        linus.join(match_id, 1)
        callers[0].know(server.Seats, lambda told: told.seats[1].taken)
        callers.append(socket_of(linus, second, match_id, stack))
        assert callers[1].enter().seat == 1
        for caller in callers:
            ready(caller)
        for caller in callers:
            caller.hear_entry(4)  # two took their seats, two became ready
        take_turns(callers, 6)
        assert callers[0].log == callers[1].log
        callers[1].say(client.Chat(line_id=os.urandom(16), text="Hello over there"))
        assert callers[0].hear(server.Chat).text == "Hello over there"

        processes.kill(second)
        back = socket_of(linus, first, match_id, stack)
        back.genesis, back.log, back.head = callers[1].genesis, callers[1].log, callers[1].head
        back.hello(len(back.log), back.head)
        take_turns([callers[0], back], 4)
        assert callers[0].log == back.log
