"""The app of people."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who plays: guests, persons and bots that have an account. Lives in `default`."""

    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to who signs in, and say in the API's description how."""
        from accounts import security_log  # noqa: F401
        from accounts.rest import schema  # noqa: F401
