"""A process that the supervisor starts, watches and ends."""

import subprocess
import sys
import time
from collections.abc import Sequence

STOP_SECONDS = 15.0  # how long a process may take to end before it is killed
FIRST_DELAY = 1.0  # seconds before a process that died is started again; doubled each time
LONGEST_DELAY = 60.0
SETTLED_SECONDS = 60.0  # who has run for so long starts again without a longer delay


class Child:
    """`python -m MODULE ARGUMENTS`, with a pipe as standard input that ends when we do."""

    def __init__(self, module: str, *arguments: str, pass_fds: Sequence[int] = ()) -> None:
        self._command = [sys.executable, "-m", module, *arguments]
        self._pass_fds = pass_fds
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._start_at = 0.0
        self._delay = FIRST_DELAY

    def start(self) -> None:
        """Start it. A session of its own: Ctrl-C reaches the supervisor alone, which ends all."""
        self._process = subprocess.Popen(  # noqa: S603
            self._command, pass_fds=self._pass_fds, stdin=subprocess.PIPE, start_new_session=True
        )
        self._started_at = time.monotonic()

    def exit_code(self) -> int | None:
        """The exit code, or None while it runs. A negative one is the signal that killed it."""
        return None if self._process is None else self._process.poll()

    def wait(self) -> int:
        """Wait until it ends by itself; returns the exit code."""
        assert self._process is not None
        return self._process.wait()

    def restart_if_ended(self) -> str | None:
        """Start it again some time after it died; returns what there is to tell about it."""
        now = time.monotonic()
        if self._start_at:
            if now >= self._start_at:
                self._start_at = 0.0
                self._close()
                self.start()
            return None
        code = self.exit_code()
        if code is None:
            return None
        if now - self._started_at > SETTLED_SECONDS:
            self._delay = FIRST_DELAY
        delay, self._delay = self._delay, min(2 * self._delay, LONGEST_DELAY)
        self._start_at = now + delay
        return f"ended by itself with exit code {code}; it starts again in {delay:.0f} s"

    def ask_to_end(self) -> None:
        """Send the signal to end; says nothing if it has ended already."""
        if self._process is not None:
            self._process.terminate()

    def end(self) -> None:
        """Wait until it has ended; kill it if that takes too long."""
        if self._process is None:
            return
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._close()

    def _close(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
