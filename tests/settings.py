"""The platform's own settings on a DATA_DIR that ends with the process of the tests."""

import atexit
import os
import shutil
import tempfile

os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="citybuilder-tests-")
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)

from citybuilder import file_queue  # noqa: E402
from citybuilder.settings import *  # noqa: E402, F403
from citybuilder.settings import DATA_DIR  # noqa: E402

# What a commit makes due is enqueued; nobody takes it.
file_queue.prepare(DATA_DIR / "tasks")

del os.environ["DATA_DIR"]  # processes that a test starts are given their own

# Real hashers take their time by design.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
