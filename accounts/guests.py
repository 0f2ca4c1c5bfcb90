"""Guests: people who play without having signed up."""

from accounts import names
from accounts.models import User


def create_guest(name: str | None, locale: str) -> User:
    """A new guest. Without a name one is made up; raises names.BadName for one that cannot be."""
    return User.objects.create_user(
        kind=User.Kind.GUEST,
        display_name=names.made_up() if name is None else names.clean(name),
        locale=locale,
    )
