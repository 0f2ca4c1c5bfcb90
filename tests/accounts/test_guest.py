"""Everybody plays as somebody: a guest's account, made over HTTP and kept by the session."""

import datetime
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from accounts.models import COLOURS, User
from games.protocol import ids

URL = "/api/v1/guest/"


@pytest.fixture(autouse=True)
def _nobody_has_asked_before() -> None:
    cache.clear()


class Browser:
    """A page's way of asking: its cookies and the newest token."""

    def __init__(self, address: str = "192.0.2.1") -> None:
        self.client = Client(enforce_csrf_checks=True, REMOTE_ADDR=address)
        self.token = self.client.get(URL)["X-CSRFToken"]

    def send(self, method: str, body: Any = None, **more: Any) -> Any:
        send = getattr(self.client, method.lower())
        headers = {"X-CSRFToken": self.token}
        answer = send(URL, body or {}, content_type="application/json", headers=headers, **more)
        self.token = answer.get("X-CSRFToken", self.token)
        return answer


@pytest.mark.django_db
def test_a_stranger_becomes_a_guest_with_a_session_and_stays_the_same() -> None:
    browser = Browser()
    refused = browser.client.get(URL)
    assert (refused.status_code, refused.json()["code"]) == (403, 200)
    made = browser.send("POST")
    assert made.status_code == 201
    mayor = made.json()
    assert ids.read(mayor["public_id"])
    assert mayor["kind"] == "guest"
    assert 0 <= mayor["colour"] < COLOURS
    assert 2 <= len(mayor["name"]) <= 20
    assert browser.client.get(URL).json() == mayor
    again = browser.send("POST", {"name": "Somebody Else"})
    assert (again.status_code, again.json()) == (200, mayor)
    assert User.objects.count() == 1
    user = User.objects.get()
    assert not user.has_usable_password()
    assert set(mayor) == {"public_id", "kind", "name", "colour", "locale"}


@pytest.mark.django_db
def test_a_guest_may_choose_name_and_colour_at_once_and_later() -> None:
    browser = Browser()
    made = browser.send("POST", {"name": "  Ada  ", "colour": 3}).json()
    assert (made["name"], made["colour"]) == ("Ada", 3)
    changed = browser.send("PATCH", {"name": "\uff22\uff4f\uff42"})
    assert (changed.status_code, changed.json()["name"], changed.json()["colour"]) == (
        200,
        "Bob",
        3,
    )
    assert browser.send("PATCH", {"colour": 7}).json()["colour"] == 7
    assert browser.client.get(URL).json()["name"] == "Bob"


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize(
    ("body", "code", "fields"),
    [
        ({"name": "A"}, 100, {"name": ["too_short"]}),
        ({"name": "\u202eadA"}, 100, {"name": ["unreadable"]}),
        ({"name": "\ud800x"}, 100, {"name": ["unreadable"]}),
        ({"name": 12}, 100, {"name": ["invalid"]}),
        ({"name": None}, 100, {"name": ["invalid"]}),
        ({"name": ["Ada"]}, 100, {"name": ["invalid"]}),
        ({"colour": COLOURS}, 100, {"colour": ["max_value"]}),
        ({"colour": -1}, 100, {"colour": ["min_value"]}),
        ({"colour": "red"}, 100, {"colour": ["invalid"]}),
        ({"is_staff": True}, 102, {"is_staff": ["unknown"]}),
        ({"kind": "person"}, 102, {"kind": ["unknown"]}),
        ({"public_id": "0" * 26}, 102, {"public_id": ["unknown"]}),
        ({"\ud800": 1}, 102, {"\\ud800": ["unknown"]}),
        ([1], 100, {"non_field_errors": ["invalid"]}),
    ],
)
def test_what_is_wrong_is_told_by_field_and_changes_nothing(
    method: str, body: Any, code: int, fields: dict[str, list[str]]
) -> None:
    browser = Browser()
    if method == "PATCH":
        browser.send("POST", {"name": "Ada", "colour": 1})
    before = list(User.objects.values())
    answer = browser.send(method, body)
    assert (answer.status_code, answer.json()["code"], answer.json()["fields"]) == (
        400,
        code,
        fields,
    )
    assert answer.json()["reference"]
    assert list(User.objects.values()) == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body",
    [b"{", b"\xff", b'{"name": NaN}', b"[" * 100_000, b'{"name": "' + b"\\u0000" * 9 + b'"}'],
)
def test_bytes_that_are_no_question_are_refused(body: bytes) -> None:
    browser = Browser()
    headers = {"X-CSRFToken": browser.token}
    answer = browser.client.post(URL, body, content_type="application/json", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, 100)
    assert not User.objects.exists()


