"""Children end with the supervisor, however it died."""

import os
import signal
import sys
import threading
import time

GRACE_SECONDS = 10.0  # how long an orderly end may take before the process ends anyway


def end_with_parent() -> None:
    """Watch standard input, a pipe from the supervisor: when it ends, this process gets SIGTERM.

    The kernel closes the pipe even if the supervisor was killed with no chance to do anything.
    """
    threading.Thread(target=_watch, name="parent", daemon=True).start()


def _watch() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os._exit(1)
