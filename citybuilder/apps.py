"""The app of the composition itself."""

from django.apps import AppConfig


class CityBuilderConfig(AppConfig):
    """Has no tables. Makes the queue of tasks known to every process that uses Django."""

    name = "citybuilder"

    def ready(self) -> None:
        """Without this, a task that is enqueued here would look for a broker of its own."""
        from citybuilder import celery  # noqa: F401
