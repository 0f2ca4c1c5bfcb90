"""Fixtures that tests of every subject use."""

from collections.abc import Iterator

import pytest

from tests.services.postgres_server import PostgresServer
from tests.services.redis_server import RedisServer
from tests.wasm.harness import WasmPython


@pytest.fixture(scope="session")
def wasm() -> Iterator[WasmPython]:
    """One interpreter for all tests of a process; keep no state of a test in it."""
    with WasmPython() as python:
        yield python


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL for all tests of a process; each makes databases of its own."""
    with PostgresServer() as server:
        yield server


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """A Redis for all tests of a process; name keys so that no other test meets them."""
    with RedisServer() as server:
        yield server
