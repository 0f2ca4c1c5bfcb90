"""Tests in both databases, with real commits: the writer has a connection of its own."""

from pathlib import Path

import pytest

DATABASES = pytest.mark.django_db(transaction=True, databases=["default", "matches"])


def give(items: list[pytest.Item], conftest: str) -> None:
    """Give both databases to every test below the folder of a conftest."""
    for item in items:
        if Path(conftest).parent in item.path.parents:
            item.add_marker(DATABASES)
