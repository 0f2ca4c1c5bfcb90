"""Making matches, and finding them in lists and alone."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from games.api.shapes import MatchDetail, MatchPage
from games.engine.manifest import RULES_HASH
from games.matches import lifecycle
from games.matches.order import Order
from games.models import Match
from games.protocol import codes
from tests.api.visitor import Visitor, refused
from tests.matches.table import Table

Visit = Callable[..., Visitor]


def test_a_match_is_made_as_it_was_ordered(visit: Visit) -> None:
    host = visit("Ada")
    answer = host.post(
        "matches/",
        {"kind": 1, "seats": 4, "bots": [1, 0], "turn": 60, "bank": 120, "visibility": "listed"},
    )
    assert answer.status_code == 201
    made = answer.json()
    assert answer["Location"] == f"/api/v1/matches/{made['id']}/"
    msgspec.convert(made, MatchDetail)
    assert (made["status"], made["kind"], made["host"]) == ("gathering", 1, "Ada")
    assert made["clock"] == {"kind": 1, "turn": 60_000, "bank": 120_000}
    assert [seat["bot"] for seat in made["seats"]] == [0, 0, 2, 1]
    assert [seat["taken"] for seat in made["seats"]] == [False, False, True, True]
    assert (made["taken"], made["you_are_host"], made["host_seat"]) == (2, True, None)
    assert made["rules"] == {"version": 0, "hash": RULES_HASH[0]}
    assert (made["attempt"], made["archive"], made["result"]) == (0, None, None)
    assert made == host.detail(made["id"])


def test_every_field_of_an_order_can_be_sent(visit: Visit) -> None:
    order = {
        "kind": 3,
        "seats": 2,
        "bots": [],
        "size": 20,
        "rounds": 8,
        "chance": 0,
        "resigned": 1,
        "seed": "5e" * 32,
        "turn": 0,
        "bank": 0,
        "visibility": "private",
    }
    made = visit().make(**order)
    assert (made["size"], made["rounds"], made["chance"]) == (20, 8, 0)
    assert Match.objects.get().order.items() >= order.items()
    assert set(order) >= set(Order.__struct_fields__) - {"mode"}


@pytest.mark.parametrize(
    ("body", "code", "fields"),
    [
        ({"seats": "2"}, codes.MALFORMED, {"seats": ["invalid"]}),
        ({"seats": True}, codes.MALFORMED, {"seats": ["invalid"]}),
        ({"seats": None}, codes.MALFORMED, {"seats": ["invalid"]}),
        ({"bots": [0, "1"]}, codes.MALFORMED, {"bots.1": ["invalid"]}),
        ({"bots": {}}, codes.MALFORMED, {"bots": ["invalid"]}),
        ([], codes.MALFORMED, {}),
        ("text", codes.MALFORMED, {}),
        ({"status": "over"}, codes.UNKNOWN_FIELD, {"status": ["unknown"]}),
        ({"host_user_id": 1}, codes.UNKNOWN_FIELD, {"host_user_id": ["unknown"]}),
        ({"secret": "00"}, codes.UNKNOWN_FIELD, {"secret": ["unknown"]}),
        ({"rated": True}, codes.UNKNOWN_FIELD, {"rated": ["unknown"]}),
        ({"id": "0" * 26}, codes.UNKNOWN_FIELD, {"id": ["unknown"]}),
        ({"\u202e": 1}, codes.UNKNOWN_FIELD, {"\\u202e": ["unknown"]}),
        ({"kind": 9}, codes.BAD_ORDER, {"kind": ["invalid"]}),
        ({"kind": 10**18}, codes.BAD_ORDER, {"kind": ["invalid"]}),
        ({"seats": -1}, codes.BAD_ORDER, {"seats": ["invalid"]}),
        ({"seats": 10**18}, codes.BAD_ORDER, {"seats": ["invalid"]}),
        ({"bots": [0, 0]}, codes.BAD_ORDER, {"bots": ["invalid"]}),
        ({"turn": 10**18}, codes.BAD_ORDER, {"turn": ["invalid"]}),
        ({"bank": 5}, codes.BAD_ORDER, {"bank": ["invalid"]}),
        ({"seed": "\ud800"}, codes.BAD_ORDER, {"seed": ["invalid"]}),
        ({"seed": "5e" * 31}, codes.BAD_ORDER, {"seed": ["invalid"]}),
        ({"seed": "5e" * 31 + "5\uff15"}, codes.BAD_ORDER, {"seed": ["invalid"]}),
        ({"seed": " " * 32 + "5e" * 16}, codes.BAD_ORDER, {"seed": ["invalid"]}),
        ({"seed": "5e" * 32 + " "}, codes.MALFORMED, {"seed": ["invalid"]}),
        ({"seed": "5e" * 32 + " " * 900_000}, codes.MALFORMED, {"seed": ["invalid"]}),
        ({"visibility": "listed" + " " * 900_000}, codes.MALFORMED, {"visibility": ["invalid"]}),
        ({"visibility": "hidden"}, codes.BAD_ORDER, {"visibility": ["invalid"]}),
        ({"kind": 3, "size": 10**18, "rounds": 8}, codes.BAD_ORDER, {"size": ["invalid"]}),
        ({"chance": 2}, codes.BAD_ORDER, {"chance": ["invalid"]}),
    ],
)
def test_a_wrong_order_is_refused_by_its_field_and_makes_nothing(
    visit: Visit, body: Any, code: int, fields: dict[str, list[str]]
) -> None:
    assert refused(visit().post("matches/", body), 400, code) == fields
    assert not Match.objects.exists()


def test_what_is_no_json_is_refused(visit: Visit) -> None:
    host = visit()
    for body in (b"{", b"\xff", b'{"seats": 1e999}', b'{"seats": NaN}', b"[" * 5000, b"9" * 5000):
        answer = host.client.post(
            "/api/v1/matches/",
            body,
            content_type="application/json",
            headers={"X-CSRFToken": host.token},
        )
        refused(answer, 400, codes.MALFORMED)
    refused(host.post("matches/", b"kind=0", content_type="text/plain"), 415, codes.MALFORMED)


def test_a_stranger_may_look_but_makes_nothing(visit: Visit) -> None:
    match_id = visit().make(visibility="listed")["id"]
    stranger = visit(stranger=True)
    assert stranger.detail(match_id)["you_are_host"] is False
    assert len(stranger.get("matches/").json()["results"]) == 1
    refused(stranger.get("matches/?mine=1"), 403, codes.NOT_SIGNED_IN)
    for path in ("", *(f"{match_id}/{step}/" for step in ("join", "leave", "bots", "rematch"))):
        refused(stranger.post(f"matches/{path}"), 403, codes.NOT_SIGNED_IN)


def test_a_foreign_page_cannot_act_in_somebody_s_name(visit: Visit) -> None:
    host = visit()
    match_id = host.make()["id"]
    for path in ("", *(f"{match_id}/{step}/" for step in ("join", "leave", "bots", "rematch"))):
        answer = host.client.post(f"/api/v1/matches/{path}", {}, content_type="application/json")
        refused(answer, 403, codes.FORBIDDEN)
    assert Match.objects.count() == 1


# -- lists --------------------------------------------------------------------------------


def test_the_list_holds_open_listed_matches_alone_and_one_s_own_all_of_one_s_own(
    visit: Visit, table: Table
) -> None:
    host, other = visit(), visit()
    private = host.make()["id"]
    listed = host.make(visibility="listed")["id"]
    playing = table.playing(bots=[0], visibility="listed")
    assert [card["id"] for card in other.get("matches/").json()["results"]] == [listed]
    assert other.get("matches/?mine=1").json()["results"] == []
    mine = host.get("matches/?mine=1").json()
    assert [card["id"] for card in mine["results"]] == [listed, private]
    assert other.join(private, 1).status_code == 200
    assert [card["id"] for card in other.get("matches/?mine=1").json()["results"]] == [private]
    assert playing.id not in str(host.seen)


def test_a_long_list_comes_in_pages_that_hold_every_match_once(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("games.api.matches.Pages.page_size", 3)
    # Several of the same age: the order must be total.
    monkeypatch.setattr("games.matches.lifecycle.now_ms", lambda: 1_700_000_000_000)
    made = []
    for _ in range(2):
        host = visit()
        made += [host.make(visibility="listed", chance=0)["id"] for _ in range(5)]
    reader = visit()
    found: list[str] = []
    page = msgspec.convert(reader.get("matches/").json(), MatchPage)
    while True:
        found += [card.id for card in page.results]
        if page.next is None:
            break
        assert len(page.results) == 3
        query = page.next.partition("?")[2]
        page = msgspec.convert(reader.get(f"matches/?{query}").json(), MatchPage)
    assert found == sorted(made)
    assert page.previous is not None


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("cursor=x", "cursor"),
        ("cursor=cD1hYmM%3D", "cursor"),  # p=abc
        ("mine=0", "mine"),
        ("mine=yes", "mine"),
    ],
)
def test_a_question_that_makes_no_sense_names_what_is_wrong(
    visit: Visit, query: str, field: str
) -> None:
    answer = visit().get(f"matches/?{query}")
    assert refused(answer, 400, codes.MALFORMED) == {field: ["invalid"]}


@pytest.mark.parametrize("match_id", ["0" * 26, "x", "O" * 26, "%00", "0" * 3000, "..", "\u202e"])
def test_a_match_that_is_not_there_is_told_so_everywhere(visit: Visit, match_id: str) -> None:
    visitor = visit()
    for path in ("", "log/", "archive/"):
        refused(visitor.get(f"matches/{match_id}/{path}"), 404, codes.NO_SUCH_MATCH)
    bodies: dict[str, Any] = {
        "join": {"command_id": "A" * 22 + "=="},
        "leave": {},
        "remove": {"seat": 0},
        "bots": {"seat": 0, "level": 0},
        "rematch": {},
    }
    for step, body in bodies.items():
        answer = visitor.post(f"matches/{match_id}/{step}/", body)
        refused(answer, 404, codes.NO_SUCH_MATCH)


# -- how often ----------------------------------------------------------------------------


def test_a_person_has_few_matches_waiting(visit: Visit) -> None:
    host = visit()
    for _ in range(lifecycle.MOST_OPEN):
        host.make(chance=0)
    refused(host.post("matches/", {}), 429, codes.RATE)


@pytest.mark.parametrize(
    ("throttle", "path", "body"),
    [
        ("CreateThrottle", "matches/", {"kind": 9}),
        ("CreateThrottle", "matches/x/rematch/", {}),
        ("SeatThrottle", "matches/x/join/", {}),
        ("SeatThrottle", "matches/x/leave/", {}),
        ("SeatThrottle", "matches/x/remove/", {}),
        ("SeatThrottle", "matches/x/bots/", {}),
    ],
)
def test_who_asks_too_often_is_told_when_to_come_again(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, throttle: str, path: str, body: Any
) -> None:
    monkeypatch.setattr(f"games.api.throttles.{throttle}.most", lambda self: 2)
    visitor = visit()
    for _ in range(2):
        assert visitor.post(path, body).status_code in (400, 404)
    answer = visitor.post(path, body)
    refused(answer, 429, codes.RATE)
    assert 0 < int(answer["Retry-After"]) <= 3601
    assert visit().post(path, body).status_code in (400, 404)  # others may
