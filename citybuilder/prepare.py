"""Make ready what every process needs: folders, and the tables of this version.

Run as `python -m citybuilder.prepare` before the processes of a new version are started.
"""

import os
import sys

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError

from citybuilder import data_dir, databases, file_queue


def _declare_queue() -> None:
    """Here, where nobody else does: kombu's list of queues is not safe against two who begin it."""
    from citybuilder.celery import app

    with app.connection_for_write() as connection:
        app.amqp.queues[app.conf.task_default_queue](connection.default_channel).declare()


def main() -> int:
    """Make the folders and migrate both databases; returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "citybuilder.settings")
    try:
        if settings.ON_FILES:
            data_dir.prepare(settings.DATA_DIR)
        if not settings.REDIS_URL:
            file_queue.prepare(settings.DATA_DIR / "tasks")
        django.setup()
        if not settings.REDIS_URL:
            _declare_queue()
        for alias in databases.FILES:
            call_command("migrate", database=alias, interactive=False, verbosity=0)
    except (ImproperlyConfigured, DatabaseError, OSError) as error:
        print(f"City Builder cannot be made ready: {error}", file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
