"""The folder that holds everything one instance keeps: secrets, databases, its lock."""

import fcntl
import os
import secrets
import tempfile
from pathlib import Path
from typing import IO

from django.core.exceptions import ImproperlyConfigured

SECRET_FILE = "secret-key"  # noqa: S105 -- the name of the file, not a secret
LOCK_FILE = "lock"


def prepare(folder: Path) -> Path:
    """Make the folder if it is missing and see that it can be written; returns it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise ImproperlyConfigured(
            f"DATA_DIR {folder} cannot be written ({error.strerror}): "
            "set DATA_DIR to a folder of yours"
        ) from error
    return folder


def secret_key(folder: Path) -> str:
    """The instance's secret: made at the first call, readable by the owner alone."""
    path = prepare(folder) / SECRET_FILE
    try:
        # O_EXCL: of two processes that start at once, one makes the secret and both read it.
        target = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(target, "w") as file:
            file.write(secrets.token_urlsafe(50))
    try:
        found = path.read_text("utf-8").strip()
    except (OSError, UnicodeError) as error:
        raise ImproperlyConfigured(
            f"{path} cannot be read ({error}): remove it and start again"
        ) from error
    if not found:
        raise ImproperlyConfigured(f"{path} is empty: remove it and start again")
    return found


def lock(folder: Path) -> IO[str]:
    """Take the folder for this instance until the returned file is closed or the process ends."""
    path = prepare(folder) / LOCK_FILE
    try:
        file = path.open("a+", errors="replace")
    except OSError as error:
        raise ImproperlyConfigured(
            f"{path} cannot be opened ({error.strerror}): remove it and start again"
        ) from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.seek(0)
        holder = file.read().strip() or "unknown"
        file.close()
        raise ImproperlyConfigured(
            f"City Builder already runs on DATA_DIR {folder} (process {holder}): "
            "stop it or set another DATA_DIR"
        ) from error
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()
    return file
