"""Guests: people who play without having signed up."""

from accounts import names
from accounts.models import User, any_colour


def create_guest(name: str | None, locale: str, colour: int | None = None) -> User:
    """A new guest. Without a name or colour one is made up.

    colour: 0 to models.COLOURS - 1. Raises names.BadName for a name that cannot be.
    """
    return User.objects.create_user(
        kind=User.Kind.GUEST,
        display_name=names.made_up() if name is None else names.clean(name),
        colour=any_colour() if colour is None else colour,
        locale=locale,
    )
