"""Signing in by e-mail and password."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from accounts import rate
from accounts.models import User

SECONDS = 15 * 60
MOST_FAILURES_AN_ACCOUNT = 10  # in that time, from anywhere
MOST_FAILURES_AN_ADDRESS = 50


class EmailBackend(ModelBackend):
    """Accounts by e-mail. After too many failures nothing is right for a while.

    What is answered, and how long it takes, is the same whether there is such an account or not.
    """

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **_: Any,
    ) -> User | None:
        """The account, or None. `username` is the e-mail."""
        if not username or password is None:
            return None
        address = str(request.META.get("REMOTE_ADDR", "")) if request else ""
        failures = [
            ("login-account", username.strip().lower(), MOST_FAILURES_AN_ACCOUNT),
            ("login-address", address, MOST_FAILURES_AN_ADDRESS),
        ]
        open_ = all(rate.counted(what, who, SECONDS) < most for what, who, most in failures)
        user = User.objects.by_email(username)
        if user is None:
            User().set_password(password)  # takes as long as a check
        elif user.check_password(password) and open_ and self.user_can_authenticate(user):
            return user
        for what, who, _most in failures:
            rate.count(what, who, SECONDS)
        return None
