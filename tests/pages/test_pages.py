"""Every page is there for everybody, cheap, in words, and safe from what people call themselves."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from games.matches import lifecycle
from games.matches.order import Order
from games.protocol import ids
from tests.matches.table import Table

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "matches"])

PAGES = ["/", "/solo/", "/lobby/", "/new/", "/rules/", "/rules/exact/"]
MOST_QUERIES = 15
EVIL = '"><img/src=x>'


def browser(user: User | None = None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


@contextmanager
def few_queries() -> Iterator[None]:
    with ExitStack() as stack:
        counts = [
            stack.enter_context(CaptureQueriesContext(connections[alias]))
            for alias in ("default", "matches")
        ]
        yield
    assert sum(len(each) for each in counts) <= MOST_QUERIES


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_there_for_strangers_and_for_guests_in_few_queries(
    path: str, table: Table
) -> None:
    for number in range(6):
        table.person(number)
        lifecycle.create(table.person(number), table_order(kind=2, seats=4, bots=[1]))
    for user in (None, table.person(0)):
        client = browser(user)
        with few_queries():
            answer = client.get(path)
        assert answer.status_code == 200
        assert "nonce" in answer.headers["Content-Security-Policy"]
        assert "<title>" in text(answer)


def table_order(**more: Any) -> Order:
    return Order(**{"visibility": "listed", **more})


def test_the_page_knows_who_looks(table: Table) -> None:
    user = table.person(0)
    assert '<script id="mayor" type="application/json">null</script>' in text(browser().get("/"))
    page = text(browser(user).get("/"))
    assert f'"public_id": "{user.public_id}"' in page
    assert user.display_name in page


def test_names_stay_text_wherever_they_are_shown(table: Table) -> None:
    host, other = table.person(0), table.person(1)
    User.objects.filter(pk=host.pk).update(display_name=EVIL)
    host.refresh_from_db()
    match = lifecycle.create(host, table_order())
    table.join(match, 0)
    for path in ("/", "/lobby/", f"/match/{match.id}/"):
        for user in (None, host, other):
            page = text(browser(user).get(path))
            assert "img/src=x" in page
            assert EVIL not in page
            assert "<img" not in page


def test_own_matches_are_listed_and_those_that_wait_for_me_come_first(table: Table) -> None:
    waiting = table.playing(turn=0)
    gathering = table.order(visibility="listed")
    first, second = table.person(0), table.person(1)
    page = text(browser(first).get("/"))
    assert page.index(waiting.id) < page.index(gathering.id)
    assert "Your turn" in page
    other = text(browser(second).get("/"))
    assert f'data-own="{waiting.id}"' in other
    assert "Others are playing" in other
    assert f'data-own="{gathering.id}"' not in other
    assert waiting.id not in text(browser(table.person(2)).get("/"))


def test_only_listed_matches_that_wait_are_open_to_everybody(table: Table) -> None:
    private = table.order(visibility="private")
    listed = table.order(visibility="listed", turn=60, bank=120)
    page = text(browser().get("/lobby/"))
    assert listed.id in page
    assert private.id not in page
    assert "1 min a turn, 2 min in the bank" in page
    assert "0 of 2 seats taken" in page
    assert "just now" in page
    table.join(listed, 0)
    table.join(listed, 1)
    assert "2 of 2 seats taken" in text(browser().get("/lobby/"))


def test_a_match_has_a_page_and_what_is_none_has_the_page_for_that(table: Table) -> None:
    match = table.order(visibility="private")
    page = browser().get(f"/match/{match.id}/")
    assert page.status_code == 200
    assert f'data-match="{match.id}"' in text(page)
    for path in (
        f"/match/{ids.write(bytes(16))}/",
        f"/match/{match.id.upper()}/",
        "/match/1/",
        "/nowhere/",
    ):
        missing = browser(table.person(0)).get(path)
        assert missing.status_code == 404
        assert "Nothing is built here" in text(missing)
        assert table.person(0).display_name in text(missing)


def test_a_form_without_its_token_gets_the_closed_gate() -> None:
    client = Client(enforce_csrf_checks=True)
    refused = client.post("/admin/login/", {"username": "a", "password": "b"})
    assert refused.status_code == 403
    assert "This gate is closed" in text(refused)


def test_pages_are_read_and_nothing_else() -> None:
    for path in PAGES:
        assert browser().post(path).status_code == 405


def test_a_failure_is_told_without_the_database(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("games.matches.queries.open_matches", fail)
    client = Client(raise_request_exception=False)
    with CaptureQueriesContext(connections["default"]) as asked:
        broken = client.get("/lobby/")
    assert broken.status_code == 500
    assert "The power is out" in text(broken)
    assert "broken on purpose" not in text(broken)
    assert len(asked) == 0
