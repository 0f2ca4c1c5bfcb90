"""`make play` starts once, tells what is wrong in one line, and leaves nothing behind."""

import os
import signal
import socket
import stat
import time
from pathlib import Path

import pytest

from tests.browser.server import Server, free_port


def _gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def _until(condition: object, seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():  # type: ignore[operator]
            return True
    return False


def _can_listen(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    with Server(tmp_path) as server:
        server.wait_until_ready()
        children = server.children()
        assert children
        assert server.stop(number) == 0
        assert server.lines == [f"City Builder is ready at {server.url}"]
        assert all(_gone(pid) for pid in children)
        assert _can_listen(int(server.port))


def test_the_server_stops_when_its_supervisor_is_killed(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        server.wait_until_ready()
        children = server.children()
        server.stop(signal.SIGKILL)
        assert _until(lambda: all(_gone(pid) for pid in children))


def test_a_dead_server_is_told_and_ends_the_rest(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        server.wait_until_ready()
        os.kill(server.children()[0], signal.SIGKILL)
        assert server.wait_until_ended() == 1
        assert "ended by itself" in server.lines[-1]


def test_a_second_instance_on_the_same_data_is_refused(tmp_path: Path) -> None:
    with Server(tmp_path) as first:
        first.wait_until_ready()
        with Server(tmp_path) as second:
            assert second.wait_until_ended() == 1
            assert len(second.lines) == 1
            assert f"already runs on DATA_DIR {tmp_path}" in second.lines[0]
            assert f"process {first.process.pid}" in second.lines[0]
    with Server(tmp_path) as third:
        third.wait_until_ready()


def test_a_taken_port_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with Server(tmp_path, port) as server:
            assert server.wait_until_ended() == 1
            assert len(server.lines) == 1
            assert f"PORT {port} cannot be used" in server.lines[0]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PORT", "eighty", "PORT must be a whole number, not 'eighty'"),
        ("PORT", "70000", "PORT must be between 1 and 65535, not 70000"),
        ("DATA_DIR", "/dev/null/data", "DATA_DIR /dev/null/data cannot be written"),
        ("PROFILE", "produktion", "PROFILE must be local or production, not 'produktion'"),
    ],
)
def test_a_bad_setting_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(name, value)
    data = value if name == "DATA_DIR" else tmp_path
    port = value if name == "PORT" else free_port()
    with Server(data, port) as server:
        assert server.wait_until_ended() == 1
        assert len(server.lines) == 1
        assert told in server.lines[0]


def test_the_secret_is_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    secret = tmp_path / "secret-key"
    with Server(tmp_path) as server:
        server.wait_until_ready()
    first = secret.read_text()
    assert len(first) >= 50
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    with Server(tmp_path) as server:
        server.wait_until_ready()
    assert secret.read_text() == first
