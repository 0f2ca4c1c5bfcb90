"""Matches in real databases, written by the real writer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from games.matches.writer import writer
from tests.matches.table import Table

# Both databases, with real commits: the writer has a connection of its own.
DATABASES = pytest.mark.django_db(transaction=True, databases=["default", "matches"])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is given both databases."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(DATABASES)


@pytest.fixture
def table() -> Iterator[Table]:
    """Somewhere to sit down and play."""
    yield Table()
    writer.stop()
