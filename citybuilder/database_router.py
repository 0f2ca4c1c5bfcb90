"""Which table lives in which database."""

from typing import Any

from django.db.models import Model

from citybuilder.databases import MATCHES, PEOPLE

APPS_OF_MATCHES = frozenset({"games"})


def _database_of(app_label: str) -> str:
    return MATCHES if app_label in APPS_OF_MATCHES else PEOPLE


class DatabaseRouter:
    """Sends everything of matches to `matches` and everything else to `default`."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        """The database a query reads from."""
        return _database_of(model._meta.app_label)

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        """The database a row is written to."""
        return _database_of(model._meta.app_label)

    def allow_relation(self, first: Model, second: Model, **hints: Any) -> bool:
        """Relations stay inside one database."""
        return _database_of(first._meta.app_label) == _database_of(second._meta.app_label)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Whether this app has tables in this database."""
        return db == _database_of(app_label)
