"""What `make play` runs: starts the processes of one machine, says when they answer, ends them.

Run as `python -m citybuilder.supervise`. It ends with 0 after Ctrl-C or SIGTERM, with 1 and one
line on standard error when it cannot start or a process ends by itself.
"""

import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from citybuilder import data_dir, listening
from citybuilder.child import Child

START_SECONDS = 60.0  # how long the server may take to answer
POLL_SECONDS = 0.05


class Stopped(Exception):
    """The supervisor was told to stop."""


class Failed(Exception):
    """A process did not start, or ended by itself."""


def main() -> int:
    """Run until told to stop; returns the exit code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    os.umask(0o077)  # whatever is made in DATA_DIR is the owner's alone
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "citybuilder.settings")
    try:
        if settings.PRODUCTION:
            raise ImproperlyConfigured("this runs the local profile only; unset PROFILE")
        if not (settings.CLIENT_DEV_SERVER or settings.CLIENT_DIST.is_dir()):
            raise ImproperlyConfigured("the client is not built; run make client")
        with (
            data_dir.lock(settings.DATA_DIR),
            # Opened here, so that a taken port is told before all else.
            listening.open_listener(settings.HOST, settings.PORT) as listener,
        ):
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


def _supervise(listener: socket.socket) -> None:
    """Run server and worker until an exception ends it; leaves no process behind."""
    preparation = Child("citybuilder.prepare")
    server = Child("citybuilder.serve", str(listener.fileno()), pass_fds=[listener.fileno()])
    worker = Child("citybuilder.work")
    try:
        preparation.start()
        if preparation.wait():
            raise Failed("its data could not be made ready")
        server.start()
        _wait_until_ready(server)
        worker.start()
        print(f"City Builder is ready at {_address()}", flush=True)  # noqa: T201
        while True:
            _must_run(server)
            # Play goes on without the worker; what it would have done waits for it.
            if told := worker.restart_if_ended():
                print(f"City Builder: the worker {told}", file=sys.stderr, flush=True)  # noqa: T201
            time.sleep(POLL_SECONDS)
    finally:
        children = (preparation, server, worker)
        for child in children:
            child.ask_to_end()
        for child in children:
            child.end()


def _address() -> str:
    host = "127.0.0.1" if settings.HOST in ("0.0.0.0", "::") else settings.HOST  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.PORT}/"


def _wait_until_ready(server: Child) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        _must_run(server)
        try:
            with urllib.request.urlopen(f"{_address()}health/", timeout=START_SECONDS):  # noqa: S310
                return
        except urllib.error.HTTPError as error:
            raise Failed(f"the server answers its health check with {error.code}") from error
        except OSError:
            time.sleep(POLL_SECONDS)
    raise Failed(f"the server did not answer within {START_SECONDS:.0f} s")


def _must_run(server: Child) -> None:
    code = server.exit_code()
    if code is not None:
        raise Failed(f"the server ended by itself with exit code {code}")


if __name__ == "__main__":
    sys.exit(main())
