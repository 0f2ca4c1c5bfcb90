"""The app of matches."""

from django.apps import AppConfig


class GamesConfig(AppConfig):
    """Everything that is kept of matches; lives in the `matches` database."""

    name = "games"
    default_auto_field = "django.db.models.BigAutoField"