@pytest.mark.django_db
def test_forms_and_other_methods_are_refused_in_the_same_shape() -> None:
    browser = Browser()
    headers = {"X-CSRFToken": browser.token}
    form = browser.client.post(URL, {"name": "Ada"}, headers=headers)
    assert (form.status_code, form.json()["code"]) == (415, 100)
    deleted = browser.client.delete(URL, headers=headers)
    assert deleted.status_code in (403, 405)
    assert set(deleted.json()) == {"code", "text", "fields", "reference"}
    page = browser.client.get(URL, headers={"Accept": "text/html"})
    assert page["Content-Type"] == "application/json"


@pytest.mark.django_db
def test_without_the_token_nobody_becomes_a_guest_and_nothing_changes() -> None:
    foreign = Client(enforce_csrf_checks=True)
    answer = foreign.post(URL, {}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, 201)
    assert not User.objects.exists()
    browser = Browser()
    browser.send("POST", {"name": "Ada"})
    answer = browser.client.patch(URL, {"name": "Eve"}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, 201)
    assert User.objects.get().display_name == "Ada"


@pytest.mark.django_db
def test_the_session_and_the_token_are_new_after_signing_in() -> None:
    browser = Browser()
    before = browser.client.cookies["csrftoken"].value
    browser.send("POST")
    assert browser.client.cookies["csrftoken"].value != before
    cookie = browser.client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 180 * 24 * 3600


@pytest.mark.django_db
def test_a_visit_prolongs_the_session_once_a_day() -> None:
    browser = Browser()
    browser.send("POST")
    session = browser.client.session
    session["prolonged"] -= 1
    session.save()
    soon = timezone.now() + datetime.timedelta(days=1)
    Session.objects.update(expire_date=soon)
    browser.client.get(URL)
    prolonged = Session.objects.get().expire_date
    assert prolonged > soon + datetime.timedelta(days=170)
    assert not browser.client.get(URL).cookies.get(settings.SESSION_COOKIE_NAME)


@pytest.mark.django_db
def test_a_session_of_an_account_that_was_closed_is_nobodys() -> None:
    browser = Browser()
    browser.send("POST")
    User.objects.update(is_active=False)
    assert browser.client.get(URL).status_code == 403
    assert browser.send("PATCH", {"name": "Ada"}).status_code == 403


@pytest.mark.django_db
def test_only_so_many_guests_come_from_one_address(settings: Settings) -> None:
    settings.GUESTS_AN_HOUR = 3
    for _ in range(3):
        assert Browser().send("POST").status_code == 201
    fourth = Browser()
    refused = fourth.send("POST")
    assert (refused.status_code, refused.json()["code"]) == (429, 500)
    assert 0 < int(refused["Retry-After"]) <= 3601
    forwarded = {"X-CSRFToken": fourth.token, "X-Forwarded-For": "198.51.100.7"}
    answer = fourth.client.post(URL, {}, content_type="application/json", headers=forwarded)
    assert answer.status_code == 429
    assert Browser("198.51.100.7").send("POST").status_code == 201
    assert User.objects.count() == 4


@pytest.mark.django_db
def test_a_household_of_ipv6_counts_as_one(settings: Settings) -> None:
    settings.GUESTS_AN_HOUR = 1
    assert Browser("2001:db8:1:2::1").send("POST").status_code == 201
    assert Browser("2001:db8:1:2:ffff::9").send("POST").status_code == 429
    assert Browser("2001:db8:1:3::1").send("POST").status_code == 201


@pytest.mark.django_db
def test_a_returning_guest_does_not_count(settings: Settings) -> None:
    settings.GUESTS_AN_HOUR = 1
    browser = Browser()
    assert browser.send("POST").status_code == 201
    assert [browser.send("POST").status_code for _ in range(3)] == [200] * 3
