"""Two server processes on the same databases are one platform, with Redis and without it."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from games.protocol import client_messages as client
from games.protocol import server_messages as server
from tests.realtime.processes import Processes
from tests.realtime.spread import socket_of, take_turns, two_mayors
from tests.services.redis_server import RedisServer


@pytest.fixture(params=["redis", "none"])
def processes(
    request: pytest.FixtureRequest, tmp_path: Path, redis_server: RedisServer
) -> Iterator[Processes]:
    settings = {"REDIS_URL": redis_server.url} if request.param == "redis" else {}
    running = Processes(tmp_path, **settings)
    yield running
    running.stop()


def test_mayors_on_different_processes_play_one_match(processes: Processes) -> None:
    first, second = processes.start(), processes.start()
    with ExitStack() as stack:
        match_id, linus, callers = two_mayors(first, second, stack)
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


def test_without_redis_for_a_while_the_match_goes_on(tmp_path: Path) -> None:
    with RedisServer() as redis, ExitStack() as stack:
        processes = Processes(tmp_path, REDIS_URL=redis.url)
        stack.callback(processes.stop)
        _, _, callers = two_mayors(processes.start(), processes.start(), stack)
        take_turns(callers, 2)
        redis.kill()
        take_turns(callers, 2)
        redis.start()
        take_turns(callers, 2)
        assert callers[0].log == callers[1].log
