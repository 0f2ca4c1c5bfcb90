"""The server under load: a process of its own, and what Linux says it used."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

_TICK = os.sysconf("SC_CLK_TCK")
START_SECONDS = 60.0


class ServerProcess:
    """`python -m citybuilder.serve` on this port, with the settings of this process."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._process = subprocess.Popen(
            [sys.executable, "-m", "citybuilder.serve"],
            env={**os.environ, "PORT": str(port)},
            stdin=subprocess.DEVNULL,
        )
        end = time.monotonic() + START_SECONDS
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=5).close()
                return
            except (OSError, urllib.error.URLError):
                if time.monotonic() > end or self._process.poll() is not None:
                    raise SystemExit("the server does not answer") from None
                time.sleep(0.05)

    def cpu_seconds(self) -> float:
        """CPU time of the server's own process so far, in user and kernel mode."""
        with open(f"/proc/{self._process.pid}/stat") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK

    def memory(self) -> int:
        """Resident bytes."""
        with open(f"/proc/{self._process.pid}/status") as status:
            for line in status:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) * 1024
        raise AssertionError("no VmRSS")

    def stop(self) -> None:
        """End it in order."""
        self._process.terminate()
        self._process.wait(30)
