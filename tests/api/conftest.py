"""Visitors of the REST interface, with real sessions, in real databases."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache

from games.matches.writer import writer
from tests.api.visitor import Visitor
from tests.matches import both_databases
from tests.matches.table import Table


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is given both databases."""
    both_databases.give(items, __file__)


@pytest.fixture
def visit() -> Iterator[Callable[[], Visitor]]:
    """Makes visitors, each a guest with a session of its own."""
    cache.clear()  # nobody has asked before
    yield Visitor
    writer.stop()


@pytest.fixture
def table() -> Iterator[Table]:
    """The short way to a match that is being played."""
    yield Table()
    writer.stop()
