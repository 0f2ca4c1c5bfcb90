"""The live list of open matches."""

import pytest

from games.matches import lifecycle
from games.matches.order import Order
from games.matches.time import now_ms
from games.models import Match, ServerProcess
from games.protocol import client_messages as client
from games.protocol import server_messages as server
from games.protocol.limits import Limits
from games.realtime.crowd import Crowd
from tests.matches.table import Table
from tests.realtime.conftest import Call


def listed(table: Table, person: int) -> Match:
    """A match that everybody sees in the lobby."""
    return (
        table.order(chance=0, visibility="listed")
        if person == 0
        else lifecycle.create(
            table.person(person), Order(kind=0, seats=2, chance=0, visibility="listed")
        )
    )


def test_the_lobby_shows_what_is_open_and_what_changes_in_it(table: Table, call: Call) -> None:
    first = listed(table, 0)
    table.order(chance=0)  # private: only who has the link finds it
    caller = call(table.person(1))
    told = caller.hear(server.Lobby)
    assert [card.id for card in told.matches] == [first.id]
    second = listed(table, 1)
    assert [card.id for card in caller.hear(server.LobbyChanged).put] == [second.id]
    table.join(first, 0)
    (card,) = caller.hear(server.LobbyChanged).put
    assert (card.id, card.taken, card.names) == (first.id, 1, ["Guest 0"])
    table.join(first, 1)
    for seat in (0, 1):
        table.ready(first, seat)
    changed = caller.hear(server.LobbyChanged)
    while not changed.gone:
        changed = caller.hear(server.LobbyChanged)
    assert changed.gone == [first.id]
    caller.say(client.Hello(client="t", epoch=0, sequence=-1, head=None, want="log"))
    assert [card.id for card in caller.hear(server.Lobby).matches] == [second.id]


def test_the_lobby_counts_people_and_not_sockets(table: Table, call: Call) -> None:
    callers = [call(table.person(number)) for number in (0, 0, 1)]
    callers[2].know(server.LobbyChanged | server.Lobby, lambda told: told.players == 2)  # type: ignore[arg-type]
    callers[0].hang_up()
    callers[1].hang_up()
    assert callers[2].know(server.LobbyChanged, lambda told: told.players == 1)


@pytest.mark.parametrize("limits", [Limits(note_every=0.05)])
def test_people_of_other_processes_count_for_as_long_as_these_say_so(
    table: Table, call: Call, limits: Limits
) -> None:
    caller = call(table.person(0))
    caller.know(server.LobbyChanged | server.Lobby, lambda told: told.players == 1)  # type: ignore[arg-type]
    other = Crowd(note_every=60.0)
    other.note(41)
    # The other one is kept by its own notes alone: it is gone when it says so, or says nothing.
    ServerProcess.objects.update(noted_at=now_ms() + 60_000)
    caller.know(server.LobbyChanged, lambda told: told.players == 42)
    other.leave()
    caller.know(server.LobbyChanged, lambda told: told.players == 1)
    assert ServerProcess.objects.count() == 1


def test_a_process_that_notes_nothing_any_more_does_not_count(table: Table) -> None:
    first, second = Crowd(note_every=15.0), Crowd(note_every=15.0)
    assert first.note(3) == 0
    assert second.note(4) == 3
    assert first.note(5) == 4
    ServerProcess.objects.filter(people=4).update(noted_at=now_ms() - 46_000)
    assert first.note(5) == 0


def test_a_long_list_comes_in_frames_that_every_client_takes(table: Table, call: Call) -> None:
    made = {listed(table, number // 5).id for number in range(70)}
    caller = call(table.person(0))
    first, rest = caller.hear(server.Lobby), caller.hear(server.LobbyChanged)
    assert {card.id for card in first.matches + rest.put} == made
    assert len(first.matches) == 64
