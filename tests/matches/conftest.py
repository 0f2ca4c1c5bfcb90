"""Matches in real databases, written by the real writer."""

from collections.abc import Iterator

import pytest

from games.matches.writer import writer
from tests.matches import both_databases
from tests.matches.table import Table


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is given both databases."""
    both_databases.give(items, __file__)


@pytest.fixture
def table() -> Iterator[Table]:
    """Somewhere to sit down and play."""
    yield Table()
    writer.stop()
