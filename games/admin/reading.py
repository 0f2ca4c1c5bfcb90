"""Tables that staff read and do not write."""

from datetime import UTC, datetime
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html


class ReadOnly:
    """Nobody adds, changes or deletes, superusers included."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never: every field is shown as text."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False


class ReadOnlyAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    """Lists and pages to read. Lists are not counted whole: they are long."""

    show_full_result_count = False
    list_per_page = 50


def when(milliseconds: int | None) -> str:
    """A point in time, UTC, to the second."""
    if not milliseconds:
        return "-"
    return datetime.fromtimestamp(milliseconds // 1000, UTC).strftime("%Y-%m-%d %H:%M:%S")


def exactly(milliseconds: int) -> str:
    """A point in time, UTC, to the millisecond."""
    return f"{when(milliseconds)}.{milliseconds % 1000:03d}"


def match_page(match_id: str) -> str:
    """A link to a match."""
    address = reverse("admin:games_match_change", args=[match_id])
    return format_html('<a href="{}">{}</a>', address, match_id)


def account(user_id: int | None, name: str = "") -> str:
    """A link to an account; the other database keeps it, so it may be gone."""
    if user_id is None:
        return name or "-"
    address = reverse("admin:accounts_user_change", args=[user_id])
    return format_html('<a href="{}">{}</a>', address, name or user_id)
