"""Several server processes of one platform."""

import os
import subprocess
import sys
from pathlib import Path

from tests.browser.server import REPOSITORY, free_port
from tests.realtime.live_server import until
from tests.realtime.page import Page


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
