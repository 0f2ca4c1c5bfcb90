"""What the numbers of a match mean, for lists and filters of staff."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from games.models import Match

KINDS = ("duel", "classic", "grand", "custom")
MODES = ("in turn", "together")
CHANCES = ("seeded", "committed")
CLOCKS = ("untimed", "live", "correspondence")


def word(words: tuple[str, ...], number: int) -> str:
    """The word of a number; the number itself where there is none yet."""
    return words[number] if number < len(words) else str(number)


class _Filter(admin.SimpleListFilter):
    words: tuple[str, ...] = ()

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(number), each.capitalize()) for number, each in enumerate(self.words)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Match]) -> QuerySet[Match]:
        chosen = self.value()
        if chosen not in dict(self.lookup_choices):
            return queryset
        return queryset.filter(**{str(self.parameter_name): chosen})


class KindFilter(_Filter):
    """By kind of match."""

    title, parameter_name, words = "kind", "kind", KINDS


class ModeFilter(_Filter):
    """By mode of play."""

    title, parameter_name, words = "mode", "mode", MODES


class ChanceFilter(_Filter):
    """By where chance comes from."""

    title, parameter_name, words = "chance", "chance", CHANCES


class ClockFilter(_Filter):
    """By kind of clock."""

    title, parameter_name, words = "clock", "clock_kind", CLOCKS
