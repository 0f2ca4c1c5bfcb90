"""Sitting down before a match begins: one's own seat, others' seats, the host's rights."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections

from games.matches import turns
from games.models import Match, Seat, Transaction
from games.protocol import codes
from tests.api.visitor import Visitor, refused, written
from tests.matches.table import Table

Visit = Callable[..., Visitor]


def join_body(**more: Any) -> dict[str, Any]:
    """What a seat of a match with seeded chance takes."""
    return {"seat": 0, "commitment": None, "command_id": written(os.urandom(16)), **more}


def test_two_people_sit_down_and_see_each_other(visit: Visit) -> None:
    host, other = visit("Ada"), visit("Bob")
    match_id = host.make()["id"]
    assert host.join(match_id, 0).json() == {"seat": 0}
    assert other.join(match_id, 1).json() == {"seat": 1}
    seen = other.detail(match_id)
    assert [(seat["name"], seat["taken"], seat["you"]) for seat in seen["seats"]] == [
        ("Ada", True, False),
        ("Bob", True, True),
    ]
    assert (seen["host_seat"], seen["you_are_host"], seen["names"]) == (0, False, ["Ada", "Bob"])
    assert host.detail(match_id)["you_are_host"]


def test_a_join_that_is_sent_again_changes_nothing(visit: Visit) -> None:
    host = visit()
    match_id = host.make(chance=0)["id"]
    body = join_body()
    first = host.post(f"matches/{match_id}/join/", body)
    again = host.post(f"matches/{match_id}/join/", body)
    assert first.json() == again.json() == {"seat": 0}
    anew = host.post(f"matches/{match_id}/join/", join_body())  # sits there already
    assert anew.json() == {"seat": 0}
    assert Transaction.objects.count() == 1


def test_the_first_free_seat_is_given_to_who_names_none(visit: Visit) -> None:
    host, other, third = visit(), visit(), visit()
    match_id = host.make(chance=0)["id"]
    for visitor, seat in ((host, 0), (other, 1)):
        answer = visitor.post(f"matches/{match_id}/join/", join_body(seat=None))
        assert answer.json() == {"seat": seat}
    answer = third.post(f"matches/{match_id}/join/", join_body(seat=None))
    refused(answer, 409, codes.MATCH_FULL)


def test_a_seat_that_many_want_at_once_is_one_person_s(visit: Visit) -> None:
    match_id = visit().make(chance=0)["id"]
    visitors = [visit() for _ in range(8)]

    def take(visitor: Visitor) -> tuple[int, dict[str, Any]]:
        try:
            answer = visitor.client.post(
                f"/api/v1/matches/{match_id}/join/",
                join_body(),
                content_type="application/json",
                headers={"X-CSRFToken": visitor.token},
            )
            return answer.status_code, answer.json()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(take, visitors))
    assert sorted(status for status, _ in answers) == [200] + 7 * [409]
    assert {body["code"] for status, body in answers if status == 409} == {codes.SEAT_TAKEN}
    assert Transaction.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "code", "fields"),
    [
        ({"seat": 6}, codes.MALFORMED, {"seat": ["invalid"]}),
        ({"seat": -1}, codes.MALFORMED, {"seat": ["invalid"]}),
        ({"seat": "0"}, codes.MALFORMED, {"seat": ["invalid"]}),
        ({"command_id": written(bytes(15))}, codes.MALFORMED, {"command_id": ["invalid"]}),
        ({"command_id": "not base64!!!!!!!!!!!!!!"}, codes.MALFORMED, {"command_id": ["invalid"]}),
        ({"command_id": None}, codes.MALFORMED, {"command_id": ["invalid"]}),
        ({"commitment": written(bytes(31))}, codes.MALFORMED, {"commitment": ["invalid"]}),
        ({"user_id": 1}, codes.UNKNOWN_FIELD, {"user_id": ["unknown"]}),
        ({"name": "Somebody"}, codes.UNKNOWN_FIELD, {"name": ["unknown"]}),
        ({"bot": 1}, codes.UNKNOWN_FIELD, {"bot": ["unknown"]}),
        ({"commitment": written(bytes(32))}, codes.BAD_OPENING, {}),
    ],
)
def test_a_wrong_join_is_refused_by_its_field_and_takes_no_seat(
    visit: Visit, change: dict[str, Any], code: int, fields: dict[str, list[str]]
) -> None:
    host = visit()
    match_id = host.make(chance=0)["id"]
    answer = host.post(f"matches/{match_id}/join/", join_body(**change))
    assert refused(answer, 400, code) == fields
    assert not Transaction.objects.exists()


def test_a_join_without_an_id_is_refused(visit: Visit) -> None:
    host = visit()
    match_id = host.make(chance=0)["id"]
    answer = host.post(f"matches/{match_id}/join/", {"seat": 0})
    assert refused(answer, 400, codes.MALFORMED) == {"command_id": ["required"]}


def test_committed_chance_asks_for_a_commitment(visit: Visit) -> None:
    host = visit()
    match_id = host.make(chance=1)["id"]
    answer = host.post(f"matches/{match_id}/join/", join_body())
    refused(answer, 400, codes.BAD_OPENING)


def test_an_id_that_was_used_for_something_else_is_refused(visit: Visit, table: Table) -> None:
    """The same seat and id, but the join was followed by a leave with that id."""
    host = visit()
    match_id = host.make(chance=0)["id"]
    body = join_body()
    host.post(f"matches/{match_id}/join/", body)
    match = Match.objects.get()
    command = table.command(match, 0, 12)  # LEAVE, by the same person
    command.user_id = host.user.pk
    command.details.reason, command.details.of = 1, 0
    turns.submit(command)
    used = join_body(command_id=written(command.command_id))
    refused(host.post(f"matches/{match_id}/join/", used), 409, codes.COMMAND_REUSED)


def test_leaving_frees_one_s_own_seat_and_no_other(visit: Visit) -> None:
    host, other = visit(), visit()
    match_id = host.make()["id"]
    host.join(match_id, 0)
    refused(other.post(f"matches/{match_id}/leave/"), 409, codes.NOT_SEATED)
    answer = host.post(f"matches/{match_id}/leave/", {"seat": 1})  # a body is nobody's business
    assert (answer.status_code, answer.content) == (204, b"")
    assert not host.detail(match_id)["seats"][0]["taken"]
    refused(host.post(f"matches/{match_id}/leave/"), 409, codes.NOT_SEATED)


def test_only_the_host_removes_people_and_seats_bots(visit: Visit) -> None:
    host, other = visit(), visit()
    match_id = host.make(seats=3, kind=1)["id"]
    host.join(match_id, 0)
    other.join(match_id, 1)
    refused(other.post(f"matches/{match_id}/remove/", {"seat": 0}), 403, codes.NOT_HOST)
    bot = {"seat": 2, "level": 1}
    refused(other.post(f"matches/{match_id}/bots/", bot), 403, codes.NOT_HOST)
    assert Seat.objects.filter(taken=True).count() == 2
    refused(host.post(f"matches/{match_id}/remove/", {"seat": 2}), 409, codes.NOT_SEATED)
    refused(host.post(f"matches/{match_id}/remove/", {"seat": 0}), 409, codes.NOT_SEATED)
    assert host.post(f"matches/{match_id}/remove/", {"seat": 1}).status_code == 204
    assert host.post(f"matches/{match_id}/bots/", bot).status_code == 204
    refused(host.post(f"matches/{match_id}/bots/", bot), 409, codes.SEAT_TAKEN)
    wrong = host.post(f"matches/{match_id}/bots/", {"seat": 1, "level": 9})
    assert refused(wrong, 400, codes.BAD_ORDER) == {"bots": ["invalid"]}
    refused(host.post(f"matches/{match_id}/bots/", {"seat": 5, "level": 0}), 409, codes.NOT_SEATED)
    assert host.post(f"matches/{match_id}/bots/", {"seat": 1, "level": 0}).status_code == 204
    assert [seat["bot"] for seat in host.detail(match_id)["seats"]] == [0, 1, 2]


def test_of_a_match_that_runs_no_seat_changes(visit: Visit, table: Table) -> None:
    match = table.playing(bots=[0])
    visitor, host = visit(), visit()
    Match.objects.filter(pk=match.id).update(host_user_id=host.user.pk)
    for person, step, body in (
        (visitor, "join", join_body(seat=0)),
        (host, "remove", {"seat": 0}),
        (host, "bots", {"seat": 1, "level": 0}),
    ):
        answer = person.post(f"matches/{match.id}/{step}/", body)
        refused(answer, 409, codes.NOT_GATHERING)
    assert Match.objects.get(pk=match.id).sequence == match.sequence


def test_a_failed_attempt_is_told_so_that_all_can_commit_anew(visit: Visit, table: Table) -> None:
    host, other = visit(), visit()
    match_id = host.make()["id"]
    host.join(match_id, 0)
    other.join(match_id, 1)
    ready = table.command(Match.objects.get(), 0, 2, preimage=host.opening)  # READY
    turns.submit(ready)
    assert host.detail(match_id)["seats"][0]["ready"]
    assert other.post(f"matches/{match_id}/leave/").status_code == 204
    found = host.detail(match_id)
    assert found["attempt"] == 1
    assert not found["seats"][0]["ready"] and found["seats"][0]["taken"]
    assert host.join(match_id, 0).json() == {"seat": 0}
    assert other.join(match_id, 1).json() == {"seat": 1}


# -- the match after ----------------------------------------------------------------------


def _finished(table: Table, visit: Visit) -> tuple[Match, Visitor]:
    """A finished match, and somebody who has played in it."""
    match = table.play_out(table.playing(kind=3, size=16, rounds=6, bots=[0], chance=0))
    player = visit()
    Seat.objects.filter(match=match, number=0).update(user_id=player.user.pk)
    return match, player


def test_a_rematch_is_one_match_for_everybody_who_played(visit: Visit, table: Table) -> None:
    match, player = _finished(table, visit)
    refused(visit().post(f"matches/{match.id}/rematch/"), 409, codes.NOT_SEATED)
    made = player.post(f"matches/{match.id}/rematch/").json()["id"]
    assert player.post(f"matches/{match.id}/rematch/").json() == {"id": made}
    assert player.detail(match.id)["rematch"] == made
    assert player.detail(made)["you_are_host"]
    refused(player.post(f"matches/{made}/rematch/"), 409, codes.NOT_SEATED)


def test_a_finished_match_shows_its_result(visit: Visit, table: Table) -> None:
    match, player = _finished(table, visit)
    found = player.detail(match.id)
    assert found["status"] == "over"
    assert [seat["rank"] for seat in found["seats"]] == found["result"]["ranks"]
    scores = [sum(lines) for lines in found["result"]["prestige"]]
    assert [seat["score"] for seat in found["seats"]] == scores
    assert len(found["result"]["state_hash"]) == 64
    playing = player.post(f"matches/{match.id}/join/", join_body())
    refused(playing, 409, codes.MATCH_OVER)
