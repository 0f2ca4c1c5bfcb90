"""The app of people."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who plays: guests, persons and bots that have an account. Lives in `default`."""

    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
