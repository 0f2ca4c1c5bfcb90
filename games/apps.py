"""The app of matches."""

from django.apps import AppConfig


class GamesConfig(AppConfig):
    """Everything that is kept of matches; lives in the `matches` database."""

    name = "games"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the work that commits make due enqueued, whichever process commits."""
        from games import tasks  # needs the models

        tasks.enqueue_at_commit()
