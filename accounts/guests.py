"""Guests: people who play without having signed up."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

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


def idle(before: date, after: int, most: int) -> list[int]:
    """Keys of guests who were last here before a day, in ascending order from above `after` on."""
    found = _last_seen(before).filter(pk__gt=after).order_by("pk")
    return list(found.values_list("pk", flat=True)[:most])


def forget(keys: Collection[int], before: date) -> int:
    """Delete these guests if they were last here before a day, and are guests still; how many."""
    _, deleted = _last_seen(before).filter(pk__in=keys).delete()
    return deleted.get(User._meta.label, 0)


def _last_seen(before: date) -> QuerySet[User]:
    return User.objects.filter(kind=User.Kind.GUEST, seen_on__lt=before)
