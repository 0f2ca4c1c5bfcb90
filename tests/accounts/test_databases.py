"""People and matches live in two databases; each table exists in one of them only."""

from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from citybuilder import databases


@pytest.mark.django_db(databases=["default", "matches"])
def test_every_table_is_in_the_database_of_its_app_and_in_no_other() -> None:
    tables = {alias: set(connections[alias].introspection.table_names()) for alias in connections}
    for model in apps.get_models(include_auto_created=True):
        home = "matches" if model._meta.app_label == "games" else "default"
        assert router.db_for_write(model) == router.db_for_read(model) == home
        assert [alias for alias in tables if model._meta.db_table in tables[alias]] == [home]


def test_no_relation_crosses() -> None:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if field.is_relation and isinstance(field.related_model, type):
                assert router.db_for_read(model) == router.db_for_read(field.related_model), field


def _on_a_file(alias: str, folder: Path) -> BaseDatabaseWrapper:
    """Not the tests' own connection: they run on PostgreSQL too."""
    described = databases.sqlite(alias, folder, "NORMAL")
    return ConnectionHandler({"default": described})["default"]


@pytest.mark.django_db
def test_the_files_are_opened_for_many_writers_and_commit_as_promised(tmp_path: Path) -> None:
    for alias in databases.FILES:
        connection = _on_a_file(alias, tmp_path)
        with connection.cursor() as cursor:
            for pragma, value in (("journal_mode", "wal"), ("synchronous", 1)):
                assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (value,)
            assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
        connection.close()


URL = "postgresql://user:secret@db.example:5432/"


@pytest.mark.parametrize(
    ("people", "matches", "words"),
    [
        (URL + "people", "", "MATCHES_DATABASE_URL must be set too"),
        ("", URL + "matches", "DATABASE_URL must be set too"),
        (URL + "one", URL + "one", "must be two databases"),
        ("mysql://user@host/people", URL + "matches", "DATABASE_URL must be like postgresql://"),
        (URL + "people", "postgresql://host", "MATCHES_DATABASE_URL must be like"),
        (URL + "people", "postgresql:///matches", "MATCHES_DATABASE_URL must be like"),
        ("postgresql://user@host:port/people", URL + "matches", "DATABASE_URL must be like"),
    ],
)
def test_addresses_of_no_use_are_refused_without_repeating_the_password(
    people: str, matches: str, words: str, tmp_path: Path
) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        databases.databases(tmp_path, people, matches, synchronous="NORMAL", pool_size=8)
    assert words in str(refusal.value)
    assert "secret" not in str(refusal.value)
