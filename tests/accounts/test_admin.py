"""Staff look after accounts in the admin, under the same policy as every page."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts import guests
from accounts.models import User

PASSWORD = "a long and unusual password"


@pytest.fixture
def staff(db: None) -> Client:
    cache.clear()
    User.objects.create_superuser(email="ada@city.example", password=PASSWORD)
    client = Client()
    answer = client.post(
        f"{reverse('admin:login')}?next=/admin/",
        {"username": "ada@city.example", "password": PASSWORD},
        follow=True,
    )
    assert answer.status_code == 200
    assert answer.context["user"].is_staff
    return client


def _complaints(page: Any) -> list[str]:
    """What the content security policy would stop on this page."""
    text = page.content.decode()
    scripts = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", text)
    return scripts + re.findall(r"<[^>]*\s(?:style|on\w+)=\"[^>]*>", text)


def test_every_page_of_accounts_opens_and_needs_no_inline_code(staff: Client) -> None:
    guest = guests.create_guest("<script>alert(1)</script>"[:20], "en")
    pages = [
        reverse("admin:index"),
        reverse("admin:accounts_user_changelist"),
        reverse("admin:accounts_user_changelist") + "?q=script&kind__exact=guest",
        reverse("admin:accounts_user_add"),
        reverse("admin:accounts_user_change", args=[guest.pk]),
        reverse("admin:accounts_user_history", args=[guest.pk]),
    ]
    for address in pages:
        page = staff.get(address)
        assert page.status_code == 200, address
        assert not _complaints(page), address
        assert b"<script>alert" not in page.content
        assert "script-src" in page["Content-Security-Policy"]


def test_a_name_is_changed_by_the_same_rules(staff: Client) -> None:
    guest = guests.create_guest("Bob", "en")
    address = reverse("admin:accounts_user_change", args=[guest.pk])
    form = {"kind": "guest", "colour": 1, "is_active": "on", "locale": "en", "time_zone": "UTC"}
    refused = staff.post(address, {**form, "display_name": "B\u202eob"})
    assert b"unreadable" in refused.content
    accepted = staff.post(
        address, {**form, "display_name": "  \uff22ob  ", "email": " B@City.example "}
    )
    assert accepted.status_code == 302, accepted.content.decode()
    guest.refresh_from_db()
    assert (guest.display_name, guest.email) == ("Bob", "b@city.example")


def test_a_guest_does_not_see_the_admin(db: None) -> None:
    client = Client()
    client.force_login(guests.create_guest("Bob", "en"))
    assert client.get(reverse("admin:accounts_user_changelist")).status_code == 302
