"""What `make play` runs: starts the processes of one machine, says when they answer, ends them.

Run as `python -m citybuilder.supervise`. It ends with 0 after Ctrl-C or SIGTERM, with 1 and one
line on standard error when it cannot start or a process ends by itself.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from citybuilder import data_dir

HOST = "127.0.0.1"
START_SECONDS = 60.0  # how long the server may take to answer
STOP_SECONDS = 10.0  # how long a process may take to end before it is killed
POLL_SECONDS = 0.05


class Stopped(Exception):
    """The supervisor was told to stop."""


class Failed(Exception):
    """A process did not start, or ended by itself."""


def main() -> int:
    """Run until told to stop; returns the exit code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "citybuilder.settings")
    try:
        if settings.PRODUCTION:
            raise ImproperlyConfigured("this runs the local profile only; unset PROFILE")
        if not (settings.CLIENT_DEV_SERVER or settings.CLIENT_DIST.is_dir()):
            raise ImproperlyConfigured("the client is not built; run make client")
        with data_dir.lock(settings.DATA_DIR), _listen(settings.PORT) as listener:
            _supervise(listener)
    except Stopped:
        return 0
    except (ImproperlyConfigured, Failed) as error:
        print(f"City Builder cannot run: {error}", file=sys.stderr)  # noqa: T201
        return 1
    raise AssertionError("unreachable: _supervise only ends by an exception")


def _stop(number: int, frame: object) -> None:
    # Once is enough: a second Ctrl-C must not disturb the orderly end.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    raise Stopped


def _listen(port: int) -> socket.socket:
    """The open socket of the server. Opened here, so that a taken port is told before all else."""
    listener = socket.socket()
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(2048)
    except OSError as error:
        listener.close()
        raise ImproperlyConfigured(
            f"PORT {port} cannot be used ({error.strerror}): set PORT to a free one"
        ) from error
    return listener


def _supervise(listener: socket.socket) -> None:
    server = _start_server(listener)
    try:
        _wait_until_ready(server)
        print(f"City Builder is ready at http://{HOST}:{settings.PORT}/", flush=True)  # noqa: T201
        while True:
            _must_run(server)
            time.sleep(POLL_SECONDS)
    finally:
        _end(server)


def _start_server(listener: socket.socket) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches the supervisor alone, which ends its children in order.
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "citybuilder.serve", str(listener.fileno())],
        pass_fds=[listener.fileno()],
        stdin=subprocess.PIPE,
        start_new_session=True,
    )


def _wait_until_ready(server: subprocess.Popen[bytes]) -> None:
    address = f"http://{HOST}:{settings.PORT}/health/"
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        _must_run(server)
        try:
            with urllib.request.urlopen(address, timeout=START_SECONDS):
                return
        except urllib.error.HTTPError as error:
            raise Failed(f"the server answers its health check with {error.code}") from error
        except OSError:
            time.sleep(POLL_SECONDS)
    raise Failed(f"the server did not answer within {START_SECONDS:.0f} s")


def _must_run(server: subprocess.Popen[bytes]) -> None:
    code = server.poll()
    if code is not None:
        raise Failed(f"the server ended by itself with exit code {code}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
