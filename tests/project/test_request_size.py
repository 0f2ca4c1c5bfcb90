"""A body over the limit is refused while it comes: Django would keep all of it on disk first."""

import asyncio
import http.client
from collections.abc import Mapping
from typing import Any

import pytest

from citybuilder.body_limit import MOST_BYTES, BodyLimit
from tests.browser.server import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Server(tmp_path_factory.mktemp("data")) as running:
        yield running.wait_until_ready()


def _post(server: Server, headers: dict[str, str], body: Any) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", int(server.port), timeout=20)
    try:
        connection.request("POST", "/", body, headers)
        return connection.getresponse().status
    finally:
        connection.close()


def test_a_long_body_is_refused_before_it_is_sent(server: Server) -> None:
    declared = {"Content-Length": str(MOST_BYTES + 1)}
    assert _post(server, declared, None) == 413


def test_a_body_without_a_length_is_refused_once_it_is_too_long() -> None:
    sent: list[Mapping[str, Any]] = []
    asked = 0

    async def receive() -> dict[str, Any]:
        nonlocal asked
        asked += 1
        return {"type": "http.request", "body": bytes(1000), "more_body": True}

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    async def reads_all(scope: Any, receive: Any, send: Any) -> None:
        while (await receive())["more_body"]:
            pass

    scope = {"type": "http", "headers": []}
    asyncio.run(BodyLimit(reads_all, 10_000)(scope, receive, send))
    assert (sent[0]["status"], asked) == (413, 11)


def test_a_body_of_the_limit_goes_on_to_the_application(server: Server) -> None:
    assert _post(server, {}, bytes(MOST_BYTES)) == 403  # no form here: Django's own refusal
