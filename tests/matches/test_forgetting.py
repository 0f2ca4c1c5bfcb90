"""Guests who never were in a match are forgotten; everybody else stays."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import User, today
from games import tasks
from games.matches import chat, lifecycle
from games.matches.order import Order
from tests.matches.table import Table


def long_ago(*users: User) -> None:
    """These were last here one day too long ago."""
    day = today() - timedelta(days=settings.GUESTS_KEPT_DAYS + 1)
    User.objects.filter(pk__in=[user.pk for user in users]).update(seen_on=day)


def there(*users: User) -> list[bool]:
    return [User.objects.filter(pk=user.pk).exists() for user in users]


def test_only_guests_who_were_in_no_match_and_came_long_ago_are_forgotten(table: Table) -> None:
    idle, host, seated, chatted, left, recent = (table.person(number) for number in range(6))
    account = User.objects.create_user(email="ada@example.org", password="long enough for it")
    match = lifecycle.create(host, Order(kind=1, seats=3, chance=0))
    for seat, person in enumerate((seated, left)):
        lifecycle.join(match.id, person, seat, None, bytes([seat] * 16))
    lifecycle.leave(match.id, left)
    chat.say(match.id, chatted.pk, chatted.display_name, None, bytes(16), "Good luck")
    long_ago(idle, host, seated, chatted, left, account)
    day = today() - timedelta(days=settings.GUESTS_KEPT_DAYS)
    User.objects.filter(pk=recent.pk).update(seen_on=day)
    assert tasks.forget_guests() == 2
    assert there(idle, left) == [False, False]  # a seat given up before the start leaves no trace
    assert all(there(host, seated, chatted, recent, account))
    assert tasks.forget_guests() == 0


def test_many_are_forgotten_part_by_part(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [table.person(number) for number in range(5)]
    match = lifecycle.create(people[0], Order(kind=0, seats=2, chance=0))
    long_ago(*people)
    monkeypatch.setattr(tasks, "GUESTS_AT_ONCE", 2)
    assert tasks.forget_guests() == 4
    assert there(*people) == [True, False, False, False, False]
    assert match.host_user_id == people[0].pk


def test_a_visit_keeps_a_guest(table: Table) -> None:
    site = Client()
    user = table.person(0)
    site.force_login(user)
    long_ago(user)
    assert site.get("/api/v1/guest/").status_code == 200
    user.refresh_from_db()
    assert user.seen_on == today()
    assert tasks.forget_guests() == 0


def test_who_comes_back_with_the_session_of_a_forgotten_guest_is_a_stranger(table: Table) -> None:
    site = Client()
    site.force_login(table.person(0))
    long_ago(table.person(0))
    assert tasks.forget_guests() == 1
    assert site.get("/api/v1/guest/").status_code == 403
