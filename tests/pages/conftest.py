"""Pages as the server renders them; whether the client has been built does not matter here."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as platform
from django_vite.core.asset_loader import DjangoViteAssetLoader
from pytest_django import Settings

from games.matches.writer import writer
from tests.matches.table import Table


@pytest.fixture(autouse=True)
def _entries(tmp_path: Path, settings: Settings) -> Iterator[None]:
    """What a build would list: one entry for each file of client/src/pages, and no other."""
    folder = platform.BASE_DIR / "client" / "src" / "pages"
    names = [f"src/pages/{path.name}" for path in folder.glob("*.ts*")]
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps({name: {"file": name, "isEntry": True} for name in names}))
    settings.DJANGO_VITE = {"default": {"dev_mode": False, "manifest_path": manifest}}
    DjangoViteAssetLoader._instance = None
    yield
    DjangoViteAssetLoader._instance = None


@pytest.fixture
def table() -> Iterator[Table]:
    """People who make matches."""
    yield Table()
    writer.stop()
