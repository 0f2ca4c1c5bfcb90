"""Who asks: the session's account, and only from pages of our own."""

from django.http import HttpRequest
from rest_framework import authentication
from rest_framework.request import Request

from accounts.models import User


class SessionAuthentication(authentication.SessionAuthentication):
    """The session's account. Whoever changes something must bring the CSRF token, strangers too:

    REST framework asks only those who are signed in for it, and would so let a foreign page begin
    a session here.
    """

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        """The account, or None for a stranger. Raises PermissionDenied without the token."""
        self.enforce_csrf(request)  # passes what changes nothing
        plain: HttpRequest = request._request
        user = plain.user
        if not isinstance(user, User) or not user.is_active or user.deleted_at is not None:
            return None
        return user, None
