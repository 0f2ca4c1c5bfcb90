"""The real platform, started as `make play` starts it, on a free port with its own DATA_DIR."""

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

REPOSITORY = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0
STOP_SECONDS = 20.0


def free_port() -> int:
    """A TCP port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """One running instance; `lines` holds what it printed, errors included.

    settings: more of those in docs/configuration.md.
    """

    def __init__(
        self, data_dir: Path | str, port: int | str | None = None, **settings: str
    ) -> None:
        self.data_dir = Path(data_dir)
        self.port = free_port() if port is None else port
        self.url = f"http://127.0.0.1:{self.port}/"
        self.lines: list[str] = []
        self._queue: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        # The platform's own settings, not those that the tests run on.
        known = {name: os.environ[name] for name in os.environ if name != "DJANGO_SETTINGS_MODULE"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "citybuilder.supervise"],
            cwd=REPOSITORY,
            env={
                "GUESTS_AN_HOUR": "100000",  # all of them come from one address here
                **known,
                "PORT": str(self.port),
                "DATA_DIR": str(data_dir),
                **settings,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> "Server":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.stop(signal.SIGTERM)

    def wait_until_ready(self) -> "Server":
        """Wait for the line that says where to go; fails with what was printed if it ends."""
        while (line := self._queue.get(timeout=START_SECONDS)) is not None:
            if line == f"City Builder is ready at {self.url}":
                return self
        raise AssertionError("the server ended: " + "\n".join(self.lines))

    def wait_until_ended(self) -> int:
        """The exit code, once the process has ended by itself."""
        code = self.process.wait(STOP_SECONDS)
        self._reader.join(STOP_SECONDS)
        return code

    def stop(self, number: signal.Signals) -> int:
        """Send a signal and return the exit code."""
        self.process.send_signal(number)
        return self.wait_until_ended()

    def children(self) -> list[int]:
        """Process ids of the instance's own processes."""
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        )
        return [int(pid) for pid in listed.stdout.split()]

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            for line in output:
                self.lines.append(line.rstrip("\n"))
                self._queue.put(line.rstrip("\n"))
        self._queue.put(None)
