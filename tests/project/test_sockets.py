"""A socket comes through the real server: its origin, its address, and what may not pass."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.server import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("data")) as running:
        yield running.wait_until_ready()


def _refusal(server: Server, path: str, origin: str | None) -> int:
    with pytest.raises(InvalidStatus) as refusal:
        connect(f"ws://127.0.0.1:{server.port}{path}", origin=origin)  # type: ignore[arg-type]
    return refusal.value.response.status_code


def test_an_address_without_a_socket_is_refused_without_a_trace(server: Server) -> None:
    own = server.url.rstrip("/")
    assert _refusal(server, "/ws/nowhere/", own) == 403
    assert _refusal(server, "/", own) == 403
    assert not [line for line in server.lines if "Traceback" in line]


@pytest.mark.parametrize("origin", [None, "null", "http://127.0.0.1", "https://attacker.example"])
def test_a_foreign_page_is_refused(server: Server, origin: str | None) -> None:
    assert _refusal(server, "/ws/lobby/", origin) == 403


def test_an_instance_is_up_and_down_in_seconds(tmp_path: Path) -> None:
    with Server(tmp_path) as first:
        first.wait_until_ready()
    begun = time.monotonic()
    with Server(tmp_path) as second:
        second.wait_until_ready()
    assert time.monotonic() - begun < 30
