"""The two databases: people in `default`, everything of matches in `matches`.

No foreign key and no join crosses, so that matches can be spread over servers later.
"""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

PEOPLE = "default"
MATCHES = "matches"
FILES = {PEOPLE: "people.sqlite3", MATCHES: "matches.sqlite3"}  # in DATA_DIR
LOCK_SECONDS = 20  # how long a writer waits for the others' commits

_SCHEMES = ("postgres", "postgresql")

# What a commit waits for. NORMAL: the operating system has it, so that no death of a process loses
# it. FULL: the disk has it, so that no power cut does (docs/operations.md has the price).
SYNCHRONOUS = ("NORMAL", "FULL")


def sqlite(alias: str, folder: Path, synchronous: str) -> dict[str, Any]:
    """Django's settings for a database that is a file of this folder."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / FILES[alias],
        "OPTIONS": {
            # With DEFERRED, a transaction that reads before it writes fails at once with "database
            # is locked" when another one has written meanwhile, whatever the timeout is.
            "transaction_mode": "IMMEDIATE",
            "timeout": LOCK_SECONDS,
            "init_command": (
                "PRAGMA journal_mode=WAL;"
                f"PRAGMA synchronous={synchronous};"
                "PRAGMA journal_size_limit=67108864;"
            ),
        },
        # Tests run on files as well: a database in memory locks and commits in other ways.
        "TEST": {"NAME": str(folder / f"test-{FILES[alias]}")},
    }


def postgresql(name: str, url: str, pool_size: int) -> dict[str, Any]:
    """Django's settings for a PostgreSQL database; `name` is the setting that holds the URL."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in _SCHEMES and bool(parts.hostname and parts.path.strip("/"))
        usable = usable and parts.port != 0  # reading the port raises if it is no number
    except ValueError:
        usable = False
    if not usable:
        # The value is not repeated: it holds a password.
        raise ImproperlyConfigured(f"{name} must be like postgresql://user:password@host:5432/name")
    settings: dict[str, Any] = environ.Env.db_url_config(url)
    settings["HOST"] = unquote(settings["HOST"])  # %2Frun%2Fpostgresql: a socket of this machine
    options = settings.setdefault("OPTIONS", {})
    options["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": LOCK_SECONDS}
    # As with files: nobody waits for a lock for ever.
    options.setdefault("options", f"-c lock_timeout={LOCK_SECONDS}s")
    return settings


def databases(
    folder: Path, people_url: str, matches_url: str, *, synchronous: str, pool_size: int
) -> dict[str, dict[str, Any]]:
    """DATABASES: both in files of `folder`, or both in PostgreSQL."""
    if not people_url and not matches_url:
        return {alias: sqlite(alias, folder, synchronous) for alias in FILES}
    if not (people_url and matches_url):
        missing = "MATCHES_DATABASE_URL" if people_url else "DATABASE_URL"
        raise ImproperlyConfigured(f"{missing} must be set too: set both URLs or none")
    both = {
        PEOPLE: postgresql("DATABASE_URL", people_url, pool_size),
        MATCHES: postgresql("MATCHES_DATABASE_URL", matches_url, pool_size),
    }
    where = [tuple(each.get(key) for key in ("HOST", "PORT", "NAME")) for each in both.values()]
    if where[0] == where[1]:
        # Both would keep their list of migrations in the same table.
        raise ImproperlyConfigured("DATABASE_URL and MATCHES_DATABASE_URL must be two databases")
    return both
