"""Accounts: what is unique, who may sign in, and how one is made on the command line."""

import os
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from accounts import backends
from accounts.models import COLOURS, User

PASSWORD = "a long and unusual password"


@pytest.fixture(autouse=True)
def _nobody_has_tried_before() -> None:
    cache.clear()


@pytest.mark.django_db
def test_many_may_be_without_an_email_and_two_may_not_have_the_same() -> None:
    User.objects.create_user()
    User.objects.create_user(email="")
    User.objects.create_user(email=" Ada@City.example ")
    assert User.objects.by_email("ADA@city.example") is not None
    with pytest.raises(ValidationError):
        User.objects.create_user(email="ada@CITY.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User(email="ADA@city.example", display_name="Ada").save()


@pytest.mark.django_db
def test_a_colour_that_is_none_is_refused_by_the_database_too() -> None:
    with pytest.raises(ValidationError):
        User.objects.create_user(colour=COLOURS)
    with pytest.raises(IntegrityError), transaction.atomic():
        User(colour=COLOURS, display_name="Ada").save()


@pytest.mark.django_db
def test_public_ids_tell_nothing() -> None:
    made = [User.objects.create_user().public_id for _ in range(50)]
    assert len(set(made)) == 50
    assert made != sorted(made)


@pytest.mark.django_db
def test_one_signs_in_by_email_and_password() -> None:
    ada = User.objects.create_user(email="ada@city.example", password=PASSWORD)
    assert authenticate(username="Ada@City.example", password=PASSWORD) == ada
    assert authenticate(username="ada@city.example", password="wrong") is None
    assert authenticate(username="nobody@city.example", password=PASSWORD) is None
    assert authenticate(username=ada.public_id, password=PASSWORD) is None
    ada.is_active = False
    ada.save()
    assert authenticate(username="ada@city.example", password=PASSWORD) is None


@pytest.mark.django_db
def test_nobody_signs_in_to_a_guest() -> None:
    guest = User.objects.create_user(kind=User.Kind.GUEST)
    assert not guest.check_password("")
    assert authenticate(username="", password="") is None


@pytest.mark.django_db
def test_after_too_many_failures_even_the_password_is_wrong_for_a_while() -> None:
    User.objects.create_user(email="ada@city.example", password=PASSWORD)
    other = User.objects.create_user(email="bob@city.example", password=PASSWORD)
    for _ in range(backends.MOST_FAILURES_AN_ACCOUNT):
        assert authenticate(username="ada@city.example", password="wrong") is None
    assert authenticate(username="ada@city.example", password=PASSWORD) is None
    assert authenticate(username="bob@city.example", password=PASSWORD) == other


@pytest.mark.django_db
def test_a_superuser_is_made_on_the_command_line(monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setitem(os.environ, "DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", email="Ada@City.example", name=" Ada ", noinput=True)
    ada = User.objects.get()
    assert (ada.email, ada.display_name, ada.is_staff, ada.is_superuser, ada.kind) == (
        "ada@city.example",
        "Ada",
        True,
        True,
        "person",
    )
    assert ada.check_password(PASSWORD)
    assert PASSWORD not in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "password", "words"),
    [
        ({"email": ""}, PASSWORD, "e-mail is needed"),
        ({"email": "no address"}, PASSWORD, "valid email"),
        ({"email": "ada@city.example"}, "short", "too short"),
        ({"email": "ada@city.example", "name": "A"}, PASSWORD, "too short"),
    ],
)
def test_a_superuser_that_cannot_be_is_told_why(
    options: dict[str, str], password: str, words: str, monkeypatch: Any
) -> None:
    monkeypatch.setitem(os.environ, "DJANGO_SUPERUSER_PASSWORD", password)
    with pytest.raises(CommandError, match=words):
        call_command("createsuperuser", noinput=True, **options)
    assert not User.objects.exists()
